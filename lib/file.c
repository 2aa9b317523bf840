#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "arena.h"
#include "error.h"

static bool
read_all(int fd, const char *path, char *bytes, size_t len, struct error *err)
{
	size_t done = 0;

	while (done < len) {
		ssize_t got = read(fd, bytes + done, len - done);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return error_set(err, ERROR_SYSTEM,
					 "cannot read %s: %s", path,
					 got ? strerror(errno)
					     : "it became shorter meanwhile");
		done += (size_t)got;
	}
	return true;
}

static bool
read_open(struct arena *arena, int fd, const char *path, size_t bytes_max,
	  char **bytes, size_t *len, struct error *err)
{
	struct stat facts;

	if (fstat(fd, &facts) != 0 || !S_ISREG(facts.st_mode))
		return error_set(err, ERROR_INPUT, "%s is not a file", path);
	if ((unsigned long long)facts.st_size > bytes_max)
		return error_set(err, ERROR_INPUT,
				 "%s has %lld bytes; at most %zu are read",
				 path, (long long)facts.st_size, bytes_max);
	*len = (size_t)facts.st_size;
	*bytes = arena_alloc(arena, *len + 1);
	return read_all(fd, path, *bytes, *len, err);
}

bool
file_read(struct arena *arena, const char *path, size_t bytes_max, char **bytes,
	  size_t *len, struct error *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	bool fine;

	if (fd < 0)
		return error_set(err, ERROR_INPUT, "cannot read %s: %s", path,
				 strerror(errno));
	fine = read_open(arena, fd, path, bytes_max, bytes, len, err);
	close(fd);
	return fine;
}

static bool
write_all(int fd, const char *bytes, size_t len)
{
	while (len) {
		ssize_t done = write(fd, bytes, len);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return false;
		bytes += done;
		len -= (size_t)done;
	}
	return fsync(fd) == 0;
}

bool
file_write(const char *path, const char *bytes, size_t len, unsigned mode,
	   struct error *err)
{
	char other[4096];
	bool fine;
	int fd;

	if ((size_t)snprintf(other, sizeof(other), "%s.new", path) >=
	    sizeof(other))
		return error_set(err, ERROR_INPUT, "the path is too long: %s",
				 path);
	unlink(other);
	fd = open(other, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, (mode_t)mode);
	if (fd < 0)
		return error_set(err, ERROR_SYSTEM, "cannot write %s: %s", path,
				 strerror(errno));
	fine = write_all(fd, bytes, len);
	fine = close(fd) == 0 && fine && rename(other, path) == 0;
	if (fine)
		return true;
	error_set(err, ERROR_SYSTEM, "cannot write %s: %s", path,
		  strerror(errno));
	unlink(other);
	return false;
}

char *
file_in(struct arena *arena, const char *folder, const char *name)
{
	return arena_format(arena, "%s/%s", folder, name);
}

char *
file_folder(struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		return arena_string(arena, ".");
	if (slash == path)
		return arena_string(arena, "/");
	return arena_copy(arena, path, (size_t)(slash - path));
}
