#include "letter.h"

#include "app.h"
#include "arena.h"
#include "http.h"
#include "path.h"
#include "session.h"
#include "stated.h"
#include "str.h"
#include "words.h"

/* A letter in the making. */
struct writing {
	const struct session *session;
	enum language language;
	struct str body;
};

static struct writing
writing_new(const struct session *session)
{
	return (struct writing){
		.session = session,
		.language = session->request->address.language,
		.body = { .arena = session->request->arena },
	};
}

static const char *
word_of(const struct writing *writing, enum word word)
{
	return word_in(writing->session->app->words, writing->language, word);
}

static const char *
phrase_of(const struct writing *writing, const struct phrase *phrase)
{
	return phrase_in(phrase, writing->language, NULL);
}

static void
put_paragraph(struct writing *writing, const char *text)
{
	str_format(&writing->body, "%s\n\n", text);
}

static const char *
subject_of(const struct writing *writing, enum word word)
{
	return word_text(writing->body.arena, writing->session->app->words,
			 writing->language, word,
			 phrase_of(writing,
				   &writing->session->consultation->title));
}

struct letter
letter_link(const struct session *session, const char *url, moment until)
{
	struct writing writing = writing_new(session);
	const struct words *words = session->app->words;

	put_paragraph(&writing, word_of(&writing, W_MAIL_LINK_TEXT));
	put_paragraph(&writing,
		      phrase_of(&writing, &session->consultation->title));
	put_paragraph(&writing, url);
	if (!session->draft.reference)
		put_paragraph(&writing,
			      word_text(writing.body.arena, words,
					writing.language, W_KEPT_UNTIL,
					word_date(writing.body.arena, words,
						  writing.language, until)));
	put_paragraph(&writing, word_of(&writing, W_MAIL_LINK_PRIVATE));
	str_format(&writing.body, "%s\n", word_of(&writing, W_MAIL_NOT_YOU));
	return (struct letter){ subject_of(&writing, W_MAIL_LINK_SUBJECT),
				writing.body.text };
}

/* --- a copy ------------------------------------------------------------- */

static void
put_row(struct writing *writing, enum word word, const char *value)
{
	if (value)
		str_format(&writing->body, "%s: %s\n", word_of(writing, word),
			   value);
}

static void
put_respondent(struct writing *writing, const struct answers *answers)
{
	const struct respondent *respondent = &answers->respondent;
	const struct respondent_type *type =
		respondent->type
			? consultation_respondent_type(answers->consultation,
						       respondent->type)
			: NULL;

	put_row(writing, W_ROW_CAPACITY,
		word_of(writing, stated_capacity(respondent->capacity)));
	put_row(writing, W_ROW_ORGANISATION, respondent->organisation);
	put_row(writing, W_ROW_REPRESENTS, respondent->represents);
	put_row(writing, W_ROW_TYPE,
		type ? phrase_of(writing, &type->label) : NULL);
	put_row(writing, W_ROW_NAME, respondent->name);
	put_row(writing, W_ROW_EMAIL, respondent->email);
	put_row(writing, W_ROW_CONTACT,
		word_of(writing, stated_contact(respondent->contact)));
	put_row(writing, W_ROW_CONFIDENTIAL,
		word_of(writing,
			stated_confidential(respondent->confidential)));
	put_row(writing, W_ROW_REASON, respondent->confidential_reason);
	put_row(writing, W_ROW_PUBLISH,
		word_of(writing, stated_publish(respondent->publish)));
	str_text(&writing->body, "\n");
}

/* A row of a matrix, a place of a ranking, an option and what was said to it; or
 * what was written, for people. */
static const char *
value_of(const struct writing *writing, const struct question *question,
	 const struct answer *answer, size_t i)
{
	struct arena *arena = writing->body.arena;
	const char *value = answer->values[i], *label = value;
	const struct option *option =
		value ? question_option(question, value) : NULL;

	if (!value)
		label = word_of(writing, W_NOT_ANSWERED);
	else if (option)
		label = phrase_of(writing, &option->label);
	if (option && option->other && answer->other)
		label = arena_format(arena, "%s: %s", label, answer->other);
	if (question->type == QUESTION_MATRIX)
		return arena_format(arena, "%s: %s",
				    phrase_of(writing,
					      &question->rows[i].label),
				    label);
	if (question->type == QUESTION_RANKING)
		return arena_format(arena, "%zu. %s", i + 1, label);
	if (question->type == QUESTION_DATE)
		return word_day(arena, writing->session->app->words,
				writing->language, value);
	return label;
}

static void
put_answer(struct writing *writing, const struct question *question,
	   const struct answer *answer)
{
	str_format(&writing->body, "%s\n",
		   phrase_of(writing, &question->title));
	if (answer->value_count == 0)
		str_format(&writing->body, "%s\n",
			   word_of(writing, W_NOT_ANSWERED));
	for (size_t i = 0; i < answer->value_count; i++)
		str_format(&writing->body, "%s\n",
			   value_of(writing, question, answer, i));
	str_text(&writing->body, "\n");
}

/* What was asked, and what was answered all the same. */
static void
put_answers(struct writing *writing, const struct answers *answers)
{
	const struct consultation *consultation = answers->consultation;
	struct path path = path_of(writing->body.arena, answers);

	for (size_t i = 0; i < consultation->question_count; i++) {
		const struct question *question = &consultation->questions[i];

		if (path_asks(&path, question) || answers->items[i].value_count)
			put_answer(writing, question, &answers->items[i]);
	}
}

struct letter
letter_copy(const struct session *session, const struct own_response *response,
	    const struct answers *answers)
{
	struct writing writing = writing_new(session);
	const struct consultation *consultation = answers->consultation;

	put_paragraph(&writing, word_of(&writing, W_MAIL_COPY_TEXT));
	put_paragraph(&writing, phrase_of(&writing, &consultation->title));
	put_row(&writing, W_ROW_REFERENCE, response->reference);
	put_row(&writing, W_ROW_RECEIVED,
		word_opening(writing.body.arena, session->app->words,
			     writing.language, response->received_at));
	put_row(&writing, W_ROW_RECEIPT, response->receipt);
	str_text(&writing.body, "\n");
	put_respondent(&writing, answers);
	put_answers(&writing, answers);
	str_format(&writing.body, "%s\n", word_of(&writing, W_MAIL_NOT_YOU));
	return (struct letter){ subject_of(&writing, W_MAIL_COPY_SUBJECT),
				writing.body.text };
}
