#include "offers.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "error.h"
#include "json.h"
#include "str.h"
#include "text/marking.h"
#include "utf8.h"

enum { BEGINNING_COLUMNS = 66, NAME_WIDTH = 10, FIRST_ROW = 2 };

/* Margins from which an offer is so sure.  Where it was measured, of those that are
 * clear nine in ten were right (.83 to .99, by data and labels told), of those that
 * are close two in three or more, of guesses one in three or more. */
static const struct {
	double from;
	const char *name;
} sureness[] = { { 0.8, "clear" }, { 0.3, "close" }, { 0, "guess" } };

enum { SURE_COUNT = sizeof(sureness) / sizeof(*sureness) };

static size_t
sure_of(const struct suggestion *suggestion)
{
	size_t sure = 0;

	while (suggestion->margin < sureness[sure].from)
		sure++;
	return sure;
}

bool
offers_check(struct offers *offers, const char *where, struct error *err)
{
	struct arena scratch = { 0 };
	size_t *told =
		arena_array(&scratch, offers->label_count, sizeof(*told));
	size_t enough = 0;

	offers->told = 0;
	for (size_t i = 0; i < offers->count; i++) {
		const struct suggest_answer *answer = &offers->answers[i];

		offers->told += answer->label_count > 0;
		for (size_t j = 0; j < answer->label_count; j++)
			enough += ++told[answer->labels[j]] == OFFERS_TOLD_MIN;
	}
	arena_free(&scratch);
	if (offers->label_count > OFFERS_LABELS_MAX)
		return error_set(err, ERROR_INPUT,
				 "%s: %zu different labels are more than the "
				 "%d that can be told apart: is that where the "
				 "labels stand?",
				 where, offers->label_count, OFFERS_LABELS_MAX);
	if (enough >= OFFERS_LABELS_MIN)
		return true;
	return error_set(err, ERROR_INPUT,
			 "%s: %zu of the labels stand%s with two answers or "
			 "more: label at least two answers with each of at "
			 "least two labels, better five, and ask again",
			 where, enough, enough == 1 ? "s" : "");
}

/* --- for programs --------------------------------------------------------- */

static void
write_share(struct json_writer *json, struct arena *arena, const char *key,
	    double share)
{
	json_key(json, key);
	json_write_raw(json, arena_format(arena, "%.4f", share));
}

static void
write_themes(struct json_writer *json, struct arena *arena,
	     const struct offers *offers, const struct suggestion *suggestion)
{
	const struct suggest_offer *offer = suggestion->offers;

	json_key(json, "themes");
	json_begin(json, '[');
	for (size_t i = 0; i < suggestion->offer_count; i++) {
		double other = suggestion->offer_count > 1
				       ? offer[i ? 0 : 1].score
				       : 0;

		json_begin(json, '{');
		if (offers->ids)
			json_pair(json, "id", offers->ids[offer[i].label]);
		json_pair(json, "label", offers->labels[offer[i].label]);
		write_share(json, arena, "score", offer[i].score);
		write_share(json, arena, "margin", offer[i].score - other);
		json_end(json, '}');
	}
	json_end(json, ']');
}

static void
write_name(struct json_writer *json, const struct offers *offers, size_t answer)
{
	if (offers->ids) {
		json_pair(json, "reference", offers->names[answer]);
		return;
	}
	json_pair_number(json, "document", (long long)answer);
	if (offers->names)
		json_pair(json, "id", offers->names[answer]);
	else
		json_pair_number(json, "id", (long long)answer);
}

static bool
is_offered(const struct offers *offers, const struct suggestion *suggestion)
{
	return !utf8_is_blank(offers->answers[suggestion->answer].text);
}

static void
write_suggestion(struct json_writer *json, struct arena *arena,
		 const struct offers *offers,
		 const struct suggestion *suggestion)
{
	json_begin(json, '{');
	write_name(json, offers, suggestion->answer);
	write_themes(json, arena, offers, suggestion);
	json_key(json, "why");
	json_begin(json, '[');
	for (size_t i = 0; i < suggestion->why_count; i++) {
		json_begin(json, '{');
		json_pair_number(json, "start",
				 (long long)suggestion->why[i].start);
		json_pair_number(json, "end",
				 (long long)suggestion->why[i].end);
		json_end(json, '}');
	}
	json_end(json, ']');
	json_end(json, '}');
}

void
offers_json(struct json_writer *json, struct arena *arena,
	    const struct offers *offers)
{
	json_key(json, "suggestions");
	json_begin(json, '[');
	for (size_t i = 0; i < offers->suggestions.count; i++)
		if (is_offered(offers, &offers->suggestions.items[i]))
			write_suggestion(json, arena, offers,
					 &offers->suggestions.items[i]);
	json_end(json, ']');
}

