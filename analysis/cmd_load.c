#include "commands.h"

#include "arena.h"
#include "definition.h"
#include "documents.h"
#include "error.h"
#include "file.h"
#include "json.h"
#include "problem.h"
#include "store_consultation.h"
#include "str.h"
#include "yaml.h"

static bool
read_documents(struct arena *arena, const char *path,
	       const struct consultation *consultation,
	       struct stored_file **documents, struct error *err)
{
	const char *folder = file_folder(arena, path);
	struct stored_file *files =
		arena_array(arena, consultation->document_count,
			    sizeof(*files));

	for (size_t i = 0; i < consultation->document_count; i++) {
		char *bytes;

		files[i].name = consultation->documents[i].file;
		if (!file_read(arena, file_in(arena, folder, files[i].name),
			       DOCUMENT_BYTES_MAX, &bytes, &files[i].len, err))
			return error_at(err, path,
					consultation->documents[i].line);
		files[i].bytes = bytes;
	}
	*documents = files;
	return true;
}

static void
print_result(const char *slug, enum load_result result, int version)
{
	switch (result) {
	case LOAD_NEW:
		printf("%s: stored as version %d\n", slug, version);
		break;
	case LOAD_NEW_VERSION:
		printf("%s: the definition has changed; stored as version %d\n",
		       slug, version);
		break;
	case LOAD_UNCHANGED:
		printf("%s: nothing has changed since version %d\n", slug,
		       version);
		break;
	}
}

static void
print_json(struct arena *arena, const char *slug, enum load_result result,
	   int version)
{
	static const char *const words[] = {
		[LOAD_NEW] = "new",
		[LOAD_NEW_VERSION] = "new version",
		[LOAD_UNCHANGED] = "unchanged",
	};
	struct str out = { .arena = arena };
	struct json_writer json = { .out = &out };

	json_begin(&json, '{');
	json_pair(&json, "consultation", slug);
	json_pair_number(&json, "version", version);
	json_pair(&json, "result", words[result]);
	json_end(&json, '}');
	puts(out.text);
}

int
cmd_load(struct study *study, int argc, char **argv)
{
	struct problems problems = { .arena = study->arena };
	const struct consultation *consultation;
	struct stored_file definition, *documents;
	struct error err = { 0 };
	enum load_result result;
	bool json = false;
	const struct command_option options[] = {
		{ .name = "json", .truth = &json }, { 0 }
	};
	struct command_line line = { .options = options,
				     .operands_min = 1,
				     .operands_max = 1 };
	char *bytes;
	int version;

	if (!command_parse(argc, argv, &line))
		return 2;
	problems.path = definition.name = line.operands[0];
	if (!file_read(study->arena, definition.name, YAML_BYTES_MAX, &bytes,
		       &definition.len, &err))
		return command_failed(argv[0], &err);
	definition.bytes = bytes;
	consultation = definition_parse(bytes, definition.len, &problems);
	documents_check(bytes, definition.len, &problems);
	if (problems.count) {
		fputs(problem_list(&problems), stderr);
		return command_misused(argv[0], "%s was not stored",
				       definition.name);
	}
	if (!read_documents(study->arena, definition.name, consultation,
			    &documents, &err) ||
	    !store_consultation_load(study->db, consultation, &definition,
				     documents, &result, &version, &err))
		return command_failed(argv[0], &err);
	if (json)
		print_json(study->arena, consultation->slug, result, version);
	else
		print_result(consultation->slug, result, version);
	return 0;
}
