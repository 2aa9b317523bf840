#include "suites.h"

#include <string.h>

#include "arena.h"
#include "cases.h"
#include "moment.h"

static const char *
outcome(struct arena *arena, enum moment_fault fault, moment when)
{
	static const char *const faults[] = { "", "not a date", "skipped",
					      "twice" };

	return fault ? faults[fault] : moment_rfc3339(arena, when);
}

static const char *
read_as(struct arena *arena, const char *how, const char *text)
{
	moment when = 0;
	enum moment_fault fault = MOMENT_NOT_A_DATE;

	if (strcmp(how, "time") == 0)
		fault = moment_parse(text, &when);
	else if (strcmp(how, "date") == 0)
		fault = moment_parse_date(text, &when);
	else if (moment_parse_rfc3339(text, &when))
		fault = MOMENT_FINE;
	return outcome(arena, fault, when);
}

START_TEST(reads_every_time_of_the_table)
{
	struct arena arena = { 0 };
	struct cases cases = cases_read(&arena, "moment.txt", 3);

	for (size_t i = 0; i < cases.count; i++) {
		const char *const *columns = cases.rows[i].columns;
		const char *read = read_as(&arena, columns[0], columns[1]);

		ck_assert_msg(strcmp(read, columns[2]) == 0, "line %zu: %s",
			      cases.rows[i].line, read);
	}
	ck_assert_uint_ge(cases.count, 50);
	arena_free(&arena);
}
END_TEST

START_TEST(takes_a_moment_apart_in_london)
{
	struct moment_parts parts;
	moment when;

	ck_assert(moment_parse_rfc3339("2013-06-24T23:05:00Z", &when));
	moment_parts(when, &parts);
	ck_assert_int_eq(parts.year, 2013);
	ck_assert_int_eq(parts.month, 6);
	ck_assert_int_eq(parts.day, 25);
	ck_assert_int_eq(parts.hour, 0);
	ck_assert_int_eq(parts.minute, 5);
	ck_assert_int_eq(parts.weekday, 2);
}
END_TEST

/* gmtime_r counts days by a way of its own. */
START_TEST(reads_back_what_it_writes_on_every_day)
{
	struct arena arena = { 0 };
	moment first, last, back;

	ck_assert(moment_parse_rfc3339("1900-01-01T12:34:56Z", &first));
	ck_assert(moment_parse_rfc3339("2200-12-31T12:34:56Z", &last));
	for (moment when = first; when <= last; when += 86400) {
		ck_assert(moment_parse_rfc3339(moment_rfc3339(&arena, when),
					       &back));
		ck_assert_int_eq(back, when);
	}
	ck_assert_int_eq((last - first) / 86400 + 1, 109938);
	arena_free(&arena);
}
END_TEST

Suite *
suite_moment(void)
{
	Suite *suite = suite_create("moment");
	TCase *tcase = tcase_create("moment");

	tcase_add_test(tcase, reads_every_time_of_the_table);
	tcase_add_test(tcase, takes_a_moment_apart_in_london);
	tcase_add_test(tcase, reads_back_what_it_writes_on_every_day);
	suite_add_tcase(suite, tcase);
	return suite;
}
