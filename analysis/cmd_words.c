#include "commands.h"

#include <string.h>

#include "arena.h"
#include "coding/store_look.h"
#include "error.h"
#include "file.h"
#include "json.h"
#include "looking.h"
#include "progress.h"
#include "report/telling.h"
#include "report/telling_chart.h"
#include "str.h"
#include "utf8.h"
#include "views.h"
#include "words.h"

struct comparison {
	struct study *study;
	const char *slug, *question, *group, *value, *svg;
	size_t top;
	struct looking looking;
	const char *closed; /* question that makes the group; NULL: the type */
	const char *label;  /* of the group */
	struct progress *progress;
	struct telling_answer *answers;
	size_t count, room;
	size_t not_stated; /* of the rest */
	struct telling telling;
};

/* --- the group ------------------------------------------------------------ */

static bool
find_type(struct comparison *comparison, struct error *err)
{
	const struct respondent_type *type =
		consultation_respondent_type(comparison->looking.consultation,
					     comparison->value);

	if (!looking_check_type(comparison->study, &comparison->looking,
				comparison->value, err))
		return false;
	comparison->label = phrase_in(&type->label, LANGUAGE_EN, NULL);
	return true;
}

static bool
no_group(const struct comparison *comparison, struct error *err)
{
	const struct consultation *consultation =
		comparison->looking.consultation;
	struct str list = { .arena = comparison->study->arena };

	str_text(&list, "respondent_type");
	for (size_t i = 0; i < consultation->question_count; i++)
		if (question_is_closed(&consultation->questions[i]))
			str_format(&list, ", %s",
				   consultation->questions[i].id);
	return error_set(err, ERROR_INPUT,
			 "--group %s makes no groups: it is one of %s",
			 comparison->group, list.text);
}

static bool
find_option(struct comparison *comparison, struct error *err)
{
	const struct question *question =
		consultation_question(comparison->looking.consultation,
				      comparison->group);
	const struct option *option;
	struct str list = { .arena = comparison->study->arena };

	if (!question || !question_is_closed(question))
		return no_group(comparison, err);
	option = question_option(question, comparison->value);
	if (option) {
		comparison->closed = question->id;
		comparison->label =
			phrase_in(&option->label, LANGUAGE_EN, NULL);
		return true;
	}
	for (size_t i = 0; i < question->option_count; i++)
		str_format(&list, "%s%s", i ? ", " : "",
			   question->options[i].value);
	return error_set(err, ERROR_INPUT,
			 "%s has no option \"%s\"; it has: %s", question->id,
			 comparison->value, list.text);
}

/* --- reading -------------------------------------------------------------- */

static bool
answer_found(void *context, const struct coding_answer *answer,
	     enum membership membership, struct error *err)
{
	struct comparison *comparison = context;
	struct arena *arena = comparison->study->arena;

	(void)err;
	if (comparison->count == comparison->room) {
		comparison->room =
			comparison->room ? comparison->room * 2 : 256;
		comparison->answers =
			arena_grow(arena, comparison->answers,
				   comparison->count, comparison->room,
				   sizeof(*comparison->answers));
	}
	comparison->answers[comparison->count++] = (struct telling_answer){
		.text = arena_string(arena, answer->text),
		.tongue = tongue_of(answer->language),
		.inside = membership == MEMBER_YES,
	};
	comparison->not_stated += membership == MEMBER_NOT_STATED;
	progress_at(comparison->progress, comparison->count);
	return true;
}

/* Two groups of which one has no answers cannot be compared. */
static bool
check_base(const struct comparison *comparison, struct error *err)
{
	const size_t *answers = comparison->telling.answers;

	if (!comparison->count)
		return error_set(err, ERROR_MISSING,
				 "nobody has answered %s yet",
				 comparison->question);
	if (!answers[TELLING_GROUP])
		return error_set(err, ERROR_MISSING,
				 "nobody of \"%s\" has answered %s",
				 comparison->label, comparison->question);
	if (!answers[TELLING_REST])
		return error_set(err, ERROR_MISSING,
				 "nobody but \"%s\" has answered %s: there is "
				 "nothing to compare with",
				 comparison->label, comparison->question);
	return true;
}

static bool
compare(struct comparison *comparison, struct error *err)
{
	struct study *study = comparison->study;
	bool by_type = strcmp(comparison->group, "respondent_type") == 0;

	if (!looking_open(study, comparison->slug, comparison->question,
			  &comparison->looking, err) ||
	    !(by_type ? find_type(comparison, err)
		      : find_option(comparison, err)))
		return false;
	comparison->progress = progress_start(study->arena, "Answers", 0);
	if (!store_look_group(study->db, comparison->slug, comparison->question,
			      comparison->closed, comparison->value,
			      answer_found, comparison, err))
		return false;
	progress_end(comparison->progress);
	comparison->telling = telling_find(study->arena, comparison->answers,
					   comparison->count, comparison->top);
	return check_base(comparison, err);
}

/* --- telling -------------------------------------------------------------- */

