#ifndef WORKER_H
#define WORKER_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct error;

/*
 * One worker's side of the supervisor: when to take a request and when to end.
 * Signals are read from a descriptor in the same wait as the socket, so that
 * none comes between asking and waiting, and a request is never cut off by one.
 */
struct worker {
	int events, signals;	     /* epoll, signalfd */
	_Atomic int64_t *busy_since; /* shared; monotonic seconds, 0: idle */
	size_t left;		     /* requests until it ends of old age */
	bool ending;
};

/* In the new process, with SIGTERM blocked. */
bool worker_start(struct worker *worker, int socket,
		  _Atomic int64_t *busy_since, size_t requests_max,
		  struct error *err);

/* Wait until a request may be there; the worker is busy from then on.  False
 * when it is to end. */
bool worker_wait(struct worker *worker);

/* The request has been answered. */
void worker_done(struct worker *worker);

/* Monotonic seconds, never 0. */
int64_t worker_clock_s(void);

#endif
