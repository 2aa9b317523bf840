#ifndef ROUTE_H
#define ROUTE_H

struct app;
struct request;
struct response;

/*
 * From an address and a method to the page that answers.  One const table.
 */

/* Answer REQUEST: sets its address, calls its page.  404 when the address is
 * none of ours, 405 when the place does not know the method; HEAD is answered as
 * GET (the body is dropped when it is sent). */
void route_answer(struct app *app, struct request *request,
		  struct response *response);

#endif
