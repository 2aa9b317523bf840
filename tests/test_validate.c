#include "suites.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "cases.h"
#include "str.h"
#include "validate.h"

enum { MILLION = 1000000 };

static const struct option options[] = {
	{ .value = "agree" },
	{ .value = "disagree" },
	{ .value = "unsure" },
};

static const struct option beside[] = {
	{ .value = "a" },
	{ .value = "b", .label = { { "Bee" } }, .other = true },
	{ .value = "none", .label = { { "None" } }, .exclusive = true },
};

static const struct option rows[] = {
	{ .value = "roads", .label = { { "Roads" } } },
	{ .value = "other", .label = { { "Other things" } } },
};

static const struct option ranked[] = {
	{ .value = "red", .label = { { "Red" } } },
	{ .value = "green", .label = { { "Green" } } },
	{ .value = "blue", .label = { { "Blue" } } },
};

static const struct question questions[] = {
	{ .id = "radios",
	  .type = QUESTION_RADIOS,
	  .options = options,
	  .option_count = 3 },
	{ .id = "boxes",
	  .type = QUESTION_CHECKBOXES,
	  .options = options,
	  .option_count = 3 },
	{ .id = "text", .type = QUESTION_TEXT, .max = 10 },
	{ .id = "long", .type = QUESTION_LONG_TEXT, .max = 10 },
	{ .id = "longest", .type = QUESTION_LONG_TEXT, .max = 100000 },
	{ .id = "one",
	  .type = QUESTION_RADIOS,
	  .options = beside,
	  .option_count = 2 },
	{ .id = "tick",
	  .type = QUESTION_CHECKBOXES,
	  .options = beside,
	  .option_count = 3 },
	{ .id = "select",
	  .type = QUESTION_SELECT,
	  .options = beside,
	  .option_count = 2 },
	{ .id = "mail", .type = QUESTION_EMAIL },
	{ .id = "count", .type = QUESTION_NUMBER, .most = 2000 * MILLION },
	{ .id = "sum",
	  .type = QUESTION_NUMBER,
	  .least = -5500000,
	  .most = 1234250000,
	  .decimals = 2 },
	{ .id = "place", .type = QUESTION_NUMBER, .most = 9, .decimals = 1 },
	{ .id = "any",
	  .type = QUESTION_NUMBER,
	  .most = DECIMAL_MAX,
	  .decimals = DECIMAL_PLACES },
	{ .id = "day", .type = QUESTION_DATE },
	{ .id = "near",
	  .type = QUESTION_DATE,
	  .earliest = "2026-01-15",
	  .latest = "2026-12-31" },
	{ .id = "grid",
	  .type = QUESTION_MATRIX,
	  .options = options,
	  .option_count = 3,
	  .rows = rows,
	  .row_count = 2 },
	{ .id = "order",
	  .type = QUESTION_RANKING,
	  .options = ranked,
	  .option_count = 3 },
};

static const struct respondent_type types[] = {
	{ .id = "la" },
	{ .id = "carer" },
};

static const struct consultation consultation = {
	.slug = "test",
	.questions = questions,
	.question_count = sizeof(questions) / sizeof(questions[0]),
	.respondent_types = types,
	.respondent_type_count = 2,
};

/* The next part of a list, blanks around it cut; NULL at the end. */
static char *
next_part(struct arena *arena, const char **list, const char *between)
{
	const char *start = *list, *end;

	if (!start)
		return NULL;
	end = strstr(start, between);
	*list = end ? end + strlen(between) : NULL;
	if (!end)
		end = start + strlen(start);
	while (start < end && *start == ' ')
		start++;
	while (end > start && end[-1] == ' ')
		end--;
	return arena_copy(arena, start, (size_t)(end - start));
}

static struct fields
fields_of(struct arena *arena, const char *sent, const char *name)
{
	struct field *items = arena_array(arena, 16, sizeof(*items));
	struct fields fields = { .items = items };
	char *part;

	if (strcmp(sent, "-") == 0)
		return fields;
	while ((part = next_part(arena, &sent, "&"))) {
		struct field *field = &items[fields.count++];
		bool named = !name || *part == '.';
		char *sign = named ? strchr(part, '=') : NULL;

		if (sign)
			*sign++ = '\0';
		field->name = !name  ? part
			      : sign ? arena_format(arena, "%s%s", name, part)
				     : name;
		field->value =
			case_bytes(arena, sign ? sign : part, &field->len);
	}
	return fields;
}

/* "word", ".part: word 12", "word of Label"; the parts of a date that are wrong. */
static void
add_fault(struct str *outcome, const struct fault *fault)
{
	static const char *const parts[] = { "d", "m", "y" };
	const char *dot = strchr(fault->field, '.');

	str_text(outcome, outcome->len ? "; " : "");
	if (dot)
		str_format(outcome, "%s: ", dot);
	str_text(outcome, word_ids[fault->word]);
	if (fault->number > 1)
		str_format(outcome, " %zu", fault->number);
	if (fault->phrase)
		str_format(outcome, " of %s",
			   phrase_in(fault->phrase, LANGUAGE_CY, NULL));
	if (fault->date)
		str_format(outcome, " of %s", fault->date);
	for (size_t i = 0; i < 3; i++)
		if (fault->parts & 1u << i)
			str_format(outcome, " %s", parts[i]);
}

