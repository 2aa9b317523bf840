#include "suites.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "arena.h"
#include "coding/codeframe.h"
#include "coding/store_coding.h"
#include "database.h"
#include "db.h"
#include "digest.h"
#include "error.h"
#include "moment.h"
#include "report/store_tally.h"
#include "sample.h"
#include "store_consultation.h"
#include "store_response.h"
#include "str.h"

static struct arena arena;
static struct error err;
static struct db *keyer, *analyst, *publisher;
static const struct consultation *open_now;

#define OK(call) ck_assert_msg((call), "%s", err.text)

static void
begin(void)
{
	keyer = sample_db("greenpaper_keyer");
	analyst = sample_db("greenpaper_analyst");
	publisher = sample_db("greenpaper_publisher");
	open_now = sample_open(&arena);
}

static void
end(void)
{
	db_close(keyer);
	db_close(analyst);
	db_close(publisher);
	arena_free(&arena);
}

static struct answers *
receive(const char *approval, const char *why, const char *routes)
{
	struct answers *answers =
		sample_answers(&arena, open_now, approval, why, routes);

	sample_receive(keyer, answers, LANGUAGE_EN);
	return answers;
}

/* --- answers to code ---------------------------------------------------- */

struct texts {
	int64_t ids[16];
	struct str said;
	size_t count;
};

static bool
write_down(void *context, const struct stored_text *text, struct error *error)
{
	struct texts *texts = context;

	(void)error;
	texts->ids[texts->count++] = text->response;
	str_format(&texts->said, "%s %s: %s\n",
		   language_code(text->answer.language),
		   text->answer.choices ? text->answer.choices : "-",
		   text->answer.text);
	return true;
}

static struct texts
read_texts(void)
{
	struct texts texts = { .said = { .arena = &arena } };

	str_text(&texts.said, "");
	OK(store_text_each(analyst, open_now->slug,
			   consultation_question(open_now, "approval_why"),
			   write_down, &texts, &err));
	return texts;
}

START_TEST(reads_texts_in_the_order_of_their_bytes)
{
	struct texts texts;

	sample_receive(keyer,
		       sample_answers(&arena, open_now, NULL, "same", "road"),
		       LANGUAGE_EN);
	sample_receive(keyer,
		       sample_answers(&arena, open_now, NULL, "same", NULL),
		       LANGUAGE_CY);
	receive("agree", "Ŵ", NULL);
	receive("agree", "z", NULL);
	receive("agree", NULL, NULL);
	receive("agree", "Z", NULL);
	texts = read_texts();
	ck_assert_str_eq(texts.said.text,
			 "en agree: Z\ncy -: same\nen -: same\nen agree: z\n"
			 "en agree: Ŵ\n");
}
END_TEST

/* --- codings ------------------------------------------------------------ */

static struct coding_reason reasons[] = { { 0, 4 }, { 10, 12 } };
static struct coded_theme cost[] = { { "cost", reasons, 2 } };
static struct coded_theme cost_and_care[] = { { "care", reasons + 1, 1 },
					      { "cost", reasons, 1 } };
static struct coded_theme other[] = { { CODEFRAME_OTHER, NULL, 0 } };

/* Code the texts in their order with the given themes. */
static bool
save(const struct texts *texts, const struct coded_answer *answers,
     const char *source)
{
	struct codeframe codeframe = { .consultation = open_now->slug,
				       .reviewed_by = "A. Officer" };
	struct coded_question question = { .id = "approval_why",
					   .responses = texts->ids,
					   .answers = answers,
					   .count = texts->count };
	struct stored_coding coding = { .codeframe = &codeframe,
					.source = source,
					.source_len = strlen(source),
					.questions = &question,
					.question_count = 1 };

	ck_assert_int_eq(moment_parse_date("2014-06-02",
					   &codeframe.reviewed_on),
			 MOMENT_FINE);
	return store_coding_save(analyst, &coding, &err);
}

