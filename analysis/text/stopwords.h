#ifndef STOPWORDS_H
#define STOPWORDS_H

#include <stddef.h>

#include "text/tongue.h"

/*
 * Words that say nothing of what an answer is about.  The lists are part of the
 * program, so that a result does not depend on the machine.  The later a kind stands
 * here, the less its words say.
 */
enum stopword {
	STOPWORD_NONE,
	/* Says nothing alone, for it may stand for almost anything, but may end
	 * a phrase that does: "young people". */
	STOPWORD_GENERAL,
	/* Says little alone, but may begin a phrase that does: "small
	 * businesses". */
	STOPWORD_PLAIN,
	/* Articles, pronouns, prepositions, conjunctions, auxiliaries, numbers,
	 * adverbs of degree, and the verbs of saying, thinking and going. */
	STOPWORD_STOP,
};

/* What LEN bytes of a word, as token_word gives it, are in TONGUE. */
enum stopword stopword_of(enum tongue tongue, const char *word, size_t len);

#endif
