#include "supervisor.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include "arena.h"
#include "error.h"
#include "log.h"
#include "worker.h"

enum {
	TICK_MS = 1000,
	YOUNG_S = 5, /* a worker that dies before was ill from the start */
	PAUSE_MAX_S = 16,
};

/* A place for a worker. */
struct slot {
	pid_t pid; /* 0: none */
	int64_t started_s, pause_until_s;
	int pause_s;
	size_t generation;
};

struct supervisor {
	const struct supervisor_settings *settings;
	struct slot *slots;
	_Atomic int64_t *busy_since; /* one for each slot, shared */
	int signals;
	size_t generation; /* grows with each SIGHUP */
	bool ending;
};

/* The mapping is shared with processes forked later. */
static void *
map_shared(size_t len)
{
	int fd = open("/dev/zero", O_RDWR | O_CLOEXEC);
	void *memory;

	if (fd < 0)
		return NULL;
	memory = mmap(NULL, len, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	close(fd);
	return memory == MAP_FAILED ? NULL : memory;
}

/* Workers end with their supervisor, however it ended. */
static _Noreturn void
become_worker(const struct supervisor *supervisor, size_t index, pid_t parent)
{
	const struct supervisor_settings *settings = supervisor->settings;
	struct worker worker;
	struct error err;

	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (getppid() != parent)
		exit(EXIT_SUCCESS);
	close(supervisor->signals);
	if (!worker_start(&worker, settings->socket,
			  &supervisor->busy_since[index],
			  settings->requests_max, &err)) {
		log_line(LOG_LEVEL_ERROR, "%s", err.text);
		exit(EXIT_FAILURE);
	}
	exit(settings->serve(settings->context, &worker));
}

static void
start_worker(struct supervisor *supervisor, size_t index)
{
	struct slot *slot = &supervisor->slots[index];
	pid_t parent = getpid(), pid;

	atomic_store(&supervisor->busy_since[index], 0);
	slot->started_s = worker_clock_s();
	slot->generation = supervisor->generation;
	pid = fork();
	if (pid == 0)
		become_worker(supervisor, index, parent);
	if (pid > 0) {
		slot->pid = pid;
		return;
	}
	log_line(LOG_LEVEL_ERROR, "cannot start a worker: %s", strerror(errno));
	slot->pause_until_s = worker_clock_s() + 1;
}

/* A first early death may be chance; from the second on there is a pause. */
static void
note_death(struct slot *slot, int status)
{
	int64_t now_s = worker_clock_s();

	if (WIFSIGNALED(status))
		log_line(LOG_LEVEL_WARNING, "worker %d was ended by signal %d",
			 (int)slot->pid, WTERMSIG(status));
	else if (WEXITSTATUS(status) != 0)
		log_line(LOG_LEVEL_WARNING, "worker %d ended with code %d",
			 (int)slot->pid, WEXITSTATUS(status));
	slot->pid = 0;
	slot->pause_until_s = 0;
	if ((WIFEXITED(status) && WEXITSTATUS(status) == 0) ||
	    now_s - slot->started_s >= YOUNG_S) {
		slot->pause_s = 0;
		return;
	}
	slot->pause_until_s = now_s + slot->pause_s;
	slot->pause_s = slot->pause_s ? 2 * slot->pause_s : 1;
	if (slot->pause_s > PAUSE_MAX_S)
		slot->pause_s = PAUSE_MAX_S;
}

static void
reap(struct supervisor *supervisor)
{
	int status;
	pid_t pid;

	while ((pid = waitpid(-1, &status, WNOHANG)) > 0)
		for (size_t i = 0; i < supervisor->settings->workers; i++)
			if (supervisor->slots[i].pid == pid)
				note_death(&supervisor->slots[i], status);
}

static void
watch_busy(struct supervisor *supervisor, size_t index)
{
	const struct slot *slot = &supervisor->slots[index];
	int64_t since = atomic_load(&supervisor->busy_since[index]);

	if (since == 0 ||
	    worker_clock_s() - since <= supervisor->settings->busy_max_s)
		return;
	log_line(LOG_LEVEL_ERROR, "worker %d is busy for over %d s: killed",
		 (int)slot->pid, supervisor->settings->busy_max_s);
	kill(slot->pid, SIGKILL);
}

/* One worker at a time makes room for one that has read everything anew. */
static void
retire_next(struct supervisor *supervisor)
{
	for (size_t i = 0; i < supervisor->settings->workers; i++) {
		const struct slot *slot = &supervisor->slots[i];

		if (slot->generation == supervisor->generation)
			continue;
		if (slot->pid)
			kill(slot->pid, SIGTERM);
		return;
	}
}

/* Bring the slots to what they should be; the number of living workers. */
static size_t
tend(struct supervisor *supervisor)
{
	size_t alive = 0;

	for (size_t i = 0; i < supervisor->settings->workers; i++) {
		struct slot *slot = &supervisor->slots[i];

		if (!slot->pid && !supervisor->ending &&
		    slot->pause_until_s <= worker_clock_s())
			start_worker(supervisor, i);
		if (!slot->pid)
			continue;
		alive++;
		watch_busy(supervisor, i);
		if (supervisor->ending)
			kill(slot->pid, SIGTERM);
	}
	if (!supervisor->ending)
		retire_next(supervisor);
	return alive;
}

static void
take_signals(struct supervisor *supervisor)
{
	struct pollfd wait = { .fd = supervisor->signals, .events = POLLIN };
	struct signalfd_siginfo signal;

	poll(&wait, 1, TICK_MS);
	while (read(supervisor->signals, &signal, sizeof(signal)) ==
	       (ssize_t)sizeof(signal)) {
		switch (signal.ssi_signo) {
		case SIGTERM:
		case SIGINT:
			supervisor->ending = true;
			break;
		case SIGHUP:
			if (supervisor->settings->reload(
				    supervisor->settings->context))
				supervisor->generation++;
			break;
		}
	}
	reap(supervisor);
}

static bool
open_signals(struct supervisor *supervisor)
{
	sigset_t signals;

	sigemptyset(&signals);
	sigaddset(&signals, SIGTERM);
	sigaddset(&signals, SIGINT);
	sigaddset(&signals, SIGHUP);
	sigaddset(&signals, SIGCHLD);
	if (sigprocmask(SIG_BLOCK, &signals, NULL) != 0)
		return false;
	supervisor->signals =
		signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
	return supervisor->signals >= 0;
}

bool
supervisor_run(const struct supervisor_settings *settings, struct error *err)
{
	struct arena arena = { 0 };
	struct supervisor supervisor = {
		.settings = settings,
		.slots = arena_array(&arena, settings->workers,
				     sizeof(struct slot)),
		.busy_since = map_shared(settings->workers * sizeof(int64_t)),
	};
	bool fine = supervisor.busy_since && open_signals(&supervisor);

	if (!fine)
		error_set(err, ERROR_SYSTEM, "cannot supervise workers: %s",
			  strerror(errno));
	while (fine && (tend(&supervisor) > 0 || !supervisor.ending))
		take_signals(&supervisor);
	arena_free(&arena);
	return fine;
}
