#include "report/figures.h"

#include <string.h>

#include "arena.h"
#include "coding/codeframe.h"
#include "db.h"
#include "error.h"
#include "problem.h"

static bool
same(const char *left, const char *right)
{
	if (!left || !right)
		return left == right;
	return strcmp(left, right) == 0;
}

size_t
figures_count(const struct tallies *tallies, const char *question,
	      const char *theme, const char *value)
{
	for (size_t i = 0; i < tallies->count; i++) {
		const struct tally *tally = &tallies->items[i];

		if (same(tally->question, question) &&
		    same(tally->theme, theme) && same(tally->value, value))
			return tally->count;
	}
	return 0;
}

static bool
read_counts(struct db *db, struct arena *arena, const char *slug,
	    struct figures *figures, struct error *err)
{
	const struct {
		enum tally_kind kind;
		struct tallies *tallies;
	} wanted[] = {
		{ TALLY_ANSWERED, &figures->answered },
		{ TALLY_ASKED, &figures->asked },
		{ TALLY_OPTION, &figures->options },
		{ TALLY_CAPACITY, &figures->capacities },
		{ TALLY_TYPE, &figures->types },
		{ TALLY_THEME, &figures->themes },
		{ TALLY_SPLIT, &figures->splits },
	};

	for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++)
		if (!store_tally_list(db, arena, slug, wanted[i].kind,
				      wanted[i].tallies, err))
			return false;
	if (!store_channel_counts(db, arena, slug, &figures->channels,
				  &figures->channel_count, err))
		return false;
	for (size_t i = 0; i < figures->channel_count; i++) {
		figures->responses += figures->channels[i].count;
		figures->late += figures->channels[i].late;
	}
	return true;
}

/* Nobody would see the answers to a question that is no longer there. */
static bool
refuse_dropped(const struct consultation *consultation,
	       const struct tallies *answered, struct error *err)
{
	for (size_t i = 0; i < answered->count; i++)
		if (!strchr(answered->items[i].question, '.') &&
		    !consultation_question(consultation,
					   answered->items[i].question))
			return error_set(err, ERROR_MISSING,
					 "%s, which %zu answered, is not asked "
					 "by the newest version of %s; load a "
					 "version that has it again",
					 answered->items[i].question,
					 answered->items[i].count,
					 consultation->slug);
	return true;
}

/* Nor the answers to a row of a matrix, or by a column, that is no longer. */
static bool
refuse_dropped_rows(const struct consultation *consultation,
		    const struct tallies *options, struct error *err)
{
	for (size_t i = 0; i < options->count; i++) {
		const struct tally *tally = &options->items[i];
		const char *part;
		const struct question *question =
			consultation_field(consultation, tally->question,
					   &part);

		if (strchr(tally->question, '.') &&
		    !(question && question_option(question, tally->value)))
			return error_set(
				err, ERROR_MISSING,
				"%s, which %zu answered with %s, is "
				"not asked so by the newest version of "
				"%s; load a version that has it again",
				tally->question, tally->count, tally->value,
				consultation->slug);
	}
	return true;
}

static bool
read_codeframe(struct db *db, struct arena *arena,
	       const struct consultation *consultation, struct figures *figures,
	       struct error *err)
{
	struct problems problems = { .arena = arena,
				     .path = "the stored codeframe" };
	struct stored_codeframe stored;

	if (!store_codeframe_get(db, arena, consultation->slug, &stored, err))
		return false;
	figures->reviewed_by = stored.reviewed_by;
	figures->reviewed_on = stored.reviewed_on;
	figures->codeframe = codeframe_parse(stored.source, stored.source_len,
					     consultation, &problems);
	if (!figures->codeframe)
		return error_set(err, ERROR_SYSTEM,
				 "the stored codeframe does not fit the newest "
				 "version of the consultation; code it again:\n"
				 "%s",
				 problem_list(&problems));
	return true;
}

/* Without all long answers coded, what is said of themes would not be true. */
static bool
refuse_uncoded(const struct tallies *uncoded, struct error *err)
{
	for (size_t i = 0; i < uncoded->count; i++)
		if (uncoded->items[i].count)
			return error_set(err, ERROR_MISSING,
					 "the newest codeframe was applied "
					 "without %zu %s to %s; give it to "
					 "`greenpaper code` again",
					 uncoded->items[i].count,
					 uncoded->items[i].count == 1
						 ? "answer"
						 : "answers",
					 uncoded->items[i].question);
	return true;
}

static bool
read_coded(struct db *db, struct arena *arena,
	   const struct consultation *consultation, struct figures *figures,
	   struct error *err)
{
	struct quotations *quotations =
		arena_array(arena, consultation->question_count,
			    sizeof(*quotations));
	struct tallies uncoded;

	figures->quotations = quotations;
	if (!store_tally_list(db, arena, consultation->slug, TALLY_UNCODED,
			      &uncoded, err))
		return false;
	if (!uncoded.count)
		return true;
	if (!read_codeframe(db, arena, consultation, figures, err) ||
	    !refuse_uncoded(&uncoded, err))
		return false;
	for (size_t i = 0; i < consultation->question_count; i++)
		if (consultation->questions[i].type == QUESTION_LONG_TEXT &&
		    !store_quotation_list(db, arena, consultation->slug,
					  consultation->questions[i].id,
					  &quotations[i], err))
			return false;
	return true;
}

bool
figures_read(struct db *db, struct arena *arena,
	     const struct consultation *consultation, struct figures *figures,
	     struct error *err)
{
	bool read;

	*figures = (struct figures){ .reviewed_on = MOMENT_NONE };
	if (!db_begin_reading(db, err))
		return false;
	read = read_counts(db, arena, consultation->slug, figures, err) &&
	       refuse_dropped(consultation, &figures->answered, err) &&
	       refuse_dropped_rows(consultation, &figures->options, err) &&
	       read_coded(db, arena, consultation, figures, err) &&
	       store_receipt_list(db, arena, consultation->slug,
				  &figures->receipts, &figures->receipt_count,
				  err) &&
	       store_ended_count(db, consultation->slug, &figures->ended, err);
	db_rollback(db);
	return read;
}
