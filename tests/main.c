#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "moment.h"
#include "suites.h"

/* Run every suite, or those whose names are given.  Databases and pages come from
 * the environment that tests/postgres.sh makes. */
int
main(int argc, char **argv)
{
	SRunner *runner = srunner_create(NULL);
	int failed;

	moment_set_zone();
	for (size_t i = 0; suites[i]; i++)
		srunner_add_suite(runner, suites[i]());
	if (argc > 1)
		setenv("CK_RUN_SUITE", argv[1], 1);
	srunner_run_all(runner, CK_NORMAL);
	failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