static char *
tallies(enum tally_kind kind)
{
	struct str said = { .arena = &arena };
	struct tallies list;

	OK(store_tally_list(publisher, &arena, open_now->slug, kind, &list,
			    &err));
	str_text(&said, "");
	for (size_t i = 0; i < list.count; i++) {
		const struct tally *tally = &list.items[i];

		str_format(&said, "%s %s %s %zu\n",
			   tally->question ? tally->question : "-",
			   tally->theme ? tally->theme : "-",
			   tally->value ? tally->value : "-", tally->count);
	}
	return said.text;
}

START_TEST(a_codeframe_is_stored_with_its_codings)
{
	struct coded_answer answers[] = { { cost_and_care, 2 }, { cost, 1 } };
	struct stored_codeframe stored;
	struct texts texts;
	moment day;

	receive("agree", "Cost what it may cost", NULL);
	receive("agree", "Dear me, how dear", NULL);
	texts = read_texts();
	ck_assert(!store_codeframe_get(publisher, &arena, open_now->slug,
				       &stored, &err));
	ck_assert_int_eq(err.kind, ERROR_MISSING);
	OK(save(&texts, answers, "the file"));
	OK(store_codeframe_get(publisher, &arena, open_now->slug, &stored,
			       &err));
	ck_assert_str_eq(stored.source, "the file");
	ck_assert_uint_eq(stored.source_len, 8);
	ck_assert_str_eq(stored.reviewed_by, "A. Officer");
	moment_parse_date("2014-06-02", &day);
	ck_assert_int_eq(stored.reviewed_on, day);
	ck_assert_str_eq(stored.sha256, digest_hex(&arena, "the file", 8));
	ck_assert_str_eq(tallies(TALLY_THEME), "approval_why care - 1\n"
					       "approval_why cost - 2\n");
}
END_TEST

START_TEST(the_newest_codeframe_counts_alone)
{
	struct coded_answer first[] = { { cost, 1 } };
	struct coded_answer second[] = { { other, 1 } };
	struct texts texts;

	receive("agree", "dear", NULL);
	texts = read_texts();
	OK(save(&texts, first, "1"));
	OK(save(&texts, second, "2"));
	ck_assert_str_eq(tallies(TALLY_THEME), "approval_why other - 1\n");
}
END_TEST

START_TEST(codings_that_fail_leave_no_codeframe)
{
	struct coded_answer twice[] = { { cost, 1 }, { cost, 1 } };
	struct stored_codeframe stored;
	struct texts texts;

	receive("agree", "dear", NULL);
	texts = read_texts();
	texts.ids[1] = texts.ids[0];
	texts.count = 2;
	ck_assert(!save(&texts, twice, "x"));
	ck_assert_int_eq(err.kind, ERROR_INPUT);
	ck_assert(!store_codeframe_get(publisher, &arena, open_now->slug,
				       &stored, &err));
	texts.count = 1;
	OK(save(&texts, twice, "x"));
}
END_TEST

START_TEST(more_codings_than_go_in_one_batch_are_all_stored)
{
	enum { COUNT = 2501 };
	struct coded_theme *themes =
		arena_array(&arena, COUNT, sizeof(*themes));
	struct coded_answer answer = { themes, COUNT };
	struct texts texts;

	for (int i = 0; i < COUNT; i++)
		themes[i].id = arena_format(&arena, "theme-%d", i);
	receive("agree", "everything", NULL);
	texts = read_texts();
	OK(save(&texts, &answer, "x"));
	ck_assert_str_eq(database_ask(&arena,
				      arena_format(&arena,
						   "select count(*) from "
						   "coding where response_id = "
						   "%lld",
						   (long long)texts.ids[0])),
			 "2501");
}
END_TEST

