#include "suites.h"

#include <string.h>

#include "arena.h"
#include "cases.h"
#include "str.h"
#include "text/sentence.h"

START_TEST(splits_the_texts_of_the_table)
{
	struct arena arena = { 0 };
	struct cases cases = cases_read(&arena, "sentence.txt", 2);

	for (size_t i = 0; i < cases.count; i++) {
		const struct case_row *row = &cases.rows[i];
		struct str found = { .arena = &arena };
		size_t len;
		char *text = case_bytes(&arena, row->columns[0], &len);
		struct sentences sentences = sentences_split(&arena, text);

		for (size_t j = 0; j < sentences.count; j++)
			str_format(&found, "%s[%.*s]", j ? " " : "",
				   (int)(sentences.items[j].end -
					 sentences.items[j].start),
				   text + sentences.items[j].start);
		ck_assert_msg(!strcmp(found.text,
				      case_bytes(&arena, row->columns[1],
						 &len)),
			      "sentence.txt:%zu: found %s", row->line,
			      found.text);
	}
	arena_free(&arena);
}
END_TEST

Suite *
suite_sentence(void)
{
	Suite *suite = suite_create("sentence");
	TCase *tcase = tcase_create("sentence");

	tcase_add_test(tcase, splits_the_texts_of_the_table);
	suite_add_tcase(suite, tcase);
	return suite;
}
