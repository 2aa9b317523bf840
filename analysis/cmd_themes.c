#include "commands.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "arena.h"
#include "cmd_themes.h"
#include "coding/texts.h"
#include "error.h"
#include "file.h"
#include "looking.h"
#include "moment.h"
#include "problem.h"
#include "progress.h"
#include "str.h"
#include "yaml.h"
#include "themes/theme.h"

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

	for (size_t i = 0; i < consultation->question_count; i++)
		if (is_asked(request, &consultation->questions[i]))
			return true;
	return looking_refuse_question(arena, consultation, request->question,
				       "find themes in", err);
}

/* --- drafting ------------------------------------------------------------- */

bool
themes_answers(struct study *study, const struct request *request,
	       const struct question *question, struct measured *measured,
	       struct error *err)
{
	const struct consultation *consultation = request->consultation;
	struct texts texts;

	if (!texts_load(study->db, study->arena, consultation->slug, question,
			&texts, err))
		return false;
	*measured = (struct measured){
		.answers = texts.answers,
		.responses = texts.responses,
		.count = texts.count,
		.explained = question->explains
				     ? consultation_question(consultation,
							     question->explains)
				     : NULL,
	};
	return true;
}

/* More themes than there are different answers are refused. */
static bool
refuse_too_many(const struct request *request, const char *id,
		const struct measured *measured, size_t different,
		struct error *err)
{
	if (!measured->count || request->wish.themes <= different)
		return true;
	return error_set(err, ERROR_INPUT,
			 "%s has %zu different answer%s, which cannot hold %zu "
			 "themes: ask for at most %zu, or for another question "
			 "with --question",
			 id, different, different == 1 ? "" : "s",
			 request->wish.themes, different);
}

/* The question as it should stand in the file. */
static bool
draft_one(struct study *study, const struct request *request,
	  const struct question *asked, struct codeframe_question *question,
	  struct drafted_question *drafted, struct error *err)
{
	struct arena *arena = study->arena;
	const struct codeframe_question *old =
		request->old ? codeframe_question(request->old, asked->id)
			     : NULL;
	const struct proposal_wish *wish =
		is_asked(request, asked) ? &request->wish : NULL;
	struct measured measured;

	if (!themes_answers(study, request, asked, &measured, err))
		return false;
	drafted->different =
		proposal_answers_differ(measured.answers, measured.count);
	drafted->is_added = !old;
	if (!old && !refuse_too_many(request, asked->id, &measured,
				     drafted->different, err))
		return false;
	*question =
		old ? draft_renewed(arena, request->old, old, &measured, wish)
		    : draft_question(arena, asked->id, &measured, wish);
	drafted->added = question->theme_count - (old ? old->theme_count : 0);
	drafted->findings =
		frame_check(arena, question,
			    coding_apply(arena, question, measured.answers,
					 measured.count),
			    measured.count);
	return true;
}

/* The questions of the file in their order, then those that were asked for. */
static size_t
choose_questions(const struct request *request, const struct question **chosen)
{
	const struct consultation *consultation = request->consultation;
	size_t count = 0;

	for (size_t i = 0; request->old && i < request->old->question_count;
	     i++)
		chosen[count++] =
			consultation_question(consultation,
					      request->old->questions[i].id);
	for (size_t i = 0; i < consultation->question_count; i++) {
		const struct question *question = &consultation->questions[i];

		if (is_asked(request, question) &&
		    !(request->old &&
		      codeframe_question(request->old, question->id)))
			chosen[count++] = question;
	}
	return count;
}

static bool
draft_questions(struct study *study, const struct request *request,
		struct drafted *drafted, struct error *err)
{
	size_t total = request->consultation->question_count;
	const struct question **chosen =
		arena_array(study->arena, total, sizeof(*chosen));
	size_t count = choose_questions(request, chosen);
	struct codeframe_question *questions =
		arena_array(study->arena, count, sizeof(*questions));
	struct drafted_question *own =
		arena_array(study->arena, count, sizeof(*own));
	struct progress *progress =
		progress_start(study->arena, "Questions", count);

	for (size_t i = 0; i < count; i++) {
		progress_at(progress, i);
		if (!draft_one(study, request, chosen[i], &questions[i],
			       &own[i], err))
			return false;
		drafted->answers += questions[i].answers;
	}
	progress_at(progress, count);
	progress_end(progress);
	drafted->codeframe.questions = questions;
	drafted->codeframe.question_count = count;
	drafted->questions = own;
	return true;
}

