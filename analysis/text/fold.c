#include "fold.h"

#include <string.h>

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

/* The folded length of TEXT, which now stands at PLACE; or -1 if it holds what
 * utf8_fold must see. */
static ptrdiff_t
fold_quickly(char *place, const unsigned char *text)
{
	ptrdiff_t len = 0;
	char last = ' ';

	for (; *text; text++) {
		char byte = ' ';

		if (*text < 0x80) {
			byte = of_ascii[*text];
		} else {
			size_t sign = sign_len(text);

			if (!sign)
				return -1;
			text += sign - 1;
		}
		place[len] = byte;
		len += (byte != ' ') | (last != ' ');
		last = byte;
	}
	return len && last == ' ' ? len - 1 : len;
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
	ptrdiff_t len;

	make_room(fold, strlen(text));
	len = fold_quickly(fold->place, (const unsigned char *)text);
	if (len < 0) {
		struct arena scratch = { 0 };
		const char *folded = utf8_fold(&scratch, text);

		len = (ptrdiff_t)strlen(folded);
		make_room(fold, (size_t)len);
		memcpy(fold->place, folded, (size_t)len);
		arena_free(&scratch);
	}
	fold->place[len] = ' ';
	fold->text = fold->place;
	fold->len = (size_t)len;
}

void
fold_free(struct fold *fold)
{
	arena_free(&fold->arena);
	*fold = (struct fold){ 0 };
}
