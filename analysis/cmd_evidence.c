#include "commands.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "coding/store_look.h"
#include "error.h"
#include "json.h"
#include "looking.h"
#include "progress.h"
#include "str.h"
#include "text/evidence.h"
#include "utf8.h"

/* An answer that was flagged. */
struct flagged {
	const char *reference, *text;
	size_t question; /* index */
	struct evidence evidence;
};

struct search {
	struct study *study;
	struct look look;
	struct looking looking;
	size_t question; /* that is being read */
	struct progress *progress;
	struct flagged *flagged;
	size_t count, room, read;
};

/* --- looking -------------------------------------------------------------- */

static void
add_flagged(struct search *search, const struct looked_answer *answer,
	    const struct evidence *evidence)
{
	struct arena *arena = search->study->arena;
	struct flagged *flagged;

	if (search->count == search->room) {
		search->room = search->room ? search->room * 2 : 64;
		search->flagged =
			arena_grow(arena, search->flagged, search->count,
				   search->room, sizeof(*search->flagged));
	}
	flagged = &search->flagged[search->count++];
	flagged->reference = arena_string(arena, answer->reference);
	flagged->text = arena_string(arena, answer->answer.text);
	flagged->question = search->question;
	flagged->evidence = *evidence;
	flagged->evidence.marks =
		arena_grow(arena, evidence->marks, evidence->mark_count,
			   evidence->mark_count, sizeof(*evidence->marks));
}

static bool
answer_found(void *context, const struct looked_answer *answer,
	     struct error *err)
{
	struct search *search = context;
	struct arena scratch = { 0 };
	struct evidence evidence = evidence_read(&scratch, answer->answer.text);

	(void)err;
	progress_at(search->progress, ++search->read);
	if (evidence.rich)
		add_flagged(search, answer, &evidence);
	arena_free(&scratch);
	return true;
}

/* The richest first; then by question and reference. */
static int
compare_flagged(const void *left, const void *right)
{
	const struct flagged *a = left, *b = right;

	if (a->evidence.score != b->evidence.score)
		return a->evidence.score > b->evidence.score ? -1 : 1;
	if (a->question != b->question)
		return a->question < b->question ? -1 : 1;
	return strcmp(a->reference, b->reference);
}

static bool
search_all(struct search *search, struct error *err)
{
	const struct looking *looking = &search->looking;

	search->progress = progress_start(search->study->arena, "Answers", 0);
	for (size_t i = 0; i < looking->question_count; i++) {
		search->question = i;
		search->look.question = looking->questions[i];
		if (!store_look_each(search->study->db, &search->look,
				     answer_found, search, err))
			return false;
	}
	progress_end(search->progress);
	if (search->count)
		qsort(search->flagged, search->count, sizeof(*search->flagged),
		      compare_flagged);
	return true;
}

/* --- telling -------------------------------------------------------------- */

/* The words of one mark, on one line. */
static const char *
mark_text(struct arena *arena, const struct flagged *flagged, size_t index)
{
	const struct evidence_mark *mark = &flagged->evidence.marks[index];

	return utf8_line(arena, flagged->text + mark->start,
			 mark->end - mark->start);
}

static void
print_signs(struct arena *arena, const struct flagged *flagged,
	    enum evidence_sign sign)
{
	const struct evidence *evidence = &flagged->evidence;
	const char *before = "";

	if (!evidence->counts[sign])
		return;
	printf("  %-9s  ", evidence_sign_name(sign));
	for (size_t i = 0; i < evidence->mark_count; i++) {
		if (evidence->marks[i].sign != sign)
			continue;
		printf("%s%s", before, mark_text(arena, flagged, i));
		before = "; ";
	}
	putchar('\n');
}

static void
print_flagged(struct search *search, size_t shown)
{
	for (size_t i = 0; i < shown; i++) {
		const struct flagged *flagged = &search->flagged[i];

		printf("%s  %s  score %zu, %zu words\n", flagged->reference,
		       search->looking.questions[flagged->question],
		       flagged->evidence.score, flagged->evidence.words);
		for (int sign = 0; sign < EVIDENCE_SIGNS; sign++)
			print_signs(search->study->arena, flagged,
				    (enum evidence_sign)sign);
	}
	printf("%zu of %zu answer%s show%s signs of evidence", search->count,
	       search->read, search->read == 1 ? "" : "s",
	       search->count == 1 || search->read == 1 ? "s" : "");
	if (shown < search->count)
		printf("; the first %zu shown", shown);
	putchar('\n');
}

static void
write_answer(struct search *search, struct json_writer *json,
	     const struct flagged *flagged)
{
	const struct evidence *evidence = &flagged->evidence;

	json_begin(json, '{');
	json_pair(json, "reference", flagged->reference);
	json_pair(json, "question",
		  search->looking.questions[flagged->question]);
	json_pair_number(json, "score", (long long)evidence->score);
	json_pair_number(json, "words", (long long)evidence->words);
	json_key(json, "signs");
	json_begin(json, '[');
	for (size_t i = 0; i < evidence->mark_count; i++) {
		const struct evidence_mark *mark = &evidence->marks[i];

		json_begin(json, '{');
		json_pair(json, "sign", evidence_sign_name(mark->sign));
		json_pair_number(json, "start", (long long)mark->start);
		json_pair_number(json, "end", (long long)mark->end);
		json_pair(json, "text",
			  mark_text(search->study->arena, flagged, i));
		json_end(json, '}');
	}
	json_end(json, ']');
	json_end(json, '}');
}

static void
write_flagged(struct search *search, size_t shown)
{
	struct str out = { .arena = search->study->arena };
	struct json_writer json = { .out = &out };

	json_begin(&json, '{');
	json_pair(&json, "consultation", search->look.slug);
	json_pair_number(&json, "looked_at", (long long)search->read);
	json_pair_number(&json, "flagged", (long long)search->count);
	json_key(&json, "shown");
	json_begin(&json, '[');
	for (size_t i = 0; i < shown; i++)
		write_answer(search, &json, &search->flagged[i]);
	json_end(&json, ']');
	json_end(&json, '}');
	puts(out.text);
}

int
cmd_evidence(struct study *study, int argc, char **argv)
{
	struct search search = { .study = study };
	const char *question = NULL, *limit = NULL;
	bool as_json = false;
	size_t shown = 0;
	struct error err = { 0 };
	const struct command_option options[] = {
		{ .name = "question", .value = &question },
		{ .name = "limit", .value = &limit },
		{ .name = "json", .truth = &as_json },
		{ 0 }
	};
	struct command_line line = { .options = options,
				     .operands_min = 1,
				     .operands_max = 1 };

	if (!command_parse(argc, argv, &line))
		return 2;
	if (!looking_number(limit, 1, 1000000, &shown))
		return command_misused(argv[0],
				       "--limit is a number from 1 to 1000000");
	search.look.slug = line.operands[0];
	if (!looking_open(study, search.look.slug, question, &search.looking,
			  &err) ||
	    !search_all(&search, &err))
		return command_failed(argv[0], &err);
	if (!shown || shown > search.count)
		shown = search.count;
	if (as_json)
		write_flagged(&search, shown);
	else
		print_flagged(&search, shown);
	return 0;
}
