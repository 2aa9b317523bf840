#ifndef PATH_H
#define PATH_H

#include <stdbool.h>
#include <stddef.h>

#include "answers.h"

struct arena;

/*
 * The way through the questions: on which page each stands, which are asked given
 * the answers so far, and how far each section is.  Pure.  A page is named by the
 * question that begins it in the definition, a section likewise.
 */

/* The question that begins the page of QUESTION. */
const struct question *path_page(const struct consultation *consultation,
				 const struct question *question);

/* One past the last question of the page that PAGE begins. */
const struct question *path_page_end(const struct consultation *consultation,
				     const struct question *page);

/* The question that begins the section of QUESTION; NULL when the definition has
 * no sections.  One past the last question of a section. */
const struct question *path_section(const struct consultation *consultation,
				    const struct question *question);
const struct question *path_section_end(const struct consultation *consultation,
					const struct question *section);

/* How many sections there are. */
size_t path_section_count(const struct consultation *consultation);

/* Whether a page looks the same for all who have not answered it: what it asks,
 * and which page came before it, do not depend on answers. */
bool path_is_fixed(const struct consultation *consultation,
		   const struct question *page);

/*
 * Who is asked what: a question is asked when every one of its conditions holds,
 * and a condition holds when its question is asked and was answered by one of
 * its values.
 */
struct path {
	const struct answers *answers;
	const bool *asked; /* of each question, in the definition's order */
};

/* The path that ANSWERS lead along, in the arena. */
struct path path_of(struct arena *arena, const struct answers *answers);

bool path_asks(const struct path *path, const struct question *question);

/* Whether any question of the page is asked. */
bool path_has_page(const struct path *path, const struct question *page);

/* The page after PAGE that asks anything, or NULL; NULL for PAGE: the first. */
const struct question *path_after(const struct path *path,
				  const struct question *page);

/* The page before PAGE that asks anything, or NULL; NULL for PAGE: the last. */
const struct question *path_before(const struct path *path,
				   const struct question *page);

/* The first page with a question that PATH asks and BEFORE did not, or NULL. */
const struct question *path_news(const struct path *path,
				 const struct path *before);

/* How far a section is, by the answers to what it asks.  COMPLETED: all that is
 * required is answered, and something is.  ABSENT: it asks nothing. */
enum path_state {
	PATH_ABSENT,
	PATH_NOT_STARTED,
	PATH_IN_PROGRESS,
	PATH_COMPLETED
};
enum path_state path_section_state(const struct path *path,
				   const struct question *section);

/* The first page of a section that asks anything, or NULL. */
const struct question *path_section_page(const struct path *path,
					 const struct question *section);

/* A copy without the answers to what is not asked: what is submitted.  The copy
 * is in the arena, the values are those of ANSWERS. */
struct answers *path_answers(struct arena *arena,
			     const struct answers *answers);

#endif
