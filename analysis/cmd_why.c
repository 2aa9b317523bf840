#include "commands.h"

#include <string.h>

#include "arena.h"
#include "coding/codeframe.h"
#include "coding/store_look.h"
#include "error.h"
#include "json.h"
#include "looking.h"
#include "str.h"
#include "text/marking.h"
#include "utf8.h"

/* A response with what explains its codings. */
struct explained {
	struct study *study;
	const char *reference;
	const char *slug;
	struct looking looking;
	const struct codeframe *codeframe; /* NULL: none, or it does not fit */
	struct looked_text *texts; /* that are told, in the order of the form */
	size_t text_count;
};

/* --- what is told --------------------------------------------------------- */

static const struct question *
question_of(const struct explained *explained, const struct looked_text *text)
{
	const char *part;

	return consultation_field(explained->looking.consultation,
				  text->question, &part);
}

/* Answers to a question that the newest version does not ask are told too. */
static bool
is_told(const struct explained *explained, const struct looked_text *text)
{
	const struct question *question = question_of(explained, text);

	return !question || question->type == QUESTION_LONG_TEXT;
}

static const char *
title_of(const struct explained *explained, const struct looked_text *text)
{
	const struct question *question = question_of(explained, text);

	return question ? phrase_in(&question->title, LANGUAGE_EN, NULL)
			: "no longer asked";
}

/* The theme in the codeframe; NULL: "other", or there is no codeframe to read. */
static const struct codeframe_theme *
theme_of(const struct explained *explained, const struct looked_text *text,
	 const struct coded_theme *coded)
{
	const struct codeframe_question *question =
		explained->codeframe ? codeframe_question(explained->codeframe,
							  text->question)
				     : NULL;

	for (size_t i = 0; question && i < question->theme_count; i++)
		if (strcmp(question->themes[i].id, coded->id) == 0)
			return &question->themes[i];
	return NULL;
}

/* Its label in the codeframe, or its id. */
static const char *
label_of(const struct explained *explained, const struct looked_text *text,
	 const struct coded_theme *coded)
{
	const struct codeframe_theme *theme = theme_of(explained, text, coded);

	return theme ? phrase_in(&theme->label, LANGUAGE_EN, NULL) : coded->id;
}

/* The themes of TEXT in the order of the codeframe, then those that it does not
 * have. */
static const struct coded_theme *
order_themes(const struct explained *explained, const struct looked_text *text)
{
	struct coded_theme *ordered =
		arena_array(explained->study->arena, text->theme_count,
			    sizeof(*ordered));
	const struct codeframe_question *question =
		explained->codeframe ? codeframe_question(explained->codeframe,
							  text->question)
				     : NULL;
	size_t count = 0;

	for (size_t i = 0; question && i < question->theme_count; i++)
		for (size_t j = 0; j < text->theme_count; j++)
			if (theme_of(explained, text, &text->themes[j]) ==
			    &question->themes[i])
				ordered[count++] = text->themes[j];
	for (size_t j = 0; j < text->theme_count; j++)
		if (!theme_of(explained, text, &text->themes[j]))
			ordered[count++] = text->themes[j];
	return ordered;
}

static void
choose_texts(struct explained *explained,
	     const struct looked_response *response)
{
	const struct looking *looking = &explained->looking;

	explained->texts =
		arena_array(explained->study->arena, response->text_count,
			    sizeof(*explained->texts));
	for (size_t i = 0; i < looking->question_count; i++)
		for (size_t j = 0; j < response->text_count; j++) {
			struct looked_text text = response->texts[j];

			if (strcmp(text.question, looking->questions[i]) != 0 ||
			    !is_told(explained, &text))
				continue;
			text.themes = order_themes(explained, &text);
			explained->texts[explained->text_count++] = text;
		}
}

static const char *
words_of(struct arena *arena, const struct looked_text *text,
	 const struct coding_reason *reason)
{
	return utf8_line(arena, text->answer.text + reason->start,
			 reason->end - reason->start);
}

/* --- on the terminal ------------------------------------------------------ */

static void
print_theme(const struct explained *explained, const struct looked_text *text,
	    const struct coded_theme *theme)
{
	printf("  %s: ", label_of(explained, text, theme));
	if (strcmp(theme->id, CODEFRAME_OTHER) == 0)
		fputs("none of the codeframe's words", stdout);
	for (size_t i = 0; i < theme->reason_count; i++)
		printf("%s%s", i ? ", " : "",
		       words_of(explained->study->arena, text,
				&theme->reasons[i]));
	putchar('\n');
}

