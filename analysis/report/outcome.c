#include "outcome.h"

#include <string.h>

#include "arena.h"
#include "coding/codeframe.h"
#include "nearest.h"
#include "problem.h"
#include "reading.h"
#include "yaml.h"

static const char *const file_keys[] = { "consultation", "published_on",
					 "detail",	 "events",
					 "responses",	 NULL };
static const char *const event_keys[] = { "date", "place",	   "attendees",
					  "over", "organisations", NULL };
static const char *const response_keys[] = { "question", "text", "themes",
					     NULL };
static const char *const theme_keys[] = { "theme", "text", NULL };

struct outcome_reading {
	struct reading reading;
	const struct consultation *consultation;
	const struct codeframe *codeframe;
};

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
read_question(struct outcome_reading *file, const struct yaml *value,
	      const char *name)
{
	struct reading *reading = &file->reading;
	const char *what = reading_name(reading, name, "question");
	const char *id = reading_id(reading, value, what);
	const struct question *question =
		id ? consultation_question(file->consultation, id) : NULL;

	if (id && !question)
		problem_add(reading->problems, value->line, value->column,
			    "%s is no question of the consultation: write the "
			    "id of one",
			    what);
	return question;
}

/* The government's own words. */
static struct phrase
read_text(struct reading *reading, const struct yaml *value, const char *name)
{
	return reading_phrase(reading,
			      reading_needed(reading, value, "text", name),
			      reading_name(reading, name, "text"),
			      READING_LINES);
}

/* --- themes -------------------------------------------------------------- */

static void
refuse_theme(struct outcome_reading *file, const struct yaml *value,
	     const char *what, const struct codeframe_question *themes)
{
	struct problems *problems = file->reading.problems;
	const char **ids = arena_array(problems->arena, themes->theme_count + 1,
				       sizeof(*ids));
	const char *meant;

	for (size_t i = 0; i < themes->theme_count; i++)
		ids[i] = themes->themes[i].id;
	meant = nearest(value->text, ids);
	if (meant)
		problem_add(problems, value->line, value->column,
			    "%s \"%s\" is no theme of %s in the codeframe: did "
			    "you mean \"%s\"?",
			    what, value->text, themes->id, meant);
	else
		problem_add(problems, value->line, value->column,
			    "%s \"%s\" is no theme of %s in the codeframe: "
			    "write the id of one, or other",
			    what, value->text, themes->id);
}

/* The id of a theme that answers to QUESTION (NULL: unknown) have. */
static const char *
read_theme(struct outcome_reading *file, const struct yaml *value,
	   const char *name, const struct question *question)
{
	struct reading *reading = &file->reading;
	const char *what = reading_name(reading, name, "theme");
	const char *id = reading_text(reading, value, what, READING_LINE);
	const struct codeframe_question *themes =
		question && file->codeframe
			? codeframe_question(file->codeframe, question->id)
			: NULL;

	if (!id || !question)
		return id;
	if (!themes)
		problem_add(reading->problems, value->line, value->column,
			    "%s: no answers to %s are coded: take the theme "
			    "away",
			    what, question->id);
	else if (strcmp(id, CODEFRAME_OTHER) != 0 &&
		 codeframe_theme_index(themes, id) == themes->theme_count)
		refuse_theme(file, value, what, themes);
	return id;
}

static void
read_decision(struct outcome_reading *file, const struct yaml *value,
	      const char *name, const struct question *question,
	      struct outcome_decision *decision)
{
	struct reading *reading = &file->reading;

	if (!reading_map(reading, value, name, theme_keys))
		return;
	decision->theme =
		read_theme(file, reading_needed(reading, value, "theme", name),
			   name, question);
	decision->text = read_text(reading, value, name);
}

static void
read_decisions(struct outcome_reading *file, const struct yaml *list,
	       const char *owner, struct outcome_response *response)
{
	struct reading *reading = &file->reading;
	size_t count = reading_list(reading, list,
				    reading_name(reading, owner, "themes"));
	struct outcome_decision *decisions =
		arena_array(reading->problems->arena, count,
			    sizeof(*decisions));

	for (size_t i = 0; i < count; i++) {
		const char *name =
			reading_name(reading, owner,
				     reading_item_name(reading, "theme", i));

		read_decision(file, &list->items[i], name, response->question,
			      &decisions[i]);
		for (size_t j = 0; j < i; j++)
			if (decisions[i].theme && decisions[j].theme &&
			    !strcmp(decisions[i].theme, decisions[j].theme))
				reading_problem(reading, &list->items[i], name,
						"is of the same theme as an "
						"earlier one: write one text "
						"for both");
	}
	response->decisions = decisions;
	response->decision_count = count;
}

/* --- responses ----------------------------------------------------------- */

static void
read_response(struct outcome_reading *file, const struct yaml *value,
	      const char *name, struct outcome_response *response)
{
	struct reading *reading = &file->reading;

	if (!reading_map(reading, value, name, response_keys))
		return;
	response->question =
		read_question(file,
			      reading_needed(reading, value, "question", name),
			      name);
	response->text = read_text(reading, value, name);
	read_decisions(file, yaml_get(value, "themes"), name, response);
}

static void
read_responses(struct outcome_reading *file, const struct yaml *list,
	       struct outcome *outcome)
{
	struct reading *reading = &file->reading;
	size_t count = reading_list(reading, list, "responses");
	struct outcome_response *responses =
		arena_array(reading->problems->arena, count,
			    sizeof(*responses));

	for (size_t i = 0; i < count; i++) {
		const char *name = reading_item_name(reading, "response", i);

		read_response(file, &list->items[i], name, &responses[i]);
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

/* --- the whole file ------------------------------------------------------ */

const struct outcome *
outcome_parse(const char *bytes, size_t len,
	      const struct consultation *consultation,
	      const struct codeframe *codeframe, struct problems *problems)
{
	struct outcome_reading all = { { .problems = problems },
				       consultation,
				       codeframe };
	struct reading *reading = &all.reading;
	struct outcome *outcome =
		arena_alloc(problems->arena, sizeof(*outcome));
	size_t before = problems->count;
	const struct yaml *file = yaml_parse(bytes, len, problems);

	if (!file || !reading_map(reading, file, "the file", file_keys))
		return NULL;
	check_slug(reading, reading_needed(reading, file, "consultation", NULL),
		   consultation);
	outcome->published_on =
		read_published_on(reading,
				  reading_needed(reading, file, "published_on",
						 NULL),
				  consultation);
	outcome->detail = reading_phrase(reading, yaml_get(file, "detail"),
					 "detail", READING_LINES);
	read_events(reading, yaml_get(file, "events"), outcome);
	read_responses(&all, yaml_get(file, "responses"), outcome);
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

const struct outcome_response *
outcome_response_to(const struct outcome *outcome, const char *question)
{
	for (size_t i = 0; i < outcome->response_count; i++)
		if (!strcmp(outcome->responses[i].question->id, question))
			return &outcome->responses[i];
	return NULL;
}

const struct phrase *
outcome_decision_on(const struct outcome *outcome, const char *question,
		    const char *theme)
{
	const struct outcome_response *response =
		outcome_response_to(outcome, question);

	if (!response)
		return NULL;
	for (size_t i = 0; i < response->decision_count; i++)
		if (!strcmp(response->decisions[i].theme, theme))
			return &response->decisions[i].text;
	return &response->text;
}
