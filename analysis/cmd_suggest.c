#include "commands.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "coding/codeframe.h"
#include "coding/told.h"
#include "error.h"
#include "json.h"
#include "looking.h"
#include "progress.h"
#include "report/offers.h"
#include "sheet.h"
#include "str.h"
#include "utf8.h"

struct request {
	struct study *study;
	struct sheet sheet;	     /* of a table */
	const char *separator;	     /* of labels in a cell */
	const char *slug, *question; /* of a consultation */
	bool json;
};

static void
find(const struct request *request, struct offers *offers)
{
	struct arena *arena = request->study->arena;
	struct progress *progress =
		progress_start(arena, "Suggesting themes", offers->count);

	offers->on = command_mark(request->study, true);
	offers->off = command_mark(request->study, false);
	progress_at(progress, 0);
	offers->suggestions = suggest_find(arena, offers->answers,
					   offers->count, offers->label_count);
	progress_at(progress, offers->count);
	progress_end(progress);
}

static void
print_advice(void)
{
	puts("\nThe surest come first: accept from the top until one is wrong. "
	     " "
	     "What you decide of\nthe guesses teaches most: ask again then.  "
	     "An "
	     "answer whose first two score alike may\nspeak of both.");
}

/* --- a table -------------------------------------------------------------- */

/* The labels of all cells while they are read. */
struct labels {
	struct arena *arena;
	const char **items;
	size_t count, room;
};

