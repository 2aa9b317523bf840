#include "suites.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "arena.h"
#include "database.h"
#include "db.h"
#include "error.h"
#include "file.h"

static struct arena arena;
static struct error err;

static struct db *
open_as(const char *role)
{
	struct db *db = db_open(role, &err);

	ck_assert_msg(db != NULL, "%s", err.text);
	return db;
}

START_TEST(reads_what_a_query_found)
{
	struct db *db = open_as("greenpaper_web");
	struct rows rows;

	ck_assert(db_run(db, Q_SERVER_PING, NULL, &rows, &err));
	ck_assert_int_eq(rows.count, 1);
	ck_assert_int_eq(row_int(&rows, 0, 0), 1);
	ck_assert_str_eq(row_text(&rows, 0, 0), "1");
	rows_free(&rows);
	db_close(db);
}
END_TEST

START_TEST(says_why_it_cannot_connect)
{
	ck_assert_ptr_null(db_open("greenpaper_nobody", &err));
	ck_assert_int_eq(err.kind, ERROR_SYSTEM);
	ck_assert_ptr_nonnull(strstr(err.text, "cannot reach the database"));
	ck_assert_ptr_nonnull(strstr(err.text, "greenpaper_nobody"));
	ck_assert_ptr_null(strchr(err.text, '\n'));
}
END_TEST

START_TEST(says_when_no_server_is_there)
{
	database_hide();
	ck_assert_ptr_null(db_open("greenpaper_web", &err));
	database_show();
	ck_assert_int_eq(err.kind, ERROR_SYSTEM);
	ck_assert_ptr_nonnull(strstr(err.text, "/nowhere"));
}
END_TEST

START_TEST(a_refused_value_is_an_input_error_without_the_value)
{
	static const char *const values[] = { "what a citizen wrote" };
	struct db *db = open_as("greenpaper_web");
	struct rows rows;

	ck_assert(!db_run(db, Q_RECEIPT_GET, values, &rows, &err));
	ck_assert_int_eq(err.kind, ERROR_INPUT);
	ck_assert_str_eq(err.text,
			 "the database refused a value of receipt_get (22P02)");
	ck_assert(!db_lost(db));
	db_close(db);
}
END_TEST

START_TEST(a_forbidden_query_is_a_system_error)
{
	static const char *const values[] = { "slug" };
	struct db *db = open_as("greenpaper_web");
	struct rows rows;

	ck_assert(!db_run(db, Q_RESPONSE_LIST, values, &rows, &err));
	ck_assert_int_eq(err.kind, ERROR_SYSTEM);
	ck_assert_str_eq(err.text,
			 "the database refused response_list: permission "
			 "denied for view response_read (42501)");
	db_close(db);
}
END_TEST

static void
terminate_web(void)
{
	database_ask(&arena, "select pg_terminate_backend(pid, 5000) from "
			     "pg_stat_activity where usename = "
			     "'greenpaper_web'");
}

START_TEST(connects_again_when_the_server_hung_up)
{
	struct db *db = open_as("greenpaper_web");
	struct rows rows;

	terminate_web();
	ck_assert_msg(db_ready(db, &err), "%s", err.text);
	ck_assert_msg(db_run(db, Q_SERVER_PING, NULL, &rows, &err), "%s",
		      err.text);
	rows_free(&rows);
	db_close(db);
}
END_TEST

START_TEST(a_lost_connection_is_known_as_lost)
{
	struct db *db = open_as("greenpaper_web");
	struct rows rows;

	terminate_web();
	ck_assert(!db_run(db, Q_SERVER_PING, NULL, &rows, &err));
	ck_assert_int_eq(err.kind, ERROR_SYSTEM);
	ck_assert(db_lost(db));
	ck_assert(!db_run(db, Q_SERVER_PING, NULL, &rows, &err));
	ck_assert(db_ready(db, &err));
	ck_assert(!db_lost(db));
	db_close(db);
}
END_TEST

