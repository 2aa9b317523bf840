#include "commands.h"

#include "error.h"
#include "json.h"
#include "store_draft.h"
#include "str.h"

int
cmd_purge(struct study *study, int argc, char **argv)
{
	struct str out = { .arena = study->arena };
	struct json_writer json = { .out = &out };
	struct error err = { 0 };
	bool as_json = false;
	const struct command_option options[] = {
		{ .name = "json", .truth = &as_json }, { 0 }
	};
	struct command_line line = { .options = options };
	size_t count;

	if (!command_parse(argc, argv, &line))
		return 2;
	if (!store_draft_purge(study->db, &count, &err))
		return command_failed(argv[0], &err);
	if (as_json) {
		json_begin(&json, '{');
		json_pair_number(&json, "drafts", (long long)count);
		json_end(&json, '}');
		puts(out.text);
	} else {
		printf("%zu draft%s deleted\n", count, count == 1 ? "" : "s");
	}
	return 0;
}
