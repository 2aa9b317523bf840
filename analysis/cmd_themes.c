#include "commands.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "arena.h"
#include "coding/draft.h"
#include "coding/texts.h"
#include "error.h"
#include "file.h"
#include "json.h"
#include "progress.h"
#include "str.h"
#include "themes/theme.h"

struct request {
	const char *slug, *out, *question;
	size_t themes; /* 0: as many as fit */
	bool json;
	const struct consultation *consultation;
};

/* What was found, question by question. */
struct drafted {
	struct codeframe codeframe;
	const size_t *different; /* answers to each question */
	size_t answers;		 /* to all of them */
};

/* Whether themes of this question were asked for. */
static bool
is_asked(const struct request *request, const struct question *question)
{
	return question->type == QUESTION_LONG_TEXT &&
	       (!request->question || !strcmp(request->question, question->id));
}

static bool
check_question(struct arena *arena, const struct request *request,
	       struct error *err)
{
	const struct consultation *consultation = request->consultation;
	struct str list = { .arena = arena };

	for (size_t i = 0; i < consultation->question_count; i++) {
		const struct question *question = &consultation->questions[i];

		if (is_asked(request, question))
			return true;
		if (question->type == QUESTION_LONG_TEXT)
			str_format(&list, "%s%s", list.len ? ", " : "",
				   question->id);
	}
	if (!list.len)
		return error_set(err, ERROR_INPUT,
				 "%s has no long-text question to find themes "
				 "in",
				 request->slug);
	return error_set(err, ERROR_INPUT,
			 "%s is not a long-text question of %s: ask for one of "
			 "%s",
			 request->question, request->slug, list.text);
}

/* --- drafting ------------------------------------------------------------- */

/* More themes than there are different answers are refused. */
static bool
draft_one(struct study *study, const struct request *request, const char *id,
	  struct codeframe_question *question, size_t *different,
	  struct error *err)
{
	struct texts texts;

	if (!texts_load(study->db, study->arena, request->slug, id, &texts,
			err))
		return false;
	*different = draft_answers_differ(texts.answers, texts.count);
	if (texts.count && request->themes > *different)
		return error_set(err, ERROR_INPUT,
				 "%s has %zu different answer%s, which cannot "
				 "hold %zu themes: ask for at most %zu, or for "
				 "another question with --question",
				 id, *different, *different == 1 ? "" : "s",
				 request->themes, *different);
	*question = draft_question(study->arena, id, texts.answers, texts.count,
				   request->themes);
	return true;
}

static bool
draft_all(struct study *study, const struct request *request,
	  struct drafted *drafted, struct error *err)
{
	const struct consultation *consultation = request->consultation;
	size_t total = consultation->question_count, count = 0;
	struct codeframe_question *questions =
		arena_array(study->arena, total, sizeof(*questions));
	size_t *different =
		arena_array(study->arena, total, sizeof(*different));
	struct progress *progress =
		progress_start(study->arena, "Questions", total);

	for (size_t i = 0; i < total; i++) {
		progress_at(progress, i);
		if (!is_asked(request, &consultation->questions[i]))
			continue;
		if (!draft_one(study, request, consultation->questions[i].id,
			       &questions[count], &different[count], err))
			return false;
		drafted->answers += questions[count++].answers;
	}
	progress_at(progress, total);
	progress_end(progress);
	drafted->codeframe = (struct codeframe){ .consultation = request->slug,
						 .reviewed_on = MOMENT_NONE,
						 .questions = questions,
						 .question_count = count };
	drafted->different = different;
	if (drafted->answers)
		return true;
	return error_set(err, ERROR_MISSING,
			 "nobody has answered %s yet: import responses, or "
			 "wait for them",
			 request->question ? request->question
					   : "a long-text question");
}

/* --- telling -------------------------------------------------------------- */

