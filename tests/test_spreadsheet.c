#include "suites.h"

#include <string.h>
#include <unistd.h>

#include "arena.h"
#include "error.h"
#include "exchange/csv_rows.h"
#include "exchange/spreadsheet.h"
#include "file.h"
#include "str.h"

static const char *const columns[] = { "text", "id" };

/* A file of these bytes, its two columns read: "text|id" and a slash a row, or
 * the sentence that refuses it without the name of the file. */
static const char *
read_back(struct arena *arena, const char *bytes, size_t len,
	  const char *encoding)
{
	const char *path =
		arena_format(arena, "/tmp/spreadsheet-%d.csv", (int)getpid());
	struct spreadsheet sheet;
	struct error err = { 0 };
	struct str out = { .arena = arena };
	bool fine;

	ck_assert(file_write(path, bytes, len, 0600, &err));
	fine = spreadsheet_read(path, encoding, columns, 2, arena, &sheet,
				&err);
	unlink(path);
	if (!fine) {
		ck_assert_int_eq(err.kind, ERROR_INPUT);
		ck_assert(strncmp(err.text, path, strlen(path)) == 0);
		return arena_string(arena, err.text + strlen(path) + 2);
	}
	ck_assert_uint_eq(sheet.column_count, 2);
	for (size_t i = 0; i < sheet.row_count; i++)
		str_format(&out, "%s|%s/", sheet.cells[2 * i],
			   sheet.cells[2 * i + 1]);
	return out.text;
}

#define BYTES(literal) literal, sizeof(literal) - 1

