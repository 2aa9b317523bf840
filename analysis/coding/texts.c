#include "texts.h"

#include "arena.h"
#include "coding/store_coding.h"

struct loader {
	struct arena *arena;
	int64_t *responses;
	struct coding_answer *answers;
	size_t count, room;
};

static bool
text_found(void *context, const struct stored_text *text, struct error *err)
{
	struct loader *loader = context;

	(void)err;
	if (loader->count == loader->room) {
		loader->room = loader->room ? loader->room * 2 : 256;
		loader->responses = arena_grow(loader->arena, loader->responses,
					       loader->count, loader->room,
					       sizeof(*loader->responses));
		loader->answers = arena_grow(loader->arena, loader->answers,
					     loader->count, loader->room,
					     sizeof(*loader->answers));
	}
	loader->responses[loader->count] = text->response;
	loader->answers[loader->count++] = (struct coding_answer){
		arena_string(loader->arena, text->answer.text),
		text->answer.language,
		arena_string(loader->arena, text->answer.choices)
	};
	return true;
}

bool
texts_load(struct db *db, struct arena *arena, const char *slug,
	   const struct question *question, struct texts *texts,
	   struct error *err)
{
	struct loader loader = { .arena = arena };

	if (!store_text_each(db, slug, question, text_found, &loader, err))
		return false;
	*texts = (struct texts){ loader.responses, loader.answers,
				 loader.count };
	return true;
}