static void
print_side(const struct comparison *comparison, enum telling_side side)
{
	const struct telling *telling = &comparison->telling;
	size_t width = 24;

	printf("\nWords of %s%s%s\n", side == TELLING_GROUP ? "\"" : "",
	       side == TELLING_GROUP ? comparison->label : "the rest",
	       side == TELLING_GROUP ? "\"" : "");
	if (!telling->word_count[side])
		puts("  no word tells them from the others");
	else
		printf("  %-24s %8s %8s %8s\n", "", "group", "rest", "z");
	for (size_t i = 0; i < telling->word_count[side]; i++) {
		const struct telling_word *word = &telling->words[side][i];
		size_t len = strlen(word->word);
		size_t fit = utf8_fit(word->word, len, width);
		size_t used = utf8_columns(word->word, fit);

		printf("  %.*s%*s %8zu %8zu %8.2f\n", (int)fit, word->word,
		       (int)(width - used), "", word->answers[TELLING_GROUP],
		       word->answers[TELLING_REST], word->z);
	}
}

static void
print_comparison(const struct comparison *comparison)
{
	const size_t *answers = comparison->telling.answers;

	printf("%s: %zu answer%s of \"%s\", %zu of the rest",
	       comparison->question, answers[TELLING_GROUP],
	       answers[TELLING_GROUP] == 1 ? "" : "s", comparison->label,
	       answers[TELLING_REST]);
	if (comparison->not_stated)
		printf(", of whom %zu did not say", comparison->not_stated);
	puts("\nFigures are answers that hold the word, in any of its forms.");
	print_side(comparison, TELLING_GROUP);
	print_side(comparison, TELLING_REST);
	if (comparison->svg)
		printf("\nDrawn in %s\n", comparison->svg);
}

static void
write_side(const struct comparison *comparison, struct json_writer *json,
	   const char *key, enum telling_side side)
{
	const struct telling *telling = &comparison->telling;
	struct arena *arena = comparison->study->arena;

	json_key(json, key);
	json_begin(json, '[');
	for (size_t i = 0; i < telling->word_count[side]; i++) {
		const struct telling_word *word = &telling->words[side][i];

		json_begin(json, '{');
		json_pair(json, "word", word->word);
		json_pair_number(json, "group",
				 (long long)word->answers[TELLING_GROUP]);
		json_pair_number(json, "rest",
				 (long long)word->answers[TELLING_REST]);
		json_key(json, "z");
		json_write_raw(json, arena_format(arena, "%.2f", word->z));
		json_end(json, '}');
	}
	json_end(json, ']');
}

static void
write_comparison(const struct comparison *comparison)
{
	const size_t *answers = comparison->telling.answers;
	struct str out = { .arena = comparison->study->arena };
	struct json_writer json = { .out = &out };

	json_begin(&json, '{');
	json_pair(&json, "consultation", comparison->slug);
	json_pair(&json, "question", comparison->question);
	json_pair(&json, "group", comparison->group);
	json_pair(&json, "value", comparison->value);
	json_pair(&json, "label", comparison->label);
	json_pair_number(&json, "answers_group",
			 (long long)answers[TELLING_GROUP]);
	json_pair_number(&json, "answers_rest",
			 (long long)answers[TELLING_REST]);
	json_pair_number(&json, "answers_not_stated",
			 (long long)comparison->not_stated);
	write_side(comparison, &json, "words_group", TELLING_GROUP);
	write_side(comparison, &json, "words_rest", TELLING_REST);
	json_end(&json, '}');
	puts(out.text);
}

static bool
draw(const struct comparison *comparison, struct error *err)
{
	struct study *study = comparison->study;
	const char *templates = file_in(study->arena, study->data, "templates");
	const struct words *words = words_load(study->arena, templates, err);
	struct views *views =
		words ? views_open(templates, words, true, err) : NULL;
	struct str out = { .arena = study->arena };
	bool drawn = views && telling_chart(study->arena, views, words,
					    &comparison->telling,
					    comparison->label, &out, err);

	views_close(views);
	return drawn &&
	       file_write(comparison->svg, out.text, out.len, 0644, err);
}

/* --- the command ---------------------------------------------------------- */

int
cmd_words(struct study *study, int argc, char **argv)
{
	struct comparison comparison = { .study = study, .top = 25 };
	const char *top = NULL;
	bool as_json = false;
	struct error err = { 0 };
	const struct command_option options[] = {
		{ .name = "question", .value = &comparison.question },
		{ .name = "group", .value = &comparison.group },
		{ .name = "value", .value = &comparison.value },
		{ .name = "svg", .value = &comparison.svg },
		{ .name = "top", .value = &top },
		{ .name = "json", .truth = &as_json },
		{ 0 }
	};
	struct command_line line = { .options = options,
				     .operands_min = 1,
				     .operands_max = 1 };

	if (!command_parse(argc, argv, &line))
		return 2;
	if (!comparison.question || !comparison.group || !comparison.value)
		return command_misused(argv[0],
				       "it needs --question, --group and "
				       "--value");
	if (!looking_number(top, 1, 200, &comparison.top))
		return command_misused(argv[0],
				       "--top is a number from 1 to 200");
	comparison.slug = line.operands[0];
	if (!compare(&comparison, &err) ||
	    (comparison.svg && !draw(&comparison, &err)))
		return command_failed(argv[0], &err);
	if (as_json)
		write_comparison(&comparison);
	else
		print_comparison(&comparison);
	return 0;
}
