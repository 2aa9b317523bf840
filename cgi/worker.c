#include "worker.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

#include "error.h"

/* A worker killed between being woken and accepting takes its wake-up along;
 * the others look for what it left behind this often. */
enum { LOOK_AGAIN_MS = 1000 };

int64_t
worker_clock_s(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec + 1;
}

/* EPOLLEXCLUSIVE: a request wakes one waiting worker, not all of them. */
static bool
watch(const struct worker *worker, int socket)
{
	struct epoll_event request = { .events = EPOLLIN | EPOLLEXCLUSIVE,
				       .data.fd = socket };
	struct epoll_event ending = { .events = EPOLLIN,
				      .data.fd = worker->signals };

	return epoll_ctl(worker->events, EPOLL_CTL_ADD, socket, &request) ==
		       0 &&
	       epoll_ctl(worker->events, EPOLL_CTL_ADD, worker->signals,
			 &ending) == 0;
}

bool
worker_start(struct worker *worker, int socket, _Atomic int64_t *busy_since,
	     size_t requests_max, struct error *err)
{
	sigset_t signals;

	sigemptyset(&signals);
	sigaddset(&signals, SIGTERM);
	*worker = (struct worker){
		.events = epoll_create1(EPOLL_CLOEXEC),
		.signals = signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK),
		.busy_since = busy_since,
		.left = requests_max,
	};
	if (worker->events >= 0 && worker->signals >= 0 &&
	    watch(worker, socket))
		return true;
	return error_set(err, ERROR_SYSTEM, "cannot wait for requests: %s",
			 strerror(errno));
}

bool
worker_wait(struct worker *worker)
{
	struct epoll_event events[2];
	int count = 0;
	bool request = false;

	atomic_store(worker->busy_since, 0);
	if (worker->ending || worker->left == 0)
		return false;
	do
		count = epoll_wait(worker->events, events, 2, LOOK_AGAIN_MS);
	while (count < 0 && errno == EINTR);
	for (int i = 0; i < count; i++) {
		if (events[i].data.fd == worker->signals)
			worker->ending = true;
		else
			request = true;
	}
	/* The wake-up for a request was for this worker alone: take it even when
	 * told to end. */
	if (worker->ending && !request)
		return false;
	atomic_store(worker->busy_since, worker_clock_s());
	return count >= 0;
}

void
worker_done(struct worker *worker)
{
	worker->left--;
}
