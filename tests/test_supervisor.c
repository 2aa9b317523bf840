#include "suites.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "error.h"
#include "listener.h"
#include "supervisor.h"
#include "worker.h"

/*
 * A real supervisor with real workers, whose requests are one letter each: `p`
 * answers with the worker's process number, `s` does so after half a second, `b`
 * stays busy for ever, `x` kills the worker.
 */
static char folder[32], path[64], starts[64];
static pid_t supervisor;

static void
pause_ms(long ms)
{
	const struct timespec time = { ms / 1000, ms % 1000 * 1000000 };

	nanosleep(&time, NULL);
}

static void
answer(int connection)
{
	char letter = 'p', text[16];
	struct pollfd wait = { .fd = connection, .events = POLLIN };
	int len;

	poll(&wait, 1, 1000);
	if (read(connection, &letter, 1) != 1)
		return;
	if (letter == 's')
		pause_ms(500);
	while (letter == 'b')
		pause_ms(1000);
	if (letter == 'x')
		abort();
	len = snprintf(text, sizeof(text), "%d", (int)getpid());
	if (write(connection, text, (size_t)len) != len)
		abort();
}

static int
serve(void *context, struct worker *worker)
{
	const int *socket = context;

	while (worker_wait(worker)) {
		int connection = accept(*socket, NULL, NULL);

		if (connection < 0)
			continue;
		answer(connection);
		close(connection);
		worker_done(worker);
	}
	return 0;
}

static int
fail_at_once(void *context, struct worker *worker)
{
	int fd = open(starts, O_WRONLY | O_CREAT | O_APPEND, 0600);

	(void)context;
	(void)worker;
	return fd >= 0 && write(fd, "x", 1) == 1 ? 1 : 2;
}

static bool
reload_fine(void *context)
{
	(void)context;
	return true;
}

static bool
reload_refused(void *context)
{
	(void)context;
	return false;
}

/* --- talking to it ------------------------------------------------------ */

static int
ask(const char *letter)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	memcpy(address.sun_path, path, strlen(path));
	ck_assert_int_eq(connect(fd, (struct sockaddr *)&address,
				 sizeof(address)),
			 0);
	ck_assert_int_eq(write(fd, letter, 1), 1);
	return fd;
}

/* The process number that answered; 0 when there came none. */
static pid_t
hear(int fd)
{
	char text[16] = "";
	struct pollfd wait = { .fd = fd, .events = POLLIN };

	ck_assert_int_eq(poll(&wait, 1, 5000), 1);
	if (read(fd, text, sizeof(text) - 1) <= 0)
		text[0] = '\0';
	close(fd);
	return (pid_t)atoi(text);
}

static pid_t
answering(void)
{
	return hear(ask("p"));
}

static void
start(const struct supervisor_settings *wanted)
{
	struct supervisor_settings settings = *wanted;
	struct error err;
	int socket;

	ck_assert_msg(listener_open(path, getuid(), getgid(), &socket, &err),
		      "%s", err.text);
	settings.socket = socket;
	settings.context = &socket;
	if (!settings.reload)
		settings.reload = reload_fine;
	if (!settings.serve)
		settings.serve = serve;
	if (!settings.requests_max)
		settings.requests_max = 1000;
	if (!settings.busy_max_s)
		settings.busy_max_s = 30;
	supervisor = fork();
	if (supervisor == 0) {
		close(STDERR_FILENO);
		exit(supervisor_run(&settings, &err) ? 0 : 1);
	}
	close(socket);
}

static void
make_folder(void)
{
	strcpy(folder, "/tmp/greenpaper-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/socket", folder);
	snprintf(starts, sizeof(starts), "%s/starts", folder);
}

static void
clean(void)
{
	if (supervisor > 0) {
		kill(supervisor, SIGKILL);
		waitpid(supervisor, NULL, 0);
	}
	unlink(path);
	unlink(starts);
	rmdir(folder);
}

