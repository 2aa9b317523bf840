#ifndef CMD_THEMES_H
#define CMD_THEMES_H

#include <stdbool.h>
#include <stddef.h>

#include "coding/codeframe.h"
#include "coding/draft.h"
#include "coding/frame_check.h"

struct error;
struct question;
struct study;

/*
 * What the files of `themes` share: a codeframe is read, held against the answers,
 * and written or told of.  For cmd_themes*.c alone.
 */
struct request {
	const char *slug, *out, *question;
	struct proposal_wish wish;
	bool json;
	const struct consultation *consultation;
	const struct codeframe
		*old; /* what stands in the file; NULL: draft from
					nothing */
	const char *old_bytes;
};

/* One question of the codeframe. */
struct drafted_question {
	size_t different; /* answers */
	size_t added;	  /* themes that were not in the file */
	bool is_added;	  /* nor was the question */
	struct frame_findings findings;
};

struct drafted {
	struct codeframe codeframe;
	const struct drafted_question *questions; /* beside those above */
	size_t answers;				  /* to all of them */
	bool is_same; /* the file stood so already */
};

/* The answers to QUESTION, ready to be coded; in the study's arena. */
bool themes_answers(struct study *study, const struct request *request,
		    const struct question *question, struct measured *measured,
		    struct error *err);

/* Tell what was written where. */
void themes_tell(struct study *study, const struct request *request,
		 const struct drafted *drafted);

/* --check: tell what breaks a rule.  --list-other: print the answers in no theme
 * whole.  The exit code. */
int themes_check(struct study *study, const struct request *request);
int themes_list_other(struct study *study, const struct request *request);

#endif