static void
print_question(const struct codeframe_question *question, size_t different)
{
	printf("%s: ", question->id);
	if (!question->answers)
		puts("nobody has answered");
	else if (question->theme_count)
		printf("%zu answers, %zu themes, %zu answers in none of them\n",
		       question->answers, question->theme_count,
		       question->other);
	else if (question->answers == 1)
		puts("1 answer, no themes: read it");
	else if (different == 1)
		printf("%zu answers, all the same, no themes: read one\n",
		       question->answers);
	else
		printf("%zu answers, too few or too different for themes: "
		       "read them\n",
		       question->answers);
}

static void
print_json(struct arena *arena, const struct request *request,
	   const struct codeframe *codeframe)
{
	struct str out = { .arena = arena };
	struct json_writer json = { .out = &out };

	json_begin(&json, '{');
	json_pair(&json, "consultation", request->slug);
	json_pair(&json, "file", request->out);
	json_key(&json, "questions");
	json_begin(&json, '[');
	for (size_t i = 0; i < codeframe->question_count; i++) {
		const struct codeframe_question *question =
			&codeframe->questions[i];

		json_begin(&json, '{');
		json_pair(&json, "id", question->id);
		json_pair_number(&json, "answers",
				 (long long)question->answers);
		json_pair_number(&json, "themes",
				 (long long)question->theme_count);
		json_pair_number(&json, "other", (long long)question->other);
		json_end(&json, '}');
	}
	json_end(&json, ']');
	json_end(&json, '}');
	puts(out.text);
}

static void
print_drafted(struct arena *arena, const struct request *request,
	      const struct drafted *drafted)
{
	if (request->json) {
		print_json(arena, request, &drafted->codeframe);
		return;
	}
	for (size_t i = 0; i < drafted->codeframe.question_count; i++)
		print_question(&drafted->codeframe.questions[i],
			       drafted->different[i]);
	printf("The draft is %s: read it, make it yours, sign it, then\n"
	       "  greenpaper code %s %s\n",
	       request->out, request->slug, request->out);
}

/* --- the command ---------------------------------------------------------- */

/* Whether the answers come out of a table: the options then are others. */
static bool
has_from(int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		if (!strcmp(argv[i], "--from") ||
		    !strncmp(argv[i], "--from=", 7))
			return true;
	return false;
}

int
cmd_themes(struct study *study, int argc, char **argv)
{
	struct request request = { 0 };
	struct drafted drafted = { 0 };
	struct error err = { 0 };
	struct str out = { .arena = study->arena };
	const char *themes = NULL;
	bool force = false;
	const struct command_option options[] = {
		{ .name = "out", .value = &request.out },
		{ .name = "question", .value = &request.question },
		{ .name = "themes", .value = &themes },
		{ .name = "force", .truth = &force },
		{ .name = "json", .truth = &request.json },
		{ 0 }
	};
	struct command_line line = { .options = options,
				     .operands_min = 1,
				     .operands_max = 1 };

	if (has_from(argc, argv))
		return cmd_themes_from(study, argc, argv);
	if (!command_parse(argc, argv, &line))
		return 2;
	if (!study_open(study, "greenpaper_analyst", &err))
		return command_failed(argv[0], &err);
	request.slug = line.operands[0];
	if (themes &&
	    !command_number(themes, 1, THEME_WANTED_MAX, &request.themes))
		return command_misused(argv[0],
				       "--themes is a number from 1 to 100");
	if (!request.out)
		request.out = arena_format(study->arena, "%s-codeframe.yaml",
					   request.slug);
	if (!force && access(request.out, F_OK) == 0)
		return command_misused(argv[0],
				       "%s is there already: give another name "
				       "with --out, or write over it with "
				       "--force",
				       request.out);
	request.consultation =
		study_consultation(study, request.slug, NULL, &err);
	if (!request.consultation ||
	    !check_question(study->arena, &request, &err) ||
	    !draft_all(study, &request, &drafted, &err))
		return command_failed(argv[0], &err);
	codeframe_write(&out, &drafted.codeframe, request.consultation);
	if (!file_write(request.out, out.text, out.len, 0600, &err))
		return command_failed(argv[0], &err);
	print_drafted(study->arena, &request, &drafted);
	return 0;
}
