#include "suites.h"

#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "arena.h"
#include "database.h"
#include "db.h"
#include "error.h"
#include "moment.h"
#include "sample.h"
#include "store_consultation.h"

static struct arena arena;
static struct error err;
static struct db *web, *editor, *publisher;

static void
connect_all(void)
{
	web = sample_db("greenpaper_web");
	editor = sample_db("greenpaper_editor");
	publisher = sample_db("greenpaper_publisher");
}

static void
close_all(void)
{
	db_close(web);
	db_close(editor);
	db_close(publisher);
	arena_free(&arena);
}

/* A consultation with documents; load it and expect RESULT. */
static int
load(const char *slug, const char *source, const struct stored_file *documents,
     size_t count, enum load_result expected)
{
	struct consultation consultation =
		*sample_consultation(&arena, slug, 1000, 2000);
	struct stored_file file = { "consultation.yaml", source,
				    strlen(source) };
	enum load_result result;
	int version;

	consultation.document_count = count;
	ck_assert_msg(store_consultation_load(editor, &consultation, &file,
					      documents, &result, &version,
					      &err),
		      "%s", err.text);
	ck_assert_int_eq(result, expected);
	return version;
}

START_TEST(the_same_bytes_change_nothing)
{
	ck_assert_int_eq(load("same", "one", NULL, 0, LOAD_NEW), 1);
	ck_assert_int_eq(load("same", "one", NULL, 0, LOAD_UNCHANGED), 1);
	ck_assert_int_eq(load("same", "two", NULL, 0, LOAD_NEW_VERSION), 2);
	ck_assert_int_eq(load("same", "two", NULL, 0, LOAD_UNCHANGED), 2);
	ck_assert_int_eq(load("same", "one", NULL, 0, LOAD_NEW_VERSION), 3);
	ck_assert_str_eq(database_ask(&arena, "select count(*) from "
					      "form_version where slug = "
					      "'same'"),
			 "3");
}
END_TEST

START_TEST(a_changed_document_makes_a_version)
{
	struct stored_file documents[] = { { "a.pdf", "A", 1 },
					   { "b \"c\" \\d.pdf", "\0\xff", 2 } };
	struct stored_file file;

	load("papers", "one", documents, 2, LOAD_NEW);
	load("papers", "one", documents, 2, LOAD_UNCHANGED);
	documents[1].bytes = "\0\xfe";
	load("papers", "one", documents, 2, LOAD_NEW_VERSION);
	load("papers", "one", documents, 1, LOAD_NEW_VERSION);
	load("papers", "one", documents, 1, LOAD_UNCHANGED);

	/* Of the newest version that has it. */
	ck_assert(store_document_get(web, &arena, "papers", "b \"c\" \\d.pdf",
				     &file, &err));
	ck_assert_str_eq(file.name, "b \"c\" \\d.pdf");
	ck_assert_uint_eq(file.len, 2);
	ck_assert_mem_eq(file.bytes, "\0\xfe", 2);
	ck_assert(!store_document_get(web, &arena, "papers", "c.pdf", &file,
				      &err));
	ck_assert_int_eq(err.kind, ERROR_MISSING);
}
END_TEST

START_TEST(lists_the_documents_of_a_version)
{
	struct stored_file documents[] = { { "b.pdf", "BB", 2 },
					   { "a.pdf", "", 0 } };
	const struct stored_file *list;
	size_t count;

	load("listed", "one", documents, 2, LOAD_NEW);
	ck_assert(store_document_list(web, &arena, "listed", 1, &list, &count,
				      &err));
	ck_assert_uint_eq(count, 2);
	ck_assert_str_eq(list[0].name, "a.pdf");
	ck_assert_uint_eq(list[0].len, 0);
	ck_assert_str_eq(list[1].name, "b.pdf");
	ck_assert_uint_eq(list[1].len, 2);
	ck_assert(store_document_list(web, &arena, "listed", 2, &list, &count,
				      &err));
	ck_assert_uint_eq(count, 0);
}
END_TEST

