#ifndef SITE_H
#define SITE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct error;

/*
 * The program behind its command line: opens the doors in the order in which
 * each may still be opened, then lets workers answer.
 */
struct site_settings {
	const char *socket;	  /* NULL: standard input is the socket */
	const char *user, *group; /* NULL: those we are */
	const char *key;
	const char *pid;     /* NULL: none */
	const char *contact; /* e-mail address of who runs the site; or NULL */
	const char *templates;
	const char *origin; /* of addresses in e-mails; NULL: none are sent */
	bool strict;	    /* an unset marker is an error */
	size_t workers;
	int64_t (*clock)(void); /* seconds since 1970 UTC */
};

/* Run until told to end.  False when it could not start. */
bool site_run(const struct site_settings *settings, struct error *err);

/* Write the pages that the web server shows by itself into FOLDER:
 * 404.html, 404.cy.html … */
bool site_error_pages(const struct site_settings *settings, const char *folder,
		      struct error *err);

#endif
