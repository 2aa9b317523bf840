#!/bin/sh
# generate.sh words-header|words-source|header|source FILES…: the ids of words.en as `enum word`; the file names and
# markers of all templates as `enum tpl` and `enum marker`, with tables of their names.
set -eu
kind=$1; shift
ids() { sed -n 's/^\([a-z][a-z0-9_]*\) =.*/\1/p' "$1"; }
markers() { cat "$@" | grep -oE '\{\{[#/>]?[A-Z][A-Z0-9_]*' | sed 's/{{[#/>]*//' | LC_ALL=C sort -u; }
upper() { tr 'a-z-' 'A-Z_'; }
echo "/* Made by templates/generate.sh; do not edit. */"
case $kind in
words-header)
	printf '#ifndef WORDS_LIST_H\n#define WORDS_LIST_H\n\nenum word {\n'
	ids "$1" | upper | sed 's/.*/\tW_&,/'
	printf '\tWORD_COUNT\n};\n\nextern const char *const word_ids[WORD_COUNT];\n\n#endif\n' ;;
words-source)
	printf '#include "words_list.h"\n\nconst char *const word_ids[WORD_COUNT] = {\n'
	ids "$1" | sed 's/.*/\t"&",/'
	printf '};\n' ;;
header)
	printf '#ifndef TEMPLATES_LIST_H\n#define TEMPLATES_LIST_H\n\nenum tpl {\n'
	for file; do basename "$file" .tpl | upper | sed 's/.*/\tT_&,/'; done
	printf '\tTPL_COUNT\n};\n\nenum marker {\n'
	markers "$@" | sed 's/.*/\tM_&,/'
	printf '\tMARKER_COUNT\n};\n\nextern const char *const tpl_files[TPL_COUNT];\n'
	printf 'extern const char *const marker_names[MARKER_COUNT];\n\n#endif\n' ;;
source)
	printf '#include "templates_list.h"\n\nconst char *const tpl_files[TPL_COUNT] = {\n'
	for file; do basename "$file" | sed 's/.*/\t"&",/'; done
	printf '};\n\nconst char *const marker_names[MARKER_COUNT] = {\n'
	markers "$@" | sed 's/.*/\t"&",/'
	printf '};\n' ;;
esac