static const struct {
	const char *bytes;
	size_t len;
	const char *encoding, *expected;
} files[] = {
	/* Tables. */
	{ BYTES("id,text\n1,yes\n2,no\n"), NULL, "yes|1/no|2/" },
	{ BYTES("text,x,id\r\nyes,,1\r\nno,,2"), NULL, "yes|1/no|2/" },
	{ BYTES("id\ttext\n1\t a, b \n"), NULL, " a, b |1/" },
	{ BYTES("id;text\n1;a, b, c\n"), NULL, "a, b, c|1/" },
	{ BYTES("\"a;b;c;d\",id,text\nx,1,yes\n"), NULL, "yes|1/" },
	{ BYTES("id,text\n1,\"a \"\"b\"\"\nc\"\n"), NULL, "a \"b\"\nc|1/" },
	{ BYTES("id,text\n\n1\n,\n2,b,,\n"), NULL, "|1/|/b|2/" },
	{ BYTES("id,text\r\n\r\n\r\n1,a\r\n"), NULL, "a|1/" },
	{ BYTES("id,text\r1,a\r\r2,b"), NULL, "a|1/b|2/" },
	{ BYTES("id,text\n1,'=SUM(A1)\n"), NULL, "'=SUM(A1)|1/" },
	/* Encodings. */
	{ BYTES("id,text\n1,T\xc5\xb7\n"), NULL, "T\xc5\xb7|1/" },
	{ BYTES("\xef\xbb\xbfid,text\n1,T\xc5\xb7\n"), NULL, "T\xc5\xb7|1/" },
	{ BYTES("\xef\xbb\xbfid,text\n1,T\xc5\xb7\n"), "windows-1252",
	  "T\xc5\xb7|1/" },
	{ BYTES("\xff\xfei\0d\0,\0t\0e\0x\0t\0\n\0001\0,\0w\x01\n\0"), NULL,
	  "\xc5\xb7|1/" },
	{ BYTES("\xfe\xff\0i\0d\0,\0t\0e\0x\0t\0\n\0001\0,\x01\x77\0\n"), NULL,
	  "\xc5\xb7|1/" },
	{ BYTES("i\0d\0,\0t\0e\0x\0t\0\n\0001\0,\0a\0\n\0"), "UTF-16LE",
	  "a|1/" },
	{ BYTES("id,text\n1,Caff\xe8 \x80"
		"5\n"),
	  "windows-1252",
	  "Caff\xc3\xa8 \xe2\x82\xac"
	  "5|1/" },
	{ BYTES("id,text\n1,\xc0\xc1\n"), "koi8-r", "\xd1\x8e\xd0\xb0|1/" },
	/* What is refused. */
	{ BYTES(""), NULL, "the file is empty" },
	{ BYTES("id,text\n"), NULL, "there are headings, but no rows" },
	{ BYTES("id,Text\n1,a\n"), NULL,
	  "line 1: there is no column \"text\"; did you mean \"Text\"?" },
	{ BYTES("id,answer,other\n1,a\n"), NULL,
	  "line 1: there is no column \"text\"; there are \"id\", \"answer\", "
	  "\"other\"" },
	{ BYTES("a,b,c,d,e,f,g,h,i,j,k,l,m,n\n"), NULL,
	  "line 1: there is no column \"text\"; there are \"a\", \"b\", \"c\", "
	  "\"d\", \"e\", \"f\", \"g\", \"h\", \"i\", \"j\", \"k\", \"l\" and 2 "
	  "more" },
	{ BYTES("\n1,a\n"), NULL,
	  "line 2: there is no column \"text\"; there are \"1\", \"a\"" },
	{ BYTES("id,text,id\n1,a,2\n"), NULL,
	  "line 1: 2 columns have the heading \"id\": give each its own" },
	{ BYTES("id,text\n1,a\n2,b, c\n"), NULL,
	  "line 3: the row has 3 cells, the headings are 2: is a quotation "
	  "mark missing?" },
	{ BYTES("id,text\n1,\"a\n2,b\n"), NULL,
	  "line 2: the file ends inside a cell: it is cut short, or a "
	  "quotation "
	  "mark is missing" },
	{ BYTES("id,text\n1,\"a\n2,\"b\"\n"), NULL,
	  "line 3: not CSV: error parsing data while strict checking enabled: "
	  "a "
	  "quotation mark inside a cell must be doubled" },
	{ BYTES("id,text\n1,a\n2,The Caff\xe8, \x93so\x94\n"), NULL,
	  "line 3 holds bytes that are no UTF-8; they read as windows-1252 "
	  "(\"Caff\xc3\xa8\"): add --encoding windows-1252" },
	{ BYTES("id,text\n1,T\xc5\xb7\n2,Caff\xe8\n"), NULL,
	  "line 3 holds bytes that are no UTF-8, nor any other encoding that "
	  "is "
	  "easily told: save it as \"CSV UTF-8\", or add --encoding NAME" },
	{ BYTES("id,text\n1,\xcf\xf0\xe8\xe2\xe5\xf2\n"), NULL,
	  "line 2 holds bytes that are no UTF-8, nor any other encoding that "
	  "is "
	  "easily told: save it as \"CSV UTF-8\", or add --encoding NAME" },
	{ BYTES("i\0d\0,\0t\0e\0x\0t\0\n\0001\0,\0a\0\n\0"), NULL,
	  "line 1 holds NUL bytes; they read as UTF-16: add --encoding "
	  "utf-16le" },
	{ BYTES("\0i\0d\0,\0t\0e\0x\0t\0\n\0001\0,\0a\0\n"), NULL,
	  "line 1 holds NUL bytes; they read as UTF-16: add --encoding "
	  "utf-16be" },
	{ BYTES("id,text\n1,a\0b\n"), NULL,
	  "line 2 holds a NUL byte, which no text has: is it a CSV file?" },
	{ BYTES("id,text\n1,a\0b\n"), "windows-1252",
	  "line 2 holds a NUL byte, which no text has: is it a CSV file?" },
	{ BYTES("id,text\n1,a\n"), "window-1252",
	  "there is no encoding \"window-1252\"; those most met are utf-8, "
	  "windows-1252 and utf-16" },
	{ BYTES("id,text\n1,a\n"), "latin1//TRANSLIT",
	  "there is no encoding \"latin1//TRANSLIT\"; those most met are "
	  "utf-8, "
	  "windows-1252 and utf-16" },
	{ BYTES("id,text\n1,\x81\n"), "windows-1252",
	  "line 2 holds bytes that are not windows-1252: is it saved in "
	  "another "
	  "encoding?" },
	{ BYTES("id,text\n1,a"), "utf-16le",
	  "line 1 holds bytes that are not utf-16le: is it saved in another "
	  "encoding?" },
	{ BYTES("PK\3\4 and more"), NULL,
	  "a workbook, not a CSV file: open it in the spreadsheet program and "
	  "save it as \"CSV UTF-8\"" },
};

START_TEST(reads_or_refuses)
{
	struct arena arena = { 0 };

	ck_assert_str_eq(read_back(&arena, files[_i].bytes, files[_i].len,
				   files[_i].encoding),
			 files[_i].expected);
	arena_free(&arena);
}
END_TEST

/* Rows and cells that lie across every way in which the file is cut up. */
START_TEST(reads_very_many_rows)
{
	struct arena arena = { 0 };
	struct str in = { .arena = &arena }, out = { .arena = &arena };
	const char *back;

	str_text(&in, "id,text\r\n");
	for (int i = 0; i < 5000; i++) {
		str_format(&in, "%d,\"\xe2\x80\x99twas,\nso %d\"\r\n", i, i);
		str_format(&out, "\xe2\x80\x99twas,\nso %d|%d/", i, i);
	}
	back = read_back(&arena, in.text, in.len, NULL);
	ck_assert(strcmp(back, out.text) == 0);
	arena_free(&arena);
}
END_TEST

START_TEST(decodes_much_text)
{
	struct arena arena = { 0 };
	struct str in = { .arena = &arena }, out = { .arena = &arena };

	str_text(&in, "id,text\n");
	for (int i = 0; i < 5000; i++) {
		str_format(&in, "%d,\x80\x80\x80\n", i);
		str_format(&out, "\xe2\x82\xac\xe2\x82\xac\xe2\x82\xac|%d/", i);
	}
	ck_assert(strcmp(read_back(&arena, in.text, in.len, "windows-1252"),
			 out.text) == 0);
	arena_free(&arena);
}
END_TEST

