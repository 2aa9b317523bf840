#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "error.h"
#include "token.h"

static const struct token_key key = { "a key for tests, 32 bytes long.." };
static const struct token_key other_key = {
	"b key for tests, 32 bytes long.."
};
static const unsigned char hash[HASH_BYTES] = "hash of a draft";
static const unsigned char other_hash[HASH_BYTES] = "hash of another";
static const moment noon = 1371297600;
static const char uuid[] = "0188f0e2-5a31-7c3e-9f00-00ff8090a0b1";

START_TEST(a_handle_comes_back_from_its_text)
{
	unsigned char handle[HANDLE_BYTES], back[HANDLE_BYTES];
	char text[HANDLE_TEXT + 1];

	for (size_t i = 0; i < HANDLE_BYTES; i++)
		handle[i] = (unsigned char)(_i * 37 + (int)i * 101);
	handle_text(handle, text);
	ck_assert_uint_eq(strlen(text), HANDLE_TEXT);
	ck_assert(handle_read(text, back));
	ck_assert_mem_eq(handle, back, HANDLE_BYTES);
}
END_TEST

START_TEST(a_handle_is_written_in_crockfords_symbols)
{
	unsigned char handle[HANDLE_BYTES];
	char text[HANDLE_TEXT + 1];

	memset(handle, 0, sizeof(handle));
	handle_text(handle, text);
	ck_assert_str_eq(text, "00000000000000000000000000");
	memset(handle, 0xff, sizeof(handle));
	handle_text(handle, text);
	ck_assert_str_eq(text, "zzzzzzzzzzzzzzzzzzzzzzzzzw");
}
END_TEST

static const char *const no_handles[] = {
	"",
	"0000000000000000000000000",   /* short */
	"000000000000000000000000000", /* long */
	"00000000000000000000000001",  /* bits past the end */
	"O0000000000000000000000000",  /* upper case */
	"i0000000000000000000000000",  /* no such symbol */
	"000000000000-0000000000000",
	"\xc5\xb7"
	"000000000000000000000000",
};

START_TEST(refuses_what_is_not_a_handle)
{
	unsigned char handle[HANDLE_BYTES];

	ck_assert(!handle_read(no_handles[_i], handle));
}
END_TEST

START_TEST(a_hash_is_sha_256_of_the_handle)
{
	static const unsigned char zeros[HANDLE_BYTES];
	static const unsigned char expected[] = {
		0x37, 0x47, 0x08, 0xff, 0xf7, 0x71, 0x9d, 0xd5,
		0x97, 0x9e, 0xc8, 0x75, 0xd5, 0x6c, 0xd2, 0x28,
		0x6f, 0x6d, 0x3c, 0xf7, 0xec, 0x31, 0x7a, 0x3b,
		0x25, 0x63, 0x2a, 0xab, 0x28, 0xec, 0x37, 0xbb,
	};
	unsigned char result[HASH_BYTES];

	handle_hash(zeros, result);
	ck_assert_mem_eq(result, expected, HASH_BYTES);
}
END_TEST

static const struct token_claim claim = { "check", hash, "idling", 3 };

START_TEST(a_token_is_good_for_its_claim)
{
	char text[TOKEN_TEXT + 1];

	token_make(&key, &claim, noon, text);
	ck_assert_uint_eq(strlen(text), TOKEN_TEXT);
	ck_assert_int_eq(token_check(&key, &claim, noon, text), TOKEN_GOOD);
	ck_assert_int_eq(token_check(&key, &claim, noon + TOKEN_AGE_MAX_S,
				     text),
			 TOKEN_GOOD);
}
END_TEST

START_TEST(a_token_expires)
{
	char text[TOKEN_TEXT + 1];

	token_make(&key, &claim, noon, text);
	ck_assert_int_eq(token_check(&key, &claim, noon + TOKEN_AGE_MAX_S + 1,
				     text),
			 TOKEN_EXPIRED);
}
END_TEST

static const struct token_claim other_claims[] = {
	{ "respond", hash, "idling", 3 }, { "check", other_hash, "idling", 3 },
	{ "check", NULL, "idling", 3 },	  { "check", hash, "parking", 3 },
	{ "check", hash, "idling", 4 },	  { "checki", hash, "dling", 3 },
};

START_TEST(a_token_is_good_for_no_other_claim)
{
	char text[TOKEN_TEXT + 1];

	token_make(&key, &claim, noon, text);
	ck_assert_int_eq(token_check(&key, &other_claims[_i], noon, text),
			 TOKEN_FALSE);
}
END_TEST

START_TEST(a_token_of_another_installation_is_false)
{
	char text[TOKEN_TEXT + 1];

	token_make(&other_key, &claim, noon, text);
	ck_assert_int_eq(token_check(&key, &claim, noon, text), TOKEN_FALSE);
}
END_TEST

