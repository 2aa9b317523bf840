#ifndef PUBLICATION_H
#define PUBLICATION_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct error;
struct str;

/*
 * A folder of files to publish.  It is called by its content, so that the same
 * files are the same version; it appears as a whole, and never changes.
 *
 *   DIR/SLUG/VERSION/…    every version that was published
 *   DIR/SLUG/current      a link to the newest
 */
enum { PUBLICATION_VERSION_HEX = 16 };

struct publication_file {
	const char *name; /* no folder */
	const char *bytes;
	size_t len;
};

struct publication {
	struct arena *arena;
	struct publication_file *files;
	size_t count, room;
};

/* Names differ; bytes are not copied. */
void publication_add(struct publication *publication, const char *name,
		     const struct str *bytes);

/* The first 64 bits of the SHA-256 of all names and bytes, in the order of the
 * names, as hexadecimal digits. */
char *publication_version(const struct publication *publication);

/* Write DIR/SLUG/VERSION and all its files, for everybody to read, and wait until
 * they are on the disk; folders that are not there are made.  Nothing, when it is
 * there already.  On failure nothing is left behind. */
bool publication_write(const struct publication *publication, const char *dir,
		       const char *slug, const char *version,
		       struct error *err);

/* Whether VERSION of SLUG is the one that is shown. */
bool publication_is_current(const char *dir, const char *slug,
			    const char *version);

/* Show VERSION from now on: one rename. */
bool publication_show(const char *dir, const char *slug, const char *version,
		      struct error *err);

#endif
