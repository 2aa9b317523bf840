#include "commands.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "coding/texts.h"
#include "error.h"
#include "json.h"
#include "looking.h"
#include "progress.h"
#include "report/copies_list.h"
#include "sheet.h"
#include "store_response.h"
#include "str.h"
#include "text/copies.h"

struct request {
	const char *slug, *question; /* of a consultation */
	struct sheet sheet;	     /* a table */
	bool json;
};

static struct copies
find(struct arena *arena, const struct copies_answer *answers, size_t count)
{
	struct progress *progress =
		progress_start(arena, "Looking for copies", count);
	struct copies copies;

	progress_at(progress, 0);
	copies = copies_find(arena, answers, count, true);
	progress_at(progress, count);
	progress_end(progress);
	return copies;
}

/* --- a table -------------------------------------------------------------- */

static const struct copies_answer *
answers_of(struct arena *arena, const struct sheet *sheet)
{
	struct copies_answer *answers =
		arena_array(arena, sheet->count, sizeof(*answers));

	for (size_t i = 0; i < sheet->count; i++)
		answers[i] = (struct copies_answer){ sheet->texts[i],
						     sheet->tongue };
	return answers;
}

/* Rows as a spreadsheet numbers them, below the headings. */
static const char *const *
name_rows(struct arena *arena, size_t count)
{
	const char **names = arena_array(arena, count, sizeof(*names));

	for (size_t i = 0; i < count; i++)
		names[i] = arena_format(arena, "row %zu", i + 2);
	return names;
}

static int
copies_in_table(struct arena *arena, struct request *request)
{
	struct copies_list list = { 0 };
	struct str out = { .arena = arena };
	struct json_writer json = { .out = &out };
	struct copies copies;
	struct error err = { 0 };

	if (!sheet_read(&request->sheet, arena, &err))
		return command_failed("copies", &err);
	list.answers = answers_of(arena, &request->sheet);
	list.count = request->sheet.count;
	copies = find(arena, list.answers, list.count);
	list.copies = &copies;
	if (request->json) {
		json_begin(&json, '{');
		copies_list_json(&json, arena, &list);
		json_end(&json, '}');
	} else {
		list.names = name_rows(arena, list.count);
		copies_list_print(&out, &list);
	}
	fputs(out.text, stdout);
	return 0;
}

/* --- a consultation ------------------------------------------------------- */

struct reference {
	int64_t response;
	const char *text;
};

struct references {
	struct arena *arena;
	struct reference *items;
	size_t count, room;
};

static bool
reference_found(void *context, const struct stored_response *response,
		struct error *err)
{
	struct references *references = context;

	(void)err;
	if (references->count == references->room) {
		references->room =
			references->room ? 2 * references->room : 256;
		references->items =
			arena_grow(references->arena, references->items,
				   references->count, references->room,
				   sizeof(*references->items));
	}
	references->items[references->count++] =
		(struct reference){ response->id,
				    arena_string(references->arena,
						 response->reference) };
	return true;
}

static int
compare_references(const void *left, const void *right)
{
	const struct reference *a = left, *b = right;

	return (a->response > b->response) - (a->response < b->response);
}

static bool
read_references(struct study *study, const char *slug,
		struct references *references, struct error *err)
{
	*references = (struct references){ .arena = study->arena };
	if (!store_response_each(study->db, slug, false, reference_found,
				 references, err))
		return false;
	if (references->count)
		qsort(references->items, references->count,
		      sizeof(*references->items), compare_references);
	return true;
}

/* The references of the responses that TEXTS are of.  They were read later, and
 * no response ever goes. */
static const char *const *
name_texts(const struct references *references, const struct texts *texts)
{
	const char **names =
		arena_array(references->arena, texts->count, sizeof(*names));

	for (size_t i = 0; i < texts->count; i++) {
		struct reference wanted = { .response = texts->responses[i] };
		const struct reference *found =
			bsearch(&wanted, references->items, references->count,
				sizeof(wanted), compare_references);

		assert(found);
		names[i] = found->text;
	}
	return names;
}

/* The answers to each question that was asked for. */
struct asked {
	const char *id;
	struct texts texts;
};

struct survey {
	struct asked *items;
	size_t count;
};

static bool
read_survey(struct study *study, const struct request *request,
	    struct survey *survey, struct error *err)
{
	const struct consultation *consultation =
		study_consultation(study, request->slug, NULL, err);

