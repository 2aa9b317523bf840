#!/bin/sh
# generate.sh header|source FILES…: every CODE.txt as two sorted tables, its stop words and, behind a line "[plain]",
# its plain words, found by the tongue.  A word that stands twice in one file is a mistake.
set -eu
export LC_ALL=C
kind=$1; shift
# part stop|plain FILE: the words of a part, in the order of their bytes.
part() { awk -v want="$1" 'BEGIN { part = "stop" } /^#/ || /^$/ { next } /^\[plain\]$/ { part = "plain"; next } part == want' "$2" | sort; }
for file; do
	twice=$(sed '/^#/d; /^$/d' "$file" | sort | uniq -d)
	[ -z "$twice" ] || { echo "$file: stands twice:" $twice >&2; exit 1; }
done
echo "/* Made by analysis/text/stopwords/generate.sh; do not edit. */"
case $kind in
header)
	cat <<-'END'
	#ifndef STOPWORDS_LIST_H
	#define STOPWORDS_LIST_H

	#include <stddef.h>

	#include "text/tongue.h"

	/* Words in the order of their bytes. */
	struct stopwords_part {
		const char *const *words;
		size_t count;
	};

	struct stopwords_list {
		struct stopwords_part stop, plain;
	};

	extern const struct stopwords_list stopwords_lists[TONGUE_COUNT];

	#endif
	END
	;;
source)
	printf '#include "stopwords_list.h"\n'
	for file; do
		for part in stop plain; do
			words=$(part $part "$file")
			[ "$words" ] || continue
			printf '\nstatic const char *const %s_%s[] = {\n' "$(basename "$file" .txt)" $part
			echo "$words" | sed 's/.*/\t"&",/'
			printf '};\n'
		done
	done
	printf '\n#define PART(words) { words, sizeof(words) / sizeof((words)[0]) }\n'
	printf '\nconst struct stopwords_list stopwords_lists[TONGUE_COUNT] = {\n'
	for file; do
		code=$(basename "$file" .txt)
		printf '\t[TONGUE_%s] = { PART(%s_stop), ' "$(echo "$code" | tr a-z A-Z)" "$code"
		if [ "$(part plain "$file")" ]; then printf 'PART(%s_plain) },\n' "$code"; else printf '{ NULL, 0 } },\n'; fi
	done
	printf '};\n' ;;
esac
