#include "moment.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "arena.h"

enum { YEAR_MIN = 1900, YEAR_MAX = 2200 };

struct civil {
	int year, month, day, hour, minute, second;
};

void
moment_set_zone(void)
{
	setenv("TZ", "Europe/London", 1);
	tzset();
}

/* The form of a text: a letter of "YMDhms" takes a digit of that part, anything
 * else itself.  What follows in the text, or NULL when it does not fit. */
static const char *
read_form(const char *text, const char *form, struct civil *civil)
{
	static const char letters[] = "YMDhms";
	int *const parts[] = { &civil->year, &civil->month,  &civil->day,
			       &civil->hour, &civil->minute, &civil->second };

	*civil = (struct civil){ 0 };
	for (; *form; form++, text++) {
		const char *letter = strchr(letters, *form);

		if (letter && *text >= '0' && *text <= '9')
			*parts[letter - letters] =
				*parts[letter - letters] * 10 + *text - '0';
		else if (letter || *text != *form)
			return NULL;
	}
	return text;
}

static int
days_of_month(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30,
				    31, 31, 30, 31, 30, 31 };
	bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

	return month == 2 && leap ? 29 : days[month - 1];
}

static bool
civil_exists(const struct civil *civil)
{
	return civil->year >= YEAR_MIN && civil->year <= YEAR_MAX &&
	       civil->month >= 1 && civil->month <= 12 && civil->day >= 1 &&
	       civil->day <= days_of_month(civil->year, civil->month) &&
	       civil->hour <= 23 && civil->minute <= 59 && civil->second <= 59;
}

static bool
london_reads(moment when, const struct civil *civil)
{
	struct moment_parts parts;

	moment_parts(when, &parts);
	return parts.year == civil->year && parts.month == civil->month &&
	       parts.day == civil->day && parts.hour == civil->hour &&
	       parts.minute == civil->minute;
}

/* mktime moves a time that does not exist and chooses one of two that read the
 * same; reading its result back shows both.  London's clocks always changed by
 * one hour. */
static enum moment_fault
london_moment(const struct civil *civil, moment *result)
{
	struct tm tm = {
		.tm_year = civil->year - 1900,
		.tm_mon = civil->month - 1,
		.tm_mday = civil->day,
		.tm_hour = civil->hour,
		.tm_min = civil->minute,
		.tm_isdst = -1,
	};
	moment when;

	if (!civil_exists(civil))
		return MOMENT_NOT_A_DATE;
	when = mktime(&tm);
	if (!london_reads(when, civil))
		return MOMENT_SKIPPED;
	if (london_reads(when - 3600, civil) ||
	    london_reads(when + 3600, civil))
		return MOMENT_TWICE;
	*result = when;
	return MOMENT_FINE;
}

static enum moment_fault
parse_form(const char *text, const char *form, moment *result)
{
	struct civil civil;
	const char *rest = read_form(text, form, &civil);

	if (!rest || *rest)
		return MOMENT_NOT_A_DATE;
	return london_moment(&civil, result);
}

enum moment_fault
moment_parse(const char *text, moment *result)
{
	return parse_form(text, "YYYY-MM-DD hh:mm", result);
}

enum moment_fault
moment_parse_date(const char *text, moment *result)
{
	return parse_form(text, "YYYY-MM-DD", result);
}

bool
moment_day_exists(int year, int month, int day)
{
	return civil_exists(
		&(struct civil){ .year = year, .month = month, .day = day });
}

bool
moment_is_date(const char *text)
{
	struct civil civil;
	const char *rest = read_form(text, "YYYY-MM-DD", &civil);

	return rest && !*rest && civil_exists(&civil);
}

/* Days from 1970-01-01 in the Gregorian calendar.  Years are counted from March,
 * so that the leap day is the last of its year. */
static moment
days_since_1970(int year, int month, int day)
{
	int from_march = (month + 9) % 12;
	int years = year - (month <= 2);

	return (moment)years * 365 + years / 4 - years / 100 + years / 400 +
	       (from_march * 306 + 5) / 10 + day - 1 - 719468;
}

static const char *
skip_fraction(const char *text)
{
	size_t digits;

	if (*text != '.')
		return text;
	digits = strspn(text + 1, "0123456789");
	return digits ? text + 1 + digits : text;
}

/* "Z", "+01:00", "-00:30": seconds east of Greenwich. */
static bool
read_offset(const char *text, int *seconds)
{
	struct civil offset = { 0 };
	const char *rest;

	*seconds = 0;
	if (strcmp(text, "Z") == 0)
		return true;
	if (*text != '+' && *text != '-')
		return false;
	rest = read_form(text + 1, "hh:mm", &offset);
	if (!rest || *rest || offset.hour > 23 || offset.minute > 59)
		return false;
	*seconds = (offset.hour * 60 + offset.minute) * 60;
	if (*text == '-')
		*seconds = -*seconds;
	return true;
}

bool
moment_parse_rfc3339(const char *text, moment *result)
{
	struct civil civil;
	const char *rest = read_form(text, "YYYY-MM-DDThh:mm:ss", &civil);
	int offset;

	if (!rest || !civil_exists(&civil) ||
	    !read_offset(skip_fraction(rest), &offset))
		return false;
	*result = days_since_1970(civil.year, civil.month, civil.day) * 86400 +
		  civil.hour * 3600 + civil.minute * 60 + civil.second - offset;
	return true;
}

char *
moment_rfc3339(struct arena *arena, moment when)
{
	time_t time = when;
	struct tm tm;
	const struct tm *known = gmtime_r(&time, &tm);

	assert(known);
	return arena_format(arena, "%04d-%02d-%02dT%02d:%02d:%02dZ",
			    tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday,
			    tm.tm_hour, tm.tm_min, tm.tm_sec);
}

void
moment_parts(moment when, struct moment_parts *parts)
{
	time_t time = when;
	struct tm tm;
	const struct tm *known = localtime_r(&time, &tm);

	assert(known);
	parts->year = tm.tm_year + 1900;
	parts->month = tm.tm_mon + 1;
	parts->day = tm.tm_mday;
	parts->hour = tm.tm_hour;
	parts->minute = tm.tm_min;
	parts->weekday = tm.tm_wday;
}
