#include "expression.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "str.h"
#include "text/lead_in.h"
#include "text/lexicon.h"
#include "text/tokenise.h"
#include "text/vocabulary.h"
#include "themes/nominee.h"
#include "themes/passage.h"
#include "themes/reading.h"

/* --- how often they stand everywhere -------------------------------------- */

struct writing {
	const char *text, *plain; /* as written; in lower case */
	size_t count, inside;	  /* not at the start of a sentence */
};

/* An expression of a theme on its way. */
struct counted {
	struct expression expression;
	size_t next; /* of the same key, another theme's: plus 1, or 0 */
	struct writing *writings;
	size_t writing_count, writing_room;
};

struct table {
	struct lexicon keys;
	size_t *first; /* of each key: a counted expression */
	size_t *last;  /* of each key: passage that was counted last, plus 1 */
	struct counted *counted;
	size_t count;
	unsigned char *longest; /* of each stem: tokens of the longest
				   expression that begins with it */
	size_t stem_count;
	struct str writing; /* of the expression at hand */
};

static void
make_stem_room(struct table *table, size_t count)
{
	if (count <= table->stem_count)
		return;
	table->longest = arena_grow(table->keys.arena, table->longest,
				    table->stem_count, count, 1);
	table->stem_count = count;
}

static void
add_nominees(struct table *table, const struct nominee *nominees, size_t count,
	     uint32_t theme)
{
	for (size_t i = 0; i < count; i++) {
		const char *bytes = nominees[i].bytes;
		size_t key = lexicon_add(&table->keys, TONGUE_NONE, bytes,
					 strlen(bytes));
		struct counted *counted = &table->counted[table->count];

		counted->expression.theme = theme;
		counted->expression.word_count = nominees[i].word_count;
		counted->expression.stem_count = nominees[i].token_count;
		counted->next = table->first[key];
		table->first[key] = ++table->count;
		if (table->longest[nominees[i].first] < nominees[i].token_count)
			table->longest[nominees[i].first] =
				(unsigned char)nominees[i].token_count;
	}
}

static bool
is_ascii(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)text[i] >= 0x80)
			return false;
	return true;
}

static void
add_spelling(struct str *text, const char *word, size_t len)
{
	struct arena scratch = { 0 };

	if (is_ascii(word, len))
		str_add(text, word, len);
	else
		str_text(text, token_spelling(&scratch, word, len));
	arena_free(&scratch);
}

static const char *
write_text(struct str *text, const struct reading *reading, size_t index,
	   size_t count)
{
	text->len = 0;
	for (size_t i = index; i < index + count; i++) {
		const struct word *word = &reading->words[i];

		if (i > index)
			str_char(text,
				 reading_is_tied(reading, i - 1) ? '-' : ' ');
		add_spelling(text, reading->text + word->start,
			     word->end - word->start);
	}
	return text->text;
}

static void
count_writing(struct str *writing, struct counted *counted,
	      const struct reading *reading, size_t index)
{
	const char *text = write_text(writing, reading, index,
				      counted->expression.stem_count);
	size_t at = 0;

	while (at < counted->writing_count &&
	       strcmp(counted->writings[at].text, text) != 0)
		at++;
	if (at == counted->writing_count) {
		if (at == counted->writing_room) {
			counted->writing_room = at ? at * 2 : 2;
			counted->writings =
				arena_grow(writing->arena, counted->writings,
					   at, counted->writing_room,
					   sizeof(*counted->writings));
		}
		counted->writing_count++;
		counted->writings[at].text = arena_string(writing->arena, text);
		counted->writings[at].plain =
			token_word(writing->arena, text, strlen(text));
	}
	counted->writings[at].count++;
	counted->writings[at].inside += index > 0;
}

/* The word before INDEX that nothing parts from it; or NULL. */
static const char *
word_before(const struct reading *reading, size_t index)
{
	return index && token_adjoins(reading->text,
				      reading->words[index - 1].end,
				      reading->words[index].start)
		       ? reading_word(reading, index - 1)
		       : NULL;
}

