#include "suites.h"

#include <string.h>

#include "arena.h"
#include "cases.h"
#include "http.h"

static struct arena arena;

static void
teardown(void)
{
	arena_free(&arena);
}

static struct request
form(const char *body, size_t len)
{
	return (struct request){
		.arena = &arena,
		.method = METHOD_POST,
		.content_type = "application/x-www-form-urlencoded",
		.body = body,
		.body_len = len,
	};
}

static const char *const faults[] = {
	[FIELDS_TYPE] = "type",
	[FIELDS_TOO_LONG] = "too long",
	[FIELDS_MALFORMED] = "malformed",
	[FIELDS_ENCODING] = "encoding",
};

static const char *
outcome(const struct fields *fields, enum fields_fault fault)
{
	struct str text = { .arena = &arena };

	if (fault != FIELDS_FINE)
		return faults[fault];
	str_text(&text, "");
	for (size_t i = 0; i < fields->count; i++)
		str_format(&text, "%s%s=%s;", i ? " " : "",
			   fields->items[i].name, fields->items[i].value);
	return text.text;
}

START_TEST(reads_or_refuses_a_form)
{
	struct cases cases = cases_read(&arena, "form.txt", 2);

	for (size_t i = 0; i < cases.count; i++) {
		const struct case_row *row = &cases.rows[i];
		size_t len, outcome_len;
		char *body = case_bytes(&arena, row->columns[0], &len);
		struct request request = form(body, len);
		struct fields fields;
		enum fields_fault fault = http_fields(&request, &fields);

		ck_assert_msg(strcmp(outcome(&fields, fault),
				     case_bytes(&arena, row->columns[1],
						&outcome_len)) == 0,
			      "form.txt:%zu: gave %s", row->line,
			      outcome(&fields, fault));
	}
}
END_TEST

static const struct {
	const char *type, *encoding;
	enum fields_fault fault;
} types[] = {
	{ "application/x-www-form-urlencoded", NULL, FIELDS_FINE },
	{ "Application/X-WWW-Form-Urlencoded", "identity", FIELDS_FINE },
	{ "application/x-www-form-urlencoded; charset=UTF-8", NULL,
	  FIELDS_FINE },
	{ "application/x-www-form-urlencoded;charset=utf-8", NULL,
	  FIELDS_FINE },
	{ "application/x-www-form-urlencoded; charset=utf-16", NULL,
	  FIELDS_TYPE },
	{ "application/x-www-form-urlencoded", "gzip", FIELDS_TYPE },
	{ "application/x-www-form-urlencodedx", NULL, FIELDS_TYPE },
	{ "multipart/form-data; boundary=x", NULL, FIELDS_TYPE },
	{ "text/plain", NULL, FIELDS_TYPE },
	{ "application/json", NULL, FIELDS_TYPE },
	{ "", NULL, FIELDS_TYPE },
	{ NULL, NULL, FIELDS_TYPE },
};

START_TEST(takes_one_type_of_body_alone)
{
	struct request request = form("a=1", 3);
	struct fields fields;

	request.content_type = types[_i].type;
	request.content_encoding = types[_i].encoding;
	ck_assert_int_eq(http_fields(&request, &fields), types[_i].fault);
}
END_TEST

START_TEST(refuses_a_body_that_is_too_long_or_broke_off)
{
	struct request request = form(NULL, 0);
	struct fields fields;

	ck_assert_int_eq(http_fields(&request, &fields), FIELDS_MALFORMED);
	request.body_too_long = true;
	ck_assert_int_eq(http_fields(&request, &fields), FIELDS_TOO_LONG);
	ck_assert_uint_eq(fields.count, 0);
}
END_TEST

static const struct {
	const char *header, *value;
} cookies[] = {
	{ "draft=abc", "abc" },
	{ "a=1; draft=abc; b=2", "abc" },
	{ "a=1;draft=abc", "abc" },
	{ "draft=abc; draft=def", "abc" },
	{ "draft=", "" },
	{ "xdraft=1; draft2=3", NULL },
	{ "draft", NULL },
	{ "a=draft=1", NULL },
	{ "; ;draft=abc;", "abc" },
	{ "", NULL },
	{ NULL, NULL },
};

START_TEST(finds_a_cookie)
{
	struct request request = { .arena = &arena,
				   .cookie = cookies[_i].header };

	ck_assert_pstr_eq(http_cookie(&request, "draft"), cookies[_i].value);
}
END_TEST

static const struct {
	const char *fetch_site, *origin;
	bool ours;
} senders[] = {
	{ NULL, NULL, true },
	{ "same-origin", NULL, true },
	{ "none", NULL, true },
	{ "same-site", NULL, false },
	{ "cross-site", NULL, false },
	{ NULL, "https://consult.example.org", true },
	{ NULL, "https://Consult.example.org", true },
	{ NULL, "null", true },
	{ "same-origin", "null", true },
	{ "cross-site", "null", false },
	{ NULL, "https://evil.example.org", false },
	{ NULL, "https://consult.example.org.evil.org", false },
	{ NULL, "consult.example.org", false },
	{ "same-origin", "https://evil.example.org", false },
};

START_TEST(tells_our_own_pages_from_others)
{
	struct request request = {
		.arena = &arena,
		.host = "consult.example.org",
		.origin = senders[_i].origin,
		.fetch_site = senders[_i].fetch_site,
	};

	ck_assert_int_eq(http_same_site(&request), senders[_i].ours);
}
END_TEST

static const struct {
	const char *sent, *path;
} paths[] = {
	{ "/consultations/idling", "/consultations/idling" },
	{ "/T%C5%B7%20Ni", "/Tŷ Ni" },
	{ "/a+b", "/a+b" },
	{ "/%252e", "/%2e" },
	{ "/%zz", NULL },
	{ "/%", NULL },
	{ "/%00", NULL },
	{ "/%c0%ae", NULL },
	{ "", "" },
};

START_TEST(decodes_a_path_once)
{
	ck_assert_pstr_eq(http_path(&arena, paths[_i].sent,
				    strlen(paths[_i].sent)),
			  paths[_i].path);
}
END_TEST

#define COUNT(array) ((int)(sizeof(array) / sizeof((array)[0])))

Suite *
suite_http(void)
{
	Suite *suite = suite_create("http");
	TCase *tcase = tcase_create("http");

	tcase_add_checked_fixture(tcase, NULL, teardown);
	tcase_add_test(tcase, reads_or_refuses_a_form);
	tcase_add_loop_test(tcase, takes_one_type_of_body_alone, 0,
			    COUNT(types));
	tcase_add_test(tcase, refuses_a_body_that_is_too_long_or_broke_off);
	tcase_add_loop_test(tcase, finds_a_cookie, 0, COUNT(cookies));
	tcase_add_loop_test(tcase, tells_our_own_pages_from_others, 0,
			    COUNT(senders));
	tcase_add_loop_test(tcase, decodes_a_path_once, 0, COUNT(paths));
	suite_add_tcase(suite, tcase);
	return suite;
}
