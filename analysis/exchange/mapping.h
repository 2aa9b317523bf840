#ifndef MAPPING_H
#define MAPPING_H

#include <stdbool.h>
#include <stddef.h>

#include "consultation.h"

struct arena;
struct problems;

/*
 * What the columns of somebody else's table are: a YAML file
 *
 *   columns:
 *     - heading: Do you agree with the proposal?
 *       is: approval
 *       values: {Strongly agree: agree, "No": disagree}
 *     - heading: Which of these apply?
 *       is: practical
 *       split: ";"
 *     - heading: Response ID
 *       is: id
 *     - heading: Browser
 *       is: ignore
 *
 * `is` names a question, a field of the respondent, or one of id, reference,
 * received, channel, language and ignore.
 */
struct mapping_value {
	const char *from, *to;
};

struct mapping_column {
	const char *heading, *is;
	const char *split; /* what stands between several values, or NULL */
	const struct mapping_value *values;
	size_t value_count;
	size_t line; /* of the mapping file */
};

struct mapping {
	const struct mapping_column *columns;
	size_t count;
};

/* NULL when there is any problem; every one has been added. */
const struct mapping *mapping_parse(const char *bytes, size_t len,
				    const struct consultation *consultation,
				    struct problems *problems);

/* The mapping of a table as `export --format csv` writes it: every heading is
 * what it is called. */
const struct mapping_column *mapping_of_export(
	struct arena *arena, const char *heading,
	const struct consultation *consultation);

#endif
