#!/bin/sh
# generate.sh header|source FILES…: every CODE.txt as one sorted table of its stop words and, behind lines "[plain]"
# and "[general]", its plain and general words, found by the tongue and the first byte.  A word that stands twice in one
# file is a mistake.
set -eu
export LC_ALL=C
kind=$1; shift
for file; do
	twice=$(sed '/^#/d; /^$/d' "$file" | sort | uniq -d)
	[ -z "$twice" ] || { echo "$file: stands twice:" $twice >&2; exit 1; }
done
# table FILE: its words in the order of their bytes, and where those start that begin with each byte or a higher one.
table() {
	awk 'BEGIN { kind = "STOPWORD_STOP" }
		/^#/ || /^$/ { next }
		/^\[plain\]$/ { kind = "STOPWORD_PLAIN"; next }
		/^\[general\]$/ { kind = "STOPWORD_GENERAL"; next }
		{ print $0 "\t" kind }' "$1" | sort | awk -F '\t' -v code="$(basename "$1" .txt)" '
		BEGIN {
			for (i = 0; i < 256; i++) byte[sprintf("%c", i)] = i
			print "\nstatic const struct stopwords_word " code "_words[] = {"
		}
		{
			printf "\t{ \"%s\", %d, %s },\n", $1, length($1), $2
			for (first = byte[substr($1, 1, 1)]; filled <= first; filled++) starts = starts " " NR - 1 ","
		}
		END {
			for (; filled <= 256; filled++) starts = starts " " NR ","
			print "};\nstatic const unsigned short " code "_starts[] = {\n\t" starts "\n};"
		}'
}
echo "/* Made by analysis/text/stopwords/generate.sh; do not edit. */"
case $kind in
header)
	cat <<-'END'
	#ifndef STOPWORDS_LIST_H
	#define STOPWORDS_LIST_H

	#include <stddef.h>

	#include "text/stopwords.h"
	#include "text/tongue.h"

	struct stopwords_word {
		const char *text;
		size_t len;
		enum stopword kind;
	};

	/* Words in the order of their bytes.  Those that begin with a byte stand from
	 * STARTS of it to STARTS of the next: 257 numbers. */
	struct stopwords_list {
		const struct stopwords_word *words;
		const unsigned short *starts;
		size_t count;
	};

	extern const struct stopwords_list stopwords_lists[TONGUE_COUNT];

	#endif
	END
	;;
source)
	printf '#include "stopwords_list.h"\n'
	for file; do table "$file"; done
	printf '\nconst struct stopwords_list stopwords_lists[TONGUE_COUNT] = {\n'
	for file; do
		code=$(basename "$file" .txt)
		printf '\t[TONGUE_%s] = { %s_words, %s_starts, sizeof(%s_words) / sizeof(%s_words[0]) },\n' \
			"$(echo "$code" | tr a-z A-Z)" "$code" "$code" "$code" "$code"
	done
	printf '};\n' ;;
esac
