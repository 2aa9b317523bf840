#include "commands.h"

#include <string.h>

#include "arena.h"
#include "error.h"
#include "json.h"
#include "progress.h"
#include "sheet.h"
#include "str.h"
#include "themes/theme.h"
#include "utf8.h"

struct request {
	struct sheet sheet;
	const size_t *documents; /* of each answer: the row that holds it */
	const size_t *answer_of; /* of each row, or THEME_NONE: it is blank */
	size_t answered;
	size_t wanted; /* 0: as many as fit */
	bool json;
};

/* Blank cells are nobody's answer; they are told as documents without themes. */
static struct theme_text *
take_answers(struct arena *arena, struct request *request)
{
	size_t count = request->sheet.count;
	struct theme_text *answers =
		arena_array(arena, count, sizeof(*answers));
	size_t *documents = arena_array(arena, count, sizeof(*documents));
	size_t *answer_of = arena_array(arena, count, sizeof(*answer_of));

	for (size_t i = 0; i < count; i++) {
		const char *text = request->sheet.texts[i];

		answer_of[i] = THEME_NONE;
		if (utf8_is_blank(text))
			continue;
		answer_of[i] = request->answered;
		documents[request->answered] = i;
		answers[request->answered++] =
			(struct theme_text){ text, request->sheet.tongue };
	}
	request->documents = documents;
	request->answer_of = answer_of;
	return answers;
}

static bool
check_wanted(const struct request *request, const struct theme_text *answers,
	     struct error *err)
{
	const size_t few = 10 * request->wanted;
	size_t different;

	if (!request->wanted)
		return true;
	if (few < request->answered &&
	    theme_answers_differ(answers, few) >= request->wanted)
		return true;
	different = theme_answers_differ(answers, request->answered);
	if (request->wanted <= different)
		return true;
	return error_set(err, ERROR_INPUT,
			 "%s has %zu different answer%s, which cannot hold %zu "
			 "themes: ask for at most %zu",
			 request->sheet.from, different,
			 different == 1 ? "" : "s", request->wanted, different);
}

static struct themes
find(struct arena *arena, const struct request *request,
     const struct theme_text *answers)
{
	struct progress *progress =
		progress_start(arena, "Finding themes", request->answered);
	struct themes themes;

	progress_at(progress, 0);
	themes = theme_find(arena, answers, request->answered, request->wanted);
	progress_at(progress, request->answered);
	progress_end(progress);
	return themes;
}

/* --- JSON ----------------------------------------------------------------- */

static void
write_texts(struct json_writer *json, const char *key, const char *const *texts,
	    size_t count)
{
	json_key(json, key);
	json_begin(json, '[');
	for (size_t i = 0; i < count; i++)
		json_write_text(json, texts[i]);
	json_end(json, ']');
}

static void
write_span(struct json_writer *json, struct theme_span span)
{
	json_pair_number(json, "start", (long long)span.start);
	json_pair_number(json, "end", (long long)span.end);
}

static void
write_spans(struct json_writer *json, const char *key,
	    const struct theme_span *spans, size_t count)
{
	json_key(json, key);
	json_begin(json, '[');
	for (size_t i = 0; i < count; i++) {
		json_begin(json, '{');
		write_span(json, spans[i]);
		json_end(json, '}');
	}
	json_end(json, ']');
}

static void
write_theme(struct json_writer *json, struct arena *arena,
	    const struct request *request, const struct theme *theme, size_t id)
{
	json_begin(json, '{');
	json_pair_number(json, "id", (long long)id);
	json_pair(json, "label", theme->label);
	write_texts(json, "words", theme->terms, theme->term_count);
	write_texts(json, "stems", theme->stems, theme->term_count);
	json_pair_number(json, "count", (long long)theme->count);
	json_key(json, "share");
	json_write_raw(json, arena_format(arena, "%.4f",
					  (double)theme->count /
						  (double)request->answered));
	json_key(json, "quotes");
	json_begin(json, '[');
	for (size_t i = 0; i < theme->quote_count; i++) {
		struct theme_span span = theme->quotes[i].span;
		size_t document = request->documents[theme->quotes[i].answer];

		json_begin(json, '{');
		json_pair_number(json, "document", (long long)document);
		write_span(json, span);
		json_pair(json, "text",
			  arena_copy(arena,
				     request->sheet.texts[document] +
					     span.start,
				     span.end - span.start));
		json_end(json, '}');
	}
	json_end(json, ']');
	json_end(json, '}');
}

