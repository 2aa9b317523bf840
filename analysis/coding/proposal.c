#include "proposal.h"

#include <stdbool.h>
#include <string.h>

#include "arena.h"
#include "reading.h"
#include "slug.h"
#include "text/lexicon.h"
#include "text/stem.h"
#include "text/tokenise.h"
#include "themes/theme.h"

size_t
proposal_answers_differ(const struct coding_answer *answers, size_t count)
{
	struct arena scratch = { 0 };
	struct theme_text *copies =
		arena_array(&scratch, count, sizeof(*copies));
	size_t different;

	for (size_t i = 0; i < count; i++)
		copies[i] =
			(struct theme_text){ answers[i].text,
					     tongue_of(answers[i].language) };
	different = theme_answers_differ(copies, count);
	arena_free(&scratch);
	return different;
}

/* What is looked for, and found so far. */
struct search {
	struct arena *arena;
	const struct codeframe *codeframe;
	const struct codeframe_question *question;
	const struct measured *measured;
	const struct proposal_wish *wish;
	size_t different; /* answers */
	struct codeframe_theme *themes;
	size_t count, room;
};

/* Answers that are searched together: in one language and, if OPTION, of those
 * who chose it. */
struct group {
	enum language language;
	const struct option *option;
};

/* --- names ---------------------------------------------------------------- */

static bool
id_is_among(const char *id, const struct codeframe_theme *themes, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!strcmp(themes[i].id, id))
			return true;
	return false;
}

static bool
id_was_proposed(const char *id, const struct codeframe *codeframe,
		const char *question)
{
	for (size_t i = 0; codeframe && i < codeframe->proposal_count; i++)
		if (!strcmp(codeframe->proposals[i].question, question) &&
		    !strcmp(codeframe->proposals[i].id, id))
			return true;
	return false;
}

static bool
id_is_taken(const struct search *search, const char *id)
{
	const struct codeframe_question *question = search->question;

	return !strcmp(id, CODEFRAME_OTHER) ||
	       id_is_among(id, question->themes, question->theme_count) ||
	       id_is_among(id, search->themes, search->count) ||
	       id_was_proposed(id, search->codeframe, question->id);
}

/* An id from the label, with a number if it is taken. */
static const char *
make_id(const struct search *search, const char *label)
{
	const char *plain = slug_of(search->arena, label);
	const char *id;

	if (!*plain)
		plain = "theme";
	id = plain;
	for (size_t number = 2; id_is_taken(search, id); number++)
		id = arena_format(search->arena, "%s-%zu", plain, number);
	return id;
}

static bool
label_is_among(const char *label, const struct codeframe_theme *themes,
	       size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!strcmp(phrase_in(&themes[i].label, LANGUAGE_EN, NULL),
			    label))
			return true;
	return false;
}

static bool
label_is_taken(const struct search *search, const char *label)
{
	return label_is_among(label, search->question->themes,
			      search->question->theme_count) ||
	       label_is_among(label, search->themes, search->count);
}

/* The label as it was found, with what tells the theme from another that has the
 * same: whose it is, the language, a number. */
static const char *
make_label(const struct search *search, const char *found, struct group group)
{
	struct arena *arena = search->arena;
	const char *label = found;

	if (group.option)
		label = arena_format(arena, "%s (%s)", label,
				     phrase_in(&group.option->label,
					       group.language, NULL));
	else if (label_is_taken(search, label))
		label = arena_format(arena, "%s (%s)", label,
				     language_code(group.language));
	found = label;
	for (size_t number = 2; label_is_taken(search, label); number++)
		label = arena_format(arena, "%s %zu", found, number);
	return label;
}

/* --- searching ------------------------------------------------------------ */

static struct theme_text *
answers_of(struct arena *arena, const struct measured *measured,
	   struct group group, size_t *count)
{
	struct theme_text *answers =
		arena_array(arena, measured->count, sizeof(*answers));

	*count = 0;
	for (size_t i = 0; i < measured->count; i++) {
		const struct coding_answer *answer = &measured->answers[i];

		if (answer->language == group.language &&
		    (!group.option ||
		     coding_chose(answer, group.option->value)))
			answers[(*count)++] = (struct theme_text){
				answer->text, tongue_of(answer->language)
			};
	}
	return answers;
}

/* How many themes to look for among the answers of one group. */
static size_t
share_of(const struct search *search, size_t answers)
{
	size_t wanted = search->wish->themes, all = search->different;

	if (!wanted || (answers < THEME_ANSWERS_MIN && answers < all))
		return 0;
	return (wanted * answers + all / 2) / all;
}

