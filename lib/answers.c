#include "answers.h"

#include <string.h>

#include "arena.h"
#include "error.h"
#include "json.h"
#include "moment.h"
#include "str.h"

static const char *const capacity_words[] = { "not-stated", "individual",
					      "organisation" };
static const char *const contact_words[] = { "not-stated", "no", "yes" };
static const char *const confidential_words[] = { "not-stated", "no", "yes" };
static const char *const publish_words[] = { "not-stated", "with-name",
					     "without-name", "not-at-all" };

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static bool
word_index(const char *const words[], size_t count, const char *word,
	   size_t *index)
{
	for (size_t i = 0; i < count; i++) {
		if (strcmp(words[i], word) == 0) {
			*index = i;
			return true;
		}
	}
	return false;
}

const char *
capacity_word(enum capacity capacity)
{
	return capacity_words[capacity];
}

const char *
confidential_word(enum confidential confidential)
{
	return confidential_words[confidential];
}

const char *
contact_word(enum may_contact contact)
{
	return contact_words[contact];
}

const char *
publish_word(enum publish publish)
{
	return publish_words[publish];
}

bool
capacity_from_word(const char *word, enum capacity *capacity)
{
	size_t index;

	if (!word_index(capacity_words, COUNT(capacity_words), word, &index))
		return false;
	*capacity = (enum capacity)index;
	return true;
}

bool
confidential_from_word(const char *word, enum confidential *confidential)
{
	size_t index;

	if (!word_index(confidential_words, COUNT(confidential_words), word,
			&index))
		return false;
	*confidential = (enum confidential)index;
	return true;
}

bool
contact_from_word(const char *word, enum may_contact *contact)
{
	size_t index;

	if (!word_index(contact_words, COUNT(contact_words), word, &index))
		return false;
	*contact = (enum may_contact)index;
	return true;
}

bool
publish_from_word(const char *word, enum publish *publish)
{
	size_t index;

	if (!word_index(publish_words, COUNT(publish_words), word, &index))
		return false;
	*publish = (enum publish)index;
	return true;
}

struct answers *
answers_new(struct arena *arena, const struct consultation *consultation)
{
	struct answers *answers = arena_alloc(arena, sizeof(*answers));

	answers->consultation = consultation;
	answers->items = arena_array(arena, consultation->question_count,
				     sizeof(*answers->items));
	return answers;
}

const struct answer *
answers_get(const struct answers *answers, const struct question *question)
{
	return &answers->items[question - answers->consultation->questions];
}

static void
write_rows(struct json_writer *writer, const struct question *question,
	   const struct answer *answer)
{
	json_begin(writer, '{');
	for (size_t i = 0; i < answer->value_count; i++)
		json_pair(writer, question->rows[i].value, answer->values[i]);
	json_end(writer, '}');
}

static bool
is_list(const struct question *question)
{
	return question->type == QUESTION_CHECKBOXES ||
	       question->type == QUESTION_RANKING;
}

static void
write_answer(struct json_writer *writer, struct arena *arena,
	     const struct question *question, const struct answer *answer)
{
	if (answer->value_count == 0)
		return;
	json_key(writer, question->id);
	if (question->type == QUESTION_MATRIX) {
		write_rows(writer, question, answer);
	} else if (is_list(question)) {
		json_begin(writer, '[');
		for (size_t i = 0; i < answer->value_count; i++)
			json_write_text(writer, answer->values[i]);
		json_end(writer, ']');
	} else {
		json_write_text(writer, answer->values[0]);
	}
	json_pair(writer, answers_other_key(arena, question), answer->other);
}

const char *
answers_other_key(struct arena *arena, const struct question *question)
{
	return arena_format(arena, "%s.other", question->id);
}

char *
answers_json(struct arena *arena, const struct answers *answers)
{
	const struct consultation *consultation = answers->consultation;
	struct str out = { .arena = arena };
	struct json_writer writer = { .out = &out };

	json_begin(&writer, '{');
	for (size_t i = 0; i < consultation->question_count; i++)
		write_answer(&writer, arena, &consultation->questions[i],
			     &answers->items[i]);
	json_end(&writer, '}');
	return out.text;
}

static void
write_truth(struct json_writer *writer, const char *key, bool stated,
	    bool truth)
{
	if (!stated)
		return;
	json_key(writer, key);
	json_write_truth(writer, truth);
}

char *
respondent_json(struct arena *arena, const struct respondent *respondent)
{
	struct str out = { .arena = arena };
	struct json_writer writer = { .out = &out };

	json_begin(&writer, '{');
	if (respondent->capacity != CAPACITY_NOT_STATED)
		json_pair(&writer, "capacity",
			  capacity_word(respondent->capacity));
	json_pair(&writer, "organisation", respondent->organisation);
	json_pair(&writer, "represents", respondent->represents);
	json_pair(&writer, "type", respondent->type);
	json_pair(&writer, "name", respondent->name);
	json_pair(&writer, "email", respondent->email);
	write_truth(&writer, "contact",
		    respondent->contact != CONTACT_NOT_STATED,
		    respondent->contact == CONTACT_YES);
	write_truth(&writer, "confidential",
		    respondent->confidential != CONFIDENTIAL_NOT_STATED,
		    respondent->confidential == CONFIDENTIAL_YES);
	json_pair(&writer, "confidential_reason",
		  respondent->confidential_reason);
	if (respondent->publish != PUBLISH_NOT_STATED)
		json_pair(&writer, "publish",
			  publish_word(respondent->publish));
	write_truth(&writer, "trapped", respondent->trapped, true);
	json_end(&writer, '}');
	return out.text;
}