/* A number, or null. */
static void
write_maybe(struct json_writer *json, const char *key, size_t number)
{
	json_key(json, key);
	if (number == THEME_NONE)
		json_write_raw(json, "null");
	else
		json_write_number(json, (long long)number);
}

static void
write_answer(struct json_writer *json, struct arena *arena,
	     const struct request *request, const struct theme_answer *answer,
	     size_t document)
{
	json_begin(json, '{');
	json_pair_number(json, "document", (long long)document);
	if (request->sheet.ids)
		json_pair(json, "id", request->sheet.ids[document]);
	else
		json_pair_number(json, "id", (long long)document);
	write_maybe(json, "main", answer->main);
	json_key(json, "themes");
	json_begin(json, '[');
	for (size_t i = 0; i < answer->given_count; i++) {
		const struct theme_given *given = &answer->given[i];

		json_begin(json, '{');
		json_pair_number(json, "id", (long long)given->theme);
		json_key(json, "weight");
		json_write_raw(json,
			       arena_format(arena, "%.4f", given->weight));
		write_spans(json, "clauses", given->clauses,
			    given->clause_count);
		write_spans(json, "why", given->why, given->why_count);
		json_end(json, '}');
	}
	json_end(json, ']');
	write_maybe(json, "copy_of",
		    answer->copy_of == THEME_NONE
			    ? THEME_NONE
			    : request->documents[answer->copy_of]);
	json_end(json, '}');
}

static void
print_json(const struct request *request, const struct themes *themes)
{
	static const struct theme_answer nobody = { .main = THEME_NONE,
						    .copy_of = THEME_NONE };
	struct arena arena = { 0 };
	struct str out = { .arena = &arena };
	struct json_writer json = { .out = &out };

	json_begin(&json, '{');
	json_pair_number(&json, "documents", (long long)request->sheet.count);
	json_pair_number(&json, "answered", (long long)request->answered);
	json_key(&json, "themes");
	json_begin(&json, '[');
	for (size_t i = 0; i < themes->count; i++)
		write_theme(&json, &arena, request, &themes->items[i], i);
	json_end(&json, ']');
	json_key(&json, "answers");
	json_begin(&json, '[');
	for (size_t i = 0; i < request->sheet.count; i++) {
		struct arena scratch = { 0 };

		write_answer(&json, &scratch, request,
			     request->answer_of[i] == THEME_NONE
				     ? &nobody
				     : &themes->answers[request->answer_of[i]],
			     i);
		fwrite(out.text, 1, out.len, stdout);
		out.len = 0;
		arena_free(&scratch);
	}
	json_end(&json, ']');
	json_end(&json, '}');
	puts(out.text);
	arena_free(&arena);
}

/* --- for people ----------------------------------------------------------- */

/* LEN bytes of an answer, its line ends as spaces. */
static char *
one_line(struct arena *arena, const char *text, size_t len)
{
	char *line = arena_copy(arena, text, len);

	for (size_t i = 0; i < len; i++)
		if ((unsigned char)line[i] < ' ')
			line[i] = ' ';
	return line;
}

