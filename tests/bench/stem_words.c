/*
 * stem-words CODE: the stem of each line of standard input, a line each, as the
 * tool's own stemmer makes it.
 */
#include <stdio.h>
#include <string.h>

#include "arena.h"
#include "text/stem.h"

int
main(int argc, char **argv)
{
	struct stemmer *stemmer = stemmer_new();
	enum tongue tongue;
	char line[4096];

	if (argc != 2 || !tongue_from_code(argv[1], &tongue)) {
		fprintf(stderr, "Usage: stem-words CODE <WORDS\n");
		return 2;
	}
	while (fgets(line, sizeof(line), stdin)) {
		struct arena arena = { 0 };

		line[strcspn(line, "\n")] = '\0';
		puts(stemmer_stem(stemmer, &arena, tongue, line));
		arena_free(&arena);
	}
	stemmer_free(stemmer);
	return 0;
}
