#ifndef COMMANDS_H
#define COMMANDS_H

#include <stdbool.h>
#include <stdio.h>

#include "consultation.h"

struct arena;
struct db;
struct error;

/*
 * The table of commands.  A command gets a study: what every command needs,
 * opened by main.  It prints to stdout and stderr, and its result is the exit
 * code: 0 done, 1 failed, 2 asked wrongly.
 */
struct study {
	struct arena *arena;
	struct db *db; /* as the command's role; NULL if it has none */
	moment now;
};

struct command {
	const char *name;
	int (*run)(struct study *study, int argc, char **argv);
	const char *role;      /* "greenpaper_analyst", or NULL: no database */
	const char *arguments; /* "SLUG --to DIR" */
	const char *summary;   /* one line for `greenpaper help` */
	const char *help;      /* options, and a line "Example: …" */
};

/* The command of that name, or NULL.  Ends with a NULL name. */
extern const struct command commands[];
const struct command *command_find(const char *name);

/* argv[0] is the command's name.  Each parses its own options with
 * command_options; --help is answered by main. */
int cmd_check(struct study *study, int argc, char **argv);
int cmd_init(struct study *study, int argc, char **argv);
int cmd_load(struct study *study, int argc, char **argv);
int cmd_status(struct study *study, int argc, char **argv);
int cmd_import(struct study *study, int argc, char **argv);
int cmd_themes(struct study *study, int argc, char **argv);
int cmd_code(struct study *study, int argc, char **argv);
int cmd_publish(struct study *study, int argc, char **argv);
int cmd_export(struct study *study, int argc, char **argv);
int cmd_help(struct study *study, int argc, char **argv);

/* Helpers that commands share (command.c). */

/* Print "greenpaper COMMAND: SENTENCE" to stderr; the exit code for its kind. */
int command_failed(const char *command, const struct error *err);

/* Asked wrongly: the sentence and where to find help; always 2. */
int command_misused(const char *command, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* The newest version of SLUG, parsed.  ERROR_MISSING says which slugs exist. */
const struct consultation *study_consultation(struct study *study,
					      const char *slug, int *version,
					      struct error *err);

#endif
