#include "suites.h"

#include <string.h>

#include "app.h"
#include "http.h"
#include "route.h"
#include "visitor.h"

static struct response
answer(enum method method, const char *path)
{
	struct request request = visitor_request(path);
	struct response response = { .body = { .arena = &arena } };

	request.method = method;
	request.content_type = "application/x-www-form-urlencoded";
	request.body = "";
	route_answer(visitor_app(), &request, &response);
	return response;
}

static const struct {
	enum method method;
	const char *path;
	int status;
	const char *allow;
} requests[] = {
	{ METHOD_GET, NULL, 400, NULL },
	{ METHOD_GET, "/", 404, NULL },
	{ METHOD_POST, "/nowhere", 404, NULL },
	{ METHOD_OTHER, "/nowhere", 404, NULL },
	{ METHOD_GET, "/consultations", 200, NULL },
	{ METHOD_HEAD, "/consultations", 200, NULL },
	{ METHOD_POST, "/consultations", 405, "GET, HEAD" },
	{ METHOD_OTHER, "/consultations", 405, "GET, HEAD" },
	{ METHOD_GET, "/consultations/idling", 200, NULL },
	{ METHOD_POST, "/consultations/idling", 405, "GET, HEAD" },
	{ METHOD_GET, "/consultations/idling/questions", 200, NULL },
	{ METHOD_POST, "/consultations/idling/questions", 405, "GET, HEAD" },
	{ METHOD_GET, "/consultations/idling/privacy", 200, NULL },
	{ METHOD_GET, "/consultations/idling/documents/none.pdf", 404, NULL },
	{ METHOD_GET, "/consultations/idling/respond", 405, "POST" },
	{ METHOD_HEAD, "/consultations/idling/respond", 405, "POST" },
	{ METHOD_POST, "/consultations/idling/respond", 303, NULL },
	{ METHOD_OTHER, "/consultations/idling/respond/about", 405,
	  "GET, HEAD, POST" },
	{ METHOD_OTHER, "/consultations/idling/check", 405, "GET, HEAD, POST" },
	{ METHOD_GET, "/consultations/idling/done/0", 404, NULL },
	{ METHOD_POST, "/consultations/idling/done/0", 405, "GET, HEAD" },
};

START_TEST(finds_the_page_for_an_address_and_a_method)
{
	const struct response response =
		answer(requests[_i].method, requests[_i].path);

	ck_assert_int_eq(response.status, requests[_i].status);
	ck_assert_pstr_eq(response.allow, requests[_i].allow);
}
END_TEST

START_TEST(head_is_get)
{
	const struct response get = answer(METHOD_GET, "/consultations");
	const struct response head = answer(METHOD_HEAD, "/consultations");

	ck_assert_str_eq(get.body.text, head.body.text);
}
END_TEST

START_TEST(speaks_welsh_even_where_nothing_is)
{
	const struct response response =
		answer(METHOD_GET, "/consultations/idling/nothing.cy");

	ck_assert_int_eq(response.status, 404);
	ck_assert_ptr_nonnull(strstr(response.body.text, "<html lang=\"cy\""));
}
END_TEST

Suite *
suite_route(void)
{
	Suite *suite = suite_create("route");
	TCase *tcase = tcase_create("route");

	tcase_add_unchecked_fixture(tcase, visitor_publish, visitor_drop);
	tcase_add_checked_fixture(tcase, visitor_start, visitor_stop);
	tcase_add_loop_test(tcase, finds_the_page_for_an_address_and_a_method,
			    0, sizeof(requests) / sizeof(requests[0]));
	tcase_add_test(tcase, head_is_get);
	tcase_add_test(tcase, speaks_welsh_even_where_nothing_is);
	suite_add_tcase(suite, tcase);
	return suite;
}
