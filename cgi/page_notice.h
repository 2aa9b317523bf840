#ifndef PAGE_NOTICE_H
#define PAGE_NOTICE_H

#include <stdbool.h>

#include "validate.h"
#include "words.h"

struct app;
struct consultation;
struct request;
struct response;

/*
 * A page of a few sentences: a question with a button, or news.
 */
struct notice {
	const struct consultation *consultation;
	enum word heading;
	enum word text;	      /* WORD_COUNT: none */
	enum word button;     /* WORD_COUNT: none */
	bool warning;	      /* the button cannot be undone */
	struct fields fields; /* that the button sends */
	bool unstamped; /* nothing was done: the page was not ours, or too old */
	enum word link;
	const char *url; /* where it leads */
	bool last;	 /* there is no way back, nor the other language */
};

/* The button sends to the address of the request. */
void page_notice(struct app *app, const struct request *request,
		 const struct notice *notice, int status,
		 struct response *response);

#endif
