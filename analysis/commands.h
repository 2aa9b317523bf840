#ifndef COMMANDS_H
#define COMMANDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "consultation.h"

struct arena;
struct db;
struct error;
struct problems;

/*
 * The table of commands.  A command gets a study: what every command needs,
 * opened by main.  It prints to stdout and stderr, and its result is the exit
 * code: 0 done, 1 failed, 2 asked wrongly.
 */
struct study {
	struct arena *arena;
	struct db *db;	  /* as the command's role; NULL if it has none */
	const char *data; /* the folder that holds sql/ and templates/ */
	moment now;
	bool bold; /* standard output is a terminal, and NO_COLOR does not
			forbid it */
};

struct command {
	const char *name;
	int (*run)(struct study *study, int argc, char **argv);
	const char *role;      /* "greenpaper_analyst", or NULL: no database */
	bool late;	       /* opens it itself, by study_open */
	const char *arguments; /* "SLUG --to DIR" */
	const char *summary;   /* one line for `greenpaper help` */
	const char *help;      /* options, and a line "Example: …" */
};

/* Ends with a row whose name is NULL. */
extern const struct command commands[];

/* argv[0] is the command's name.  Each parses its own options; --help is
 * answered by main. */
int cmd_check(struct study *study, int argc, char **argv);
int cmd_init(struct study *study, int argc, char **argv);
int cmd_load(struct study *study, int argc, char **argv);
int cmd_status(struct study *study, int argc, char **argv);
int cmd_import(struct study *study, int argc, char **argv);
int cmd_copies(struct study *study, int argc, char **argv);
int cmd_themes(struct study *study, int argc, char **argv);
int cmd_themes_from(struct study *study, int argc, char **argv);
int cmd_code(struct study *study, int argc, char **argv);
int cmd_suggest(struct study *study, int argc, char **argv);
int cmd_search(struct study *study, int argc, char **argv);
int cmd_why(struct study *study, int argc, char **argv);
int cmd_words(struct study *study, int argc, char **argv);
int cmd_evidence(struct study *study, int argc, char **argv);
int cmd_publish(struct study *study, int argc, char **argv);
int cmd_export(struct study *study, int argc, char **argv);
int cmd_mail(struct study *study, int argc, char **argv);
int cmd_purge(struct study *study, int argc, char **argv);
int cmd_help(struct study *study, int argc, char **argv);

/* The command of that name, or NULL. */
const struct command *command_find(const char *name);

/* What `greenpaper help` prints: of all commands, of one. */
void command_list(FILE *to);
void command_help(const struct command *command);

/* No such command: says so, offers the nearest; always 2. */
int command_unknown(const char *name);

/* Print "greenpaper COMMAND: SENTENCE" to stderr; the exit code for its kind. */
int command_failed(const char *command, const struct error *err);

/* Print the problems of a file to stderr; always 2. */
int command_problems(struct problems *problems);

/* Asked wrongly: the sentence and where to find help; always 2. */
int command_misused(const char *command, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* What begins (or else ends) words that are marked on standard output: bold on a
 * terminal, brackets elsewhere. */
const char *command_mark(const struct study *study, bool begins);

/*
 * Options of a command: an array of these, ended by a row whose name is NULL.
 * Each is "--name" and fills one place: TRUTH for a switch, VALUE for one with an
 * argument.  What is no option is left in OPERANDS, of which there must be from
 * OPERANDS_MIN to OPERANDS_MAX.
 */
struct command_option {
	const char *name;
	bool *truth;
	const char **value;
};

struct command_line {
	const struct command_option *options;
	const char *operands[8];
	int operands_min, operands_max, operand_count;
};

/* False when asked wrongly, which has then been said: return 2. */
bool command_parse(int argc, char **argv, struct command_line *line);

/* Whether TEXT is a whole number from LEAST to MOST; *NUMBER is it. */
bool command_number(const char *text, size_t least, size_t most,
		    size_t *number);

/* Connect as ROLE, instead of whom it was connected as. */
bool study_open(struct study *study, const char *role, struct error *err);

/* The newest version of SLUG, parsed; its number in *VERSION unless NULL.
 * ERROR_MISSING tells which slugs there are. */
const struct consultation *study_consultation(struct study *study,
					      const char *slug, int *version,
					      struct error *err);

#endif
