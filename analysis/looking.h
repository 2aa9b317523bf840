#ifndef LOOKING_H
#define LOOKING_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct codeframe;
struct consultation;
struct error;
struct study;

/*
 * What the commands share that look at answers: which answers were asked for, and
 * what the newest codeframe says of them.  Everything lives in the study's arena.
 */
struct looking {
	const struct consultation *consultation;
	const char *const
		*questions; /* whose answers are text, in their order */
	size_t question_count;
};

/* The consultation SLUG with the one QUESTION that was asked for, or with all that
 * were ever asked (NULL).  ERROR_MISSING: no such consultation; ERROR_INPUT: the
 * question is none of its text questions, which are named. */
bool looking_open(struct study *study, const char *slug, const char *question,
		  struct looking *looking, struct error *err);

/* QUESTION (NULL: any) is no long-text question of a consultation: ERROR_INPUT names
 * those that are, or says that there is none to do PURPOSE.  Always false. */
bool looking_refuse_question(struct arena *arena,
			     const struct consultation *consultation,
			     const char *question, const char *purpose,
			     struct error *err);

/* Whether TYPE (NULL: none asked for) is a respondent type of the consultation;
 * ERROR_INPUT names those that are. */
bool looking_check_type(struct study *study, const struct looking *looking,
			const char *type, struct error *err);

/* The newest codeframe.  NULL and ERROR_MISSING when none was applied, ERROR_SYSTEM
 * when it does not fit the newest version of the consultation. */
const struct codeframe *looking_codeframe(
	struct study *study, const struct consultation *consultation,
	struct error *err);

/* Whether THEME (NULL: none asked for) is a theme of one of the questions;
 * ERROR_INPUT names those that are. */
bool looking_check_theme(struct study *study, const struct looking *looking,
			 const char *theme, struct error *err);

/* A whole number from MIN to MAX; TEXT NULL leaves *NUMBER as it is. */
bool looking_number(const char *text, size_t min, size_t max, size_t *number);

#endif