START_TEST(a_load_that_fails_leaves_nothing)
{
	struct consultation consultation =
		*sample_consultation(&arena, "broken", 2000, 1000);
	struct stored_file file = { "consultation.yaml", "x", 1 };
	enum load_result result;
	int version;

	ck_assert(!store_consultation_load(editor, &consultation, &file, NULL,
					   &result, &version, &err));
	ck_assert_int_eq(err.kind, ERROR_INPUT);
	ck_assert_str_eq(database_ask(&arena, "select count(*) from "
					      "consultation where slug = "
					      "'broken'"),
			 "0");
}
END_TEST

START_TEST(reads_the_version_asked_for)
{
	struct stored_version stored;

	load("read", "one", NULL, 0, LOAD_NEW);
	load("read", "two\n", NULL, 0, LOAD_NEW_VERSION);
	ck_assert(
		store_consultation_get(web, &arena, "read", 1, &stored, &err));
	ck_assert_int_eq(stored.version, 1);
	ck_assert_uint_eq(stored.source_len, 3);
	ck_assert_str_eq(stored.source, "one");
	ck_assert(
		store_consultation_get(web, &arena, "read", 0, &stored, &err));
	ck_assert_str_eq(stored.slug, "read");
	ck_assert_int_eq(stored.version, 2);
	ck_assert_str_eq(stored.source, "two\n");
	ck_assert(!stored.outcome.published);
	ck_assert(
		!store_consultation_get(web, &arena, "read", 3, &stored, &err));
	ck_assert_int_eq(err.kind, ERROR_MISSING);
	ck_assert(
		!store_consultation_get(web, &arena, "none", 0, &stored, &err));
	ck_assert_int_eq(err.kind, ERROR_MISSING);
	ck_assert_str_eq(err.text, "there is no consultation none");
}
END_TEST

START_TEST(lists_the_newest_versions_by_opening)
{
	const struct stored_version *list;
	size_t count, at = 0;

	sample_load(sample_consultation(&arena, "list-b", 9000, 9900), "1");
	sample_load(sample_consultation(&arena, "list-a", 9000, 9900), "1");
	sample_load(sample_consultation(&arena, "list-c", 5000, 9900), "1");
	sample_load(sample_consultation(&arena, "list-c", 9500, 9900), "2");
	ck_assert(store_consultation_list(web, &arena, &list, &count, &err));
	while (at < count && strncmp(list[at].slug, "list-", 5) != 0)
		at++;
	ck_assert_uint_le(at + 3, count);
	ck_assert_str_eq(list[at].slug, "list-c");
	ck_assert_int_eq(list[at].version, 2);
	ck_assert_str_eq(list[at + 1].slug, "list-a");
	ck_assert_str_eq(list[at + 2].slug, "list-b");
}
END_TEST

START_TEST(loads_at_once_make_versions_in_a_row)
{
	int status, failures = 0;

	for (int i = 0; i < 2; i++) {
		if (fork() > 0)
			continue;
		for (int j = 0; j < 10; j++)
			sample_load(sample_consultation(&arena, "race", 1000,
							2000),
				    arena_format(&arena, "%d %d", i, j));
		_exit(0);
	}
	while (wait(&status) > 0)
		failures += status != 0;
	ck_assert_int_eq(failures, 0);
	ck_assert_str_eq(database_ask(&arena, "select count(*), max(version) "
					      "from form_version where slug = "
					      "'race'"),
			 "20|20");
}
END_TEST

/* --- governments -------------------------------------------------------- */

static const struct {
	const char *opens, *title;
} governments[] = {
	{ "1990-01-01 09:30", NULL },
	{ "1997-05-02 00:00", "1997 to 2001 Labour government" },
	{ "2010-05-11 23:59", "2005 to 2010 Labour government" },
	{ "2010-05-12 00:00", "2010 to 2015 Conservative and Liberal Democrat "
			      "coalition government" },
	{ "2013-06-25 09:30", "2010 to 2015 Conservative and Liberal Democrat "
			      "coalition government" },
	{ "2022-09-30 12:00", "2022 Truss Conservative government" },
	{ "2024-07-05 00:00", "2024 Labour government" },
};

