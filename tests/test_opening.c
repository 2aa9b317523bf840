#include "suites.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "cases.h"
#include "error.h"
#include "report/figures.h"
#include "report/opening.h"
#include "report/outcome.h"
#include "words.h"

static struct arena arena;

static void
stop(void)
{
	arena_free(&arena);
}

/* "online 135, email 2". */
static struct figures
read_channels(const char *column)
{
	struct channel_count *list = arena_array(&arena, 8, sizeof(*list));
	struct figures figures = { .channels = list };
	char *text = arena_string(&arena, column);

	for (char *item = strtok(text, " ,"); item; item = strtok(NULL, " ,")) {
		struct channel_count *one = &list[figures.channel_count++];

		one->channel = item;
		one->count = strtoul(strtok(NULL, " ,"), NULL, 10);
		figures.responses += one->count;
	}
	return figures;
}

/* "70+ 62". */
static struct outcome
read_events(const char *column)
{
	struct outcome_event *events = arena_array(&arena, 8, sizeof(*events));
	struct outcome outcome = { .events = events };
	char *text = arena_string(&arena, column);

	for (char *item = strtok(text, " "); item; item = strtok(NULL, " ")) {
		struct outcome_event *event = &events[outcome.event_count++];

		event->attendees = strtoul(item, NULL, 10);
		event->over = strchr(item, '+') != NULL;
	}
	return outcome;
}

START_TEST(says_who_responded_and_who_came)
{
	struct cases cases = cases_read(&arena, "opening.txt", 3);
	struct error err;
	const struct words *words = words_load(&arena, "templates", &err);

	ck_assert_msg(words, "%s", err.text);
	for (size_t i = 0; i < cases.count; i++) {
		const char *const *columns = cases.rows[i].columns;
		struct figures figures = read_channels(columns[0]);
		struct outcome outcome = read_events(columns[1]);

		ck_assert_str_eq(opening_text(&arena, words, LANGUAGE_EN,
					      &figures, &outcome),
				 columns[2]);
	}
}
END_TEST

Suite *
suite_opening(void)
{
	Suite *suite = suite_create("opening");
	TCase *tcase = tcase_create("opening");

	tcase_add_checked_fixture(tcase, NULL, stop);
	tcase_add_test(tcase, says_who_responded_and_who_came);
	suite_add_tcase(suite, tcase);
	return suite;
}
