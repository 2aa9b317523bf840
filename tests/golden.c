#include "golden.h"

#include <stdlib.h>
#include <string.h>

#include <check.h>

#include "arena.h"
#include "error.h"
#include "file.h"

void
golden_check(struct arena *arena, const char *name, const char *bytes,
	     size_t len)
{
	const char *path = arena_format(arena, "tests/golden/%s", name);
	struct error err;
	char *golden;
	size_t golden_len;

	if (getenv("GOLDEN"))
		ck_assert_msg(file_write(path, bytes, len, 0644, &err), "%s",
			      err.text);
	ck_assert_msg(file_read(arena, path, 1 << 20, &golden, &golden_len,
				&err),
		      "%s", err.text);
	ck_assert_msg(golden_len == len && memcmp(golden, bytes, len) == 0,
		      "%s is not what is written now: see `make golden`", path);
}
