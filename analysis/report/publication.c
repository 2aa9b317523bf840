#include "report/publication.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "arena.h"
#include "digest.h"
#include "error.h"
#include "file.h"
#include "str.h"

enum { FOLDER_MODE = 0755, FILE_MODE = 0644 };

/* Kept in the order of the names, so that the version does not depend on the
 * order in which files were added. */
void
publication_add(struct publication *publication, const char *name,
		const struct str *bytes)
{
	struct publication_file *files = publication->files;
	size_t place = publication->count;

	if (publication->count == publication->room) {
		publication->room = publication->room ? 2 * place : 32;
		files = arena_grow(publication->arena, files, place,
				   publication->room, sizeof(*files));
		publication->files = files;
	}
	for (; place && strcmp(files[place - 1].name, name) > 0; place--)
		files[place] = files[place - 1];
	files[place] = (struct publication_file){ .name = name,
						  .bytes = bytes->text,
						  .len = bytes->len };
	publication->count++;
}

char *
publication_version(const struct publication *publication)
{
	struct str all = { .arena = publication->arena };

	for (size_t i = 0; i < publication->count; i++) {
		const struct publication_file *file = &publication->files[i];

		str_format(&all, "%s %zu\n", file->name, file->len);
		str_add(&all, file->bytes, file->len);
	}
	return arena_copy(publication->arena,
			  digest_hex(publication->arena, all.text, all.len),
			  PUBLICATION_VERSION_HEX);
}

static bool
failed(struct error *err, const char *what, const char *path)
{
	return error_set(err, ERROR_SYSTEM, "cannot %s %s: %s", what, path,
			 strerror(errno));
}

/* The web server reads what is published, whatever the umask. */
static bool
open_to_readers(const char *path, mode_t mode, struct error *err)
{
	return chmod(path, mode) == 0 || failed(err, "open to readers", path);
}

static bool
make_folder(const char *path, struct error *err)
{
	struct stat facts;

	if (mkdir(path, FOLDER_MODE) == 0)
		return open_to_readers(path, FOLDER_MODE, err);
	if (errno == EEXIST && stat(path, &facts) == 0 &&
	    !S_ISDIR(facts.st_mode))
		errno = ENOTDIR;
	return errno == EEXIST || failed(err, "make the folder", path);
}

/* Wait until the names in a folder are on the disk. */
static bool
sync_folder(const char *path, struct error *err)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool synced = fd >= 0 && fsync(fd) == 0;

	if (!synced)
		failed(err, "write", path);
	if (fd >= 0)
		close(fd);
	return synced;
}

static bool
write_files(const struct publication *publication, const char *folder,
	    struct error *err)
{
	for (size_t i = 0; i < publication->count; i++) {
		const struct publication_file *file = &publication->files[i];
		const char *path =
			file_in(publication->arena, folder, file->name);

		if (!file_write(path, file->bytes, file->len, FILE_MODE, err) ||
		    !open_to_readers(path, FILE_MODE, err))
			return false;
	}
	return open_to_readers(folder, FOLDER_MODE, err) &&
	       sync_folder(folder, err);
}

static void
remove_files(const struct publication *publication, const char *folder)
{
	for (size_t i = 0; i < publication->count; i++)
		unlink(file_in(publication->arena, folder,
			       publication->files[i].name));
	rmdir(folder);
}

/* The files under a passing name, then under their own all at once. */
static bool
write_folder(const struct publication *publication, const char *parent,
	     const char *folder, struct error *err)
{
	char *passing = file_in(publication->arena, parent, ".new-XXXXXX");

	if (!mkdtemp(passing))
		return failed(err, "make a folder in", parent);
	if (!write_files(publication, passing, err)) {
		remove_files(publication, passing);
		return false;
	}
	if (rename(passing, folder) == 0)
		return sync_folder(parent, err);
	failed(err, "make the folder", folder);
	remove_files(publication, passing);
	return false;
}

bool
publication_write(const struct publication *publication, const char *dir,
		  const char *slug, const char *version, struct error *err)
{
	const char *parent = file_in(publication->arena, dir, slug);
	const char *folder = file_in(publication->arena, parent, version);

	if (!make_folder(dir, err) || !make_folder(parent, err))
		return false;
	return access(folder, F_OK) == 0 ||
	       write_folder(publication, parent, folder, err);
}

static bool
path_of(char path[PATH_MAX], const char *dir, const char *slug,
	const char *name)
{
	int len = snprintf(path, PATH_MAX, "%s/%s/%s", dir, slug, name);

	return len > 0 && len < PATH_MAX;
}

bool
publication_is_current(const char *dir, const char *slug, const char *version)
{
	char path[PATH_MAX], shown[PUBLICATION_VERSION_HEX + 1];
	ssize_t len;

	if (!path_of(path, dir, slug, "current"))
		return false;
	len = readlink(path, shown, sizeof(shown));
	return len == PUBLICATION_VERSION_HEX &&
	       memcmp(shown, version, PUBLICATION_VERSION_HEX) == 0 &&
	       access(path, F_OK) == 0;
}

bool
publication_show(const char *dir, const char *slug, const char *version,
		 struct error *err)
{
	char path[PATH_MAX], passing[PATH_MAX], parent[PATH_MAX];

	if (!path_of(parent, dir, slug, "") ||
	    !path_of(path, dir, slug, "current") ||
	    !path_of(passing, dir, slug, ".current"))
		return error_set(err, ERROR_INPUT, "%s is too long a path",
				 dir);
	unlink(passing);
	if (symlink(version, passing) != 0)
		return failed(err, "make the link", passing);
	if (rename(passing, path) != 0) {
		failed(err, "change the link", path);
		unlink(passing);
		return false;
	}
	return sync_folder(parent, err);
}
