#ifndef MOMENT_H
#define MOMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "consultation.h"

struct arena;

/*
 * Times.  Files and pages speak London wall time, the house keeps seconds since
 * 1970 UTC.  Both programs set TZ=Europe/London first thing (moment_set_zone).
 */
void moment_set_zone(void);

enum moment_fault {
	MOMENT_FINE,
	MOMENT_NOT_A_DATE, /* not of the form, or no such day */
	MOMENT_SKIPPED,	   /* in the hour the clocks jump over in spring */
	MOMENT_TWICE,	   /* in the hour that comes twice in autumn */
};

/* "2013-06-25 09:30", London. */
enum moment_fault moment_parse(const char *text, moment *result);

/* "2013-06-25": midnight at its start, London. */
enum moment_fault moment_parse_date(const char *text, moment *result);

/* Whether there is such a day in the years 1900 to 2200; whether TEXT writes one,
 * "2013-06-25". */
bool moment_day_exists(int year, int month, int day);
bool moment_is_date(const char *text);

/* RFC 3339 with an offset, as in JSON Lines: "2013-07-02T14:05:00+01:00". */
bool moment_parse_rfc3339(const char *text, moment *result);

/* RFC 3339 in UTC, "2013-07-02T13:05:00Z": the form stored and exported. */
char *moment_rfc3339(struct arena *arena, moment when);

/* The London date and time of a moment. */
struct moment_parts {
	int year, month, day; /* month 1..12 */
	int hour, minute;
	int weekday; /* 0 = Sunday */
};
void moment_parts(moment when, struct moment_parts *parts);

#endif