START_TEST(a_saved_codeframe_is_sealed)
{
	struct coded_answer answers[] = { { cost, 1 } };
	struct texts texts;
	bool fine;
	char *said;

	receive("agree", "dear", NULL);
	texts = read_texts();
	OK(save(&texts, answers, "x"));
	said = database_ask_as(
		&arena, "greenpaper_analyst",
		arena_format(&arena,
			     "insert into coding select max(id), %lld, "
			     "'approval_why', 'more', '{}' from codeframe",
			     (long long)texts.ids[0]),
		&fine);
	ck_assert(!fine);
	ck_assert_ptr_nonnull(strstr(said, "together with their codeframe"));
}
END_TEST

START_TEST(a_response_of_another_consultation_is_not_coded)
{
	struct coded_answer answers[] = { { cost, 1 } };
	struct texts texts;

	receive("agree", "dear", NULL);
	texts = read_texts();
	open_now = sample_open(&arena);
	ck_assert(!save(&texts, answers, "x"));
	ck_assert_int_eq(err.kind, ERROR_INPUT);
	ck_assert_str_eq(err.text, "a codeframe codes responses of its own "
				   "consultation only");
}
END_TEST

/* --- what may be published ---------------------------------------------- */

START_TEST(counts_who_answered_and_what_they_chose)
{
	struct answers *answers;

	receive("agree", "a", "road,rail");
	receive("agree", NULL, "rail");
	receive("disagree", "b", NULL);
	answers = sample_answers(&arena, open_now, NULL, NULL, "none");
	answers->respondent =
		(struct respondent){ .capacity = CAPACITY_ORGANISATION,
				     .type = "la" };
	sample_receive(keyer, answers, LANGUAGE_EN);
	answers->respondent = (struct respondent){ 0 };
	sample_receive(keyer, answers, LANGUAGE_EN);

	ck_assert_str_eq(tallies(TALLY_ANSWERED), "approval - - 3\n"
						  "approval_why - - 2\n"
						  "routes - - 4\n");
	ck_assert_str_eq(tallies(TALLY_OPTION), "approval - agree 2\n"
						"approval - disagree 1\n"
						"routes - none 2\n"
						"routes - rail 2\n"
						"routes - road 1\n");
	ck_assert_str_eq(tallies(TALLY_CAPACITY), "- - individual 3\n"
						  "- - organisation 1\n"
						  "- - - 1\n");
	ck_assert_str_eq(tallies(TALLY_TYPE), "- - carer 3\n"
					      "- - la 1\n"
					      "- - - 1\n");
}
END_TEST

START_TEST(splits_themes_by_the_answer_they_explain)
{
	struct coded_answer answers[] = { { cost, 1 },
					  { cost_and_care, 2 },
					  { cost, 1 } };
	struct texts texts;

	receive("agree", "a", NULL);
	receive("disagree", "b", NULL);
	receive(NULL, "c", NULL);
	texts = read_texts();
	OK(save(&texts, answers, "x"));
	ck_assert_str_eq(tallies(TALLY_SPLIT), "approval_why care disagree 1\n"
					       "approval_why cost agree 1\n"
					       "approval_why cost disagree 1\n"
					       "approval_why cost - 1\n");
}
END_TEST

START_TEST(counts_long_answers_without_a_theme)
{
	struct coded_answer answers[] = { { cost, 1 } };
	struct texts texts;

	receive("agree", "a", NULL);
	ck_assert_str_eq(tallies(TALLY_UNCODED), "approval_why - - 1\n");
	texts = read_texts();
	OK(save(&texts, answers, "x"));
	ck_assert_str_eq(tallies(TALLY_UNCODED), "approval_why - - 0\n");
	receive("agree", "b", NULL);
	ck_assert_str_eq(tallies(TALLY_UNCODED), "approval_why - - 1\n");
}
END_TEST

/* Every combination of consent and confidentiality; those that may be quoted say
 * so in their text. */