static void
print_text(const struct explained *explained, const struct looked_text *text)
{
	const struct study *study = explained->study;
	struct marking marking = { .arena = study->arena,
				   .on = command_mark(study, true),
				   .off = command_mark(study, false) };

	for (size_t i = 0; i < text->theme_count; i++)
		for (size_t j = 0; j < text->themes[i].reason_count; j++)
			marking_add(&marking, text->themes[i].reasons[j].start,
				    text->themes[i].reasons[j].end);
	printf("\n%s: %s\n\n%s\n", text->question, title_of(explained, text),
	       marking_text(&marking, text->answer.text, "    "));
	if (!text->theme_count)
		puts("  not coded yet: `greenpaper code` gives it its themes");
	for (size_t i = 0; i < text->theme_count; i++)
		print_theme(explained, text, &text->themes[i]);
}

static void
print_response(const struct explained *explained)
{
	printf("%s, %s\n", explained->reference, explained->slug);
	for (size_t i = 0; i < explained->text_count; i++)
		print_text(explained, &explained->texts[i]);
	if (!explained->text_count)
		puts("This response has no long answer.");
}

/* --- as JSON -------------------------------------------------------------- */

static void
write_theme(const struct explained *explained, struct json_writer *json,
	    const struct looked_text *text, const struct coded_theme *theme)
{
	json_begin(json, '{');
	json_pair(json, "id", theme->id);
	json_pair(json, "label", label_of(explained, text, theme));
	json_key(json, "why");
	json_begin(json, '[');
	for (size_t i = 0; i < theme->reason_count; i++) {
		const struct coding_reason *reason = &theme->reasons[i];

		json_begin(json, '{');
		json_pair_number(json, "start", (long long)reason->start);
		json_pair_number(json, "end", (long long)reason->end);
		json_pair(json, "text",
			  words_of(explained->study->arena, text, reason));
		json_end(json, '}');
	}
	json_end(json, ']');
	json_end(json, '}');
}

static void
write_text(const struct explained *explained, struct json_writer *json,
	   const struct looked_text *text)
{
	json_begin(json, '{');
	json_pair(json, "question", text->question);
	json_pair(json, "language", language_code(text->answer.language));
	json_pair(json, "text", text->answer.text);
	json_key(json, "coded");
	json_write_truth(json, text->theme_count > 0);
	json_key(json, "themes");
	json_begin(json, '[');
	for (size_t i = 0; i < text->theme_count; i++)
		write_theme(explained, json, text, &text->themes[i]);
	json_end(json, ']');
	json_end(json, '}');
}

static void
write_response(const struct explained *explained)
{
	struct str out = { .arena = explained->study->arena };
	struct json_writer json = { .out = &out };

	json_begin(&json, '{');
	json_pair(&json, "reference", explained->reference);
	json_pair(&json, "consultation", explained->slug);
	json_key(&json, "answers");
	json_begin(&json, '[');
	for (size_t i = 0; i < explained->text_count; i++)
		write_text(explained, &json, &explained->texts[i]);
	json_end(&json, ']');
	json_end(&json, '}');
	puts(out.text);
}

/* --- the command ---------------------------------------------------------- */

/* As it is written in the database: people write it in small letters, and in
 * groups. */
static const char *
reference_of(struct arena *arena, const char *written)
{
	struct str reference = { .arena = arena };

	str_text(&reference, "");
	for (; *written; written++) {
		if (*written >= 'a' && *written <= 'z')
			str_char(&reference, (char)(*written - 'a' + 'A'));
		else if (*written != ' ' && *written != '-')
			str_char(&reference, *written);
	}
	return reference.text;
}

int
cmd_why(struct study *study, int argc, char **argv)
{
	struct explained explained = { .study = study };
	struct looked_response response;
	bool as_json = false;
	struct error err = { 0 };
	const struct command_option options[] = {
		{ .name = "json", .truth = &as_json }, { 0 }
	};
	struct command_line line = { .options = options,
				     .operands_min = 1,
				     .operands_max = 1 };

	if (!command_parse(argc, argv, &line))
		return 2;
	explained.reference = reference_of(study->arena, line.operands[0]);
	if (!store_look_response(study->db, study->arena, explained.reference,
				 &response, &err) ||
	    !looking_open(study, response.slug, NULL, &explained.looking, &err))
		return command_failed(argv[0], &err);
	explained.slug = response.slug;
	/* Without one, or when it does not fit any more, ids serve as labels. */
	explained.codeframe =
		looking_codeframe(study, explained.looking.consultation, &err);
	choose_texts(&explained, &response);
	if (as_json)
		write_response(&explained);
	else
		print_response(&explained);
	return 0;
}
