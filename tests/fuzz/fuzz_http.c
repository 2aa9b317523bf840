/*
 * Whatever bytes come in: a form is read or refused, an address that is read is
 * written as one that reads the same, and an answer is taken or has a fault.
 *
 * With: cgi/http.c lib/address.c lib/answers.c lib/arena.c lib/consultation.c
 * With: lib/decimal.c lib/email.c lib/error.c lib/file.c lib/json.c lib/moment.c
 * With: lib/percent.c lib/str.c lib/utf8.c lib/validate_answer.c lib/validate_date.c
 * With: lib/validate_field.c lib/validate_respondent.c lib/words.c
 * With: build/gen/words_list.c
 */
#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "answers.h"
#include "arena.h"
#include "http.h"
#include "validate.h"

static const struct option options[] = { { .value = "yes" },
					 { .value = "no" } };
static const struct question questions[] = {
	{ .id = "a",
	  .type = QUESTION_RADIOS,
	  .options = options,
	  .option_count = 2 },
	{ .id = "b",
	  .type = QUESTION_CHECKBOXES,
	  .options = options,
	  .option_count = 2 },
	{ .id = "c", .type = QUESTION_TEXT, .max = 20 },
	{ .id = "d", .type = QUESTION_LONG_TEXT, .max = 20, .required = true },
};
static const struct consultation consultation = { .slug = "fuzz",
						  .questions = questions,
						  .question_count = 4 };

static void
check_path(struct arena *arena, const char *bytes, size_t len)
{
	char *path = http_path(arena, bytes, len), *written;
	struct address address;

	if (!path || !address_read(arena, path, &address))
		return;
	written = address_path(arena, &address);
	assert(strcmp(http_path(arena, written, strlen(written)), path) == 0);
}

static void
check_form(struct arena *arena, const struct fields *fields)
{
	struct answers *answers = answers_new(arena, &consultation);
	struct answers *back = answers_new(arena, &consultation);
	const struct field *bad;
	struct error *err = NULL;
	char *json;

	assert(fields->count <= FIELDS_MAX && fields_are_text(fields, &bad));
	for (size_t i = 0; i < consultation.question_count; i++) {
		struct faults faults = { .arena = arena };

		assert(validate_answer(fields, &questions[i], VALIDATE_FORM,
				       &answers->items[i],
				       &faults) == (faults.count == 0));
	}
	json = answers_json(arena, answers);
	assert(answers_from_json(arena, json, back, err));
	assert(strcmp(answers_json(arena, back), json) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
	struct arena arena = { 0 };
	const char *bytes = arena_copy(&arena, (const char *)data, len);
	const struct request request = {
		.arena = &arena,
		.method = METHOD_POST,
		.content_type = "application/x-www-form-urlencoded",
		.cookie = bytes,
		.body = bytes,
		.body_len = len,
	};
	struct fields fields;

	check_path(&arena, bytes, len);
	http_cookie(&request, "a");
	if (http_fields(&request, &fields) == FIELDS_FINE)
		check_form(&arena, &fields);
	arena_free(&arena);
	return 0;
}