START_TEST(knows_the_government_it_opened_under)
{
	struct stored_version stored;
	moment opens;

	ck_assert_int_eq(moment_parse(governments[_i].opens, &opens),
			 MOMENT_FINE);
	sample_load(sample_consultation(&arena,
					arena_format(&arena, "under-%d", _i),
					opens, opens + 60),
		    "x");
	ck_assert(store_consultation_get(web, &arena,
					 arena_format(&arena, "under-%d", _i),
					 0, &stored, &err));
	ck_assert_pstr_eq(stored.government, governments[_i].title);
	ck_assert(stored.government_current ==
		  (_i == sizeof(governments) / sizeof(governments[0]) - 1));
}
END_TEST

/* --- outcomes ----------------------------------------------------------- */

START_TEST(notes_the_newest_outcome)
{
	struct stored_outcome outcome = { .published_on = MOMENT_NONE,
					  .opening = "There were 3 responses.",
					  .detail = "",
					  .version = "1" };
	struct stored_version stored;
	moment summer;

	load("out", "one", NULL, 0, LOAD_NEW);
	ck_assert(store_outcome_set(publisher, "out", &outcome, &err));
	ck_assert(store_consultation_get(web, &arena, "out", 0, &stored, &err));
	ck_assert(stored.outcome.published);
	ck_assert_int_eq(stored.outcome.published_on, MOMENT_NONE);
	ck_assert_str_eq(stored.outcome.opening, outcome.opening);
	ck_assert_str_eq(stored.outcome.detail, "");
	ck_assert_str_eq(stored.outcome.version, "1");

	/* A day that begins at 23:00 UTC. */
	ck_assert_int_eq(moment_parse_date("2014-07-03", &summer), MOMENT_FINE);
	outcome.published_on = summer;
	outcome.version = "2";
	ck_assert(store_outcome_set(publisher, "out", &outcome, &err));
	ck_assert(store_consultation_get(web, &arena, "out", 0, &stored, &err));
	ck_assert_int_eq(stored.outcome.published_on, summer);
	ck_assert_str_eq(stored.outcome.version, "2");

	ck_assert(!store_outcome_set(publisher, "none", &outcome, &err));
	ck_assert_int_eq(err.kind, ERROR_MISSING);
}
END_TEST

/* --- immutability ------------------------------------------------------- */

START_TEST(a_version_never_changes_even_for_the_owner)
{
	static const char *const attempts[] = {
		"update form_version set source = 'x'",
		"delete from question",
		"truncate document",
		"update consultation set slug = 'x'",
	};
	bool fine;
	char *said;

	for (size_t i = 0; i < 4; i++) {
		said = database_ask_as(&arena, "greenpaper_owner", attempts[i],
				       &fine);
		ck_assert(!fine);
		ck_assert_ptr_nonnull(strstr(said, "is never changed"));
	}
}
END_TEST

Suite *
suite_store_consultation(void)
{
	Suite *suite = suite_create("store_consultation");
	TCase *tcase = tcase_create("store_consultation");

	tcase_set_timeout(tcase, 20);
	tcase_add_unchecked_fixture(tcase, database_new, database_drop);
	tcase_add_checked_fixture(tcase, connect_all, close_all);
	tcase_add_test(tcase, the_same_bytes_change_nothing);
	tcase_add_test(tcase, a_changed_document_makes_a_version);
	tcase_add_test(tcase, lists_the_documents_of_a_version);
	tcase_add_test(tcase, a_load_that_fails_leaves_nothing);
	tcase_add_test(tcase, reads_the_version_asked_for);
	tcase_add_test(tcase, lists_the_newest_versions_by_opening);
	tcase_add_test(tcase, loads_at_once_make_versions_in_a_row);
	tcase_add_loop_test(tcase, knows_the_government_it_opened_under, 0,
			    sizeof(governments) / sizeof(governments[0]));
	tcase_add_test(tcase, notes_the_newest_outcome);
	tcase_add_test(tcase, a_version_never_changes_even_for_the_owner);
	suite_add_tcase(suite, tcase);
	return suite;
}
