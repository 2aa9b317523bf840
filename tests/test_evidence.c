#include "suites.h"

#include <string.h>

#include "arena.h"
#include "cases.h"
#include "str.h"
#include "text/evidence.h"

START_TEST(finds_the_signs_of_the_table)
{
	struct arena arena = { 0 };
	struct cases cases = cases_read(&arena, "evidence.txt", 3);

	for (size_t i = 0; i < cases.count; i++) {
		const struct case_row *row = &cases.rows[i];
		struct str found = { .arena = &arena };
		size_t len;
		char *text = case_bytes(&arena, row->columns[0], &len);
		struct evidence evidence = evidence_read(&arena, text);

		str_text(&found, "");
		for (size_t j = 0; j < evidence.mark_count; j++) {
			const struct evidence_mark *mark = &evidence.marks[j];

			str_format(&found, "%s%s[%.*s]", j ? " " : "",
				   evidence_sign_name(mark->sign),
				   (int)(mark->end - mark->start),
				   text + mark->start);
		}
		ck_assert_msg(!strcmp(found.text, row->columns[1]),
			      "evidence.txt:%zu: found %s", row->line,
			      found.text);
		ck_assert_str_eq(arena_format(&arena, "%s %zu",
					      evidence.rich ? "yes" : "no",
					      evidence.score),
				 row->columns[2]);
	}
	arena_free(&arena);
}
END_TEST

Suite *
suite_evidence(void)
{
	Suite *suite = suite_create("evidence");
	TCase *tcase = tcase_create("evidence");

	tcase_add_test(tcase, finds_the_signs_of_the_table);
	suite_add_tcase(suite, tcase);
	return suite;
}
