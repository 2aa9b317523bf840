#include "commands.h"

#include <sys/stat.h>

#include "arena.h"
#include "definition.h"
#include "error.h"
#include "file.h"
#include "json.h"
#include "problem.h"
#include "str.h"
#include "yaml.h"

/* A document that the definition names but that does not stand beside it. */
static void
check_documents(const char *path, const struct consultation *consultation,
		struct problems *problems)
{
	const char *folder = file_folder(problems->arena, path);

	for (size_t i = 0; i < consultation->document_count; i++) {
		const char *file = consultation->documents[i].file;
		struct stat facts;

		if (stat(file_in(problems->arena, folder, file), &facts) != 0)
			problem_add(problems, consultation->documents[i].line,
				    1,
				    "the document %s is not in %s: put it "
				    "there, or leave it out",
				    file, folder);
	}
}

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

static void
print_json(struct arena *arena, const struct problems *problems,
	   const struct consultation *consultation)
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
	char *bytes;
	size_t len;

	if (!command_parse(argc, argv, &line))
		return 2;
	problems.path = line.operands[0];
	if (!file_read(study->arena, problems.path, YAML_BYTES_MAX, &bytes,
		       &len, &err))
		return command_failed(argv[0], &err);
	consultation = definition_parse(bytes, len, &problems);
	if (consultation)
		check_documents(problems.path, consultation, &problems);
	if (json)
		print_json(study->arena, &problems, consultation);
	else if (problems.count)
		fputs(problem_list(&problems), stdout);
	else {
		print_gaps(problems.path, consultation);
		printf("%s: no mistakes: %zu questions, slug %s\n",
		       problems.path, consultation->question_count,
		       consultation->slug);
	}
	return problems.count ? 2 : 0;
}
