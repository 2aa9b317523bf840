#!/bin/sh
# generate.sh header|source QUERIES…: every queries/*.sql as `enum query` or as a table of names and texts.
set -eu
kind=$1; shift
echo "/* Made by sql/generate.sh; do not edit. */"
case $kind in
header)
	printf '#ifndef QUERIES_LIST_H\n#define QUERIES_LIST_H\n\nenum query {\n'
	for file; do
		basename "$file" .sql | tr 'a-z' 'A-Z' | sed 's/.*/\tQ_&,/'
	done
	printf '\tQUERY_COUNT\n};\n\nextern const char *const query_names[QUERY_COUNT];\n'
	printf 'extern const char *const query_texts[QUERY_COUNT];\n\n#endif\n' ;;
source)
	printf '#include "queries_list.h"\n\nconst char *const query_names[QUERY_COUNT] = {\n'
	for file; do
		basename "$file" .sql | sed 's/.*/\t"&",/'
	done
	printf '};\n\nconst char *const query_texts[QUERY_COUNT] = {\n'
	for file; do
		sed 's/\\/\\\\/g; s/"/\\"/g; s/.*/\t"&\\n"/' "$file"
		printf '\t,\n'
	done
	printf '};\n' ;;
esac
