#ifndef BLANK_H
#define BLANK_H

struct edition;
struct response;
struct step;

/*
 * Pages of questions that are not yet answered, and look the same whatever other
 * answers are (path_is_fixed()): they differ in nothing but the stamp, so each is
 * rendered once per version and language, and served by copying.
 */

/* The bytes that page_step() gives for no fields and no faults. */
void blank_render(const struct step *step, struct edition *edition,
		  const char *stamp, struct response *response);

#endif
