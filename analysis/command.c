#include "commands.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "db.h"
#include "definition.h"
#include "error.h"
#include "nearest.h"
#include "problem.h"
#include "store_consultation.h"
#include "str.h"

const struct command *
command_find(const char *name)
{
	for (const struct command *command = commands; command->name; command++)
		if (strcmp(command->name, name) == 0)
			return command;
	return NULL;
}

void
command_list(FILE *to)
{
	fputs("usage: greenpaper COMMAND …\n\n"
	      "Run a public consultation from its questions to its "
	      "outcome.\n\n",
	      to);
	for (const struct command *command = commands; command->name; command++)
		fprintf(to, "  %-8s %s\n", command->name, command->summary);
	fputs("\n`greenpaper help COMMAND` explains one.\n", to);
}

void
command_help(const struct command *command)
{
	printf("usage: greenpaper %s %s\n\n", command->name,
	       command->arguments);
	for (const char *at = command->summary; *at; at++)
		putchar(at == command->summary && *at >= 'a' && *at <= 'z'
				? *at - 'a' + 'A'
				: *at);
	printf(".\n\n%s", command->help);
}

int
cmd_help(struct study *study, int argc, char **argv)
{
	const struct command *command;

	(void)study;
	if (argc < 2) {
		command_list(stdout);
		return 0;
	}
	command = command_find(argv[1]);
	if (!command)
		return command_unknown(argv[1]);
	command_help(command);
	return 0;
}

int
command_unknown(const char *name)
{
	const char *names[32];
	const char *near;
	size_t count = 0;

	for (const struct command *command = commands; command->name; command++)
		names[count++] = command->name;
	names[count] = NULL;
	near = nearest(name, names);
	fprintf(stderr, "greenpaper: there is no command \"%s\"", name);
	if (near)
		fprintf(stderr, "; did you mean \"%s\"?", near);
	fputs("\n`greenpaper help` lists them.\n", stderr);
	return 2;
}

int
command_failed(const char *command, const struct error *err)
{
	fprintf(stderr, "greenpaper %s: %s\n", command, err->text);
	return err->kind == ERROR_INPUT ? 2 : 1;
}

int
command_problems(struct problems *problems)
{
	fputs(problem_list(problems), stderr);
	return 2;
}

int
command_misused(const char *command, const char *format, ...)
{
	va_list values;

	fprintf(stderr, "greenpaper %s: ", command);
	va_start(values, format);
	vfprintf(stderr, format, values);
	va_end(values);
	fprintf(stderr, "\n`greenpaper help %s` explains it.\n", command);
	return 2;
}

const char *
command_mark(const struct study *study, bool begins)
{
	if (study->bold)
		return begins ? "\033[1m" : "\033[0m";
	return begins ? "[" : "]";
}

static const struct command_option *
option_named(const struct command_option *options, const char *name, size_t len)
{
	for (; options && options->name; options++)
		if (strlen(options->name) == len &&
		    strncmp(options->name, name, len) == 0)
			return options;
	return NULL;
}

/* Take the option at argv[*i], and its value, which may stand behind "=" or in
 * the next word. */
static bool
take_option(int argc, char **argv, int *i, struct command_line *line)
{
	const char *name = argv[*i] + 2;
	size_t len = strcspn(name, "=");
	const struct command_option *option =
		option_named(line->options, name, len);

	if (!option) {
		command_misused(argv[0], "there is no option --%.*s", (int)len,
				name);
		return false;
	}
	if (option->truth && name[len]) {
		command_misused(argv[0], "--%s takes no value", option->name);
		return false;
	}
	if (option->truth) {
		*option->truth = true;
		return true;
	}
	if (!name[len] && *i + 1 >= argc) {
		command_misused(argv[0], "--%s needs a value", option->name);
		return false;
	}
	*option->value = name[len] ? name + len + 1 : argv[++*i];
	return true;
}

static bool
take_operand(const char *command, const char *word, struct command_line *line)
{
	if (line->operand_count >= line->operands_max) {
		command_misused(command, "\"%s\" is one word too many", word);
		return false;
	}
	line->operands[line->operand_count++] = word;
	return true;
}

bool
command_parse(int argc, char **argv, struct command_line *line)
{
	bool options_end = false;

	for (int i = 1; i < argc; i++) {
		bool fine = true;

		if (!options_end && strcmp(argv[i], "--") == 0)
			options_end = true;
		else if (!options_end && strncmp(argv[i], "--", 2) == 0)
			fine = take_option(argc, argv, &i, line);
		else
			fine = take_operand(argv[0], argv[i], line);
		if (!fine)
			return false;
	}
	if (line->operand_count < line->operands_min) {
		command_misused(argv[0], "it needs %s",
				command_find(argv[0])->arguments);
		return false;
	}
	return true;
}

bool
study_open(struct study *study, const char *role, struct error *err)
{
	struct str sentence = { .arena = study->arena };

	db_close(study->db);
	study->db = db_open(role, err);
	if (study->db)
		return true;
	str_format(&sentence,
		   "%s\nPGHOST says where it is: the folder of its socket",
		   err->text);
	return error_set(err, err->kind, "%s", sentence.text);
}

static bool
missing_with_slugs(struct study *study, const char *slug, struct error *err)
{
	const struct stored_version *list;
	struct str slugs = { .arena = study->arena };
	size_t count;

	if (!store_consultation_list(study->db, study->arena, &list, &count,
				     err))
		return false;
	if (!count)
		return error_set(err, ERROR_MISSING,
				 "there is no consultation yet; `greenpaper "
				 "load FILE` stores one");
	for (size_t i = 0; i < count; i++)
		str_format(&slugs, "%s%s", i ? ", " : "", list[i].slug);
	return error_set(err, ERROR_MISSING,
			 "there is no consultation \"%s\"; there are: %s", slug,
			 slugs.text);
}

const struct consultation *
study_consultation(struct study *study, const char *slug, int *version,
		   struct error *err)
{
	struct problems problems = { .arena = study->arena, .path = slug };
	const struct consultation *consultation;
	struct stored_version stored;

	if (!store_consultation_get(study->db, study->arena, slug, 0, &stored,
				    err)) {
		if (err->kind == ERROR_MISSING)
			missing_with_slugs(study, slug, err);
		return NULL;
	}
	consultation =
		definition_parse(stored.source, stored.source_len, &problems);
	if (!consultation) {
		error_set(err, ERROR_SYSTEM,
			  "the stored definition of \"%s\" does not read any "
			  "more:\n%s",
			  slug, problem_list(&problems));
		return NULL;
	}
	if (version)
		*version = stored.version;
	return consultation;
}

bool
command_number(const char *text, size_t least, size_t most, size_t *number)
{
	char *end;
	unsigned long long value;

	if (*text < '0' || *text > '9')
		return false;
	errno = 0;
	value = strtoull(text, &end, 10);
	*number = (size_t)value;
	return !*end && !errno && value >= least && value <= most;
}
