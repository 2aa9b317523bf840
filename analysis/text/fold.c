#include "fold.h"

#include <stdbool.h>
#include <string.h>

#include "bytes.h"
#include "utf8.h"

/* What becomes of each byte of ASCII. */
static const char of_ascii[] = "                                "
			       "                0123456789      "
			       " abcdefghijklmnopqrstuvwxyz     "
			       " abcdefghijklmnopqrstuvwxyz     ";

/* How many bytes the sign at TEXT has if it is one that texts in English hold
 * and that utf8_fold makes a space, whatever stands beside it: U+2010 to U+2027
 * (dashes, quotation marks, dots), the no-break space and the pound.  Else 0. */
static size_t
sign_len(const unsigned char *text)
{
	if (text[0] == 0xe2)
		return text[1] == 0x80 && text[2] >= 0x90 && text[2] <= 0xa7
			       ? 3
			       : 0;
	return text[0] == 0xc2 && (text[1] == 0xa0 || text[1] == 0xa3) ? 2 : 0;
}

/* Eight bytes of ASCII: letters small, what is neither letter nor digit a space;
 * the top bits of *SPACES tell which.  Bytes before one that is no ASCII are right,
 * too. */
static uint64_t
fold_eight(uint64_t eight, uint64_t *spaces)
{
	uint64_t small = eight | EACH_BYTE(0x20);
	uint64_t letters = (small + EACH_BYTE(0x80 - 'a')) &
			   ~(small + EACH_BYTE(0x80 - 'z' - 1));
	uint64_t digits = (eight + EACH_BYTE(0x80 - '0')) &
			  ~(eight + EACH_BYTE(0x80 - '9' - 1));
	uint64_t kept = (letters | digits) & EACH_BYTE(0x80);
	uint64_t mask = (kept >> 7) * 0xff;

	*spaces = kept ^ EACH_BYTE(0x80);
	return (small & mask) | (EACH_BYTE(' ') & ~mask);
}

struct folding {
	char *place;
	size_t len;
	char last; /* what stands before: a space at the start */
};

/* Add at once as many of the eight bytes of TEXT as come before one that is not
 * ASCII, or that is a space behind a space; how many. */
static size_t
add_eight(struct folding *to, const char *text)
{
	uint64_t eight = bytes_get(text), spaces, stop;
	uint64_t folded = fold_eight(eight, &spaces);
	size_t count;

	stop = spaces & (spaces << 8 | (to->last == ' ' ? 0x80 : 0));
	stop |= eight & EACH_BYTE(0x80);
	count = stop ? (size_t)__builtin_ctzll(stop) / 8 : 8;
	bytes_put(to->place + to->len, folded);
	to->len += count;
	if (count)
		to->last = (char)(folded >> 8 * (count - 1));
	return count;
}

/* Add the character of TEXT; how many bytes it has, 0 if utf8_fold must see it. */
static size_t
add_one(struct folding *to, const unsigned char *text)
{
	size_t len = *text < 0x80 ? 1 : sign_len(text);
	char byte = *text < 0x80 ? of_ascii[*text] : ' ';

	to->place[to->len] = byte;
	to->len += (byte != ' ') | (to->last != ' ');
	to->last = byte;
	return len;
}

static bool
fold_quickly(struct folding *to, const char *text, size_t len)
{
	const char *end = text + len;

	while (text < end) {
		size_t step = end - text >= 8 ? add_eight(to, text) : 0;

		text += step;
		if (step == 8)
			continue;
		step = add_one(to, (const unsigned char *)text);
		if (!step)
			return false;
		text += step;
	}
	to->len -= to->len && to->last == ' ';
	return true;
}

static void
make_room(struct fold *fold, size_t len)
{
	if (fold->room > len)
		return;
	fold_free(fold);
	fold->room = len < 4096 ? 8192 : 2 * len;
	fold->place = arena_alloc(&fold->arena, fold->room + FOLD_AFTER);
}

void
fold_read(struct fold *fold, const char *text)
{
	size_t len = strlen(text);
	struct folding to = { .last = ' ' };

	make_room(fold, len);
	to.place = fold->place;
	if (!fold_quickly(&to, text, len)) {
		struct arena scratch = { 0 };
		const char *folded = utf8_fold(&scratch, text);

		to.len = strlen(folded);
		make_room(fold, to.len);
		memcpy(fold->place, folded, to.len);
		arena_free(&scratch);
	}
	fold->place[to.len] = ' ';
	fold->text = fold->place;
	fold->len = to.len;
}

void
fold_free(struct fold *fold)
{
	arena_free(&fold->arena);
	*fold = (struct fold){ 0 };
}
