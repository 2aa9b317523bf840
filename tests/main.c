#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "db.h"
#include "error.h"
#include "moment.h"
#include "suites.h"

/* Its tests run one after another in this process: a fork for each takes longer
 * than most of them do. */
static bool
passes(Suite *suite)
{
	SRunner *runner = srunner_create(suite);
	int failed;

	srunner_set_fork_status(runner, CK_NOFORK);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0;
}

/* In a process of its own, so that a crash ends no other suite. */
static bool
passes_apart(const struct named_suite *suite)
{
	pid_t pid;
	int status;

	fflush(NULL);
	pid = fork();
	if (pid == 0)
		exit(passes(suite->make()) ? EXIT_SUCCESS : EXIT_FAILURE);
	if (pid < 0 || waitpid(pid, &status, 0) < 0) {
		perror("unit-tests");
		return false;
	}
	if (WIFSIGNALED(status))
		fprintf(stderr, "unit-tests: %s ended by signal %d\n",
			suite->name, WTERMSIG(status));
	return status == 0;
}

/* Run every suite, or the one whose name is given.  The server comes from the
 * environment that tests/postgres.sh makes; without it only the suites that need
 * none can pass. */
int
main(int argc, char **argv)
{
	struct error err;
	size_t applied, ran = 0, failed = 0;

	moment_set_zone();
	if (getenv("PGHOST") && !db_migrate("sql/migrations", &applied, &err)) {
		fprintf(stderr, "unit-tests: %s\n", err.text);
		return EXIT_FAILURE;
	}
	for (const struct named_suite *suite = suites; suite->name; suite++) {
		if (argc > 1 && strcmp(argv[1], suite->name) != 0)
			continue;
		ran++;
		failed += !passes_apart(suite);
	}
	printf("unit-tests: %zu suites ran, %zu failed\n", ran, failed);
	return ran > 0 && failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