	if (!consultation)
		return false;
	survey->items = arena_array(study->arena, consultation->question_count,
				    sizeof(*survey->items));
	for (size_t i = 0; i < consultation->question_count; i++) {
		const struct question *question = &consultation->questions[i];
		struct asked *asked = &survey->items[survey->count];

		if (question->type != QUESTION_LONG_TEXT ||
		    (request->question &&
		     strcmp(request->question, question->id) != 0))
			continue;
		asked->id = question->id;
		if (!texts_load(study->db, study->arena, request->slug,
				question, &asked->texts, err))
			return false;
		survey->count++;
	}
	return survey->count ||
	       looking_refuse_question(study->arena, consultation,
				       request->question, "find copies in",
				       err);
}

static struct copies_list
list_question(const struct references *references, const struct asked *asked)
{
	struct arena *arena = references->arena;
	size_t count = asked->texts.count;
	struct copies_answer *answers =
		arena_array(arena, count, sizeof(*answers));
	struct copies *copies = arena_alloc(arena, sizeof(*copies));

	for (size_t i = 0; i < count; i++)
		answers[i] = (struct copies_answer){
			asked->texts.answers[i].text,
			tongue_of(asked->texts.answers[i].language)
		};
	*copies = find(arena, answers, count);
	return (struct copies_list){ answers,
				     name_texts(references, &asked->texts),
				     count, copies };
}

static void
print_survey(struct arena *arena, const struct references *references,
	     const struct survey *survey)
{
	for (size_t i = 0; i < survey->count; i++) {
		const struct asked *asked = &survey->items[i];
		struct copies_list list = list_question(references, asked);
		struct str out = { .arena = arena };

		str_format(&out, "%s%s: ", i ? "\n" : "", asked->id);
		copies_list_print(&out, &list);
		fputs(out.text, stdout);
	}
}

static void
write_survey(struct arena *arena, const struct references *references,
	     const struct request *request, const struct survey *survey)
{
	struct str out = { .arena = arena };
	struct json_writer json = { .out = &out };

	json_begin(&json, '{');
	json_pair(&json, "consultation", request->slug);
	json_key(&json, "questions");
	json_begin(&json, '[');
	for (size_t i = 0; i < survey->count; i++) {
		struct copies_list list =
			list_question(references, &survey->items[i]);

		json_begin(&json, '{');
		json_pair(&json, "id", survey->items[i].id);
		json_pair_number(&json, "answers", (long long)list.count);
		copies_list_json(&json, arena, &list);
		json_end(&json, '}');
	}
	json_end(&json, ']');
	json_end(&json, '}');
	puts(out.text);
}

static int
copies_in_consultation(struct study *study, const struct request *request)
{
	struct survey survey = { 0 };
	struct references references;
	struct error err = { 0 };

	if (!study_open(study, "greenpaper_analyst", &err) ||
	    !read_survey(study, request, &survey, &err) ||
	    !read_references(study, request->slug, &references, &err))
		return command_failed("copies", &err);
	if (request->json)
		write_survey(study->arena, &references, request, &survey);
	else
		print_survey(study->arena, &references, &survey);
	return 0;
}

/* --- the command ---------------------------------------------------------- */

int
cmd_copies(struct study *study, int argc, char **argv)
{
	struct request request = { 0 };
	const struct command_option options[] = {
		{ .name = "from", .value = &request.sheet.from },
		{ .name = "text", .value = &request.sheet.text },
		{ .name = "lang", .value = &request.sheet.lang },
		{ .name = "encoding", .value = &request.sheet.encoding },
		{ .name = "question", .value = &request.question },
		{ .name = "json", .truth = &request.json },
		{ 0 }
	};
	struct command_line line = { .options = options, .operands_max = 1 };
	struct sheet_use use = {
		.command = "copies",
		.needs = "--text COLUMN, the heading above the answers",
		.options = "--text, --lang and --encoding",
	};
	int code;

	if (!command_parse(argc, argv, &line))
		return 2;
	request.slug = use.slug = line.operands[0];
	use.question = request.question;
	code = sheet_misused(&request.sheet, &use);
	if (code)
		return code;
	return request.sheet.from ? copies_in_table(study->arena, &request)
				  : copies_in_consultation(study, &request);
}