static void
await_other_than(pid_t old)
{
	for (int i = 0; i < 100 && answering() == old; i++)
		pause_ms(20);
	ck_assert_int_ne(answering(), old);
}

/* --- tests -------------------------------------------------------------- */

START_TEST(replaces_a_worker_that_was_killed)
{
	pid_t first;

	start(&(struct supervisor_settings){ .workers = 1 });
	first = answering();
	ck_assert_int_gt(first, 0);
	kill(first, SIGKILL);
	await_other_than(first);
}
END_TEST

START_TEST(a_worker_that_crashes_takes_one_request_along)
{
	start(&(struct supervisor_settings){ .workers = 2 });
	ck_assert_int_eq(hear(ask("x")), 0);
	for (int i = 0; i < 20; i++)
		ck_assert_int_gt(answering(), 0);
}
END_TEST

START_TEST(answers_what_is_in_flight_before_it_ends)
{
	int slow, status;
	pid_t worker;

	start(&(struct supervisor_settings){ .workers = 1 });
	worker = answering();
	slow = ask("s");
	pause_ms(100);
	kill(supervisor, SIGTERM);
	ck_assert_int_eq(hear(slow), worker);
	ck_assert_int_eq(waitpid(supervisor, &status, 0), supervisor);
	ck_assert_int_eq(status, 0);
	ck_assert_int_eq(kill(worker, 0), -1);
	supervisor = 0;
}
END_TEST

START_TEST(workers_end_with_a_supervisor_that_was_killed)
{
	pid_t worker;

	start(&(struct supervisor_settings){ .workers = 1 });
	worker = answering();
	kill(supervisor, SIGKILL);
	waitpid(supervisor, NULL, 0);
	supervisor = 0;
	for (int i = 0; i < 100 && kill(worker, 0) == 0; i++)
		pause_ms(20);
	ck_assert_int_eq(kill(worker, 0), -1);
}
END_TEST

START_TEST(a_reload_replaces_every_worker_and_loses_nothing)
{
	pid_t first;

	start(&(struct supervisor_settings){ .workers = 1 });
	first = answering();
	kill(supervisor, SIGHUP);
	for (int i = 0; i < 200; i++)
		ck_assert_int_gt(answering(), 0);
	await_other_than(first);
}
END_TEST

START_TEST(a_reload_that_fails_keeps_the_workers)
{
	pid_t first;

	start(&(struct supervisor_settings){ .workers = 1,
					     .reload = reload_refused });
	first = answering();
	kill(supervisor, SIGHUP);
	pause_ms(200);
	ck_assert_int_eq(answering(), first);
}
END_TEST

START_TEST(a_worker_is_replaced_after_its_share_of_requests)
{
	pid_t first;

	start(&(struct supervisor_settings){ .workers = 1, .requests_max = 3 });
	first = answering();
	ck_assert_int_eq(answering(), first);
	ck_assert_int_eq(answering(), first);
	ck_assert_int_ne(answering(), first);
}
END_TEST

START_TEST(kills_a_worker_that_is_busy_too_long)
{
	int stuck;

	start(&(struct supervisor_settings){ .workers = 1, .busy_max_s = 1 });
	stuck = ask("b");
	ck_assert_int_eq(hear(stuck), 0);
	ck_assert_int_gt(answering(), 0);
}
END_TEST

START_TEST(pauses_when_workers_keep_dying_young)
{
	struct stat status;

	start(&(struct supervisor_settings){ .workers = 1,
					     .serve = fail_at_once });
	pause_ms(700);
	ck_assert_int_eq(stat(starts, &status), 0);
	ck_assert_int_ge(status.st_size, 2);
	ck_assert_int_le(status.st_size, 3);
}
END_TEST

START_TEST(two_do_not_share_a_path)
{
	struct error err;
	int socket;

	start(&(struct supervisor_settings){ .workers = 1 });
	ck_assert_int_gt(answering(), 0);
	ck_assert(!listener_open(path, getuid(), getgid(), &socket, &err));
	ck_assert_ptr_nonnull(strstr(err.text, "another program listens"));
	ck_assert_int_gt(answering(), 0);
}
END_TEST

