#include "commands.h"

#include "arena.h"
#include "definition.h"
#include "documents.h"
#include "error.h"
#include "file.h"
#include "json.h"
#include "problem.h"
#include "str.h"
#include "yaml.h"

/* What is no mistake, and whoever reads the page in the other language will miss. */
static void
print_gaps(const char *path, const struct consultation *consultation)
{
	for (size_t i = 0; i < consultation->gap_count; i++) {
		const struct gap *gap = &consultation->gaps[i];

		printf("%s:%zu:%zu: note: %s is not in %s\n", path, gap->line,
		       gap->column, gap->what,
		       gap->language == LANGUAGE_CY ? "Welsh" : "English");
	}
}

static void
write_gaps(struct json_writer *json, const struct consultation *consultation)
{
	json_key(json, "gaps");
	json_begin(json, '[');
	for (size_t i = 0; consultation && i < consultation->gap_count; i++) {
		const struct gap *gap = &consultation->gaps[i];

		json_begin(json, '{');
		json_pair_number(json, "line", (long long)gap->line);
		json_pair_number(json, "column", (long long)gap->column);
		json_pair(json, "text", gap->what);
		json_pair(json, "language", language_code(gap->language));
		json_end(json, '}');
	}
	json_end(json, ']');
}

/* What is no mistake either, but wanting in a consultation that is to be held;
 * at most NOTES_MAX of them. */
enum { NOTES_MAX = 4 };

static size_t
notes_on(const struct consultation *consultation, moment now,
	 const char **notes)
{
	size_t count = 0;

	if (consultation->closes <= now)
		notes[count++] = "closes is past: nobody can respond any more";
	if (phrase_is_empty(&consultation->results_due))
		notes[count++] =
			"results_due is missing: the page does not say "
			"when the outcome is due";
	if (!contact_is_given(&consultation->policy_enquiries))
		notes[count++] = "enquiries, policy is missing: the page does "
				 "not say whom to ask about what is proposed";
	if (!contact_is_given(&consultation->process_enquiries))
		notes[count++] = "enquiries, process is missing: the page does "
				 "not say whom to ask about how to respond";
	return count;
}

static void
print_notes(const char *path, const struct consultation *consultation,
	    moment now)
{
	const char *notes[NOTES_MAX];
	size_t count = notes_on(consultation, now, notes);

	for (size_t i = 0; i < count; i++)
		printf("%s: note: %s\n", path, notes[i]);
}

static void
write_notes(struct json_writer *json, const struct consultation *consultation,
	    moment now)
{
	const char *notes[NOTES_MAX];
	size_t count = consultation ? notes_on(consultation, now, notes) : 0;

	json_key(json, "notes");
	json_begin(json, '[');
	for (size_t i = 0; i < count; i++)
		json_write_text(json, notes[i]);
	json_end(json, ']');
}

static void
print_json(struct arena *arena, const struct problems *problems,
	   const struct consultation *consultation, moment now)
{
	struct str out = { .arena = arena };
	struct json_writer json = { .out = &out };

	json_begin(&json, '{');
	json_pair(&json, "file", problems->path);
	json_pair_number(&json, "count", (long long)problems->count);
	json_key(&json, "problems");
	json_begin(&json, '[');
	for (size_t i = 0; i < problems->count && i < PROBLEM_MAX; i++) {
		json_begin(&json, '{');
		json_pair_number(&json, "line",
				 (long long)problems->items[i].line);
		json_pair_number(&json, "column",
				 (long long)problems->items[i].column);
		json_pair(&json, "text", problems->items[i].text);
		json_end(&json, '}');
	}
	json_end(&json, ']');
	write_gaps(&json, consultation);
	write_notes(&json, consultation, now);
	json_end(&json, '}');
	puts(out.text);
}

int
cmd_check(struct study *study, int argc, char **argv)
{
	struct problems problems = { .arena = study->arena };
	const struct consultation *consultation;
	struct error err = { 0 };
	bool json = false;
	const struct command_option options[] = {
		{ .name = "json", .truth = &json }, { 0 }
	};
	struct command_line line = { .options = options,
				     .operands_min = 1,
				     .operands_max = 1 };
	char *bytes, *list;
	size_t len;

	if (!command_parse(argc, argv, &line))
		return 2;
	problems.path = line.operands[0];
	if (!file_read(study->arena, problems.path, YAML_BYTES_MAX, &bytes,
		       &len, &err))
		return command_failed(argv[0], &err);
	consultation = definition_parse(bytes, len, &problems);
	documents_check(bytes, len, &problems);
	list = problem_list(&problems);
	if (json)
		print_json(study->arena, &problems, consultation, study->now);
	else if (problems.count)
		fputs(list, stdout);
	else {
		print_gaps(problems.path, consultation);
		print_notes(problems.path, consultation, study->now);
		printf("%s: no mistakes: %zu questions, slug %s\n",
		       problems.path, consultation->question_count,
		       consultation->slug);
	}
	return problems.count ? 2 : 0;
}
