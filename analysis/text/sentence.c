#include "sentence.h"

#include <stdbool.h>
#include <string.h>

#include "arena.h"

static const char *const abbreviations[] = {
	"Dr", "Mr", "Mrs", "Ms",  "Prof", "Rev", "St",	   "Cllr", "vs",
	"cf", "al", "e.g", "i.e", "para", "pp",	 "approx", "etc",
};

static bool
is_letter(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* Whether the full stop at END stands behind an abbreviation. */
static bool
abbreviates(const char *text, size_t start, size_t end)
{
	size_t word = end;

	while (word > start && (is_letter(text[word - 1]) ||
				(text[word - 1] == '.' && word < end)))
		word--;
	if (end - word == 1 && text[word] != 'I')
		return true;
	for (size_t i = 0; i < sizeof(abbreviations) / sizeof(abbreviations[0]);
	     i++)
		if (strlen(abbreviations[i]) == end - word &&
		    !memcmp(text + word, abbreviations[i], end - word))
			return true;
	return false;
}

/* The length of the mark that may end a sentence here, or 0. */
static size_t
mark_len(const char *at)
{
	if (*at == '.' || *at == '!' || *at == '?')
		return 1;
	return strncmp(at, "…", strlen("…")) ? 0 : strlen("…");
}

/* The length of a closing quotation mark or bracket here, or 0. */
static size_t
closing_len(const char *at)
{
	if (*at == '"' || *at == '\'' || *at == ')' || *at == ']')
		return 1;
	if (!strncmp(at, "”", strlen("”")) || !strncmp(at, "’", strlen("’")))
		return strlen("”");
	return 0;
}

static bool
is_space(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n';
}

/* Whether the line end at AT parts two sentences: no small letter follows, or an
 * empty line is in it. */
static bool
line_parts(const char *text, size_t at)
{
	size_t lines = 0;

	for (; is_space(text[at]); at++)
		lines += text[at] == '\n';
	return lines > 1 || !(text[at] >= 'a' && text[at] <= 'z');
}

/* Where the sentence that began at START and reaches AT ends, if a mark or line
 * end at AT ends it; else 0. */
static size_t
sentence_end(const char *text, size_t start, size_t at)
{
	size_t end = at;

	if (text[at] == '\n')
		return line_parts(text, at) ? at : 0;
	if (!mark_len(text + at))
		return 0;
	while (mark_len(text + end))
		end += mark_len(text + end);
	while (closing_len(text + end))
		end += closing_len(text + end);
	if (!is_space(text[end]))
		return 0;
	if (text[at] == '.' && abbreviates(text, start, at))
		return 0;
	return end;
}

static void
add(struct sentence *items, size_t *count, const char *text, size_t start,
    size_t end)
{
	while (start < end && is_space(text[start]))
		start++;
	while (end > start && is_space(text[end - 1]))
		end--;
	if (start < end)
		items[(*count)++] = (struct sentence){ start, end };
}

struct sentences
sentences_split(struct arena *arena, const char *text)
{
	size_t len = strlen(text), count = 0, start = 0;
	struct sentence *items;

	for (size_t i = 0; i < len; i++)
		count += text[i] == '\n' || mark_len(text + i);
	items = arena_array(arena, count + 1, sizeof(*items));
	count = 0;
	for (size_t i = 0; i < len; i++) {
		size_t end = sentence_end(text, start, i);

		if (!end)
			continue;
		add(items, &count, text, start, end);
		start = end;
		i = end;
	}
	add(items, &count, text, start, len);
	return (struct sentences){ items, count };
}