static void
print_theme(const struct request *request, const struct theme *theme)
{
	struct arena arena = { 0 };

	printf("\n%s\n  %zu of %zu answers (%.1f%%)\n  ", theme->label,
	       theme->count, request->answered,
	       100 * (double)theme->count / (double)request->answered);
	for (size_t i = 0; i < theme->term_count; i++)
		printf("%s%s", i ? ", " : "", theme->terms[i]);
	puts("");
	for (size_t i = 0; i < theme->quote_count; i++) {
		const struct theme_quote *quote = &theme->quotes[i];
		size_t document = request->documents[quote->answer];

		printf("  row %zu: “%s”\n", document + 2,
		       one_line(&arena,
				request->sheet.texts[document] +
					quote->span.start,
				quote->span.end - quote->span.start));
	}
	arena_free(&arena);
}

static void
print_themes(const struct request *request, const struct themes *themes)
{
	size_t other = 0, copies = 0;

	for (size_t i = 0; i < themes->answer_count; i++) {
		other += !themes->answers[i].given_count;
		copies += themes->answers[i].copy_of != THEME_NONE;
	}
	if (request->answered < request->sheet.count)
		printf("Blank, and no answers: %zu of %zu rows.\n",
		       request->sheet.count - request->answered,
		       request->sheet.count);
	printf("%zu answers, %zu themes; %zu in none of them; %zu are copies "
	       "of others.\nAn answer may have several themes, so shares may "
	       "add up to more than 100%%.\n",
	       themes->answer_count, themes->count, other, copies);
	for (size_t i = 0; i < themes->count; i++)
		print_theme(request, &themes->items[i]);
}

/* Why there are none, and what to do. */
static bool
explain_none(const struct request *request, const struct theme_text *answers,
	     struct error *err)
{
	size_t count = request->answered;
	size_t different = theme_answers_differ(answers, count);

	if (!different)
		return error_set(err, ERROR_INPUT,
				 "no answer has a word in it: is \"%s\" the "
				 "column that holds them?",
				 request->sheet.text);
	if (count == 1)
		return error_set(err, ERROR_INPUT,
				 "1 answer is too few for themes: read it");
	if (different == 1)
		return error_set(err, ERROR_INPUT,
				 "%zu answers, all the same: read one of them",
				 count);
	if (!request->wanted && different < THEME_ANSWERS_MIN)
		return error_set(err, ERROR_INPUT,
				 "%zu different answers, and themes want %d: "
				 "read them, or ask for a number of themes "
				 "with --themes",
				 different, THEME_ANSWERS_MIN);
	return error_set(err, ERROR_INPUT,
			 "no words of these %zu answers come together often "
			 "enough to tell a theme: read them, and see whether "
			 "--lang is their language",
			 count);
}

int
cmd_themes_from(struct study *study, int argc, char **argv)
{
	struct request request = { 0 };
	struct theme_text *answers;
	struct themes themes;
	struct error err = { 0 };
	const char *wanted = NULL;
	const struct command_option options[] = {
		{ .name = "from", .value = &request.sheet.from },
		{ .name = "text", .value = &request.sheet.text },
		{ .name = "id", .value = &request.sheet.id },
		{ .name = "lang", .value = &request.sheet.lang },
		{ .name = "encoding", .value = &request.sheet.encoding },
		{ .name = "themes", .value = &wanted },
		{ .name = "json", .truth = &request.json },
		{ 0 }
	};
	struct command_line line = { .options = options };

	if (!command_parse(argc, argv, &line))
		return 2;
	if (wanted &&
	    !command_number(wanted, 1, THEME_WANTED_MAX, &request.wanted))
		return command_misused(argv[0],
				       "--themes is a number from 1 to 100");
	if (!sheet_read(&request.sheet, study->arena, &err))
		return command_failed(argv[0], &err);
	answers = take_answers(study->arena, &request);
	if (!check_wanted(&request, answers, &err))
		return command_failed(argv[0], &err);
	themes = find(study->arena, &request, answers);
	if (request.json) {
		print_json(&request, &themes);
		return 0;
	}
	if (!themes.count && !explain_none(&request, answers, &err))
		return command_failed(argv[0], &err);
	print_themes(&request, &themes);
	return 0;
}
