#!/bin/sh
# snowball.sh WORDS STEMS [CODE]: the words whose stem is not Snowball's, each with its own stem and Snowball's, and their
# count.  WORDS and STEMS are voc.txt and output.txt of a language of snowballstem/snowball-data.
set -eu
words=$1 stems=$2 code=${3:-en}
make -s -C "$(dirname "$0")/.." build/release/stem-words
"$(dirname "$0")/../build/release/stem-words" "$code" <"$words" | paste "$words" - "$stems" |
	awk -F '\t' '$2 != $3 { print; count++ } END { print count + 0, "differ of", NR }'
