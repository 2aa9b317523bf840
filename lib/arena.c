#define _DEFAULT_SOURCE /* madvise */
#include "arena.h"

#include <assert.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* Blocks double from the first size to the last.  What is as large as a huge page
 * is mapped so that the kernel can give it in such pages: to touch memory for the
 * first time costs by the page. */
enum {
	BLOCK_BYTES = 1024,
	LARGE_BYTES = 4 * 1024, /* what is larger has a block of its own */
	HUGE_BYTES = 2 * 1024 * 1024,
};

struct arena_block {
	struct arena_block *next;
	size_t used, size;
	bool alone, mapped;
	alignas(max_align_t) char bytes[];
};

static _Noreturn void
out_of_memory(void)
{
	fputs("out of memory\n", stderr);
	abort();
}

/* BYTES, all zero, from where a huge page can start. */
static void *
map(size_t bytes)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE), before;
	char *place;

	bytes = (bytes + page - 1) / page * page;
	place = mmap(NULL, bytes + HUGE_BYTES, PROT_READ | PROT_WRITE,
		     MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (place == MAP_FAILED)
		return NULL;
	before = -(uintptr_t)place % HUGE_BYTES;
	if (before)
		munmap(place, before);
	munmap(place + before + bytes, HUGE_BYTES - before);
	/* Where the kernel has none, small pages do. */
	madvise(place + before, bytes, MADV_HUGEPAGE);
	return place + before;
}

/* BYTES with the head of the block. */
static struct arena_block *
block_new(size_t bytes)
{
	bool mapped = bytes >= HUGE_BYTES;
	struct arena_block *block = mapped ? map(bytes) : calloc(1, bytes);

	if (!block)
		out_of_memory();
	block->size = bytes - sizeof(*block);
	block->mapped = mapped;
	return block;
}

static void
block_free(struct arena_block *block)
{
	if (block->mapped)
		munmap(block, sizeof(*block) + block->size);
	else
		free(block);
}

static struct arena_block *
block_add(struct arena *arena, size_t size)
{
	struct arena_block *first = arena->blocks, *block;
	size_t bytes = BLOCK_BYTES;

	if (first && !first->alone)
		bytes = sizeof(*block) + first->size;
	if (bytes < HUGE_BYTES && first)
		bytes *= 2;
	while (bytes - sizeof(*block) < size)
		bytes *= 2;
	block = block_new(bytes);
	block->next = first;
	arena->blocks = block;
	return block;
}

/* The block of a large thing goes behind the first, so that the room left in the
 * first is not lost. */
static struct arena_block *
block_add_alone(struct arena *arena, size_t size)
{
	struct arena_block **link =
		arena->blocks ? &arena->blocks->next : &arena->blocks;
	struct arena_block *block = block_new(sizeof(*block) + size);

	block->alone = true;
	block->next = *link;
	*link = block;
	return block;
}

static struct arena_block *
block_for(struct arena *arena, size_t size)
{
	struct arena_block *first = arena->blocks;

	if (first && first->size - first->used >= size)
		return first;
	return size > LARGE_BYTES ? block_add_alone(arena, size)
				  : block_add(arena, size);
}

void *
arena_alloc(struct arena *arena, size_t size)
{
	const size_t align = alignof(max_align_t);
	struct arena_block *block;
	void *place;

	if (size > SIZE_MAX / 2)
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
	if (*link && (*link)->alone) {
		struct arena_block *block = *link;

		*link = block->next;
		block_free(block);
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
arena_empty(struct arena *arena)
{
	struct arena_block *first = arena->blocks;
	struct arena rest;

	if (!first || first->alone) {
		arena_free(arena);
		return;
	}
	rest.blocks = first->next;
	arena_free(&rest);
	first->next = NULL;
	memset(first->bytes, 0, first->used);
	first->used = 0;
}

void
arena_free(struct arena *arena)
{
	while (arena->blocks) {
		struct arena_block *next = arena->blocks->next;

		block_free(arena->blocks);
		arena->blocks = next;
	}
}
