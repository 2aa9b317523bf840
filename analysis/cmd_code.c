#include "commands.h"

#include <string.h>

#include "arena.h"
#include "coding/codeframe.h"
#include "coding/frame_check.h"
#include "coding/frame_rename.h"
#include "coding/store_coding.h"
#include "coding/texts.h"
#include "error.h"
#include "file.h"
#include "json.h"
#include "problem.h"
#include "report/store_tally.h"
#include "str.h"
#include "yaml.h"

/* How many answers to a question have each theme, and how many have how many. */
struct counts {
	const struct codeframe_question *question;
	size_t answers, other;
	const size_t *sizes;	/* by theme */
	const size_t *by_count; /* [n]: answers with n themes */
	size_t most;		/* themes that an answer has */
};

static bool
code_question(struct study *study, const struct consultation *consultation,
	      const struct codeframe_question *question,
	      struct coded_question *coded, struct error *err)
{
	struct texts texts;

	if (!texts_load(study->db, study->arena, consultation->slug,
			consultation_question(consultation, question->id),
			&texts, err))
		return false;
	*coded = (struct coded_question){
		.id = question->id,
		.responses = texts.responses,
		.answers = coding_apply(study->arena, question, texts.answers,
					texts.count),
		.count = texts.count,
	};
	return true;
}

/* What the codeframe leaves out would stay uncoded for ever, and could never be
 * published. */
static bool
refuse_left_out(struct study *study, const struct codeframe *codeframe,
		const struct consultation *consultation, struct error *err)
{
	for (size_t i = 0; i < consultation->question_count; i++) {
		const struct question *question = &consultation->questions[i];
		struct texts texts;

		if (question->type != QUESTION_LONG_TEXT ||
		    codeframe_question(codeframe, question->id))
			continue;
		if (!texts_load(study->db, study->arena, consultation->slug,
				question, &texts, err))
			return false;
		if (texts.count)
			return error_set(err, ERROR_INPUT,
					 "the codeframe leaves out %s, which "
					 "has %zu %s: add it, with \"themes: "
					 "[]\" if all of it is other",
					 question->id, texts.count,
					 texts.count == 1 ? "answer"
							  : "answers");
	}
	return true;
}

static bool
code_all(struct study *study, const struct consultation *consultation,
	 struct stored_coding *coding, struct error *err)
{
	const struct codeframe *codeframe = coding->codeframe;
	struct coded_question *questions =
		arena_array(study->arena, codeframe->question_count,
			    sizeof(*questions));

	if (!refuse_left_out(study, codeframe, consultation, err))
		return false;
	for (size_t i = 0; i < codeframe->question_count; i++)
		if (!code_question(study, consultation,
				   &codeframe->questions[i], &questions[i],
				   err))
			return false;
	coding->questions = questions;
	coding->question_count = codeframe->question_count;
	return true;
}

/* --- checking ------------------------------------------------------------- */

/* What the rules say of each question.  A theme that no answer has is a problem:
 * its words are not those that people use. */
static const struct frame_findings *
check_all(struct arena *arena, const struct stored_coding *coding,
	  struct problems *problems)
{
	struct frame_findings *all =
		arena_array(arena, coding->question_count, sizeof(*all));

	for (size_t i = 0; i < coding->question_count; i++) {
		const struct codeframe_question *question =
			&coding->codeframe->questions[i];

		all[i] = frame_check(arena, question,
				     coding->questions[i].answers,
				     coding->questions[i].count);
		for (size_t j = 0; j < all[i].count; j++) {
			const struct frame_finding *finding = &all[i].items[j];

			if (finding->fault == FRAME_UNUSED)
				problem_add(
					problems,
					question->themes[finding->theme].line,
					1, "%s", finding->sentence);
		}
	}
	return all;
}

/* A problem for each theme that stands under another id than in the codeframe
 * that was stored last. */
static bool
check_ids(struct study *study, const struct consultation *consultation,
	  const struct codeframe *codeframe, struct problems *problems,
	  struct error *err)
{
	struct problems ignored = { .arena = study->arena, .path = "" };
	struct stored_codeframe stored;
	const struct codeframe *before;

	if (!store_codeframe_get(study->db, study->arena, consultation->slug,
				 &stored, err))
		return err->kind == ERROR_MISSING;
	before = codeframe_parse(stored.source, stored.source_len, consultation,
				 &ignored);
	if (before)
		frame_rename_find(before, codeframe, problems);
	return true;
}

/* --- telling -------------------------------------------------------------- */

static struct counts
count(struct arena *arena, const struct codeframe_question *question,
      const struct coded_question *coded)
{
	struct counts counts = { .question = question,
				 .answers = coded->count };
	size_t *sizes =
		arena_array(arena, question->theme_count, sizeof(*sizes));
	size_t *by_count = arena_array(arena, question->theme_count + 1,
				       sizeof(*by_count));

	for (size_t i = 0; i < coded->count; i++) {
		const struct coded_answer *answer = &coded->answers[i];
		size_t themes = 0;

		for (size_t j = 0; j < question->theme_count; j++)
			if (themes < answer->theme_count &&
			    !strcmp(answer->themes[themes].id,
				    question->themes[j].id)) {
				sizes[j]++;
				themes++;
			}
		counts.other += !themes;
		by_count[themes]++;
		counts.most = themes > counts.most ? themes : counts.most;
	}
	counts.sizes = sizes;
	counts.by_count = by_count;
	return counts;
}