START_TEST(quotes_those_alone_who_consented_and_are_not_confidential)
{
	struct coded_answer answers[12];
	struct quotations quotations;
	struct texts texts;

	for (int i = 0; i < 12; i++) {
		enum publish publish = (enum publish)(i % 4);
		enum confidential confidential = (enum confidential)(i / 4);
		bool may = confidential == CONFIDENTIAL_NO &&
			   (publish == PUBLISH_WITH_NAME ||
			    publish == PUBLISH_WITHOUT_NAME);
		struct answers *said =
			sample_answers(&arena, open_now, "agree",
				       arena_format(&arena, "%02d %s", i,
						    may ? "may" : "must not"),
				       NULL);

		said->respondent.publish = publish;
		said->respondent.confidential = confidential;
		sample_receive(keyer, said, LANGUAGE_CY);
		answers[i] = (struct coded_answer){ cost, 1 };
	}
	texts = read_texts();
	ck_assert_uint_eq(texts.count, 12);
	OK(save(&texts, answers, "x"));

	OK(store_quotation_list(publisher, &arena, open_now->slug,
				"approval_why", &quotations, &err));
	ck_assert_uint_eq(quotations.count, 2);
	ck_assert_str_eq(quotations.items[0].text, "05 may");
	ck_assert_int_eq(quotations.items[0].publish, PUBLISH_WITH_NAME);
	ck_assert_str_eq(quotations.items[1].text, "06 may");
	ck_assert_int_eq(quotations.items[1].publish, PUBLISH_WITHOUT_NAME);
}
END_TEST

/* Whether the answer may be quoted: "no" and "yes" at its start. */
static const struct {
	enum publish publish;
	const char *name, *organisation, *text;
} tellings[] = {
	{ PUBLISH_WITHOUT_NAME, "Jane Smith", NULL, "yes, it costs too much" },
	{ PUBLISH_WITHOUT_NAME, "Jane Smith", NULL, "no: yours, J. SMITH" },
	{ PUBLISH_WITHOUT_NAME, "Siân Wyn", NULL, "no: Siân ydw i" },
	{ PUBLISH_WITHOUT_NAME, "Jo Li", NULL, "no: I, Jo Li, disagree" },
	{ PUBLISH_WITHOUT_NAME, "Ann (Mrs)", NULL, "yes: planning is slow" },
	{ PUBLISH_WITHOUT_NAME, NULL, "Glan Trust", "no: at Glan trust we" },
	{ PUBLISH_WITHOUT_NAME, NULL, "Glan Trust", "yes: trust is what we" },
	{ PUBLISH_WITHOUT_NAME, ".*", NULL, "yes: a name is no pattern" },
	{ PUBLISH_WITH_NAME, "Jane Smith", NULL, "yes: yours, Jane Smith" },
	{ PUBLISH_WITH_NAME, NULL, NULL, "no: write to jane@example.org." },
	{ PUBLISH_WITH_NAME, NULL, NULL, "no: ring 07700 900123 at six" },
	{ PUBLISH_WITH_NAME, NULL, NULL, "no: ring +44 (0)20 7946 0000" },
	{ PUBLISH_WITH_NAME, NULL, NULL, "no: ring (029)2018-0000" },
	{ PUBLISH_WITH_NAME, NULL, NULL, "yes: in 2013-14, 2,000,000,000" },
	{ PUBLISH_WITH_NAME, NULL, NULL, "yes: 12 @ £4.50 is too much" },
};
enum { TELLINGS = sizeof(tellings) / sizeof(tellings[0]) };

