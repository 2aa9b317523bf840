#include "cmd_themes.h"

#include <stdio.h>

#include "commands.h"
#include "error.h"

/* A question of the file with its answers and how they are coded. */
struct looked {
	const struct codeframe_question *question;
	struct measured measured;
	const struct coded_answer *coded;
};

static bool
look(struct study *study, const struct request *request, size_t index,
     struct looked *looked, struct error *err)
{
	looked->question = &request->old->questions[index];
	if (!themes_answers(study, request,
			    consultation_question(request->consultation,
						  looked->question->id),
			    &looked->measured, err))
		return false;
	looked->coded =
		coding_apply(study->arena, looked->question,
			     looked->measured.answers, looked->measured.count);
	return true;
}

int
themes_check(struct study *study, const struct request *request)
{
	struct error err = { 0 };
	size_t count = 0, unused = 0;

	for (size_t i = 0; i < request->old->question_count; i++) {
		struct looked looked;
		struct frame_findings findings;

		if (!look(study, request, i, &looked, &err))
			return command_failed("themes", &err);
		findings = frame_check(study->arena, looked.question,
				       looked.coded, looked.measured.count);
		for (size_t j = 0; j < findings.count; j++) {
			printf("%s: %s\n", looked.question->id,
			       findings.items[j].sentence);
			unused += findings.items[j].fault == FRAME_UNUSED;
		}
		count += findings.count;
	}
	if (!count)
		printf("%s: nothing to change\n", request->out);
	return unused ? 2 : 0;
}

int
themes_list_other(struct study *study, const struct request *request)
{
	struct error err = { 0 };

	for (size_t i = 0; i < request->old->question_count; i++) {
		struct looked looked;
		size_t count = 0;

		if (!look(study, request, i, &looked, &err))
			return command_failed("themes", &err);
		for (size_t j = 0; j < looked.measured.count; j++)
			count += measure_has(&looked.coded[j], CODEFRAME_OTHER);
		printf("%s%s: %zu of %zu answers in none of the themes\n",
		       i ? "\n" : "", looked.question->id, count,
		       looked.measured.count);
		for (size_t j = 0; j < looked.measured.count; j++)
			if (measure_has(&looked.coded[j], CODEFRAME_OTHER))
				printf("\n%s\n",
				       looked.measured.answers[j].text);
	}
	return 0;
}
