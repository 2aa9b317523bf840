#include "validate_date.h"

#include <string.h>

#include "arena.h"
#include "moment.h"
#include "utf8.h"
#include "validate_field.h"

static const char *const part_names[] = { "day", "month", "year" };

enum { PARTS = 3, ALL_PARTS = DATE_DAY | DATE_MONTH | DATE_YEAR };

/* What was typed for a date: NULL where nothing was. */
struct typed {
	const char *parts[PARTS];
	const char *names[PARTS]; /* of their fields */
};

/* A fault stands at the first of the parts that are wrong. */
static void
date_fault(const struct check *check, const struct typed *typed, enum word word,
	   unsigned parts, const char *date)
{
	size_t first = 0;

	while (!(parts & 1u << first))
		first++;
	fault_put(check->faults, &(struct fault){ .field = typed->names[first],
						  .word = word,
						  .date = date,
						  .parts = parts });
}

static struct typed
take_parts(const struct check *check, const char *id)
{
	struct arena *arena = check->faults->arena;
	struct typed typed;

	for (size_t i = 0; i < PARTS; i++) {
		typed.names[i] =
			arena_format(arena, "%s.%s", id, part_names[i]);
		typed.parts[i] = take_text(check, typed.names[i],
					   OPTION_OTHER_MAX, true);
	}
	return typed;
}

/* Digits alone, of at most four. */
static int
number_of(const char *text)
{
	int number = 0;

	if (strlen(text) > 4 || text[strspn(text, "0123456789")])
		return 0;
	for (; *text; text++)
		number = number * 10 + (*text - '0');
	return number;
}

/* The month with that number, or whose name in either language begins so; 0: none.
 * Three letters tell all months of a language apart, and no two of different
 * languages either. */
static int
month_of(struct arena *arena, const char *text)
{
	static const char *const names[][2] = {
		{ "january", "ionawr" },    { "february", "chwefror" },
		{ "march", "mawrth" },	    { "april", "ebrill" },
		{ "may", "mai" },	    { "june", "mehefin" },
		{ "july", "gorffennaf" },   { "august", "awst" },
		{ "september", "medi" },    { "october", "hydref" },
		{ "november", "tachwedd" }, { "december", "rhagfyr" },
	};
	const char *lower = utf8_lower(arena, text);
	size_t len = strlen(lower);

	if (len && lower[len - 1] == '.')
		len--;
	for (int i = 0; len >= 3 && i < 12; i++)
		for (int j = 0; j < 2; j++)
			if (strncmp(names[i][j], lower, len) == 0)
				return i + 1;
	return number_of(text);
}

/* Whether all parts are there; a fault names those that are not. */
static bool
has_all_parts(const struct check *check, const struct typed *typed)
{
	static const enum word words[] = {
		[DATE_DAY] = W_DATE_DAY,
		[DATE_MONTH] = W_DATE_MONTH,
		[DATE_DAY | DATE_MONTH] = W_DATE_DAY_MONTH,
		[DATE_YEAR] = W_DATE_YEAR,
		[DATE_DAY | DATE_YEAR] = W_DATE_DAY_YEAR,
		[DATE_MONTH | DATE_YEAR] = W_DATE_MONTH_YEAR,
	};
	unsigned lacking = 0;

	for (size_t i = 0; i < PARTS; i++)
		if (!typed->parts[i])
			lacking |= 1u << i;
	if (lacking && lacking != ALL_PARTS)
		date_fault(check, typed, words[lacking], lacking, NULL);
	return !lacking;
}

/* Whether there is such a day; a fault says which part there cannot be. */
static bool
is_real(const struct check *check, const struct typed *typed, int year,
	int month, int day)
{
	unsigned wrong = 0;

	if (day < 1 || day > 31)
		wrong |= DATE_DAY;
	if (month < 1 || month > 12)
		wrong |= DATE_MONTH;
	if (typed->parts[2][strspn(typed->parts[2], "0123456789")])
		wrong |= DATE_YEAR;
	if (wrong)
		date_fault(check, typed, W_DATE_REAL, wrong, NULL);
	else if (strlen(typed->parts[2]) != 4)
		date_fault(check, typed, W_DATE_FOUR, DATE_YEAR, NULL);
	else if (!moment_day_exists(2000, month, day) ||
		 (year >= 1900 && year <= 2200 &&
		  !moment_day_exists(year, month, day)))
		date_fault(check, typed, W_DATE_REAL, ALL_PARTS, NULL);
	else
		return true;
	return false;
}

/* Between the limits of the question, or those of all dates. */
static bool
is_between(const struct check *check, const struct typed *typed,
	   const struct question *question, const char *date)
{
	const char *earliest =
		question->earliest ? question->earliest : "1900-01-01";
	const char *latest = question->latest ? question->latest : "2100-12-31";

	if (strcmp(date, earliest) < 0)
		date_fault(check, typed, W_DATE_FROM, ALL_PARTS, earliest);
	else if (strcmp(date, latest) > 0)
		date_fault(check, typed, W_DATE_TO, ALL_PARTS, latest);
	else
		return true;
	return false;
}

/* "2026-11-25" in a file, as if it had been typed in three fields. */
static void
take_whole(const struct check *check, const struct question *question,
	   struct typed *typed)
{
	struct arena *arena = check->faults->arena;
	const char *text =
		take_text(check, question->id, OPTION_OTHER_MAX, true);

	if (!text)
		return;
	if (strlen(text) != 10 || text[4] != '-' || text[7] != '-') {
		fault_add(check->faults, question->id, W_DATE_REAL);
		return;
	}
	typed->parts[0] = arena_string(arena, text + 8);
	typed->parts[1] = arena_copy(arena, text + 5, 2);
	typed->parts[2] = arena_copy(arena, text, 4);
}

void
check_date(const struct check *check, const struct question *question,
	   struct answer *answer)
{
	struct arena *arena = check->faults->arena;
	struct typed typed = take_parts(check, question->id);
	int year, month, day;

	if (check->strictness == VALIDATE_FILE)
		take_whole(check, question, &typed);
	if (!has_all_parts(check, &typed))
		return;
	day = number_of(typed.parts[0]);
	month = month_of(arena, typed.parts[1]);
	year = number_of(typed.parts[2]);
	if (is_real(check, &typed, year, month, day)) {
		char *date =
			arena_format(arena, "%04d-%02d-%02d", year, month, day);

		if (is_between(check, &typed, question, date))
			answer_set_one(arena, answer, date);
	}
}