static void
print_counts(const struct counts *counts, const struct frame_findings *findings)
{
	const struct codeframe_question *question = counts->question;

	printf("%s: %zu %s\n", question->id, counts->answers,
	       counts->answers == 1 ? "answer" : "answers");
	for (size_t i = 0; i < question->theme_count; i++)
		printf("%8zu  %s\n", counts->sizes[i],
		       phrase_in(&question->themes[i].label, LANGUAGE_EN,
				 NULL));
	printf("%8zu  %s\n", counts->other, CODEFRAME_OTHER);
	for (size_t n = 1; n <= counts->most; n++)
		if (counts->by_count[n])
			printf("  %zu %s %zu %s\n", counts->by_count[n],
			       counts->by_count[n] == 1 ? "answer has"
							: "answers have",
			       n, n == 1 ? "theme" : "themes");
	for (size_t i = 0; i < findings->count; i++)
		printf("  %s\n", findings->items[i].sentence);
}

static void
write_counts(struct json_writer *json, const struct counts *counts,
	     const struct frame_findings *findings)
{
	const struct codeframe_question *question = counts->question;

	json_begin(json, '{');
	json_pair(json, "id", question->id);
	json_pair_number(json, "answers", (long long)counts->answers);
	json_pair_number(json, "other", (long long)counts->other);
	json_key(json, "themes");
	json_begin(json, '[');
	for (size_t i = 0; i < question->theme_count; i++) {
		json_begin(json, '{');
		json_pair(json, "id", question->themes[i].id);
		json_pair(json, "label",
			  phrase_in(&question->themes[i].label, LANGUAGE_EN,
				    NULL));
		json_pair_number(json, "count", (long long)counts->sizes[i]);
		json_end(json, '}');
	}
	json_end(json, ']');
	json_key(json, "answers_by_number_of_themes");
	json_begin(json, '[');
	for (size_t n = 0; n <= counts->most; n++)
		json_write_number(json, (long long)counts->by_count[n]);
	json_end(json, ']');
	json_key(json, "warnings");
	json_begin(json, '[');
	for (size_t i = 0; i < findings->count; i++)
		json_write_text(json, findings->items[i].sentence);
	json_end(json, ']');
	json_end(json, '}');
}

static void
print_coding(struct arena *arena, const struct stored_coding *coding,
	     const struct frame_findings *findings, bool as_json)
{
	struct str out = { .arena = arena };
	struct json_writer json = { .out = &out };

	json_begin(&json, '{');
	json_pair(&json, "consultation", coding->codeframe->consultation);
	json_key(&json, "questions");
	json_begin(&json, '[');
	for (size_t i = 0; i < coding->question_count; i++) {
		struct counts counts =
			count(arena, &coding->codeframe->questions[i],
			      &coding->questions[i]);

		if (as_json)
			write_counts(&json, &counts, &findings[i]);
		else
			print_counts(&counts, &findings[i]);
	}
	json_end(&json, ']');
	json_end(&json, '}');
	if (as_json)
		puts(out.text);
}

static bool
has_other(const struct stored_coding *coding)
{
	for (size_t i = 0; i < coding->question_count; i++) {
		const struct coded_question *question = &coding->questions[i];

		for (size_t j = 0; j < question->count; j++)
			if (!strcmp(question->answers[j].themes[0].id,
				    CODEFRAME_OTHER))
				return true;
	}
	return false;
}

/* --- the command ---------------------------------------------------------- */

/* Code and store, unless there are problems; then nothing is stored. */
static bool
apply(struct study *study, const struct consultation *consultation,
      struct stored_coding *coding, const struct frame_findings **findings,
      struct problems *problems, struct error *err)
{
	if (!code_all(study, consultation, coding, err))
		return false;
	*findings = check_all(study->arena, coding, problems);
	return problem_none(problems, err) &&
	       store_coding_save(study->db, coding, err);
}

static bool
read_codeframe(struct study *study, const struct consultation *consultation,
	       struct stored_coding *coding, struct problems *problems,
	       struct error *err)
{
	char *bytes;

	if (!file_read(study->arena, problems->path, YAML_BYTES_MAX, &bytes,
		       &coding->source_len, err))
		return false;
	coding->source = bytes;
	coding->codeframe = codeframe_parse(bytes, coding->source_len,
					    consultation, problems);
	if (coding->codeframe)
		codeframe_signed(coding->codeframe, study->now, problems);
	return problem_none(problems, err);
}

int
cmd_code(struct study *study, int argc, char **argv)
{
	struct stored_coding coding = { 0 };
	struct problems problems = { .arena = study->arena };
	struct error err = { 0 };
	const struct consultation *consultation;
	const struct frame_findings *findings;
	bool json = false, rename_ids = false;
	const struct command_option options[] = {
		{ .name = "rename-ids", .truth = &rename_ids },
		{ .name = "json", .truth = &json },
		{ 0 }
	};
	struct command_line line = { .options = options,
				     .operands_min = 2,
				     .operands_max = 2 };

	if (!command_parse(argc, argv, &line))
		return 2;
	problems.path = line.operands[1];
	consultation = study_consultation(study, line.operands[0], NULL, &err);
	if (!consultation ||
	    !read_codeframe(study, consultation, &coding, &problems, &err) ||
	    (!rename_ids && !check_ids(study, consultation, coding.codeframe,
				       &problems, &err)) ||
	    !apply(study, consultation, &coding, &findings, &problems, &err))
		return problems.count ? command_problems(&problems)
				      : command_failed(argv[0], &err);
	print_coding(study->arena, &coding, findings, json);
	if (!json && has_other(&coding))
		printf("To read what is in other:\n"
		       "  greenpaper themes %s --out %s --list-other\n",
		       consultation->slug, problems.path);
	return 0;
}
