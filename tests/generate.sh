#!/bin/sh
# generate.sh header|source tests/test_*.c: the list of suites.  Each file test_x.c defines `Suite *suite_x(void)`.
set -eu
kind=$1; shift
names() { for file; do basename "$file" .c | sed 's/test_//'; done; }
echo "/* Made by tests/generate.sh; do not edit. */"
case $kind in
header)
	names "$@" | sed 's/.*/Suite *suite_&(void);/' ;;
source)
	printf '#include "suites.h"\n\nconst struct named_suite suites[] = {\n'
	names "$@" | sed 's/.*/\t{ "&", suite_& },/'
	printf '\t{ NULL, NULL },\n};\n' ;;
esac