static int
compare_labels(const void *left, const void *right)
{
	return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* Sort COUNT labels, each once; how many differ. */
static size_t
sort_labels(const char **items, size_t count)
{
	size_t different = 0;

	if (count)
		qsort(items, count, sizeof(*items), compare_labels);
	for (size_t i = 0; i < count; i++)
		if (!different || strcmp(items[different - 1], items[i]) != 0)
			items[different++] = items[i];
	return different;
}

static void
add_label(struct labels *labels, const char *text, size_t len)
{
	const char *label =
		utf8_trim(labels->arena, arena_copy(labels->arena, text, len));

	if (!*label)
		return;
	if (labels->count == labels->room) {
		labels->room = labels->room ? 2 * labels->room : 256;
		labels->items =
			arena_grow(labels->arena, labels->items, labels->count,
				   labels->room, sizeof(*labels->items));
	}
	labels->items[labels->count++] = label;
}

/* The labels of one cell, sorted, each once. */
static void
split_cell(struct labels *labels, const char *cell, const char *separator)
{
	const char *end;

	labels->count = 0;
	for (; (end = strstr(cell, separator)); cell = end + strlen(separator))
		add_label(labels, cell, (size_t)(end - cell));
	add_label(labels, cell, strlen(cell));
	labels->count = sort_labels(labels->items, labels->count);
}

/* All labels there are, sorted, each once; a blank answer has none. */
static void
name_labels(const struct request *request, struct offers *offers)
{
	const struct sheet *sheet = &request->sheet;
	struct labels all = { .arena = request->study->arena };
	struct labels cell = { .arena = request->study->arena };

	for (size_t i = 0; i < sheet->count; i++) {
		if (utf8_is_blank(sheet->texts[i]))
			continue;
		split_cell(&cell, sheet->marks[i], request->separator);
		for (size_t j = 0; j < cell.count; j++)
			add_label(&all, cell.items[j], strlen(cell.items[j]));
	}
	offers->label_count = sort_labels(all.items, all.count);
	offers->labels = all.items;
}

static struct offers
offers_of_table(const struct request *request)
{
	struct arena *arena = request->study->arena;
	const struct sheet *sheet = &request->sheet;
	struct suggest_answer *answers =
		arena_array(arena, sheet->count, sizeof(*answers));
	struct offers offers = { .answers = answers,
				 .count = sheet->count,
				 .names = sheet->ids };
	struct labels cell = { .arena = arena };

	name_labels(request, &offers);
	for (size_t i = 0; i < sheet->count; i++) {
		size_t *labels;

		answers[i].text = sheet->texts[i];
		answers[i].tongue = sheet->tongue;
		if (utf8_is_blank(sheet->texts[i]))
			continue;
		split_cell(&cell, sheet->marks[i], request->separator);
		labels = arena_array(arena, cell.count, sizeof(*labels));
		for (size_t j = 0; j < cell.count; j++)
			labels[j] =
				(size_t)((const char **)bsearch(
						 &cell.items[j], offers.labels,
						 offers.label_count,
						 sizeof(*offers.labels),
						 compare_labels) -
					 offers.labels);
		answers[i].labels = labels;
		answers[i].label_count = cell.count;
	}
	return offers;
}

static bool
check_table(const struct request *request, struct offers *offers,
	    struct error *err)
{
	const struct sheet *sheet = &request->sheet;
	size_t answers = 0;

	for (size_t i = 0; i < sheet->count; i++)
		answers += !utf8_is_blank(sheet->texts[i]);
	if (!offers_check(offers,
			  arena_format(request->study->arena,
				       "%s, column \"%s\"", sheet->from,
				       sheet->labels),
			  err))
		return false;
	return offers->told < answers ||
	       error_set(err, ERROR_INPUT,
			 "%s: every answer has a label in the column \"%s\", "
			 "so none is left to suggest themes for",
			 sheet->from, sheet->labels);
}

static void
write_table(const struct request *request, const struct offers *offers)
{
	struct str out = { .arena = request->study->arena };
	struct json_writer json = { .out = &out };

	json_begin(&json, '{');
	json_pair_number(&json, "documents", (long long)offers->count);
	json_pair_number(&json, "labelled", (long long)offers->told);
	json_key(&json, "labels");
	json_begin(&json, '[');
	for (size_t i = 0; i < offers->label_count; i++)
		json_write_text(&json, offers->labels[i]);
	json_end(&json, ']');
	offers_json(&json, out.arena, offers);
	json_end(&json, '}');
	puts(out.text);
}

static int
suggest_in_table(struct request *request)
{
	struct str out = { .arena = request->study->arena };
	struct offers offers;
	struct error err = { 0 };

	if (!sheet_read(&request->sheet, request->study->arena, &err))
		return command_failed("suggest", &err);
	offers = offers_of_table(request);
	if (!check_table(request, &offers, &err))
		return command_failed("suggest", &err);
	find(request, &offers);
	if (request->json) {
		write_table(request, &offers);
		return 0;
	}
	offers_print(&out, &offers);
	fputs(out.text, stdout);
	print_advice();
	return 0;
}

/* --- a consultation ------------------------------------------------------- */

/* What is offered for one question; where too few answers are coded, what to do. */
struct asked {
	const struct codeframe_question *frame;
	struct offers offers;
	struct error few;
};

struct survey {
	struct asked *items;
	size_t count, enough; /* questions; of them with offers */
};

static void
name_themes(struct arena *arena, const struct codeframe_question *frame,
	    struct offers *offers)
{
	size_t count = frame->theme_count;
	const char **ids = arena_array(arena, count, sizeof(*ids));
	const char **labels = arena_array(arena, count, sizeof(*labels));

	for (size_t i = 0; i < count; i++) {
		ids[i] = frame->themes[i].id;
		labels[i] =
			phrase_in(&frame->themes[i].label, LANGUAGE_EN, NULL);
	}
	offers->ids = ids;
	offers->labels = labels;
	offers->label_count = count;
}

static bool
ask(const struct request *request, const struct codeframe_question *frame,
    struct survey *survey, struct error *err)
{
	struct study *study = request->study;
	struct asked *asked = &survey->items[survey->count++];
	struct told told;

	if (!told_load(study->db, study->arena, request->slug, frame, &told,
		       err))
		return false;
	asked->frame = frame;
	asked->offers = (struct offers){ .answers = told.answers,
					 .count = told.count,
					 .names = told.references };
	name_themes(study->arena, frame, &asked->offers);
	if (offers_check(&asked->offers, frame->id, &asked->few)) {
		find(request, &asked->offers);
		survey->enough++;
	}
	return true;
}

static bool
read_survey(const struct request *request, struct survey *survey,
	    struct error *err)
{
	struct study *study = request->study;
	struct looking looking;
	const struct codeframe *codeframe;

	if (!study_open(study, "greenpaper_analyst", err) ||
	    !looking_open(study, request->slug, request->question, &looking,
			  err))
		return false;
	codeframe = looking_codeframe(study, looking.consultation, err);
	if (!codeframe)
		return false;
	survey->items = arena_array(study->arena, looking.question_count,
				    sizeof(*survey->items));
	for (size_t i = 0; i < looking.question_count; i++) {
		const struct codeframe_question *frame =
			codeframe_question(codeframe, looking.questions[i]);

		if (frame && !ask(request, frame, survey, err))
			return false;
	}
	if (!survey->count)
		return error_set(err, ERROR_INPUT,
				 "the newest codeframe has no themes for %s",
				 request->question ? request->question
						   : request->slug);
	if (survey->enough)
		return true;
	*err = survey->items[0].few;
	return false;
}

static void
write_survey(const struct request *request, const struct survey *survey)
{
	struct str out = { .arena = request->study->arena };
	struct json_writer json = { .out = &out };

	json_begin(&json, '{');
	json_pair(&json, "consultation", request->slug);
	json_key(&json, "questions");
	json_begin(&json, '[');
	for (size_t i = 0; i < survey->count; i++) {
		const struct asked *asked = &survey->items[i];

		json_begin(&json, '{');
		json_pair(&json, "id", asked->frame->id);
		json_pair_number(&json, "answers",
				 (long long)asked->offers.count);
		json_pair_number(&json, "coded", (long long)asked->offers.told);
		offers_json(&json, out.arena, &asked->offers);
		json_end(&json, '}');
	}
	json_end(&json, ']');
	json_end(&json, '}');
	puts(out.text);
}

static void
print_survey(const struct request *request, const struct survey *survey)
{
	for (size_t i = 0; i < survey->count; i++) {
		const struct asked *asked = &survey->items[i];
		struct str out = { .arena = request->study->arena };

		if (!asked->offers.suggestions.items) {
			str_format(&out, "%s\n", asked->few.text);
		} else {
			str_format(&out, "%s: ", asked->frame->id);
			offers_print(&out, &asked->offers);
		}
		printf("%s%s", i ? "\n" : "", out.text);
	}
	print_advice();
	puts("Nothing was stored.  To take an offer, put the words that speak "
	     "for it among the\ntheme's \"words\" or \"together\" in the "
	     "codeframe, or the answer among its\n\"examples\", and run "
	     "`greenpaper code` again.");
}

static int
suggest_in_consultation(const struct request *request)
{
	struct survey survey = { 0 };
	struct error err = { 0 };

	if (!read_survey(request, &survey, &err))
		return command_failed("suggest", &err);
	if (request->json)
		write_survey(request, &survey);
	else
		print_survey(request, &survey);
	return 0;
}

/* --- the command ---------------------------------------------------------- */

/* 0, or what command_misused gives. */
static int
check_request(const struct request *request)
{
	const struct sheet_use use = {
		.command = "suggest",
		.slug = request->slug,
		.question = request->question,
		.needs = "--text COLUMN, the heading above the answers, and "
			 "--labels COLUMN, the one above their labels",
		.labels = true,
		.options = "--text, --labels, --id, --lang, --encoding and "
			   "--separator",
		.also = request->separator,
	};
	int code = sheet_misused(&request->sheet, &use);

	if (code || !request->separator || *request->separator)
		return code;
	return command_misused("suggest",
			       "--separator is what stands between two labels "
			       "of one cell, like \";\"");
}

int
cmd_suggest(struct study *study, int argc, char **argv)
{
	struct request request = { .study = study };
	const struct command_option options[] = {
		{ .name = "from", .value = &request.sheet.from },
		{ .name = "text", .value = &request.sheet.text },
		{ .name = "labels", .value = &request.sheet.labels },
		{ .name = "id", .value = &request.sheet.id },
		{ .name = "lang", .value = &request.sheet.lang },
		{ .name = "encoding", .value = &request.sheet.encoding },
		{ .name = "separator", .value = &request.separator },
		{ .name = "question", .value = &request.question },
		{ .name = "json", .truth = &request.json },
		{ 0 }
	};
	struct command_line line = { .options = options, .operands_max = 1 };
	int code;

	if (!command_parse(argc, argv, &line))
		return 2;
	request.slug = line.operands[0];
	code = check_request(&request);
	if (code)
		return code;
	if (!request.separator)
		request.separator = ";";
	return request.sheet.from ? suggest_in_table(&request)
				  : suggest_in_consultation(&request);
}
