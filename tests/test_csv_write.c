#include "suites.h"

#include "arena.h"
#include "exchange/csv_write.h"
#include "str.h"

static const struct {
	const char *cell, *written;
} cells[] = {
	{ "plain", "plain" },
	{ NULL, "" },
	{ "a,b", "\"a,b\"" },
	{ "say \"no\"", "\"say \"\"no\"\"\"" },
	{ "two\nlines", "\"two\nlines\"" },
	{ "=1+1", "'=1+1" },
	{ "+44", "'+44" },
	{ "-5", "'-5" },
	{ "@SUM(A1)", "'@SUM(A1)" },
	{ "\tcmd", "'\tcmd" },
	{ "\rcmd", "\"'\rcmd\"" },
	{ "=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\"" },
	{ "1 = 1", "1 = 1" },
	{ "'=1", "''=1" },
	{ "''tis", "''tis" },
	{ "Tŷ 😀", "Tŷ 😀" },
};

START_TEST(keeps_a_cell_and_disarms_formulas)
{
	struct arena arena = { 0 };
	struct str out = { .arena = &arena };
	struct csv_writer writer = { .out = &out };

	csv_cell(&writer, cells[_i].cell);
	csv_number(&writer, -7);
	csv_end(&writer);
	ck_assert_str_eq(out.text,
			 arena_format(&arena, "%s,-7\r\n", cells[_i].written));
	arena_free(&arena);
}
END_TEST

Suite *
suite_csv_write(void)
{
	Suite *suite = suite_create("csv_write");
	TCase *tcase = tcase_create("csv_write");

	tcase_add_loop_test(tcase, keeps_a_cell_and_disarms_formulas, 0,
			    sizeof(cells) / sizeof(cells[0]));
	suite_add_tcase(suite, tcase);
	return suite;
}
