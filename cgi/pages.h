#ifndef PAGES_H
#define PAGES_H

struct app;
struct error;
struct request;
struct response;

/*
 * Every page, one file each (page_*.c).  A page never writes to the network: it
 * fills a response.  route.c has them in its table.
 */
void page_list(struct app *, const struct request *, struct response *);
void page_consultation(struct app *, const struct request *, struct response *);
void page_questions(struct app *, const struct request *, struct response *);
void page_privacy(struct app *, const struct request *, struct response *);
void page_accessibility(struct app *, const struct request *,
			struct response *);
void page_document(struct app *, const struct request *, struct response *);

/* POST: a new draft, then 303 to its first page. */
void page_start(struct app *, const struct request *, struct response *);

/* One page of the form: GET shows it, POST saves it. */
void page_respond(struct app *, const struct request *, struct response *);
void page_respond_save(struct app *, const struct request *, struct response *);

void page_check(struct app *, const struct request *, struct response *);
void page_check_submit(struct app *, const struct request *, struct response *);
void page_done(struct app *, const struct request *, struct response *);

/* "Your answers have been saved": POST makes a code, or sends a link. */
void page_saved(struct app *, const struct request *, struct response *);
void page_saved_send(struct app *, const struct request *, struct response *);

/* Whether to throw away what was not sent; POST does. */
void page_delete(struct app *, const struct request *, struct response *);
void page_delete_send(struct app *, const struct request *, struct response *);

/* Where a code is entered, and where a mailed link leads: POST gives a handle and
 * leads to where one stopped. */
void page_return(struct app *, const struct request *, struct response *);
void page_return_send(struct app *, const struct request *, struct response *);
void page_link(struct app *, const struct request *, struct response *);
void page_link_send(struct app *, const struct request *, struct response *);

/* One's own response after sending: POST begins to change it, or has a copy
 * sent. */
void page_response(struct app *, const struct request *, struct response *);
void page_response_send(struct app *, const struct request *,
			struct response *);

/* Whether to take it back; POST does. */
void page_withdraw(struct app *, const struct request *, struct response *);
void page_withdraw_send(struct app *, const struct request *,
			struct response *);

/* A plain page for a status: 400, 403, 404, 405, 409, 410, 413, 415, 422, 429,
 * 500, 502, 503.  Needs no database. */
void page_error(struct app *app, const struct request *request, int status,
		struct response *response);

/* The page for what a GET could not read: 404 for ERROR_MISSING, else 503 and a
 * line in the log. */
void page_failure(struct app *app, const struct request *request,
		  const struct error *err, struct response *response);

#endif