static void
count_lead_in(struct expression *expression, const struct reading *reading,
	      size_t index)
{
	const char *before = word_before(reading, index);
	enum lead_in lead_in;

	if (!before)
		return;
	lead_in = lead_in_of(expression->tongue, before);
	expression->nouns += lead_in == LEAD_IN_NOUN;
	expression->verbs += lead_in == LEAD_IN_VERB;
}

/* Whether a number stands before the expression at INDEX and counts it. */
static bool
is_counted(const struct reading *reading, size_t index)
{
	const char *before = word_before(reading, index);

	return before && *before >= '0' && *before <= '9';
}

/* Whether the expression of COUNT tokens at INDEX stands for itself: in "the present
 * procedure" the present does not, nor do years in "17 years". */
static bool
is_head(const struct reading *reading, size_t index, size_t count)
{
	size_t last = index + count - 1;

	if (is_counted(reading, index))
		return false;
	return last + 1 == reading->count ||
	       !token_adjoins(reading->text, reading->words[last].end,
			      reading->words[last + 1].start) ||
	       reading_kind(reading, last + 1) == STOPWORD_STOP;
}

/* Whether a word inside makes the expression a sentence: "is", "should", "they"; but
 * "duty to inform" is a name. */
static bool
makes_sentence(const struct reading *reading, size_t index, size_t count,
	       enum tongue tongue)
{
	for (size_t i = index; i < index + count; i++)
		if (reading->words[i].stem == WORD_NONE &&
		    lead_in_of(tongue, reading_word(reading, i)) ==
			    LEAD_IN_VERB &&
		    strcmp(reading_word(reading, i), "to") != 0)
			return true;
	return false;
}

static void
count_own(const struct material *material, struct str *writing,
	  struct counted *counted, const struct reading *reading,
	  const struct passage *passage, size_t index)
{
	struct expression *expression = &counted->expression;

	if (!expression->own) {
		expression->tongue = passage->tongue;
		for (size_t i = 0; i < expression->stem_count; i++)
			expression->stems[i] = reading_stem(reading, index + i);
		expression->has_keyterm =
			material_tells(material, reading, index,
				       expression->stem_count,
				       expression->theme) > 1;
		expression->is_sentence =
			makes_sentence(reading, index, expression->stem_count,
				       passage->tongue);
	}
	expression->own++;
	expression->heads += is_head(reading, index, expression->stem_count);
	count_lead_in(expression, reading, index);
	count_writing(writing, counted, reading, index);
}

/* The expression of COUNT tokens at INDEX, if any theme has it. */
static void
count_at(const struct material *material, struct table *table,
	 const struct reading *reading, size_t passage, size_t index,
	 size_t count)
{
	const struct passage *read = &material->passages->items[passage];
	char key[READING_KEY_BYTES];
	size_t len = reading_key(reading, index, count, key);
	size_t number = lexicon_find(&table->keys, TONGUE_NONE, key, len);

	if (number == LEXICON_NONE || table->last[number] == passage + 1)
		return;
	table->last[number] = passage + 1;
	for (size_t at = table->first[number]; at;
	     at = table->counted[at - 1].next) {
		struct counted *counted = &table->counted[at - 1];

		counted->expression.total++;
		if (counted->expression.theme == read->theme)
			count_own(material, &table->writing, counted, reading,
				  read, index);
	}
}

/* How many tokens an expression has at most that begins at INDEX. */
static size_t
longest_at(const struct table *table, const struct reading *reading,
	   size_t index)
{
	uint32_t stem = reading_stem(reading, index);
	size_t left = reading->count - index, longest;

	if (reading_kind(reading, index) == STOPWORD_STOP ||
	    stem >= table->stem_count)
		return 0;
	longest = table->longest[stem];
	return longest < left ? longest : left;
}

