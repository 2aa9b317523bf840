#include "looking.h"

#include <string.h>

#include "arena.h"
#include "coding/codeframe.h"
#include "commands.h"
#include "error.h"
#include "exchange/columns.h"
#include "problem.h"
#include "report/store_tally.h"
#include "str.h"

/* Of a question that the newest version does not ask it is not known here
 * whether it was closed; then it has no text answers. */
static bool
may_be_text(const struct consultation *consultation, const char *id)
{
	const char *part;
	const struct question *question =
		consultation_field(consultation, id, &part);

	return !question || question_is_text(question) ||
	       (part && question_is_closed(question));
}

static bool
keep_questions(struct arena *arena, const struct column *columns, size_t count,
	       const char *asked, struct looking *looking, struct error *err)
{
	const char **kept = arena_array(arena, count, sizeof(*kept));
	struct str list = { .arena = arena };

	for (size_t i = 0; i < count; i++) {
		if (!may_be_text(looking->consultation, columns[i].name))
			continue;
		str_format(&list, "%s%s", list.len ? ", " : "",
			   columns[i].name);
		if (!asked || strcmp(asked, columns[i].name) == 0)
			kept[looking->question_count++] = columns[i].name;
	}
	looking->questions = kept;
	if (looking->question_count)
		return true;
	if (!list.len)
		return error_set(err, ERROR_INPUT,
				 "%s has no question that people answer in "
				 "their own words",
				 looking->consultation->slug);
	return error_set(err, ERROR_INPUT,
			 "%s is not a question of %s that people answer in "
			 "their own words: ask for one of %s",
			 asked, looking->consultation->slug, list.text);
}

bool
looking_open(struct study *study, const char *slug, const char *question,
	     struct looking *looking, struct error *err)
{
	const struct column *columns;
	size_t count;

	*looking = (struct looking){
		.consultation = study_consultation(study, slug, NULL, err)
	};
	return looking->consultation &&
	       columns_find(study->db, study->arena, slug, &columns, &count,
			    err) &&
	       keep_questions(study->arena, columns, count, question, looking,
			      err);
}

bool
looking_refuse_question(struct arena *arena,
			const struct consultation *consultation,
			const char *question, const char *purpose,
			struct error *err)
{
	struct str list = { .arena = arena };

	for (size_t i = 0; i < consultation->question_count; i++)
		if (consultation->questions[i].type == QUESTION_LONG_TEXT)
			str_format(&list, "%s%s", list.len ? ", " : "",
				   consultation->questions[i].id);
	if (!list.len)
		return error_set(err, ERROR_INPUT,
				 "%s has no long-text question to %s",
				 consultation->slug, purpose);
	return error_set(err, ERROR_INPUT,
			 "%s is not a long-text question of %s: ask for one of "
			 "%s",
			 question, consultation->slug, list.text);
}

bool
looking_check_type(struct study *study, const struct looking *looking,
		   const char *type, struct error *err)
{
	const struct consultation *consultation = looking->consultation;
	struct str list = { .arena = study->arena };

	if (!type || consultation_respondent_type(consultation, type))
		return true;
	for (size_t i = 0; i < consultation->respondent_type_count; i++)
		str_format(&list, "%s%s", i ? ", " : "",
			   consultation->respondent_types[i].id);
	if (!list.len)
		return error_set(err, ERROR_INPUT, "%s has no respondent types",
				 consultation->slug);
	return error_set(err, ERROR_INPUT,
			 "%s has no respondent type \"%s\"; there are: %s",
			 consultation->slug, type, list.text);
}

const struct codeframe *
looking_codeframe(struct study *study, const struct consultation *consultation,
		  struct error *err)
{
	struct problems problems = { .arena = study->arena,
				     .path = "codeframe" };
	struct stored_codeframe stored;
	const struct codeframe *codeframe;

	if (!store_codeframe_get(study->db, study->arena, consultation->slug,
				 &stored, err))
		return NULL;
	codeframe = codeframe_parse(stored.source, stored.source_len,
				    consultation, &problems);
	if (!codeframe)
		error_set(err, ERROR_SYSTEM,
			  "the newest codeframe does not fit the newest "
			  "version of %s:\n%s",
			  consultation->slug, problem_list(&problems));
	return codeframe;
}

/* Whether one of the themes of QUESTION, which go into LIST, is THEME. */
static bool
has_theme(const struct codeframe_question *question, const char *theme,
	  struct str *list)
{
	for (size_t i = 0; question && i < question->theme_count; i++) {
		if (strcmp(question->themes[i].id, theme) == 0)
			return true;
		str_format(list, "%s, ", question->themes[i].id);
	}
	return false;
}

bool
looking_check_theme(struct study *study, const struct looking *looking,
		    const char *theme, struct error *err)
{
	struct str list = { .arena = study->arena };
	const struct codeframe *codeframe;

	if (!theme)
		return true;
	codeframe = looking_codeframe(study, looking->consultation, err);
	if (!codeframe)
		return false;
	if (strcmp(theme, CODEFRAME_OTHER) == 0)
		return true;
	for (size_t i = 0; i < looking->question_count; i++)
		if (has_theme(codeframe_question(codeframe,
						 looking->questions[i]),
			      theme, &list))
			return true;
	str_text(&list, CODEFRAME_OTHER);
	return error_set(err, ERROR_INPUT,
			 "the newest codeframe has no theme \"%s\" there; it "
			 "has: %s",
			 theme, list.text);
}

bool
looking_number(const char *text, size_t min, size_t max, size_t *number)
{
	return !text || command_number(text, min, max, number);
}