static void
add_theme(struct search *search, const struct theme *theme, struct group group)
{
	const char *label = make_label(search, theme->label, group);
	struct codeframe_theme added = {
		.id = make_id(search, label),
		.stance = group.option ? group.option->value : NULL,
		.words = theme->words,
		.word_count = theme->word_count,
		.enough_count = theme->enough_count,
	};

	added.label.text[group.language] = label;
	if (search->count == search->room) {
		search->room = search->room * 2 + 16;
		search->themes =
			arena_grow(search->arena, search->themes, search->count,
				   search->room, sizeof(*search->themes));
	}
	search->themes[search->count++] = added;
}

static void
search_group(struct search *search, struct group group)
{
	struct arena scratch = { 0 };
	size_t count;
	const struct theme_text *answers =
		answers_of(&scratch, search->measured, group, &count);
	size_t different = theme_answers_differ(answers, count);
	struct themes found = { 0 };
	size_t wanted = share_of(search, different);

	/* As many as fit, or a share of those that were asked for. */
	if (!search->wish->themes || wanted)
		found = theme_find(search->arena, answers, count, wanted);
	for (size_t i = 0; i < found.count; i++)
		if (found.items[i].word_count &&
		    search->question->theme_count + search->count <
			    READING_ITEMS_MAX)
			add_theme(search, &found.items[i], group);
	arena_free(&scratch);
}

/* Languages share no words, so each has themes of its own. */
size_t
proposal_find(struct arena *arena, const struct codeframe *codeframe,
	      const struct codeframe_question *question,
	      const struct measured *measured, const struct proposal_wish *wish,
	      struct codeframe_theme **themes)
{
	struct search search = {
		.arena = arena,
		.codeframe = codeframe,
		.question = question,
		.measured = measured,
		.wish = wish,
		.different = proposal_answers_differ(measured->answers,
						     measured->count),
	};
	const struct question *explained =
		wish->by_stance ? measured->explained : NULL;

	for (int language = 0; language < LANGUAGE_COUNT; language++) {
		struct group group = { .language = (enum language)language };

		if (!explained)
			search_group(&search, group);
		for (size_t i = 0; explained && i < explained->option_count;
		     i++) {
			group.option = &explained->options[i];
			search_group(&search, group);
		}
	}
	*themes = search.themes;
	return search.count;
}

/* --- memory --------------------------------------------------------------- */

/* The stems of words and phrases, in one language. */
struct stems {
	struct arena *arena;
	struct stemmer *stemmer;
	struct lexicon lexicon;
	enum tongue tongue;
};

static const char *
stem_of(const struct stems *stems, const char *text, struct token token)
{
	return stemmer_stem(stems->stemmer, stems->arena, stems->tongue,
			    token_word(stems->arena, text + token.start,
				       token.end - token.start));
}

static void
add_stems(struct stems *stems, const char *text)
{
	struct tokens tokens = tokenise(stems->arena, text);

	for (size_t i = 0; i < tokens.count; i++) {
		const char *stem = stem_of(stems, text, tokens.items[i]);

		lexicon_add(&stems->lexicon, stems->tongue, stem, strlen(stem));
	}
}

/* Whether all stems of a word or phrase are there. */
static bool
has_stems(const struct stems *stems, const char *text)
{
	struct tokens tokens = tokenise(stems->arena, text);

	for (size_t i = 0; i < tokens.count; i++) {
		const char *stem = stem_of(stems, text, tokens.items[i]);

		if (lexicon_find(&stems->lexicon, stems->tongue, stem,
				 strlen(stem)) == LEXICON_NONE)
			return false;
	}
	return true;
}

static void
add_proposals(struct stems *stems, const struct codeframe *codeframe,
	      const char *question)
{
	for (size_t i = 0; i < codeframe->proposal_count; i++) {
		const struct codeframe_proposal *proposal =
			&codeframe->proposals[i];

		if (strcmp(proposal->question, question) != 0)
			continue;
		for (size_t j = 0; j < proposal->word_count; j++)
			add_stems(stems, proposal->words[j]);
	}
}

bool
proposal_is_known(const struct codeframe *codeframe, const char *question,
		  const struct codeframe_theme *theme)
{
	struct arena arena = { 0 };
	struct stems stems = { .arena = &arena,
			       .stemmer = stemmer_new(),
			       .lexicon.arena = &arena };
	size_t count =
		theme->enough_count ? theme->enough_count : theme->word_count;
	size_t known = 0;
	enum language language;

	phrase_in(&theme->label, LANGUAGE_EN, &language);
	stems.tongue = tongue_of(language);
	add_proposals(&stems, codeframe, question);
	for (size_t i = 0; i < count; i++)
		known += has_stems(&stems, theme->words[i]);
	stemmer_free(stems.stemmer);
	arena_free(&arena);
	return 2 * known >= count;
}