static void
count_all(const struct material *material, struct table *table)
{
	for (size_t p = 0; p < material->passages->count; p++) {
		struct reading reading =
			reading_of(material->vocabulary,
				   &material->passages->items[p]);

		for (size_t i = 0; i < reading.count; i++) {
			size_t longest = longest_at(table, &reading, i);

			for (size_t n = 1; n <= longest; n++) {
				if (n > 1 &&
				    !token_adjoins(
					    reading.text,
					    reading.words[i + n - 2].end,
					    reading.words[i + n - 1].start))
					break;
				if (reading_words(&reading, i, n))
					count_at(material, table, &reading, p,
						 i, n);
			}
		}
	}
}

/* --- the result ----------------------------------------------------------- */

/* What stands inside sentences shows how an expression is written; else what is most
 * frequent, then the first in the alphabet, then small letters. */
static bool
is_better(const struct writing *a, const struct writing *b)
{
	int order;

	if (a->inside != b->inside)
		return a->inside > b->inside;
	if (a->count != b->count)
		return a->count > b->count;
	order = strcmp(a->plain, b->plain);
	return order ? order < 0 : strcmp(a->text, b->text) > 0;
}

/* Somebody raised their voice: longer than names in capitals are, as IRO. */
static bool
is_shouted(const char *text)
{
	size_t len = strlen(text);

	for (size_t i = 0; i < len; i++)
		if ((unsigned char)text[i] >= 0x80 ||
		    (text[i] >= 'a' && text[i] <= 'z'))
			return false;
	return len > 5;
}

static const char *
choose_text(const struct counted *counted)
{
	const struct writing *best = counted->writings;

	for (size_t i = 1; i < counted->writing_count; i++)
		if (is_better(&counted->writings[i], best))
			best = &counted->writings[i];
	return best->inside && !is_shouted(best->text) ? best->text
						       : best->plain;
}

static int
compare_expressions(const void *left, const void *right)
{
	const struct expression *a = left, *b = right;

	if (a->theme != b->theme)
		return a->theme < b->theme ? -1 : 1;
	if (a->own != b->own)
		return a->own > b->own ? -1 : 1;
	return strcmp(a->text, b->text);
}

static struct expressions
finish(const struct table *table, struct arena *arena)
{
	struct expression *items =
		arena_array(arena, table->count, sizeof(*items));
	size_t count = 0;

	for (size_t i = 0; i < table->count; i++) {
		const struct counted *counted = &table->counted[i];

		if (!counted->expression.own)
			continue;
		items[count] = counted->expression;
		items[count++].text = arena_string(arena, choose_text(counted));
	}
	if (count)
		qsort(items, count, sizeof(*items), compare_expressions);
	return (struct expressions){ items, count };
}

struct expressions
expression_find(struct arena *arena, struct vocabulary *vocabulary,
		const struct passages *passages, const unsigned char *telling,
		size_t size, size_t theme_count)
{
	struct arena scratch = { 0 };
	struct material material = { vocabulary, passages, telling, size,
				     theme_count };
	struct table table = { .keys.arena = &scratch,
			       .writing.arena = &scratch };
	struct expressions expressions;
	struct nominee *kept =
		arena_array(&scratch, NOMINEES_MAX, sizeof(*kept));
	size_t most = theme_count * NOMINEES_MAX;

	table.first = arena_array(&scratch, most, sizeof(*table.first));
	table.last = arena_array(&scratch, most, sizeof(*table.last));
	table.counted = arena_array(&scratch, most, sizeof(*table.counted));
	for (size_t k = 0; k < theme_count; k++) {
		size_t count =
			nominee_find(&material, &scratch, (uint32_t)k, kept);

		make_stem_room(&table, vocabulary_size(vocabulary));
		add_nominees(&table, kept, count, (uint32_t)k);
	}
	count_all(&material, &table);
	expressions = finish(&table, arena);
	arena_free(&scratch);
	return expressions;
}