START_TEST(does_not_wait_long_for_a_server_that_hangs)
{
	struct db *db = open_as("greenpaper_web");
	struct timespec before, after;
	struct rows rows;
	int server;

	server = atoi(database_ask(&arena, "select pid from pg_stat_activity "
					   "where usename = "
					   "'greenpaper_web'"));
	ck_assert_int_gt(server, 1);
	db_wait(db, 100);
	clock_gettime(CLOCK_MONOTONIC, &before);
	ck_assert_int_eq(kill(server, SIGSTOP), 0);
	ck_assert(!db_run(db, Q_SERVER_PING, NULL, &rows, &err));
	clock_gettime(CLOCK_MONOTONIC, &after);
	kill(server, SIGCONT);
	ck_assert_int_eq(err.kind, ERROR_SYSTEM);
	ck_assert_int_lt(after.tv_sec - before.tv_sec, 3);
	ck_assert(db_lost(db));
	db_close(db);
}
END_TEST

/* --- row by row --------------------------------------------------------- */

struct counting {
	int rows, stop_after;
};

static bool
count_row(void *context, const struct rows *row, struct error *error)
{
	struct counting *counting = context;

	ck_assert_int_eq(row->count, 1);
	ck_assert_ptr_nonnull(row_text(row, 0, 0));
	if (++counting->rows == counting->stop_after)
		return error_set(error, ERROR_INPUT, "that is enough");
	return true;
}

START_TEST(visits_every_row_and_can_stop)
{
	struct db *db = open_as("greenpaper_web");
	struct counting all = { 0 }, one = { .stop_after = 1 };
	struct rows rows;

	database_ask(&arena, "insert into consultation select 'many-' || i "
			     "from generate_series(1, 1000) i");
	database_ask(&arena,
		     "insert into form_version (slug, version, source, opens, "
		     "closes) select slug, 1, 'x', '2020-01-01', '2020-01-02' "
		     "from consultation where slug like 'many-%'");
	ck_assert(db_each(db, Q_VERSION_LIST, NULL, count_row, &all, &err));
	ck_assert_int_eq(all.rows, 1000);
	ck_assert(!db_each(db, Q_VERSION_LIST, NULL, count_row, &one, &err));
	ck_assert_int_eq(one.rows, 1);
	ck_assert_str_eq(err.text, "that is enough");
	ck_assert(db_run(db, Q_SERVER_PING, NULL, &rows, &err));
	rows_free(&rows);
	db_close(db);
}
END_TEST

START_TEST(a_failure_row_by_row_is_told)
{
	static const char *const values[] = { "slug" };
	struct db *db = open_as("greenpaper_web");
	struct counting all = { 0 };
	struct rows rows;

	ck_assert(!db_each(db, Q_RESPONSE_LIST, values, count_row, &all, &err));
	ck_assert_int_eq(err.kind, ERROR_SYSTEM);
	ck_assert_int_eq(all.rows, 0);
	ck_assert(db_run(db, Q_SERVER_PING, NULL, &rows, &err));
	rows_free(&rows);
	db_close(db);
}
END_TEST

/* --- transactions and values -------------------------------------------- */

static bool
outcome_note(struct db *db, const char *slug)
{
	const char *values[] = { slug, NULL, "opening", "detail", "1" };
	struct rows rows;

	ck_assert_msg(db_run(db, Q_OUTCOME_SET, values, &rows, &err), "%s",
		      err.text);
	rows_free(&rows);
	return true;
}

START_TEST(keeps_what_was_committed_alone)
{
	struct db *db = open_as("greenpaper_publisher");
	static const char *const bad[] = { "a", "not a number", "", "", "" };
	struct rows rows;

	database_ask(&arena, "insert into consultation values ('a'), ('b')");
	ck_assert(db_begin(db, &err));
	outcome_note(db, "a");
	ck_assert(db_commit(db, &err));
	ck_assert(db_begin(db, &err));
	outcome_note(db, "b");
	ck_assert(!db_run(db, Q_OUTCOME_SET, bad, &rows, &err));
	db_rollback(db);
	ck_assert_str_eq(database_ask(&arena, "select slug from outcome"), "a");
	db_close(db);
}
END_TEST

START_TEST(a_commit_after_a_failure_is_no_commit)
{
	struct db *db = open_as("greenpaper_publisher");
	static const char *const bad[] = { "c", "not a number", "", "", "" };
	struct rows rows;

	database_ask(&arena, "insert into consultation values ('c')");
	ck_assert(db_begin(db, &err));
	outcome_note(db, "c");
	ck_assert(!db_run(db, Q_OUTCOME_SET, bad, &rows, &err));
	ck_assert(!db_commit(db, &err));
	ck_assert_int_eq(err.kind, ERROR_SYSTEM);
	ck_assert_str_eq(database_ask(&arena, "select count(*) from outcome "
					      "where slug = 'c'"),
			 "0");
	db_close(db);
}
END_TEST

