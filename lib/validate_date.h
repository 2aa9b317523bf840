#ifndef VALIDATE_DATE_H
#define VALIDATE_DATE_H

struct answer;
struct check;
struct question;

/*
 * A date in three fields, or whole in a file.
 */

/* For the table of validate_answer.c. */
void check_date(const struct check *check, const struct question *question,
		struct answer *answer);

#endif
