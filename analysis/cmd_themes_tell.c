#include "cmd_themes.h"

#include <stdio.h>
#include <string.h>

#include "commands.h"
#include "json.h"
#include "str.h"

/* --- for people ------------------------------------------------------------ */

static void
print_question(const struct codeframe_question *question,
	       const struct drafted_question *drafted, bool again)
{
	printf("%s: ", question->id);
	if (!question->answers)
		puts("nobody has answered");
	else if (question->theme_count && again)
		printf("%zu answers, %zu themes, %zu of them new, %zu answers "
		       "in none of them\n",
		       question->answers, question->theme_count, drafted->added,
		       question->other);
	else if (question->theme_count)
		printf("%zu answers, %zu themes, %zu answers in none of them\n",
		       question->answers, question->theme_count,
		       question->other);
	else if (question->answers == 1)
		puts("1 answer, no themes: read it");
	else if (drafted->different == 1)
		printf("%zu answers, all the same, no themes: read one\n",
		       question->answers);
	else
		printf("%zu answers, too few or too different for themes: "
		       "read them\n",
		       question->answers);
	for (size_t i = 0; i < drafted->findings.count; i++)
		printf("  %s\n", drafted->findings.items[i].sentence);
}

static size_t
count_new(const struct codeframe *codeframe)
{
	size_t count = 0;

	for (size_t i = 0; i < codeframe->question_count; i++)
		for (size_t j = 0; j < codeframe->questions[i].theme_count; j++)
			count += codeframe->questions[i].themes[j].is_new;
	return count;
}

static void
print_draft(const struct request *request)
{
	printf("The draft is %s: read it, make it yours, sign it, then\n"
	       "  greenpaper code %s %s\n",
	       request->out, request->slug, request->out);
}

/* What became of a file that was there. */
static void
print_renewed(const struct request *request, const struct drafted *drafted)
{
	const struct codeframe *codeframe = &drafted->codeframe;
	size_t count = count_new(codeframe);

	if (drafted->is_same)
		printf("%s stands as it was.\n", request->out);
	else
		printf("%s has what you decided, with the sizes and quotations "
		       "of "
		       "today; as it was, it is in %s.old.\n",
		       request->out, request->out);
	if (count)
		printf("New themes stand last in their question: read them, "
		       "delete each line \"new: yes\",\nsign, then\n");
	else if (codeframe->reviewed_by)
		puts("No theme is new, and the signature stands.  For the "
		     "answers that came in");
	else
		puts("No theme is new.  Sign it, then");
	printf("  greenpaper code %s %s\n", request->slug, request->out);
}

/* --- for programs ----------------------------------------------------------- */

static void
write_question(struct json_writer *json,
	       const struct codeframe_question *question,
	       const struct drafted_question *drafted)
{
	json_begin(json, '{');
	json_pair(json, "id", question->id);
	json_pair_number(json, "answers", (long long)question->answers);
	json_pair_number(json, "themes", (long long)question->theme_count);
	json_pair_number(json, "new", (long long)drafted->added);
	json_pair_number(json, "other", (long long)question->other);
	json_key(json, "warnings");
	json_begin(json, '[');
	for (size_t i = 0; i < drafted->findings.count; i++)
		json_write_text(json, drafted->findings.items[i].sentence);
	json_end(json, ']');
	json_end(json, '}');
}

static void
print_json(struct arena *arena, const struct request *request,
	   const struct drafted *drafted)
{
	struct str out = { .arena = arena };
	struct json_writer json = { .out = &out };

	json_begin(&json, '{');
	json_pair(&json, "consultation", request->slug);
	json_pair(&json, "file", request->out);
	json_key(&json, "questions");
	json_begin(&json, '[');
	for (size_t i = 0; i < drafted->codeframe.question_count; i++)
		write_question(&json, &drafted->codeframe.questions[i],
			       &drafted->questions[i]);
	json_end(&json, ']');
	json_end(&json, '}');
	puts(out.text);
}

void
themes_tell(struct study *study, const struct request *request,
	    const struct drafted *drafted)
{
	const struct codeframe *codeframe = &drafted->codeframe;

	if (request->json) {
		print_json(study->arena, request, drafted);
		return;
	}
	for (size_t i = 0; i < codeframe->question_count; i++)
		print_question(&codeframe->questions[i], &drafted->questions[i],
			       request->old && !drafted->questions[i].is_added);
	if (request->old)
		print_renewed(request, drafted);
	else
		print_draft(request);
}