START_TEST(writes_arrays_that_read_back)
{
	static const char *const items[] = { "plain", "a \"b\" \\c, {d}",
					     NULL,    "",
					     "NULL",  "dŵr\nline" };
	char *array = db_array(&arena, items, 6);

	ck_assert_str_eq(array, "{\"plain\",\"a \\\"b\\\" \\\\c, {d}\",NULL,"
				"\"\",\"NULL\",\"dŵr\nline\"}");
	ck_assert_str_eq(db_array(&arena, items, 0), "{}");
}
END_TEST

START_TEST(writes_bytes_in_hexadecimal)
{
	ck_assert_str_eq(db_bytes(&arena, "\0\xff\x7f", 3), "\\x00ff7f");
	ck_assert_str_eq(db_bytes(&arena, "", 0), "\\x");
}
END_TEST

/* --- migrations --------------------------------------------------------- */

static char folder[64];

/* No schema, and a copy of the migrations to change. */
static void
migrations_copy(void)
{
	database_ask(&arena, "drop schema if exists greenpaper cascade");
	strcpy(folder, "/tmp/gp-migrations.XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(folder));
	setenv("FOLDER", folder, 1);
	ck_assert_int_eq(system("cp sql/migrations/*.sql $FOLDER"), 0);
}

static void
migrations_remove(void)
{
	ck_assert_int_eq(system("rm -r $FOLDER"), 0);
	arena_free(&arena);
}

static size_t
migrate(void)
{
	size_t applied;

	ck_assert_msg(db_migrate(folder, &applied, &err), "%s", err.text);
	return applied;
}

static void
refuses(enum error_kind kind, const char *sentence)
{
	size_t applied;

	ck_assert(!db_migrate(folder, &applied, &err));
	ck_assert_int_eq(err.kind, kind);
	ck_assert_str_eq(err.text, sentence);
	ck_assert_uint_eq(applied, 0);
}

static void
put(const char *name, const char *text)
{
	ck_assert_msg(file_write(file_in(&arena, folder, name), text,
				 strlen(text), 0644, &err),
		      "%s", err.text);
}

START_TEST(migrations_applied_twice_change_nothing)
{
	static const char fingerprint[] =
		"select md5(string_agg(c::text, '' order by c.oid)) from "
		"pg_class c where relnamespace = 'greenpaper'::regnamespace";
	char *before;

	ck_assert_uint_gt(migrate(), 3);
	before = database_ask(&arena, fingerprint);
	ck_assert_uint_eq(migrate(), 0);
	ck_assert_str_eq(database_ask(&arena, fingerprint), before);
	db_close(open_as("greenpaper_web"));
}
END_TEST

START_TEST(a_program_tells_that_the_schema_is_missing)
{
	ck_assert_ptr_null(db_open("greenpaper_web", &err));
	ck_assert_int_eq(err.kind, ERROR_SYSTEM);
	ck_assert_ptr_nonnull(strstr(err.text, "run `greenpaper init`"));
}
END_TEST

START_TEST(a_new_migration_is_applied_after_the_others)
{
	migrate();
	put("0099-note.sql", "create table note ();");
	put("README", "not a migration");
	ck_assert_uint_eq(migrate(), 1);
	ck_assert_str_eq(database_ask(&arena, "select count(*) from note"),
			 "0");
}
END_TEST

START_TEST(a_changed_migration_is_refused)
{
	migrate();
	put("0002-governments.sql", "select 1;");
	put("0099-note.sql", "create table note ();");
	refuses(ERROR_INPUT,
		arena_format(&arena,
			     "%s/0002-governments.sql: it was changed after "
			     "it was applied: restore it, and put the change "
			     "in a new file",
			     folder));
	ck_assert_str_eq(database_ask(&arena, "select to_regclass('note')"),
			 "");
}
END_TEST

START_TEST(a_migration_put_before_applied_ones_is_refused)
{
	put("0099-note.sql", "create table note ();");
	migrate();
	put("0098-late.sql", "create table late ();");
	refuses(ERROR_INPUT,
		arena_format(&arena,
			     "%s/0098-late.sql: 0099-note.sql was applied "
			     "before it: give it a higher number",
			     folder));
}
END_TEST

START_TEST(a_newer_database_is_refused)
{
	put("0099-note.sql", "create table note ();");
	migrate();
	ck_assert_int_eq(system("rm $FOLDER/0099-note.sql"), 0);
	refuses(ERROR_SYSTEM, "the database is newer than this program (it has "
			      "0099-note.sql): install a newer Greenpaper");
}
END_TEST

START_TEST(a_broken_migration_names_its_line_and_leaves_nothing)
{
	migrate();
	put("0099-note.sql", "-- dŵr\ncreate table note ();\n"
			     "create tabel other ();\n");
	refuses(ERROR_SYSTEM,
		arena_format(&arena,
			     "%s/0099-note.sql:3: the database refused a "
			     "statement: syntax error at or near \"tabel\" "
			     "(42601)",
			     folder));
	ck_assert_str_eq(database_ask(&arena, "select to_regclass('note')"),
			 "");
	put("0099-note.sql", "create table note ();");
	ck_assert_uint_eq(migrate(), 1);
}
END_TEST

START_TEST(two_at_once_apply_each_migration_once)
{
	int status, failures = 0;

	for (int i = 0; i < 2; i++)
		if (fork() == 0) {
			size_t applied;

			_exit(db_migrate(folder, &applied, &err) ? 0 : 1);
		}
	while (wait(&status) > 0)
		failures += status != 0;
	ck_assert_int_eq(failures, 0);
	ck_assert_uint_eq(migrate(), 0);
}
END_TEST

START_TEST(a_folder_without_migrations_is_refused)
{
	size_t applied;

	ck_assert(!db_migrate("/nowhere", &applied, &err));
	ck_assert_str_eq(err.text, "/nowhere: there are no migrations: give "
				   "the folder that holds 0001-tables.sql");
}
END_TEST

static void
memory_free(void)
{
	arena_free(&arena);
}

Suite *
suite_db(void)
{
	Suite *suite = suite_create("db");
	TCase *queries = tcase_create("queries");
	TCase *migrations = tcase_create("migrations");

	tcase_set_timeout(queries, 20);
	tcase_add_unchecked_fixture(queries, database_new, database_drop);
	tcase_add_checked_fixture(queries, NULL, memory_free);
	tcase_add_test(queries, reads_what_a_query_found);
	tcase_add_test(queries, says_why_it_cannot_connect);
	tcase_add_test(queries, says_when_no_server_is_there);
	tcase_add_test(queries,
		       a_refused_value_is_an_input_error_without_the_value);
	tcase_add_test(queries, a_forbidden_query_is_a_system_error);
	tcase_add_test(queries, connects_again_when_the_server_hung_up);
	tcase_add_test(queries, a_lost_connection_is_known_as_lost);
	tcase_add_test(queries, does_not_wait_long_for_a_server_that_hangs);
	tcase_add_test(queries, visits_every_row_and_can_stop);
	tcase_add_test(queries, a_failure_row_by_row_is_told);
	tcase_add_test(queries, keeps_what_was_committed_alone);
	tcase_add_test(queries, a_commit_after_a_failure_is_no_commit);
	tcase_add_test(queries, writes_arrays_that_read_back);
	tcase_add_test(queries, writes_bytes_in_hexadecimal);
	suite_add_tcase(suite, queries);

	tcase_add_unchecked_fixture(migrations, database_new_empty,
				    database_drop);
	tcase_add_checked_fixture(migrations, migrations_copy,
				  migrations_remove);
	tcase_set_timeout(migrations, 20);
	tcase_add_test(migrations, migrations_applied_twice_change_nothing);
	tcase_add_test(migrations, a_program_tells_that_the_schema_is_missing);
	tcase_add_test(migrations, a_new_migration_is_applied_after_the_others);
	tcase_add_test(migrations, a_changed_migration_is_refused);
	tcase_add_test(migrations,
		       a_migration_put_before_applied_ones_is_refused);
	tcase_add_test(migrations, a_newer_database_is_refused);
	tcase_add_test(migrations,
		       a_broken_migration_names_its_line_and_leaves_nothing);
	tcase_add_test(migrations, two_at_once_apply_each_migration_once);
	tcase_add_test(migrations, a_folder_without_migrations_is_refused);
	suite_add_tcase(suite, migrations);
	return suite;
}