START_TEST(a_token_with_one_symbol_changed_is_false)
{
	char text[TOKEN_TEXT + 1];

	token_make(&key, &claim, noon, text);
	text[_i] = text[_i] == '0' ? '1' : '0';
	ck_assert_int_eq(token_check(&key, &claim, noon, text), TOKEN_FALSE);
}
END_TEST

START_TEST(a_token_cut_or_drawn_out_is_false)
{
	char text[TOKEN_TEXT + 2];
	static char endless[2000 * TOKEN_TEXT];

	ck_assert_int_eq(token_check(&key, &claim, noon, ""), TOKEN_FALSE);
	token_make(&key, &claim, noon, text);
	text[TOKEN_TEXT] = '0';
	text[TOKEN_TEXT + 1] = '\0';
	ck_assert_int_eq(token_check(&key, &claim, noon, text), TOKEN_FALSE);
	text[TOKEN_TEXT - 1] = '\0';
	ck_assert_int_eq(token_check(&key, &claim, noon, text), TOKEN_FALSE);
	memset(endless, '0', sizeof(endless) - 1);
	ck_assert_int_eq(token_check(&key, &claim, noon, endless), TOKEN_FALSE);
	endless[TOKEN_TEXT] = '\0';
	ck_assert_int_eq(token_check(&key, &claim, noon, endless), TOKEN_FALSE);
}
END_TEST

START_TEST(a_receipt_comes_back_as_its_submission)
{
	char text[RECEIPT_TEXT + 1], back[UUID_TEXT + 1];

	ck_assert(receipt_make(&key, uuid, text));
	ck_assert_uint_eq(strlen(text), RECEIPT_TEXT);
	ck_assert(receipt_read(&key, text, back));
	ck_assert_str_eq(back, uuid);
}
END_TEST

START_TEST(a_receipt_cannot_be_guessed)
{
	char text[RECEIPT_TEXT + 1], back[UUID_TEXT + 1];

	receipt_make(&key, uuid, text);
	ck_assert(!receipt_read(&other_key, text, back));
	text[_i] = text[_i] == '0' ? '1' : '0';
	ck_assert(!receipt_read(&key, text, back));
	ck_assert(!receipt_read(&key, "", back));
}
END_TEST

static const char *const no_uuids[] = {
	"",
	"0188f0e2-5a31-7c3e-9f00-00ff8090a0b",
	"0188F0E2-5a31-7c3e-9f00-00ff8090a0b1",
	"0188f0e2x5a31-7c3e-9f00-00ff8090a0b1",
	"0188f0e2-5a31-7c3e-9f00-00ff8090a0bg",
};

START_TEST(makes_no_receipt_of_what_is_not_a_uuid)
{
	char text[RECEIPT_TEXT + 1];

	ck_assert(!receipt_make(&key, no_uuids[_i], text));
}
END_TEST

static char folder[64], path[128];

static void
make_folder(void)
{
	strcpy(folder, "/tmp/greenpaper-key-XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/key", folder);
}

static void
remove_folder(void)
{
	unlink(path);
	rmdir(folder);
}

START_TEST(a_key_is_made_once_and_kept_for_its_owner)
{
	struct token_key one, two;
	struct error err;
	struct stat status;

	ck_assert(token_key_load(path, &one, &err));
	ck_assert(token_key_load(path, &two, &err));
	ck_assert_mem_eq(&one, &two, sizeof(one));
	ck_assert_int_eq(stat(path, &status), 0);
	ck_assert_int_eq(status.st_mode & 0777, 0600);
}
END_TEST

START_TEST(a_key_that_others_may_read_is_refused)
{
	struct token_key made;
	struct error err;

	ck_assert(token_key_load(path, &made, &err));
	ck_assert_int_eq(chmod(path, 0640), 0);
	ck_assert(!token_key_load(path, &made, &err));
	ck_assert_int_eq(err.kind, ERROR_SYSTEM);
	ck_assert_ptr_nonnull(strstr(err.text, "chmod 600"));
}
END_TEST

START_TEST(a_key_of_another_size_is_refused)
{
	struct token_key made;
	struct error err;

	ck_assert(token_key_load(path, &made, &err));
	ck_assert_int_eq(truncate(path, 31), 0);
	ck_assert(!token_key_load(path, &made, &err));
	ck_assert_ptr_nonnull(strstr(err.text, path));
}
END_TEST

#define COUNT(array) ((int)(sizeof(array) / sizeof((array)[0])))

