#include "commands.h"

#include "arena.h"
#include "db.h"
#include "error.h"
#include "file.h"

int
cmd_init(struct study *study, int argc, char **argv)
{
	const char *folder =
		file_in(study->arena, study->data, "sql/migrations");
	const struct command_option options[] = {
		{ .name = "sql", .value = &folder }, { 0 }
	};
	struct command_line line = { .options = options };
	struct error err = { 0 };
	size_t applied;

	if (!command_parse(argc, argv, &line))
		return 2;
	if (!db_migrate(folder, &applied, &err))
		return command_failed(argv[0], &err);
	if (applied)
		printf("applied %zu migration%s\n", applied,
		       applied == 1 ? "" : "s");
	else
		puts("the database is up to date");
	return 0;
}