/* Whoever signed has not seen what came in now. */
static void
unsign(struct arena *arena, const struct drafted *drafted,
       struct codeframe *codeframe)
{
	struct moment_parts day;
	bool any = false;

	for (size_t i = 0; i < codeframe->question_count; i++)
		any = any || drafted->questions[i].added ||
		      drafted->questions[i].is_added;
	if (!any)
		return;
	if (codeframe->reviewed_by && codeframe->reviewed_on != MOMENT_NONE) {
		moment_parts(codeframe->reviewed_on, &day);
		codeframe->reviewed_before =
			arena_format(arena, "%s, %04d-%02d-%02d",
				     codeframe->reviewed_by, day.year,
				     day.month, day.day);
	}
	codeframe->reviewed_by = NULL;
	codeframe->reviewed_on = MOMENT_NONE;
}

static bool
draft_all(struct study *study, struct request *request, struct drafted *drafted,
	  struct error *err)
{
	struct codeframe *old = arena_alloc(study->arena, sizeof(*old));

	if (request->old) {
		*old = *request->old;
		draft_remember(study->arena, old);
		request->old = old;
		drafted->codeframe = *old;
	} else {
		drafted->codeframe.consultation = request->slug;
		drafted->codeframe.reviewed_on = MOMENT_NONE;
	}
	if (!draft_questions(study, request, drafted, err))
		return false;
	if (!drafted->answers)
		return error_set(err, ERROR_MISSING,
				 "nobody has answered %s yet: import "
				 "responses, or wait for them",
				 request->question ? request->question
						   : "a long-text question");
	unsign(study->arena, drafted, &drafted->codeframe);
	draft_remember(study->arena, &drafted->codeframe);
	return true;
}

/* --- the file ------------------------------------------------------------- */

/* Read what stands in the file. */
static bool
read_old(struct request *request, struct problems *problems, struct error *err)
{
	char *bytes;
	size_t len;

	if (!file_read(problems->arena, request->out, YAML_BYTES_MAX, &bytes,
		       &len, err))
		return false;
	request->old =
		codeframe_parse(bytes, len, request->consultation, problems);
	request->old_bytes = bytes;
	return problem_none(problems, err);
}

static bool
write_new(struct study *study, const struct request *request,
	  struct drafted *drafted, struct error *err)
{
	struct str out = { .arena = study->arena };
	const char *old = request->old_bytes;

	codeframe_write(&out, &drafted->codeframe, request->consultation);
	drafted->is_same = old && !strcmp(old, out.text);
	if (drafted->is_same)
		return true;
	if (old &&
	    !file_write(arena_format(study->arena, "%s.old", request->out), old,
			strlen(old), 0600, err))
		return false;
	return file_write(request->out, out.text, out.len, 0600, err);
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

/* Make the codeframe, or make it anew. */
static int
propose(struct study *study, struct request *request, const char *command)
{
	struct drafted drafted = { 0 };
	struct error err = { 0 };

	if (!check_question(study->arena, request, &err) ||
	    !draft_all(study, request, &drafted, &err) ||
	    !write_new(study, request, &drafted, &err))
		return command_failed(command, &err);
	themes_tell(study, request, &drafted);
	return 0;
}

int
cmd_themes(struct study *study, int argc, char **argv)
{
	struct request request = { 0 };
	struct problems problems = { .arena = study->arena };
	struct error err = { 0 };
	const char *themes = NULL;
	bool force = false, check = false, list_other = false;
	const struct command_option options[] = {
		{ .name = "out", .value = &request.out },
		{ .name = "question", .value = &request.question },
		{ .name = "themes", .value = &themes },
		{ .name = "split-by-stance", .truth = &request.wish.by_stance },
		{ .name = "force", .truth = &force },
		{ .name = "check", .truth = &check },
		{ .name = "list-other", .truth = &list_other },
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
	    !command_number(themes, 1, THEME_WANTED_MAX, &request.wish.themes))
		return command_misused(argv[0],
				       "--themes is a number from 1 to 100");
	if (!request.out)
		request.out = arena_format(study->arena, "%s-codeframe.yaml",
					   request.slug);
	problems.path = request.out;
	request.consultation =
		study_consultation(study, request.slug, NULL, &err);
	if (!request.consultation)
		return command_failed(argv[0], &err);
	if ((check || list_other ||
	     (!force && access(request.out, F_OK) == 0)) &&
	    !read_old(&request, &problems, &err))
		return problems.count ? command_problems(&problems)
				      : command_failed(argv[0], &err);
	if (check)
		return themes_check(study, &request);
	if (list_other)
		return themes_list_other(study, &request);
	return propose(study, &request, argv[0]);
}
