#include "suites.h"

#include <string.h>

#include "address.h"
#include "arena.h"
#include "cases.h"
#include "http.h"
#include "str.h"

static struct arena arena;

static void
teardown(void)
{
	arena_free(&arena);
}

static const char *const places[] = {
	[PLACE_LIST] = "list",		 [PLACE_CONSULTATION] = "consultation",
	[PLACE_QUESTIONS] = "questions", [PLACE_PRIVACY] = "privacy",
	[PLACE_DOCUMENT] = "document",	 [PLACE_START] = "start",
	[PLACE_RESPOND] = "respond",	 [PLACE_CHECK] = "check",
	[PLACE_DONE] = "done",		 [PLACE_SAVED] = "saved",
	[PLACE_DELETE] = "delete",	 [PLACE_RESPONSE] = "response",
	[PLACE_WITHDRAW] = "withdraw",	 [PLACE_RETURN] = "return",
	[PLACE_LINK] = "link",		 [PLACE_COUNT] = "none",
};

static const char *
outcome(const struct address *address)
{
	struct str text = { .arena = &arena };
	const struct {
		char letter;
		const char *value;
	} parts[] = {
		{ 's', address->slug },	 { 'h', address->handle },
		{ 'i', address->id },	 { 'n', address->name },
		{ 't', address->token },
	};

	str_format(&text, "%s %s", places[address->place],
		   language_code(address->language));
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		if (parts[i].value)
			str_format(&text, " %c=%s", parts[i].letter,
				   parts[i].value);
	str_text(&text, address->change ? " change" : "");
	return text.text;
}

START_TEST(reads_paths_and_writes_them_again)
{
	struct cases cases = cases_read(&arena, "address.txt", 2);

	for (size_t i = 0; i < cases.count; i++) {
		const struct case_row *row = &cases.rows[i];
		size_t len, outcome_len;
		char *path = case_bytes(&arena, row->columns[0], &len);
		char *expected =
			case_bytes(&arena, row->columns[1], &outcome_len);
		struct address address;
		char *written;

		if (address_read(&arena, path, &address)) {
			written = address_path(&arena, &address);
			ck_assert_str_eq(http_path(&arena, written,
						   strlen(written)),
					 path);
		}
		ck_assert_msg(strcmp(outcome(&address), expected) == 0,
			      "address.txt:%zu: gave %s", row->line,
			      outcome(&address));
	}
}
END_TEST

START_TEST(encodes_what_a_path_may_not_hold)
{
	const struct address address = { .place = PLACE_DOCUMENT,
					 .slug = "idling",
					 .name = "a b%?#\"<ŷ.pdf" };

	ck_assert_str_eq(address_path(&arena, &address),
			 "/consultations/idling/documents/"
			 "a%20b%25%3F%23%22%3C%C5%B7.pdf");
}
END_TEST

START_TEST(leaves_a_handle_out_where_the_place_has_none)
{
	const struct address address = { .place = PLACE_LINK,
					 .slug = "idling",
					 .handle = "0abc",
					 .token = "1x2y" };

	ck_assert_str_eq(address_path(&arena, &address),
			 "/consultations/idling/return/1x2y");
}
END_TEST

Suite *
suite_address(void)
{
	Suite *suite = suite_create("address");
	TCase *tcase = tcase_create("address");

	tcase_add_checked_fixture(tcase, NULL, teardown);
	tcase_add_test(tcase, reads_paths_and_writes_them_again);
	tcase_add_test(tcase, encodes_what_a_path_may_not_hold);
	tcase_add_test(tcase, leaves_a_handle_out_where_the_place_has_none);
	suite_add_tcase(suite, tcase);
	return suite;
}
