#ifndef CORPUS_H
#define CORPUS_H

#include <stdbool.h>
#include <stddef.h>

#include "text/tongue.h"

struct arena;

/*
 * The answers to one question as words: what themes are found in.  Terms are
 * numbered by the bytes of their stems, so that nothing depends on the order in
 * which the answers came.
 */

struct corpus_answer {
	const char *text;
	enum tongue tongue;
};

/* All words with one stem.  Stop words, plain words, numbers
 * and single letters have none. */
struct term {
	const char *stem;
	enum tongue tongue;
	const char *surface; /* the way it was written most often, but for the
				capital at the start of a sentence */
	size_t documents;    /* that hold it */
	size_t count;	     /* of its words in all documents */
};

#define TERM_NONE ((size_t)-1)

/* A word where it stands. */
struct corpus_word {
	size_t term;	   /* or TERM_NONE */
	size_t start, end; /* bytes of the document's text */
	size_t sentence;   /* of the document, from 0 */
	bool plain;	   /* has no term, but may begin a phrase */
};

struct term_count {
	size_t term, count;
};

struct corpus_document {
	const char *text;
	const struct corpus_word *words; /* all of them, in order */
	size_t word_count;
	const struct term_count *terms; /* by term */
	size_t term_count;
};

struct corpus {
	const struct corpus_document
		*documents; /* in the order of the answers */
	size_t document_count;
	const struct term *terms; /* by stem, then tongue */
	size_t term_count;
};

/* Read COUNT answers.  All of the corpus lives in the arena and points to the
 * answers' texts. */
struct corpus corpus_read(struct arena *arena,
			  const struct corpus_answer *answers, size_t count);

/* Whether the words at INDEX and after it adjoin, as token_adjoins says. */
bool corpus_adjoins(const struct corpus_document *document, size_t index);

#endif
