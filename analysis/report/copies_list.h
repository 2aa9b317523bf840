#ifndef COPIES_LIST_H
#define COPIES_LIST_H

#include <stddef.h>

struct arena;
struct copies;
struct copies_answer;
struct json_writer;
struct str;

/*
 * The groups of copies among some answers, as people and programs read them: those
 * of two or more, the largest first, of equally large ones in the order of their
 * texts.
 */
struct copies_list {
	const struct copies_answer *answers;
	const char *const *names; /* of the answers: "row 5", a reference; NULL
				     where they are known by their numbers */
	size_t count;
	const struct copies *copies; /* found among them */
};

/* For people: how many copies there are, and of each of the largest groups how
 * many, how it begins and what some have changed. */
void copies_list_print(struct str *out, const struct copies_list *list);

/* "groups": [{"template", "members", "exact", "near"}], members in the order of the
 * answers, the template among them; answers by their names, else their numbers. */
void copies_list_json(struct json_writer *json, struct arena *arena,
		      const struct copies_list *list);

#endif
