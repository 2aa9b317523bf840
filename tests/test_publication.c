#include "suites.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "arena.h"
#include "error.h"
#include "file.h"
#include "report/publication.h"
#include "str.h"

static struct arena arena;
static struct error err;
static char dir[64];

static void
start(void)
{
	strcpy(dir, "/tmp/greenpaper-publication-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(dir));
}

static void
remove_all(const char *path)
{
	DIR *folder = opendir(path);
	struct dirent *entry;

	while (folder && (entry = readdir(folder))) {
		const char *name = file_in(&arena, path, entry->d_name);

		if (strcmp(entry->d_name, ".") == 0 ||
		    strcmp(entry->d_name, "..") == 0)
			continue;
		if (unlink(name) != 0)
			remove_all(name);
	}
	if (folder)
		closedir(folder);
	rmdir(path);
}

static void
stop(void)
{
	chmod(dir, 0700);
	remove_all(dir);
	arena_free(&arena);
}

static void
add(struct publication *publication, const char *name, const char *text)
{
	struct str bytes = { .arena = &arena };

	str_text(&bytes, text);
	publication_add(publication, name, &bytes);
}

static struct publication
two_files(const char *page)
{
	struct publication publication = { .arena = &arena };

	add(&publication, "index.html", page);
	add(&publication, "a.csv", "1\r\n");
	return publication;
}

static const char *
publish(const struct publication *publication)
{
	const char *version = publication_version(publication);

	ck_assert_msg(publication_write(publication, dir, "parks", version,
					&err) &&
			      publication_show(dir, "parks", version, &err),
		      "%s", err.text);
	ck_assert(publication_is_current(dir, "parks", version));
	return version;
}

/* How many names there are in DIR/parks. */
static int
count_names(void)
{
	DIR *folder = opendir(file_in(&arena, dir, "parks"));
	int count = -2; /* "." and ".." */

	ck_assert_ptr_nonnull(folder);
	while (readdir(folder))
		count++;
	closedir(folder);
	return count;
}

static const char *
shown_page(void)
{
	char *bytes;
	size_t len;

	ck_assert_msg(file_read(&arena,
				arena_format(&arena,
					     "%s/parks/current/index.html",
					     dir),
				1 << 20, &bytes, &len, &err),
		      "%s", err.text);
	return bytes;
}

START_TEST(a_version_is_called_by_its_content)
{
	struct publication one = two_files("one"), other = two_files("two");
	struct publication turned = { .arena = &arena };
	struct publication moved = { .arena = &arena };

	add(&turned, "a.csv", "1\r\n");
	add(&turned, "index.html", "one");
	add(&moved, "index.html1", "one");
	add(&moved, "a.csv", "1\r\n");
	ck_assert_uint_eq(strlen(publication_version(&one)),
			  PUBLICATION_VERSION_HEX);
	ck_assert_str_eq(publication_version(&one),
			 publication_version(&turned));
	ck_assert_str_ne(publication_version(&one),
			 publication_version(&other));
	ck_assert_str_ne(publication_version(&one),
			 publication_version(&moved));
}
END_TEST

START_TEST(shows_one_version_after_another_and_keeps_all)
{
	struct publication one = two_files("one"), two = two_files("two");
	const char *version = publish(&one);

	ck_assert_str_eq(shown_page(), "one");
	publish(&two);
	ck_assert_str_eq(shown_page(), "two");
	ck_assert(!publication_is_current(dir, "parks", version));
	publish(&one);
	ck_assert_str_eq(shown_page(), "one");
	ck_assert_int_eq(count_names(), 3);
}
END_TEST

START_TEST(is_not_current_when_its_folder_is_gone)
{
	struct publication one = two_files("one");
	const char *version = publish(&one);

	remove_all(arena_format(&arena, "%s/parks/%s", dir, version));
	ck_assert(!publication_is_current(dir, "parks", version));
	publish(&one);
	ck_assert_str_eq(shown_page(), "one");
}
END_TEST

START_TEST(leaves_nothing_behind_when_a_file_cannot_be_written)
{
	struct publication bad = two_files("one");

	publish(&bad);
	add(&bad, "no/such/folder.csv", "x");
	ck_assert(!publication_write(&bad, dir, "parks",
				     publication_version(&bad), &err));
	ck_assert_int_eq(err.kind, ERROR_SYSTEM);
	ck_assert_int_eq(count_names(), 2);
	ck_assert_str_eq(shown_page(), "one");
}
END_TEST

START_TEST(can_be_read_by_everybody_whatever_the_umask)
{
	struct publication one = two_files("one");
	struct stat facts;

	umask(077);
	publish(&one);
	ck_assert_int_eq(stat(arena_format(&arena,
					   "%s/parks/current/index.html", dir),
			      &facts),
			 0);
	ck_assert_uint_eq(facts.st_mode & 0777, 0644);
	ck_assert_int_eq(stat(arena_format(&arena, "%s/parks/current", dir),
			      &facts),
			 0);
	ck_assert_uint_eq(facts.st_mode & 0777, 0755);
}
END_TEST

Suite *
suite_publication(void)
{
	Suite *suite = suite_create("publication");
	TCase *tcase = tcase_create("publication");

	tcase_add_checked_fixture(tcase, start, stop);
	tcase_add_test(tcase, a_version_is_called_by_its_content);
	tcase_add_test(tcase, shows_one_version_after_another_and_keeps_all);
	tcase_add_test(tcase, is_not_current_when_its_folder_is_gone);
	tcase_add_test(tcase,
		       leaves_nothing_behind_when_a_file_cannot_be_written);
	tcase_add_test(tcase, can_be_read_by_everybody_whatever_the_umask);
	suite_add_tcase(suite, tcase);
	return suite;
}
