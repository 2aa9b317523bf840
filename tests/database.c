#include "database.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "arena.h"
#include "str.h"

char *
database_ask_as(struct arena *arena, const char *role, const char *sql,
		bool *fine)
{
	struct str said = { .arena = arena };
	char part[4096];
	size_t len;
	FILE *psql;

	/* By the environment, so that the shell reads none of it. */
	setenv("ASK_ROLE", role, 1);
	setenv("ASK_SQL", sql, 1);
	psql = popen("PGOPTIONS='-c search_path=greenpaper' psql -X -q -A -t "
		     "-v ON_ERROR_STOP=1 -U \"$ASK_ROLE\" -c \"$ASK_SQL\" 2>&1",
		     "r");
	ck_assert_ptr_nonnull(psql);
	while ((len = fread(part, 1, sizeof(part), psql)) > 0)
		str_add(&said, part, len);
	*fine = pclose(psql) == 0;
	str_char(&said, '\0');
	if (said.len > 1 && said.text[said.len - 2] == '\n')
		said.text[said.len - 2] = '\0';
	return said.text;
}

char *
database_ask(struct arena *arena, const char *sql)
{
	bool fine;
	char *said = database_ask_as(arena, "postgres", sql, &fine);

	ck_assert_msg(fine, "%s", said);
	return said;
}

static void
database_make(const char *template)
{
	struct arena arena = { 0 };
	char *name = arena_format(&arena, "test_%d", (int)getpid());

	setenv("PGDATABASE", "postgres", 1);
	database_ask(&arena, arena_format(&arena,
					  "create database %s template %s "
					  "owner greenpaper_owner",
					  name, template));
	setenv("PGDATABASE", name, 1);
	arena_free(&arena);
}

void
database_hide(void)
{
	setenv("HIDDEN_PGHOST", getenv("PGHOST"), 1);
	setenv("PGHOST", "/nowhere", 1);
}

void
database_show(void)
{
	if (getenv("HIDDEN_PGHOST"))
		setenv("PGHOST", getenv("HIDDEN_PGHOST"), 1);
	unsetenv("HIDDEN_PGHOST");
}

void
database_new(void)
{
	database_make("greenpaper");
}

void
database_new_empty(void)
{
	database_make("template0");
}

void
database_drop(void)
{
	struct arena arena = { 0 };
	char *name = arena_string(&arena, getenv("PGDATABASE"));

	setenv("PGDATABASE", "postgres", 1);
	database_ask(&arena,
		     arena_format(&arena, "drop database %s with (force)",
				  name));
	setenv("PGDATABASE", "greenpaper", 1);
	arena_free(&arena);
}
