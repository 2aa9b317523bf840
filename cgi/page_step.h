#ifndef PAGE_STEP_H
#define PAGE_STEP_H

#include "validate.h"

struct app;
struct answers;
struct consultation;
struct question;
struct request;
struct response;

/*
 * One page of the form as a whole document: "About you" or questions.
 */
struct step {
	struct app *app;
	const struct request *request;
	const struct consultation *consultation;
	const struct answers *answers; /* as they are stored */
	const struct question *page;   /* begins it; NULL: "About you" */
};

/* The page with what FIELDS hold: the questions that the stored answers lead to,
 * and those of the page that were sent all the same.  422 and an error summary when there are
 * faults.  STAMP is that of session_stamp(). */
void page_step(const struct step *step, const struct fields *fields,
	       const struct faults *faults, const char *stamp,
	       struct response *response);

#endif