START_TEST(takes_over_a_socket_that_was_left_behind)
{
	struct error err;
	struct stat status;
	int socket;

	ck_assert(listener_open(path, getuid(), getgid(), &socket, &err));
	close(socket);
	ck_assert(listener_open(path, getuid(), getgid(), &socket, &err));
	close(socket);
	ck_assert_int_eq(stat(path, &status), 0);
	ck_assert_int_eq(status.st_mode & 0777, 0660);
}
END_TEST

START_TEST(leaves_a_file_that_is_no_socket_alone)
{
	struct error err;
	struct stat status;
	int socket, file = open(path, O_WRONLY | O_CREAT, 0600);

	close(file);
	ck_assert(!listener_open(path, getuid(), getgid(), &socket, &err));
	ck_assert_ptr_nonnull(strstr(err.text, path));
	ck_assert_int_eq(stat(path, &status), 0);
	ck_assert(S_ISREG(status.st_mode));
}
END_TEST

START_TEST(says_when_a_path_is_too_long_for_a_socket)
{
	char long_path[200];
	struct error err;
	int socket;

	memset(long_path, 'a', sizeof(long_path) - 1);
	long_path[sizeof(long_path) - 1] = '\0';
	ck_assert(!listener_open(long_path, getuid(), getgid(), &socket, &err));
	ck_assert_ptr_nonnull(strstr(err.text, "at most 107 bytes"));
}
END_TEST

START_TEST(takes_the_socket_that_it_was_given)
{
	struct error err;
	int made, given;

	ck_assert(listener_open(path, getuid(), getgid(), &made, &err));
	ck_assert_int_eq(dup2(made, STDIN_FILENO), STDIN_FILENO);
	ck_assert(listener_inherit(&given, &err));
	ck_assert_int_eq(given, STDIN_FILENO);
}
END_TEST

START_TEST(says_when_it_was_given_no_socket)
{
	struct error err;
	int given, null = open("/dev/null", O_RDONLY);

	ck_assert_int_eq(dup2(null, STDIN_FILENO), STDIN_FILENO);
	ck_assert(!listener_inherit(&given, &err));
	ck_assert_ptr_nonnull(strstr(err.text, "--socket"));
}
END_TEST

Suite *
suite_supervisor(void)
{
	Suite *suite = suite_create("supervisor");
	TCase *tcase = tcase_create("supervisor");

	tcase_set_timeout(tcase, 20);
	tcase_add_checked_fixture(tcase, make_folder, clean);
	tcase_add_test(tcase, replaces_a_worker_that_was_killed);
	tcase_add_test(tcase, a_worker_that_crashes_takes_one_request_along);
	tcase_add_test(tcase, answers_what_is_in_flight_before_it_ends);
	tcase_add_test(tcase, workers_end_with_a_supervisor_that_was_killed);
	tcase_add_test(tcase, a_reload_replaces_every_worker_and_loses_nothing);
	tcase_add_test(tcase, a_reload_that_fails_keeps_the_workers);
	tcase_add_test(tcase, a_worker_is_replaced_after_its_share_of_requests);
	tcase_add_test(tcase, kills_a_worker_that_is_busy_too_long);
	tcase_add_test(tcase, pauses_when_workers_keep_dying_young);
	tcase_add_test(tcase, two_do_not_share_a_path);
	tcase_add_test(tcase, takes_over_a_socket_that_was_left_behind);
	tcase_add_test(tcase, leaves_a_file_that_is_no_socket_alone);
	tcase_add_test(tcase, says_when_a_path_is_too_long_for_a_socket);
	tcase_add_test(tcase, takes_the_socket_that_it_was_given);
	tcase_add_test(tcase, says_when_it_was_given_no_socket);
	suite_add_tcase(suite, tcase);
	return suite;
}
