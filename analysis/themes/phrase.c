#include "phrase.h"

#include <string.h>

#include "arena.h"
#include "str.h"
#include "text/corpus.h"
#include "text/tokenise.h"
#include "utf8.h"

char *
phrase_text(struct arena *arena, const struct corpus_document *document,
	    size_t index, size_t length)
{
	struct str text = { .arena = arena };

	for (size_t i = index; i < index + length; i++) {
		const struct corpus_word *word = &document->words[i];

		if (i > index)
			str_char(&text, document->text[word->start - 1] == '-'
						? '-'
						: ' ');
		str_text(&text,
			 token_spelling(arena, document->text + word->start,
					word->end - word->start));
	}
	return text.text;
}

bool
phrase_is_better(const struct phrase_writing *a, const struct phrase_writing *b)
{
	struct arena scratch = { 0 };
	int order;

	if (a->count != b->count)
		return a->count > b->count;
	order = strcmp(utf8_fold(&scratch, a->text),
		       utf8_fold(&scratch, b->text));
	arena_free(&scratch);
	/* Small letters come after capitals. */
	return order ? order < 0 : strcmp(a->text, b->text) > 0;
}