START_TEST(quotes_nothing_that_names_its_writer_or_tells_how_to_reach_them)
{
	struct coded_answer answers[TELLINGS];
	struct quotations quotations;
	struct texts texts;
	size_t may = 0;

	for (size_t i = 0; i < TELLINGS; i++) {
		struct answers *said = sample_answers(&arena, open_now, "agree",
						      tellings[i].text, NULL);

		said->respondent.publish = tellings[i].publish;
		said->respondent.confidential = CONFIDENTIAL_NO;
		said->respondent.name = tellings[i].name;
		said->respondent.organisation = tellings[i].organisation;
		sample_receive(keyer, said, LANGUAGE_EN);
		answers[i] = (struct coded_answer){ cost, 1 };
		may += strncmp(tellings[i].text, "yes", 3) == 0;
	}
	texts = read_texts();
	OK(save(&texts, answers, "x"));
	OK(store_quotation_list(publisher, &arena, open_now->slug,
				"approval_why", &quotations, &err));
	for (size_t i = 0; i < quotations.count; i++)
		ck_assert_msg(strncmp(quotations.items[i].text, "yes", 3) == 0,
			      "quotes: %s", quotations.items[i].text);
	ck_assert_uint_eq(quotations.count, may);
}
END_TEST

START_TEST(a_quotation_says_who_speaks_and_why_it_is_shown)
{
	struct coded_answer answers[] = { { cost_and_care, 2 } };
	const struct quotation *quotation;
	struct quotations quotations;
	struct texts texts;

	sample_receive(keyer,
		       sample_answers(&arena, open_now, NULL,
				      "Drud, a\ndrud \"iawn\"", NULL),
		       LANGUAGE_CY);
	texts = read_texts();
	OK(save(&texts, answers, "x"));
	OK(store_quotation_list(publisher, &arena, open_now->slug,
				"approval_why", &quotations, &err));
	ck_assert_uint_eq(quotations.count, 2);
	quotation = &quotations.items[0];
	ck_assert_str_eq(quotation->theme, "care");
	ck_assert_str_eq(quotation->text, "Drud, a\ndrud \"iawn\"");
	ck_assert_int_eq(quotation->language, LANGUAGE_CY);
	ck_assert_int_eq(quotation->capacity, CAPACITY_INDIVIDUAL);
	ck_assert_str_eq(quotation->type, "carer");
	ck_assert_uint_eq(quotation->reason_count, 1);
	ck_assert_uint_eq(quotation->reasons[0].start, 10);
	ck_assert_uint_eq(quotation->reasons[0].end, 12);
	OK(store_quotation_list(publisher, &arena, open_now->slug, "place",
				&quotations, &err));
	ck_assert_uint_eq(quotations.count, 0);
}
END_TEST

Suite *
suite_store_coding(void)
{
	Suite *suite = suite_create("store_coding");
	TCase *tcase = tcase_create("store_coding");

	tcase_set_timeout(tcase, 20);
	tcase_add_unchecked_fixture(tcase, database_new, database_drop);
	tcase_add_checked_fixture(tcase, begin, end);
	tcase_add_test(tcase, reads_texts_in_the_order_of_their_bytes);
	tcase_add_test(tcase, a_codeframe_is_stored_with_its_codings);
	tcase_add_test(tcase, the_newest_codeframe_counts_alone);
	tcase_add_test(tcase, codings_that_fail_leave_no_codeframe);
	tcase_add_test(tcase, more_codings_than_go_in_one_batch_are_all_stored);
	tcase_add_test(tcase, a_saved_codeframe_is_sealed);
	tcase_add_test(tcase, a_response_of_another_consultation_is_not_coded);
	tcase_add_test(tcase, counts_who_answered_and_what_they_chose);
	tcase_add_test(tcase, splits_themes_by_the_answer_they_explain);
	tcase_add_test(tcase, counts_long_answers_without_a_theme);
	tcase_add_test(
		tcase,
		quotes_those_alone_who_consented_and_are_not_confidential);
	tcase_add_test(
		tcase,
		quotes_nothing_that_names_its_writer_or_tells_how_to_reach_them);
	tcase_add_test(tcase, a_quotation_says_who_speaks_and_why_it_is_shown);
	suite_add_tcase(suite, tcase);
	return suite;
}
