#ifndef STORE_CONSULTATION_H
#define STORE_CONSULTATION_H

#include <stdbool.h>
#include <stddef.h>

#include "consultation.h"

struct arena;
struct db;
struct error;

/*
 * Consultations in the database.  A version is the bytes of a definition file as
 * they were loaded, with the documents it names; it never changes.  All results
 * live in the arena.
 */
struct stored_file {
	const char *name; /* as the definition names it */
	const char *bytes;
	size_t len;
};

struct stored_outcome {
	bool published;	     /* the rest is set only then */
	moment published_on; /* a date; MOMENT_NONE: not stated */
	const char *opening; /* the counted sentence, plain text */
	const char *detail;  /* the officer's Markdown; "" if none */
	const char *version; /* name of the published folder */
};

struct stored_version {
	const char *slug;
	int version; /* 1, 2, … within its slug */
	const char *source;
	size_t source_len;
	const char *government;	 /* in office when it opened; NULL: not known */
	bool government_current; /* still in office at the time of asking */
	struct stored_outcome outcome;
};

enum load_result { LOAD_NEW, LOAD_NEW_VERSION, LOAD_UNCHANGED };

/* Store a definition and its documents, all or nothing.  The same bytes of all
 * of them as the newest version: LOAD_UNCHANGED.  As greenpaper_editor. */
bool store_consultation_load(struct db *db,
			     const struct consultation *consultation,
			     const struct stored_file *definition,
			     const struct stored_file *documents,
			     enum load_result *result, int *version,
			     struct error *err);

/* VERSION 0: the newest.  ERROR_MISSING when there is none. */
bool store_consultation_get(struct db *db, struct arena *arena,
			    const char *slug, int version,
			    struct stored_version *stored, struct error *err);

/* The newest version of each, the latest opening first, then by slug. */
bool store_consultation_list(struct db *db, struct arena *arena,
			     const struct stored_version **list, size_t *count,
			     struct error *err);

/* A document of the newest version that has it.  ERROR_MISSING when none. */
bool store_document_get(struct db *db, struct arena *arena, const char *slug,
			const char *name, struct stored_file *file,
			struct error *err);

/* Name and size of each document of one version (bytes is NULL). */
bool store_document_list(struct db *db, struct arena *arena, const char *slug,
			 int version, const struct stored_file **list,
			 size_t *count, struct error *err);

/* Note that an outcome was published; replaces the note before.  As
 * greenpaper_publisher. */
bool store_outcome_set(struct db *db, const char *slug,
		       const struct stored_outcome *outcome, struct error *err);

#endif
