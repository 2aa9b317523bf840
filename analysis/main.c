#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "arena.h"
#include "build_list.h" /* generated: GREENPAPER_VERSION, DATA_DIR */
#include "commands.h"
#include "db.h"
#include "error.h"
#include "moment.h"

static bool
asks_for_help(int argc, char **argv)
{
	for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
		if (strcmp(argv[i], "--help") == 0 ||
		    strcmp(argv[i], "-h") == 0)
			return true;
	return false;
}

static int
run(const struct command *command, int argc, char **argv)
{
	struct arena arena = { 0 };
	const char *data = getenv("GREENPAPER_DATA");
	const char *no_color = getenv("NO_COLOR"); /* no-color.org */
	struct study study = {
		.arena = &arena,
		.now = (moment)time(NULL),
		.data = data && *data ? data : DATA_DIR,
		.bold = isatty(STDOUT_FILENO) && !(no_color && *no_color),
	};
	struct error err = { 0 };
	int code;

	if (command->role && !command->late &&
	    !study_open(&study, command->role, &err))
		code = command_failed(command->name, &err);
	else
		code = command->run(&study, argc, argv);
	db_close(study.db);
	arena_free(&arena);
	if (fflush(stdout) != 0 || ferror(stdout)) {
		fprintf(stderr, "greenpaper %s: cannot write the output\n",
			command->name);
		return 1;
	}
	return code;
}

int
main(int argc, char **argv)
{
	const struct command *command;

	moment_set_zone();
	setenv("PGDATABASE", "greenpaper", 0);
	if (argc < 2) {
		command_list(stderr);
		return 2;
	}
	if (strcmp(argv[1], "--version") == 0) {
		puts("greenpaper " GREENPAPER_VERSION);
		return 0;
	}
	if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) {
		command_list(stdout);
		return 0;
	}
	command = command_find(argv[1]);
	if (!command)
		return command_unknown(argv[1]);
	if (asks_for_help(argc - 1, argv + 1)) {
		command_help(command);
		return 0;
	}
	return run(command, argc - 1, argv + 1);
}
