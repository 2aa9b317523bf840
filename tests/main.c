#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db.h"
#include "error.h"
#include "moment.h"
#include "suites.h"

/* Run every suite, or the one whose name is given.  The server comes from the
 * environment that tests/postgres.sh makes; without it only the suites that need
 * none can pass. */
int
main(int argc, char **argv)
{
	SRunner *runner = srunner_create(NULL);
	struct error err;
	size_t applied;
	int failed;

	moment_set_zone();
	if (getenv("PGHOST") && !db_migrate("sql/migrations", &applied, &err)) {
		fprintf(stderr, "unit-tests: %s\n", err.text);
		return EXIT_FAILURE;
	}
	for (size_t i = 0; suites[i]; i++)
		srunner_add_suite(runner, suites[i]());
	if (argc > 1)
		setenv("CK_RUN_SUITE", argv[1], 1);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