static TCase *
texts(void)
{
	TCase *tcase = tcase_create("texts");

	tcase_add_loop_test(tcase, a_handle_comes_back_from_its_text, 0, 20);
	tcase_add_test(tcase, a_handle_is_written_in_crockfords_symbols);
	tcase_add_loop_test(tcase, refuses_what_is_not_a_handle, 0,
			    COUNT(no_handles));
	tcase_add_test(tcase, a_hash_is_sha_256_of_the_handle);
	tcase_add_test(tcase, a_token_is_good_for_its_claim);
	tcase_add_test(tcase, a_token_expires);
	tcase_add_loop_test(tcase, a_token_is_good_for_no_other_claim, 0,
			    COUNT(other_claims));
	tcase_add_test(tcase, a_token_of_another_installation_is_false);
	tcase_add_loop_test(tcase, a_token_with_one_symbol_changed_is_false, 0,
			    TOKEN_TEXT);
	tcase_add_test(tcase, a_token_cut_or_drawn_out_is_false);
	tcase_add_test(tcase, a_receipt_comes_back_as_its_submission);
	tcase_add_loop_test(tcase, a_receipt_cannot_be_guessed, 0,
			    RECEIPT_TEXT);
	tcase_add_loop_test(tcase, makes_no_receipt_of_what_is_not_a_uuid, 0,
			    COUNT(no_uuids));
	return tcase;
}

static TCase *
keys(void)
{
	TCase *tcase = tcase_create("keys");

	tcase_add_checked_fixture(tcase, make_folder, remove_folder);
	tcase_add_test(tcase, a_key_is_made_once_and_kept_for_its_owner);
	tcase_add_test(tcase, a_key_that_others_may_read_is_refused);
	tcase_add_test(tcase, a_key_of_another_size_is_refused);
	return tcase;
}

START_TEST(a_code_comes_from_its_seed_its_consultation_and_the_key)
{
	char one[CODE_TEXT + 1], other[CODE_TEXT + 1];

	code_make(&key, "idling", "a seed", one);
	ck_assert_uint_eq(strlen(one), CODE_TEXT);
	ck_assert(one[4] == '-' && one[9] == '-');
	code_make(&key, "idling", "a seed", other);
	ck_assert_str_eq(one, other);
	code_make(&key, "idling", "another", other);
	ck_assert_str_ne(one, other);
	code_make(&key, "noise", "a seed", other);
	ck_assert_str_ne(one, other);
	code_make(&other_key, "idling", "a seed", other);
	ck_assert_str_ne(one, other);
}
END_TEST

static const struct {
	const char *typed, *code; /* NULL: none */
} codes[] = {
	{ "2345-6789-ABCD", "23456789ABCD" },
	{ " 2345 6789\tabcd\n", "23456789ABCD" },
	{ "2345\xe2\x80\x93"
	  "6789\xe2\x80\x91"
	  "AB\xc2\xa0"
	  "CD",
	  "23456789ABCD" },
	{ "2345-6789-ABC", NULL },
	{ "2345-6789-ABCDE", NULL },
	{ "2345-6789-ABC0", NULL }, /* no such symbol */
	{ "2345-6789-ABCO", NULL },
	{ "2345_6789_ABCD", NULL },
	{ "2345-6789-ABC\xc5\xb7", NULL },
	{ "", NULL },
};

START_TEST(reads_a_code_as_people_type_it)
{
	char code[CODE_SYMBOLS + 1];

	ck_assert_str_eq(code_read(codes[_i].typed, code) ? code : "none",
			 codes[_i].code ? codes[_i].code : "none");
}
END_TEST

START_TEST(codes_and_links_are_known_by_other_hashes)
{
	unsigned char code[HASH_BYTES], link[HASH_BYTES], same[HASH_BYTES];

	code_hash(&key, "idling", "23456789ABCD", code);
	invite_hash(&key, "idling", "23456789ABCD", link);
	ck_assert_mem_ne(code, link, HASH_BYTES);
	code_hash(&key, "idling", "23456789ABCD", same);
	ck_assert_mem_eq(code, same, HASH_BYTES);
	code_hash(&other_key, "idling", "23456789ABCD", same);
	ck_assert_mem_ne(code, same, HASH_BYTES);
	code_hash(&key, "noise", "23456789ABCD", same);
	ck_assert_mem_ne(code, same, HASH_BYTES);
}
END_TEST

START_TEST(a_link_has_the_form_of_a_handle)
{
	unsigned char handle[HANDLE_BYTES];
	char one[HANDLE_TEXT + 1], other[HANDLE_TEXT + 1];

	invite_make(&key, "idling", "a seed", one);
	invite_make(&key, "idling", "another", other);
	ck_assert(handle_read(one, handle));
	ck_assert_str_ne(one, other);
}
END_TEST

static TCase *
codes_and_links(void)
{
	TCase *tcase = tcase_create("codes");

	tcase_add_test(tcase,
		       a_code_comes_from_its_seed_its_consultation_and_the_key);
	tcase_add_loop_test(tcase, reads_a_code_as_people_type_it, 0,
			    sizeof(codes) / sizeof(codes[0]));
	tcase_add_test(tcase, codes_and_links_are_known_by_other_hashes);
	tcase_add_test(tcase, a_link_has_the_form_of_a_handle);
	return tcase;
}

Suite *
suite_token(void)
{
	Suite *suite = suite_create("token");

	suite_add_tcase(suite, texts());
	suite_add_tcase(suite, codes_and_links());
	suite_add_tcase(suite, keys());
	return suite;
}