bool
respondent_is_blank(const struct respondent *respondent)
{
	struct arena scratch = { 0 };
	bool blank = strcmp(respondent_json(&scratch, respondent), "{}") == 0;

	arena_free(&scratch);
	return blank;
}

static const struct json *
parse_object(struct arena *arena, const char *json, const char *what,
	     struct error *err)
{
	const struct json *object = json_parse(arena, json, strlen(json), err);

	if (object && object->kind == JSON_MAP)
		return object;
	error_set(err, ERROR_SYSTEM, "the stored %s are not a JSON object",
		  what);
	return NULL;
}

/* A misfit.  Neither the answer nor its value may come into the sentence. */
static bool
refuse_shape(const struct question *question, struct error *err)
{
	return error_set(err, ERROR_SYSTEM,
			 "the stored answer to %s is of another shape",
			 question->id);
}

static bool
refuse_value(const struct question *question, struct error *err)
{
	return error_set(err, ERROR_SYSTEM,
			 "the stored answer to %s is none that its question "
			 "allows",
			 question->id);
}

static bool
is_a_value(const struct question *question, const char *text)
{
	decimal number;
	bool negative;

	if (!text)
		return false;
	if (question->option_count)
		return question_option(question, text);
	if (question->type == QUESTION_DATE)
		return moment_is_date(text);
	return question->type != QUESTION_NUMBER ||
	       decimal_parse(text, DECIMAL_PLACES, &number, &negative) ==
		       DECIMAL_FINE;
}

static bool
read_rows(struct arena *arena, const struct json *stored,
	  const struct question *question, struct answer *answer,
	  struct error *err)
{
	const char **values =
		arena_array(arena, question->row_count, sizeof(*values));

	if (stored->kind != JSON_MAP || !stored->count)
		return refuse_shape(question, err);
	for (size_t i = 0; i < stored->count; i++) {
		const struct option *row =
			question_row(question, stored->keys[i]);
		const char *value = json_text(&stored->items[i]);

		if (!row || !is_a_value(question, value))
			return refuse_value(question, err);
		values[row - question->rows] = value;
	}
	answer->values = values;
	answer->value_count = question->row_count;
	return true;
}

static bool
read_values(struct arena *arena, const struct json *stored,
	    const struct question *question, struct answer *answer,
	    struct error *err)
{
	bool several = is_list(question);
	const struct json *items = several ? stored->items : stored;
	size_t count = several ? stored->count : 1;
	const char **values = arena_array(arena, count, sizeof(*values));

	if (stored->kind != (several ? JSON_LIST : JSON_TEXT))
		return refuse_shape(question, err);
	if (question->type == QUESTION_RANKING &&
	    count != question->option_count)
		return refuse_value(question, err);
	for (size_t i = 0; i < count; i++) {
		values[i] = json_text(&items[i]);
		if (!is_a_value(question, values[i]))
			return refuse_value(question, err);
	}
	answer->values = values;
	answer->value_count = count;
	return true;
}

static bool
read_answer(struct arena *arena, const struct json *object,
	    const struct question *question, struct answer *answer,
	    struct error *err)
{
	const struct json *stored = json_get(object, question->id);
	const struct json *other =
		json_get(object, answers_other_key(arena, question));

	*answer = (struct answer){ .other = json_text(other) };
	if (other && !(answer->other && question_other(question)))
		return refuse_shape(question, err);
	if (!stored)
		return true;
	return question->type == QUESTION_MATRIX
		       ? read_rows(arena, stored, question, answer, err)
		       : read_values(arena, stored, question, answer, err);
}

bool
answers_from_json(struct arena *arena, const char *json,
		  struct answers *answers, struct error *err)
{
	const struct consultation *consultation = answers->consultation;
	const struct json *object = parse_object(arena, json, "answers", err);

	if (!object)
		return false;
	for (size_t i = 0; i < consultation->question_count; i++)
		if (!read_answer(arena, object, &consultation->questions[i],
				 &answers->items[i], err))
			return false;
	return true;
}

/* Whether VALUE (NULL: not stated) is of the shape that is stored. */
static bool
is_truth(const struct json *value)
{
	return !value || value->kind == JSON_TRUTH;
}

bool
respondent_from_json(struct arena *arena, const char *json,
		     struct respondent *respondent, struct error *err)
{
	const struct json *object =
		parse_object(arena, json, "respondent's words", err);
	const struct json *confidential, *contact, *trapped;
	const char *capacity, *publish;

	if (!object)
		return false;
	*respondent = (struct respondent){
		.organisation = json_text(json_get(object, "organisation")),
		.represents = json_text(json_get(object, "represents")),
		.type = json_text(json_get(object, "type")),
		.name = json_text(json_get(object, "name")),
		.email = json_text(json_get(object, "email")),
		.confidential_reason =
			json_text(json_get(object, "confidential_reason")),
	};
	confidential = json_get(object, "confidential");
	contact = json_get(object, "contact");
	trapped = json_get(object, "trapped");
	capacity = json_text(json_get(object, "capacity"));
	publish = json_text(json_get(object, "publish"));
	if (!is_truth(confidential) || !is_truth(contact) ||
	    !is_truth(trapped) ||
	    (capacity &&
	     !capacity_from_word(capacity, &respondent->capacity)) ||
	    (publish && !publish_from_word(publish, &respondent->publish)))
		return error_set(err, ERROR_SYSTEM,
				 "the stored respondent has a word that is "
				 "none of ours");
	if (confidential)
		respondent->confidential = confidential->truth
						   ? CONFIDENTIAL_YES
						   : CONFIDENTIAL_NO;
	if (contact)
		respondent->contact = contact->truth ? CONTACT_YES : CONTACT_NO;
	respondent->trapped = trapped && trapped->truth;
	return true;
}
