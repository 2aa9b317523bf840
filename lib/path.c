#include "path.h"

#include <string.h>

#include "arena.h"

const struct question *
path_page(const struct consultation *consultation,
	  const struct question *question)
{
	while (question > consultation->questions && question->same_page)
		question--;
	return question;
}

static const struct question *
end_of(const struct consultation *consultation)
{
	return consultation->questions + consultation->question_count;
}

const struct question *
path_page_end(const struct consultation *consultation,
	      const struct question *page)
{
	const struct question *end = page + 1;

	while (end < end_of(consultation) && end->same_page)
		end++;
	return end;
}

const struct question *
path_section(const struct consultation *consultation,
	     const struct question *question)
{
	while (question > consultation->questions &&
	       phrase_is_empty(&question->section))
		question--;
	return phrase_is_empty(&question->section) ? NULL : question;
}

const struct question *
path_section_end(const struct consultation *consultation,
		 const struct question *section)
{
	const struct question *end = section + 1;

	while (end < end_of(consultation) && phrase_is_empty(&end->section))
		end++;
	return end;
}

size_t
path_section_count(const struct consultation *consultation)
{
	size_t count = 0;

	for (size_t i = 0; i < consultation->question_count; i++)
		count += !phrase_is_empty(&consultation->questions[i].section);
	return count;
}

/* Whether the page asks at least LEAST questions of everybody. */
static bool
asks_everybody(const struct consultation *consultation,
	       const struct question *page, size_t least)
{
	const struct question *end = path_page_end(consultation, page);
	size_t count = 0;

	for (const struct question *at = page; at < end; at++)
		count += at->condition_count == 0;
	return count >= least;
}

bool
path_is_fixed(const struct consultation *consultation,
	      const struct question *page)
{
	const struct question *end = path_page_end(consultation, page);

	return asks_everybody(consultation, page, (size_t)(end - page)) &&
	       (page == consultation->questions ||
		asks_everybody(consultation, path_page(consultation, page - 1),
			       1));
}

/* --- what is asked ---------------------------------------------------- */

static bool
is_among(const char *value, const struct condition *condition)
{
	for (size_t i = 0; i < condition->value_count; i++)
		if (strcmp(condition->values[i], value) == 0)
			return true;
	return false;
}

/* ASKED is known for every question before the one with the condition. */
static bool
holds(const struct answers *answers, const bool *asked,
      const struct condition *condition)
{
	const struct consultation *consultation = answers->consultation;
	const struct question *target =
		consultation_question(consultation, condition->question);
	const struct answer *answer;

	if (!target || !asked[target - consultation->questions])
		return false;
	answer = answers_get(answers, target);
	for (size_t i = 0; i < answer->value_count; i++)
		if (is_among(answer->values[i], condition))
			return true;
	return false;
}

struct path
path_of(struct arena *arena, const struct answers *answers)
{
	const struct consultation *consultation = answers->consultation;
	bool *asked = arena_array(arena, consultation->question_count,
				  sizeof(*asked));

	for (size_t i = 0; i < consultation->question_count; i++) {
		const struct question *question = &consultation->questions[i];

		asked[i] = true;
		for (size_t k = 0; asked[i] && k < question->condition_count;
		     k++)
			asked[i] =
				holds(answers, asked, &question->conditions[k]);
	}
	return (struct path){ answers, asked };
}

bool
path_asks(const struct path *path, const struct question *question)
{
	return path->asked[question - path->answers->consultation->questions];
}

/* The first of the questions from FROM up to END that is asked, or NULL. */
static const struct question *
first_asked(const struct path *path, const struct question *from,
	    const struct question *end)
{
	for (; from < end; from++)
		if (path_asks(path, from))
			return from;
	return NULL;
}

/* --- pages ------------------------------------------------------------ */

bool
path_has_page(const struct path *path, const struct question *page)
{
	return first_asked(path, page,
			   path_page_end(path->answers->consultation, page)) !=
	       NULL;
}

const struct question *
path_after(const struct path *path, const struct question *page)
{
	const struct consultation *consultation = path->answers->consultation;
	const struct question *from = page ? path_page_end(consultation, page)
					   : consultation->questions;
	const struct question *next =
		first_asked(path, from, end_of(consultation));

	return next ? path_page(consultation, next) : NULL;
}

const struct question *
path_before(const struct path *path, const struct question *page)
{
	const struct consultation *consultation = path->answers->consultation;
	const struct question *at = page ? page : end_of(consultation);

	while (at > consultation->questions)
		if (path_asks(path, --at))
			return path_page(consultation, at);
	return NULL;
}

const struct question *
path_news(const struct path *path, const struct path *before)
{
	const struct consultation *consultation = path->answers->consultation;

	for (size_t i = 0; i < consultation->question_count; i++)
		if (path->asked[i] && !before->asked[i])
			return path_page(consultation,
					 &consultation->questions[i]);
	return NULL;
}

/* --- sections --------------------------------------------------------- */

enum path_state
path_section_state(const struct path *path, const struct question *section)
{
	const struct question *end =
		path_section_end(path->answers->consultation, section);
	bool begun = false, lacking = false;

	if (!first_asked(path, section, end))
		return PATH_ABSENT;
	for (const struct question *at = section; at < end; at++) {
		if (!path_asks(path, at))
			continue;
		if (answers_get(path->answers, at)->value_count > 0)
			begun = true;
		else if (at->required)
			lacking = true;
	}
	if (!begun)
		return PATH_NOT_STARTED;
	return lacking ? PATH_IN_PROGRESS : PATH_COMPLETED;
}

const struct question *
path_section_page(const struct path *path, const struct question *section)
{
	const struct consultation *consultation = path->answers->consultation;
	const struct question *first =
		first_asked(path, section,
			    path_section_end(consultation, section));

	return first ? path_page(consultation, first) : NULL;
}

/* --- what is submitted ------------------------------------------------ */

struct answers *
path_answers(struct arena *arena, const struct answers *answers)
{
	const struct path path = path_of(arena, answers);
	const struct consultation *consultation = answers->consultation;
	struct answers *kept = answers_new(arena, consultation);

	kept->respondent = answers->respondent;
	for (size_t i = 0; i < consultation->question_count; i++)
		if (path.asked[i])
			kept->items[i] = answers->items[i];
	return kept;
}
