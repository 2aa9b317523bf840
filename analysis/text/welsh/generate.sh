#!/bin/sh
# generate.sh header|source FILE: words.txt as one sorted table of forms, each with the first word of its line.
# A form that stands twice is a mistake.
set -eu
export LC_ALL=C
kind=$1 file=$2
twice=$(sed '/^#/d' "$file" | tr -s ' ' '\n' | sed '/^$/d' | sort | uniq -d)
[ -z "$twice" ] || { echo "$file: stands twice:" $twice >&2; exit 1; }
echo "/* Made by analysis/text/welsh/generate.sh; do not edit. */"
case $kind in
header)
	cat <<-'END'
	#ifndef WELSH_LIST_H
	#define WELSH_LIST_H

	#include <stddef.h>

	struct welsh_word {
		const char *form, *head;
	};

	/* In the order of the bytes of FORM. */
	extern const struct welsh_word welsh_words[];
	extern const size_t welsh_word_count;

	#endif
	END
	;;
source)
	printf '#include "welsh_list.h"\n\nconst struct welsh_word welsh_words[] = {\n'
	awk '/^#/ { next } { for (i = 1; i <= NF; i++) print $i, $1 }' "$file" | sort | sed 's/\(.*\) \(.*\)/\t{ "\1", "\2" },/'
	printf '};\n\nconst size_t welsh_word_count = sizeof(welsh_words) / sizeof(welsh_words[0]);\n' ;;
esac