/* --- for people ----------------------------------------------------------- */

/* An offer on its way to a line. */
struct listed {
	const struct suggestion *suggestion;
	const char *text;
};

/* The surest first, then by the bytes of the answers; those without an offer
 * last. */
static int
compare_listed(const void *left, const void *right)
{
	const struct listed *a = left, *b = right;
	int order;

	if (!a->suggestion->offer_count != !b->suggestion->offer_count)
		return a->suggestion->offer_count ? -1 : 1;
	if (a->suggestion->margin != b->suggestion->margin)
		return a->suggestion->margin > b->suggestion->margin ? -1 : 1;
	order = strcmp(a->text, b->text);
	if (order)
		return order;
	return a->suggestion->answer < b->suggestion->answer ? -1 : 1;
}

static struct listed *
list(struct arena *arena, const struct offers *offers, size_t *count)
{
	struct listed *listed =
		arena_array(arena, offers->suggestions.count, sizeof(*listed));

	*count = 0;
	for (size_t i = 0; i < offers->suggestions.count; i++) {
		const struct suggestion *suggestion =
			&offers->suggestions.items[i];

		if (is_offered(offers, suggestion))
			listed[(*count)++] = (struct listed){
				suggestion,
				offers->answers[suggestion->answer].text
			};
	}
	if (*count)
		qsort(listed, *count, sizeof(*listed), compare_listed);
	return listed;
}

/* How the answer begins, on one line. */
static void
print_beginning(struct str *out, const struct offers *offers,
		const struct suggestion *suggestion)
{
	const char *text = offers->answers[suggestion->answer].text;
	size_t len = utf8_fit(text, strlen(text), BEGINNING_COLUMNS);
	char *line = arena_copy(out->arena, text, len);
	struct marking marking = { .arena = out->arena,
				   .on = offers->on,
				   .off = offers->off };

	for (char *at = line; *at; at++)
		if (*at == '\n' || *at == '\r' || *at == '\t')
			*at = ' ';
	for (size_t i = 0; i < suggestion->why_count; i++)
		if (suggestion->why[i].end <= len)
			marking_add(&marking, suggestion->why[i].start,
				    suggestion->why[i].end);
	str_text(out,
		 marking_text(&marking,
			      text[len] ? arena_format(out->arena, "%s…", line)
					: line,
			      "            "));
}

static void
print_listed(struct str *out, const struct offers *offers,
	     const struct suggestion *suggestion)
{
	const char *name =
		offers->names
			? utf8_line(out->arena,
				    offers->names[suggestion->answer],
				    strlen(offers->names[suggestion->answer]))
			: arena_format(out->arena, "row %zu",
				       suggestion->answer + FIRST_ROW);

	str_format(out, "%-*s  ", NAME_WIDTH, name);
	if (suggestion->offer_count)
		str_format(out, "%s %.2f  ", sureness[sure_of(suggestion)].name,
			   suggestion->margin);
	else
		str_text(out, "no offer: no word that other answers share");
	for (size_t i = 0; i < suggestion->offer_count; i++) {
		const char *label = offers->labels[suggestion->offers[i].label];

		str_format(out, "%s%s %.2f", i ? ", " : "",
			   utf8_line(out->arena, label, strlen(label)),
			   suggestion->offers[i].score);
	}
	str_char(out, '\n');
	print_beginning(out, offers, suggestion);
}

static void
print_sums(struct str *out, const struct offers *offers,
	   const struct listed *listed, size_t count)
{
	size_t sure[SURE_COUNT] = { 0 }, none = 0;

	for (size_t i = 0; i < count; i++)
		if (listed[i].suggestion->offer_count)
			sure[sure_of(listed[i].suggestion)]++;
		else
			none++;
	str_format(out, "%zu answer%s a theme, %zu %s not; offers for these:",
		   offers->told, offers->told == 1 ? " has" : "s have", count,
		   count == 1 ? "has" : "have");
	for (size_t i = 0; i < SURE_COUNT; i++)
		str_format(out, "%s %zu %s", i ? "," : "", sure[i],
			   sureness[i].name);
	if (none)
		str_format(out, ", %zu none", none);
	str_text(out, "\n");
}

void
offers_print(struct str *out, const struct offers *offers)
{
	size_t count;
	const struct listed *listed = list(out->arena, offers, &count);

	if (!count) {
		str_text(out, "every answer has a theme\n");
		return;
	}
	print_sums(out, offers, listed, count);
	for (size_t i = 0; i < count; i++)
		print_listed(out, offers, listed[i].suggestion);
}