/* Rows as "line:cell|cell|/", and at the end what is wrong. */
static bool
write_row(void *context, const struct csv_row *row)
{
	struct str *out = context;

	str_format(out, "%zu:", row->line);
	for (size_t i = 0; i < row->count; i++)
		str_format(out, "%s|", row->cells[i]);
	str_char(out, '/');
	return true;
}

static const char *
rows_of(struct arena *arena, const char *bytes, size_t len, bool in_place)
{
	const struct csv_dialect dialect = { ',', true };
	struct str out = { .arena = arena };
	struct csv_rows *rows = csv_rows_new(arena, &dialect, write_row, &out);
	struct error err = { 0 };

	str_text(&out, "");
	if (in_place)
		csv_rows_all(rows, arena, arena_copy(arena, bytes, len), len,
			     &err);
	else if (csv_rows_feed(rows, bytes, len, &err))
		csv_rows_end(rows, &err);
	if (err.kind != ERROR_NONE)
		str_format(&out, "line %zu: %s", csv_rows_line(rows), err.text);
	csv_rows_free(rows);
	return out.text;
}

/* Every table of seven of the bytes that matter. */
START_TEST(cuts_rows_in_place_as_libcsv_reads_them)
{
	static const char bytes[] = "a,\"\n ";
	enum { KINDS = sizeof(bytes) - 1, LEN = 7 };
	int tables = 1;

	for (int i = 0; i < LEN; i++)
		tables *= KINDS;
	for (int i = 0; i < tables; i++) {
		struct arena arena = { 0 };
		char table[LEN];

		for (int j = 0, rest = i; j < LEN; j++, rest /= KINDS)
			table[j] = bytes[rest % KINDS];
		ck_assert_str_eq(rows_of(&arena, table, LEN, true),
				 rows_of(&arena, table, LEN, false));
		arena_free(&arena);
	}
}
END_TEST

START_TEST(refuses_a_cell_too_long)
{
	struct arena arena = { 0 };
	struct str in = { .arena = &arena };

	str_text(&in, "id,text\n1,\"");
	for (int i = 0; i < 3 * 1024 * 1024; i++)
		str_char(&in, 'a');
	ck_assert_str_eq(read_back(&arena, in.text, in.len, NULL),
			 "line 2: a cell is longer than 2097152 bytes: is a "
			 "quotation mark missing?");
	arena_free(&arena);
}
END_TEST

START_TEST(refuses_a_row_too_long)
{
	struct arena arena = { 0 };
	struct str in = { .arena = &arena };

	str_text(&in, "id,text\n");
	for (int i = 0; i < 3 * 1024 * 1024; i++)
		str_char(&in, i == 3 * 512 * 1024 ? ',' : 'a');
	ck_assert_str_eq(read_back(&arena, in.text, in.len, NULL),
			 "line 2: the row is longer than 2097152 bytes");
	arena_free(&arena);
}
END_TEST

START_TEST(refuses_a_row_too_wide)
{
	struct arena arena = { 0 };
	struct str in = { .arena = &arena };

	str_text(&in, "id,text\n");
	for (int i = 0; i < 1001; i++)
		str_char(&in, ',');
	ck_assert_str_eq(read_back(&arena, in.text, in.len, NULL),
			 "line 2: the row has more than 1000 cells");
	arena_free(&arena);
}
END_TEST

START_TEST(says_that_there_is_no_file)
{
	struct arena arena = { 0 };
	struct spreadsheet sheet;
	struct error err = { 0 };

	ck_assert(!spreadsheet_read("/nowhere/a.csv", NULL, columns, 2, &arena,
				    &sheet, &err));
	ck_assert_str_eq(err.text, "cannot read /nowhere/a.csv: No such file "
				   "or directory");
	arena_free(&arena);
}
END_TEST

Suite *
suite_spreadsheet(void)
{
	Suite *suite = suite_create("spreadsheet");
	TCase *tcase = tcase_create("spreadsheet");

	tcase_add_loop_test(tcase, reads_or_refuses, 0,
			    sizeof(files) / sizeof(files[0]));
	tcase_add_test(tcase, reads_very_many_rows);
	tcase_add_test(tcase, decodes_much_text);
	tcase_add_test(tcase, cuts_rows_in_place_as_libcsv_reads_them);
	tcase_add_test(tcase, refuses_a_cell_too_long);
	tcase_add_test(tcase, refuses_a_row_too_long);
	tcase_add_test(tcase, refuses_a_row_too_wide);
	tcase_add_test(tcase, says_that_there_is_no_file);
	suite_add_tcase(suite, tcase);
	return suite;
}
