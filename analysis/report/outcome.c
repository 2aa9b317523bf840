#include "outcome.h"

#include <string.h>

#include "arena.h"
#include "problem.h"
#include "reading.h"
#include "yaml.h"

static const char *const file_keys[] = { "consultation", "published_on",
					 "detail",	 "events",
					 "responses",	 NULL };
static const char *const event_keys[] = { "date", "place",	   "attendees",
					  "over", "organisations", NULL };
static const char *const response_keys[] = { "question", "text", NULL };

static void
check_slug(struct reading *reading, const struct yaml *value,
	   const struct consultation *consultation)
{
	const char *slug = reading_slug(reading, value, "consultation");

	if (slug && strcmp(slug, consultation->slug) != 0)
		problem_add(reading->problems, value->line, value->column,
			    "consultation is \"%s\": write %s, or publish the "
			    "other one",
			    slug, consultation->slug);
}

static moment
read_published_on(struct reading *reading, const struct yaml *value,
		  const struct consultation *consultation)
{
	const moment day = 24 * 60 * 60;
	moment when = reading_date(reading, value, "published_on");

	if (when != MOMENT_NONE && when + day <= consultation->closes)
		reading_problem(reading, value, "published_on",
				"is before the consultation closes: write a "
				"later date");
	return when;
}

static void
read_event(struct reading *reading, const struct yaml *value, const char *name,
	   struct outcome_event *event)
{
	const struct yaml *attendees;
	const char *what;

	if (!reading_map(reading, value, name, event_keys))
		return;
	event->date = reading_date(reading,
				   reading_needed(reading, value, "date", name),
				   reading_name(reading, name, "date"));
	event->place =
		reading_phrase(reading,
			       reading_needed(reading, value, "place", name),
			       reading_name(reading, name, "place"),
			       READING_LINE);
	attendees = reading_needed(reading, value, "attendees", name);
	what = reading_name(reading, name, "attendees");
	yaml_count(attendees, what, OUTCOME_ATTENDEES_MAX, &event->attendees,
		   reading->problems);
	event->over = yaml_yes(yaml_get(value, "over"),
			       reading_name(reading, name, "over"), false,
			       reading->problems);
	event->organisations =
		reading_phrases(reading, yaml_get(value, "organisations"),
				reading_name(reading, name, "organisations"),
				"organisation", &event->organisation_count);
}

/* By date; stable, which qsort is not. */
static void
sort_events(struct outcome_event *events, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		struct outcome_event event = events[i];
		size_t place = i;

		for (; place && events[place - 1].date > event.date; place--)
			events[place] = events[place - 1];
		events[place] = event;
	}
}

static void
read_events(struct reading *reading, const struct yaml *list,
	    struct outcome *outcome)
{
	struct arena *arena = reading->problems->arena;
	size_t count = reading_list(reading, list, "events");
	struct outcome_event *events =
		arena_array(arena, count, sizeof(*events));

	for (size_t i = 0; i < count; i++)
		read_event(reading, &list->items[i],
			   reading_item_name(reading, "event", i), &events[i]);
	sort_events(events, count);
	outcome->events = events;
	outcome->event_count = count;
}

static const struct question *
read_question(struct reading *reading, const struct yaml *value,
	      const char *name, const struct consultation *consultation)
{
	const char *what = reading_name(reading, name, "question");
	const char *id = reading_id(reading, value, what);
	const struct question *question =
		id ? consultation_question(consultation, id) : NULL;

	if (id && !question)
		problem_add(reading->problems, value->line, value->column,
			    "%s is no question of the consultation: write the "
			    "id of one",
			    what);
	return question;
}

static void
read_response(struct reading *reading, const struct yaml *value,
	      const char *name, const struct consultation *consultation,
	      struct outcome_response *response)
{
	if (!reading_map(reading, value, name, response_keys))
		return;
	response->question =
		read_question(reading,
			      reading_needed(reading, value, "question", name),
			      name, consultation);
	response->text =
		reading_phrase(reading,
			       reading_needed(reading, value, "text", name),
			       reading_name(reading, name, "text"),
			       READING_LINES);
}

static void
read_responses(struct reading *reading, const struct yaml *list,
	       const struct consultation *consultation, struct outcome *outcome)
{
	struct arena *arena = reading->problems->arena;
	size_t count = reading_list(reading, list, "responses");
	struct outcome_response *responses =
		arena_array(arena, count, sizeof(*responses));

	for (size_t i = 0; i < count; i++) {
		const char *name = reading_item_name(reading, "response", i);

		read_response(reading, &list->items[i], name, consultation,
			      &responses[i]);
		for (size_t j = 0; j < i; j++)
			if (responses[i].question &&
			    responses[j].question == responses[i].question)
				reading_problem(reading, &list->items[i], name,
						"answers the same question as "
						"an earlier one: write one "
						"text for both");
	}
	outcome->responses = responses;
	outcome->response_count = count;
}

const struct outcome *
outcome_parse(const char *bytes, size_t len,
	      const struct consultation *consultation,
	      struct problems *problems)
{
	struct reading reading = { .problems = problems };
	struct outcome *outcome =
		arena_alloc(problems->arena, sizeof(*outcome));
	size_t before = problems->count;
	const struct yaml *file = yaml_parse(bytes, len, problems);

	if (!file || !reading_map(&reading, file, "the file", file_keys))
		return NULL;
	check_slug(&reading,
		   reading_needed(&reading, file, "consultation", NULL),
		   consultation);
	outcome->published_on =
		read_published_on(&reading,
				  reading_needed(&reading, file, "published_on",
						 NULL),
				  consultation);
	outcome->detail = reading_phrase(&reading, yaml_get(file, "detail"),
					 "detail", READING_LINES);
	read_events(&reading, yaml_get(file, "events"), outcome);
	read_responses(&reading, yaml_get(file, "responses"), consultation,
		       outcome);
	return problems->count == before ? outcome : NULL;
}

size_t
outcome_attendees(const struct outcome *outcome, bool *over)
{
	size_t sum = 0;

	*over = false;
	for (size_t i = 0; i < outcome->event_count; i++) {
		sum += outcome->events[i].attendees;
		*over = *over || outcome->events[i].over;
	}
	return sum;
}

const struct phrase *
outcome_response_to(const struct outcome *outcome,
		    const struct question *question)
{
	for (size_t i = 0; i < outcome->response_count; i++)
		if (outcome->responses[i].question == question)
			return &outcome->responses[i].text;
	return NULL;
}
