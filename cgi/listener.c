#include "listener.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "error.h"

static bool
fail(struct error *err, const char *path)
{
	return error_set(err, ERROR_SYSTEM, "cannot listen on %s: %s", path,
			 strerror(errno));
}

static bool
set_nonblocking(int fd)
{
	int flags = fcntl(fd, F_GETFL);

	return flags >= 0 && fcntl(fd, F_SETFL, flags | O_NONBLOCK) == 0 &&
	       fcntl(fd, F_SETFD, FD_CLOEXEC) == 0;
}

static bool
is_in_use(const struct sockaddr_un *address)
{
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);
	bool answered = fd >= 0 && connect(fd, (const struct sockaddr *)address,
					   sizeof(*address)) == 0;

	if (fd >= 0)
		close(fd);
	return answered;
}

/* Made with no rights at all, so that nobody connects before it has the rights
 * that it is to have. */
static bool
bind_at(int fd, const struct sockaddr_un *address, uid_t user, gid_t group)
{
	mode_t mask = umask(0777);
	bool bound = bind(fd, (const struct sockaddr *)address,
			  sizeof(*address)) == 0;

	umask(mask);
	return bound && chown(address->sun_path, user, group) == 0 &&
	       chmod(address->sun_path, 0660) == 0;
}

bool
listener_open(const char *path, uid_t user, gid_t group, int *fd,
	      struct error *err)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	struct stat status;
	int made;

	if (strlen(path) >= sizeof(address.sun_path))
		return error_set(err, ERROR_SYSTEM,
				 "%s is too long for a socket: use a path of "
				 "at most %zu bytes",
				 path, sizeof(address.sun_path) - 1);
	memcpy(address.sun_path, path, strlen(path));
	if (is_in_use(&address))
		return error_set(err, ERROR_SYSTEM,
				 "another program listens on %s", path);
	if (lstat(path, &status) == 0 && S_ISSOCK(status.st_mode))
		unlink(path);
	made = socket(AF_UNIX, SOCK_STREAM, 0);
	if (made < 0 || !bind_at(made, &address, user, group) ||
	    !set_nonblocking(made) || listen(made, SOMAXCONN) != 0) {
		fail(err, path);
		if (made >= 0)
			close(made);
		return false;
	}
	*fd = made;
	return true;
}

bool
listener_inherit(int *fd, struct error *err)
{
	int listening = 0;
	socklen_t len = sizeof(listening);

	if (getsockopt(STDIN_FILENO, SOL_SOCKET, SO_ACCEPTCONN, &listening,
		       &len) != 0 ||
	    !listening)
		return error_set(err, ERROR_SYSTEM,
				 "standard input is not a listening socket: "
				 "name one with --socket");
	*fd = STDIN_FILENO;
	return set_nonblocking(*fd) || fail(err, "standard input");
}
