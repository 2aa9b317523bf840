#include "report/copies_list.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "json.h"
#include "str.h"
#include "text/copies.h"

enum {
	GROUPS_SHOWN = 20,
	EXAMPLES_SHOWN = 3,
	BEGINNING_LEN = 52,
	CHANGE_LEN = 64
};

/* The groups of two or more, each with its members. */
struct listed {
	const struct copies_group *group;
	size_t number;	       /* of the group */
	const size_t *members; /* ascending */
};

struct listing {
	struct listed *groups;
	size_t count;
	size_t answers; /* in all of them */
};

static int
compare_listed(const void *left, const void *right)
{
	const struct listed *a = left, *b = right;

	if (a->group->count != b->group->count)
		return a->group->count > b->group->count ? -1 : 1;
	return a->number < b->number ? -1 : 1;
}

/* Where the members of each group go: one array, group after group. */
static size_t **
spread(struct arena *arena, const struct copies_list *list)
{
	const struct copies *copies = list->copies;
	size_t *members = arena_array(arena, list->count, sizeof(*members));
	size_t **ends = arena_array(arena, copies->group_count, sizeof(*ends));
	size_t at = 0;

	for (size_t i = 0; i < copies->group_count; i++) {
		ends[i] = members + at;
		at += copies->groups[i].count;
	}
	for (size_t i = 0; i < list->count; i++)
		*ends[copies->group_of[i]]++ = i;
	return ends;
}

static struct listing
list_groups(struct arena *arena, const struct copies_list *list)
{
	const struct copies *copies = list->copies;
	size_t **ends = spread(arena, list);
	struct listing listing = { arena_array(arena, copies->group_count,
					       sizeof(*listing.groups)),
				   0, 0 };

	for (size_t i = 0; i < copies->group_count; i++) {
		const struct copies_group *group = &copies->groups[i];

		if (group->count < 2)
			continue;
		listing.groups[listing.count++] =
			(struct listed){ group, i, ends[i] - group->count };
		listing.answers += group->count;
	}
	qsort(listing.groups, listing.count, sizeof(*listing.groups),
	      compare_listed);
	return listing;
}

/* --- for programs --------------------------------------------------------- */

static void
write_answer(struct json_writer *json, const struct copies_list *list,
	     size_t answer)
{
	if (list->names)
		json_write_text(json, list->names[answer]);
	else
		json_write_number(json, (long long)answer);
}

void
copies_list_json(struct json_writer *json, struct arena *arena,
		 const struct copies_list *list)
{
	struct listing listing = list_groups(arena, list);

	json_key(json, "groups");
	json_begin(json, '[');
	for (size_t i = 0; i < listing.count; i++) {
		const struct copies_group *group = listing.groups[i].group;

		json_begin(json, '{');
		json_key(json, "template");
		write_answer(json, list, group->template);
		json_key(json, "members");
		json_begin(json, '[');
		for (size_t j = 0; j < group->count; j++)
			write_answer(json, list, listing.groups[i].members[j]);
		json_end(json, ']');
		json_pair_number(json, "exact", (long long)group->exact);
		json_pair_number(json, "near",
				 (long long)(group->count - group->exact));
		json_end(json, '}');
	}
	json_end(json, ']');
}

/* --- for people ----------------------------------------------------------- */

/* How many bytes at TEXT are nothing to show: white space, and what would drive
 * a terminal. */
static size_t
blank_len(const char *text)
{
	const unsigned char *at = (const unsigned char *)text;

	if (*at <= ' ' || *at == 0x7f)
		return 1;
	return *at == 0xc2 && at[1] >= 0x80 && at[1] <= 0xa0 ? 2 : 0;
}

/* LEN bytes of TEXT on one line, cut between words, or inside one that is too
 * long, where they would be more than MAX. */
static void
print_brief(struct str *out, const char *text, size_t len, size_t max)
{
	struct str line = { .arena = out->arena };
	size_t cut = 0;

	str_text(&line, "");
	for (size_t i = 0; i < len && line.len <= max;) {
		size_t blank = blank_len(text + i);

		if (!blank) {
			str_char(&line, text[i++]);
		} else {
			if (line.len && line.text[line.len - 1] != ' ') {
				cut = line.len;
				str_char(&line, ' ');
			}
			i += blank;
		}
	}
	if (line.len <= max) {
		str_text(out, line.text);
		return;
	}
	for (size_t i = max; !cut && i > 0; i--)
		if ((line.text[i] & 0xc0) != 0x80)
			cut = i;
	str_add(out, line.text, cut);
	str_text(out, " …");
}

static void
print_change(struct str *out, const char *sign, const char *text, size_t start,
	     size_t end)
{
	if (start == end)
		return;
	str_format(out, "        %s ", sign);
	print_brief(out, text + start, end - start, CHANGE_LEN);
	str_char(out, '\n');
}

/* The difference with the most text. */
static const struct copy_difference *
largest(const struct copy_difference *differences, size_t count)
{
	const struct copy_difference *best = NULL;
	size_t most = 0;

	for (size_t i = 0; i < count; i++) {
		const struct copy_difference *at = &differences[i];
		size_t len = at->template_end - at->template_start +
			     at->copy_end - at->copy_start;

		if (!best || len > most) {
			best = at;
			most = len;
		}
	}
	return best;
}

/* What answer number COPY has changed most. */
static void
print_example(struct str *out, const struct copies_list *list, size_t template,
	      size_t copy)
{
	const char *from = list->answers[template].text;
	const char *to = list->answers[copy].text;
	size_t count;
	const struct copy_difference *differences =
		copy_differences(out->arena, from, to, &count);
	const struct copy_difference *most = largest(differences, count);

	if (!most)
		return;
	str_format(out, "      %s", list->names[copy]);
	if (count > 1)
		str_format(out, ", the largest of %zu changes", count);
	str_char(out, '\n');
	print_change(out, "-", from, most->template_start, most->template_end);
	print_change(out, "+", to, most->copy_start, most->copy_end);
}

static void
print_group(struct str *out, const struct copies_list *list,
	    const struct listed *listed)
{
	const struct copies_group *group = listed->group;
	const char *text = list->answers[group->template].text;
	size_t shown = 0;

	str_format(out, "%7zu%7zu%7zu  ", group->count, group->exact,
		   group->count - group->exact);
	print_brief(out, text, strlen(text), BEGINNING_LEN);
	str_char(out, '\n');
	for (size_t i = 0; i < group->count && shown < EXAMPLES_SHOWN; i++)
		if (!list->copies->is_exact[listed->members[i]]) {
			print_example(out, list, group->template,
				      listed->members[i]);
			shown++;
		}
}

void
copies_list_print(struct str *out, const struct copies_list *list)
{
	struct listing listing = list_groups(out->arena, list);

	str_format(out, "%zu answer%s, ", list->count,
		   list->count == 1 ? "" : "s");
	if (!listing.count) {
		str_text(out, "no copies\n");
		return;
	}
	str_format(out, "%zu of them in %zu group%s of copies\n",
		   listing.answers, listing.count,
		   listing.count == 1 ? "" : "s");
	str_format(out, "%7s%7s%7s  begins\n", "copies", "exact", "near");
	for (size_t i = 0; i < listing.count && i < GROUPS_SHOWN; i++)
		print_group(out, list, &listing.groups[i]);
	if (listing.count > GROUPS_SHOWN)
		str_format(out, "and %zu smaller groups; --json lists them\n",
			   listing.count - GROUPS_SHOWN);
}