static const char *
outcome_of_answer(struct arena *arena, const struct answer *answer,
		  const struct faults *faults)
{
	struct str outcome = { .arena = arena };

	for (size_t i = 0; i < faults->count; i++)
		add_fault(&outcome, &faults->items[i]);
	if (faults->count)
		return outcome.text;
	str_text(&outcome, answer->value_count ? "" : "not answered");
	for (size_t i = 0; i < answer->value_count; i++)
		str_format(&outcome, "%s%s", i ? " & " : "",
			   answer->values[i] ? answer->values[i] : "-");
	if (answer->other)
		str_format(&outcome, " (%s)", answer->other);
	return outcome.text;
}

START_TEST(takes_or_refuses_an_answer)
{
	struct arena arena = { 0 };
	struct cases cases = cases_read(&arena, "validate.txt", 3);

	for (size_t i = 0; i < cases.count; i++) {
		const struct case_row *row = &cases.rows[i];
		char *id = arena_string(&arena, row->columns[0]);
		struct faults faults = { .arena = &arena };
		struct question question;
		struct fields fields;
		struct answer answer;
		bool fine;
		size_t len;

		id[strcspn(id, "! ")] = '\0';
		question = *consultation_question(&consultation, id);
		question.required = strchr(row->columns[0], '!') != NULL;
		fields = fields_of(&arena, row->columns[1], question.id);
		fine = validate_answer(&fields, &question,
				       strstr(row->columns[0], "file")
					       ? VALIDATE_FILE
					       : VALIDATE_FORM,
				       &answer, &faults);
		ck_assert_msg(fine == (faults.count == 0), "line %zu",
			      row->line);
		ck_assert_msg(
			strcmp(outcome_of_answer(&arena, &answer, &faults),
			       case_bytes(&arena, row->columns[2], &len)) == 0,
			"validate.txt:%zu: gave %s", row->line,
			outcome_of_answer(&arena, &answer, &faults));
	}
	arena_free(&arena);
}
END_TEST

static const char *
outcome_of_respondent(struct arena *arena, const struct respondent *respondent,
		      const struct faults *faults)
{
	struct str outcome = { .arena = arena };

	if (!faults->count)
		return respondent_json(arena, respondent);
	for (size_t i = 0; i < faults->count; i++)
		str_format(&outcome, "%s%s: %s", i ? ", " : "",
			   faults->items[i].field,
			   word_ids[faults->items[i].word]);
	return outcome.text;
}

/* JSON escapes are the expected ones, so only repetition is undone. */
static const char *
expected_respondent(struct arena *arena, const char *column)
{
	size_t len;
	struct str doubled = { .arena = arena };

	for (; *column; column++) {
		if (*column == '\\')
			str_char(&doubled, '\\');
		str_char(&doubled, *column);
	}
	return case_bytes(arena, doubled.text, &len);
}

START_TEST(takes_or_refuses_a_respondent)
{
	struct arena arena = { 0 };
	struct cases cases = cases_read(&arena, "respondent.txt", 3);

	for (size_t i = 0; i < cases.count; i++) {
		const struct case_row *row = &cases.rows[i];
		struct faults faults = { .arena = &arena };
		struct fields fields = fields_of(&arena, row->columns[1], NULL);
		struct respondent respondent;
		const char *outcome;

		validate_respondent(&fields, &consultation,
				    strcmp(row->columns[0], "file") == 0
					    ? VALIDATE_FILE
					    : VALIDATE_FORM,
				    &respondent, &faults);
		outcome = outcome_of_respondent(&arena, &respondent, &faults);
		ck_assert_msg(strcmp(outcome,
				     expected_respondent(&arena,
							 row->columns[2])) == 0,
			      "respondent.txt:%zu: gave %s", row->line,
			      outcome);
	}
	arena_free(&arena);
}
END_TEST

START_TEST(names_the_field_that_is_not_text)
{
	const struct field items[] = {
		{ "good", "Tŷ", 3 },
		{ "cut", "T\xc5", 2 },
		{ "nul", "a\0b", 3 },
	};
	const struct field *bad = NULL;

	ck_assert(fields_are_text(&(struct fields){ items, 1 }, &bad));
	ck_assert(!fields_are_text(&(struct fields){ items, 3 }, &bad));
	ck_assert_ptr_eq(bad, &items[1]);
	ck_assert(!fields_are_text(&(struct fields){ items + 2, 1 }, &bad));
	ck_assert(!fields_are_text(
		&(struct fields){ &(struct field){ "\xff", "", 0 }, 1 }, &bad));
}
END_TEST

START_TEST(finds_the_first_value_of_a_field)
{
	const struct field items[] = { { "a", "1", 1 }, { "a", "2", 1 } };
	const struct fields fields = { items, 2 };

	ck_assert_ptr_eq(fields_get(&fields, "a"), &items[0]);
	ck_assert_ptr_null(fields_get(&fields, "b"));
}
END_TEST

Suite *
suite_validate(void)
{
	Suite *suite = suite_create("validate");
	TCase *tcase = tcase_create("validate");

	tcase_add_test(tcase, takes_or_refuses_an_answer);
	tcase_add_test(tcase, takes_or_refuses_a_respondent);
	tcase_add_test(tcase, names_the_field_that_is_not_text);
	tcase_add_test(tcase, finds_the_first_value_of_a_field);
	suite_add_tcase(suite, tcase);
	return suite;
}
