#include "db.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "error.h"
#include "file.h"

enum { MIGRATION_BYTES_MAX = 1024 * 1024 };

struct migration {
	char *name, *path, *text;
	size_t len;
	bool applied;
};

struct migrations {
	struct migration *items;
	size_t count;
};

static int
is_migration(const struct dirent *entry)
{
	size_t len = strlen(entry->d_name);

	return len > 9 && strspn(entry->d_name, "0123456789") == 4 &&
	       strcmp(entry->d_name + len - 4, ".sql") == 0;
}

static int
by_name(const void *left, const void *right)
{
	const struct migration *a = left, *b = right;

	return strcmp(a->name, b->name);
}

static bool
migrations_read(struct arena *arena, const char *dir,
		struct migrations *migrations, struct error *err)
{
	struct dirent **entries = NULL;
	int count = scandir(dir, &entries, is_migration, NULL);

	if (count <= 0) {
		free(entries);
		return error_set(err, ERROR_SYSTEM,
				 "%s: there are no migrations: give the folder "
				 "that holds 0001-tables.sql",
				 dir);
	}
	migrations->count = (size_t)count;
	migrations->items = arena_array(arena, migrations->count,
					sizeof(*migrations->items));
	for (int i = 0; i < count; i++) {
		migrations->items[i].name =
			arena_string(arena, entries[i]->d_name);
		free(entries[i]);
	}
	free(entries);
	qsort(migrations->items, migrations->count, sizeof(*migrations->items),
	      by_name);
	for (size_t i = 0; i < migrations->count; i++) {
		struct migration *migration = &migrations->items[i];

		migration->path = file_in(arena, dir, migration->name);
		if (!file_read(arena, migration->path, MIGRATION_BYTES_MAX,
			       &migration->text, &migration->len, err))
			return false;
	}
	return true;
}

static bool
migration_check(struct db *db, struct arena *arena, struct migration *migration,
		const char *last, struct error *err)
{
	const char *values[] = { migration->name,
				 db_bytes(arena, migration->text,
					  migration->len) };
	struct rows rows;
	bool same;

	if (!db_run(db, Q_MIGRATION_GET, values, &rows, err))
		return false;
	migration->applied = rows.count > 0;
	same = migration->applied && row_bool(&rows, 0, 0);
	rows_free(&rows);
	if (migration->applied && !same)
		return error_set(err, ERROR_INPUT,
				 "%s: it was changed after it was applied: "
				 "restore it, and put the change in a new file",
				 migration->path);
	if (!migration->applied && strcmp(migration->name, last) < 0)
		return error_set(err, ERROR_INPUT,
				 "%s: %s was applied before it: give it a "
				 "higher number",
				 migration->path, last);
	return true;
}

/* Which were applied; refuses what does not fit together. */
static bool
migrations_check(struct db *db, struct arena *arena,
		 struct migrations *migrations, struct error *err)
{
	const char *newest = migrations->items[migrations->count - 1].name;
	struct rows rows;
	const char *last;

	if (!db_run(db, Q_MIGRATION_LAST, NULL, &rows, err))
		return false;
	last = arena_string(arena, row_text(&rows, 0, 0));
	rows_free(&rows);
	if (!last)
		last = "";
	if (strcmp(last, newest) > 0)
		return error_set(err, ERROR_SYSTEM,
				 "the database is newer than this program (it "
				 "has %s): install a newer Greenpaper",
				 last);
	for (size_t i = 0; i < migrations->count; i++)
		if (!migration_check(db, arena, &migrations->items[i], last,
				     err))
			return false;
	return true;
}

static bool
migration_apply(struct db *db, struct arena *arena,
		const struct migration *migration, struct error *err)
{
	const char *values[] = { migration->name,
				 db_bytes(arena, migration->text,
					  migration->len) };
	struct rows rows;

	if (!db_begin(db, err) ||
	    !db_script(db, migration->path, migration->text, err) ||
	    !db_run(db, Q_MIGRATION_ADD, values, &rows, err))
		return false;
	rows_free(&rows);
	return db_commit(db, err);
}

static bool
migrations_apply(struct db *db, struct arena *arena,
		 struct migrations *migrations, size_t *applied,
		 struct error *err)
{
	struct rows rows;
	bool exists;

	if (!db_run(db, Q_MIGRATION_LOCK, NULL, &rows, err))
		return false;
	rows_free(&rows);
	if (!db_run(db, Q_MIGRATION_TABLE, NULL, &rows, err))
		return false;
	exists = row_bool(&rows, 0, 0);
	rows_free(&rows);
	if (exists && !migrations_check(db, arena, migrations, err))
		return false;
	for (size_t i = 0; i < migrations->count; i++) {
		if (migrations->items[i].applied)
			continue;
		if (!migration_apply(db, arena, &migrations->items[i], err))
			return false;
		++*applied;
	}
	return true;
}

bool
db_migrate(const char *dir, size_t *applied, struct error *err)
{
	struct arena arena = { 0 };
	struct migrations migrations = { 0 };
	struct db *db = NULL;
	bool done;

	*applied = 0;
	/* The lock, and a transaction that failed, end with the connection. */
	done = migrations_read(&arena, dir, &migrations, err) &&
	       (db = db_open_unprepared("greenpaper_owner", err)) &&
	       migrations_apply(db, &arena, &migrations, applied, err);
	db_close(db);
	arena_free(&arena);
	return done;
}
