#include "arena.h"

#include <assert.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_BYTES = 16 * 1024 };

struct arena_block {
	struct arena_block *next;
	size_t used, size;
	alignas(max_align_t) char bytes[];
};

static _Noreturn void
out_of_memory(void)
{
	fputs("out of memory\n", stderr);
	abort();
}

static struct arena_block *
block_new(size_t size)
{
	struct arena_block *block;

	if (size > SIZE_MAX - sizeof(*block))
		out_of_memory();
	block = calloc(1, sizeof(*block) + size);
	if (!block)
		out_of_memory();
	block->size = size;
	return block;
}

/* A big thing gets a block of its own behind the first, so that the room left
 * in the first is not lost. */
static struct arena_block *
block_for(struct arena *arena, size_t size)
{
	struct arena_block *first = arena->blocks;
	struct arena_block *block;

	if (first && first->size - first->used >= size)
		return first;
	block = block_new(size > BLOCK_BYTES / 4 ? size : BLOCK_BYTES);
	if (first && block->size == size) {
		block->next = first->next;
		first->next = block;
	} else {
		block->next = first;
		arena->blocks = block;
	}
	return block;
}

void *
arena_alloc(struct arena *arena, size_t size)
{
	const size_t align = alignof(max_align_t);
	struct arena_block *block;
	void *place;

	if (size > SIZE_MAX - align)
		out_of_memory();
	size = (size + align - 1) / align * align;
	block = block_for(arena, size);
	place = block->bytes + block->used;
	block->used += size;
	return place;
}

void *
arena_array(struct arena *arena, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		out_of_memory();
	return arena_alloc(arena, count * size);
}

void *
arena_grow(struct arena *arena, const void *array, size_t count, size_t room,
	   size_t size)
{
	void *copy;

	assert(room >= count);
	copy = arena_array(arena, room, size);
	if (count)
		memcpy(copy, array, count * size);
	return copy;
}

/* A large thing is alone in its block. */
void
arena_release(struct arena *arena, const void *place)
{
	struct arena_block **link = &arena->blocks;

	while (*link && (*link)->bytes != place)
		link = &(*link)->next;
	if (*link && (*link)->size > BLOCK_BYTES / 4 &&
	    (*link)->size != BLOCK_BYTES) {
		struct arena_block *block = *link;

		*link = block->next;
		free(block);
	}
}

char *
arena_copy(struct arena *arena, const char *text, size_t len)
{
	char *copy;

	if (len == SIZE_MAX)
		out_of_memory();
	copy = arena_alloc(arena, len + 1);
	if (len)
		memcpy(copy, text, len);
	return copy;
}

char *
arena_string(struct arena *arena, const char *text)
{
	return text ? arena_copy(arena, text, strlen(text)) : NULL;
}

char *
arena_format(struct arena *arena, const char *format, ...)
{
	va_list values, again;
	char *text;
	int len;

	va_start(values, format);
	va_copy(again, values);
	len = vsnprintf(NULL, 0, format, values);
	va_end(values);
	assert(len >= 0);
	text = arena_alloc(arena, (size_t)len + 1);
	vsnprintf(text, (size_t)len + 1, format, again);
	va_end(again);
	return text;
}

void
arena_free(struct arena *arena)
{
	while (arena->blocks) {
		struct arena_block *next = arena->blocks->next;

		free(arena->blocks);
		arena->blocks = next;
	}
}
