#!/bin/sh
# walls.sh: who may know what (docs/architecture.md).  Prints every line that knows more than its room may.
set -eu
cd "$(dirname "$0")/.."
faults=$(mktemp)
trap 'rm -f "$faults"' EXIT
sources=$(find lib cgi analysis -name '*.[ch]' -o -name '*.cc' | LC_ALL=C sort)

# only WHAT PATTERN FILES: the extended regular expression may match in FILES (globs) alone.
only() {
	what=$1 pattern=$2; shift 2
	set -f
	for file in $sources; do
		allowed=
		for glob; do
			# shellcheck disable=SC2254
			case $file in $glob) allowed=1 ;; esac
		done
		[ "$allowed" ] || others="${others-} $file"
	done
	set +f
	# shellcheck disable=SC2086
	LC_ALL=C grep -nE "$pattern" ${others:-/dev/null} /dev/null | grep -vE '^[^:]*:[0-9]+:[[:space:]]*/?\*' |
		sed "s#:[[:space:]]*#: $what belongs to $* alone: #2" >>"$faults" || :
	unset others
}

# Each library stands behind one door.
library() {
	pattern=$1; shift
	only "<$pattern>" "^#include <$pattern" "$@"
}
library 'libpq-fe\.h' lib/db.c
library 'ctemplate/' lib/views.cc
library 'fcgi' cgi/fastcgi.c
library 'libstemmer' analysis/text/stem.c
library 'yaml\.h' lib/yaml.c
library 'jansson' lib/json.c
library 'cmark' lib/markdown.c
library 'uni(case|conv|ctype|lbrk|name|norm|str|types|wbrk)' lib/utf8.c
library 'csv\.h' analysis/exchange/csv_rows.c
library 'iconv\.h' analysis/exchange/encoding.c
library 'sodium' lib/digest.c cgi/token.c
only 'C++' '^#include <[a-z]+>$|std::' lib/views.cc

# SQL stands in sql/, HTML in templates/, and few know the names of their parts.
only SQL '"[^"]*\b(SELECT|INSERT INTO|UPDATE [a-z_]+ SET|DELETE FROM|CREATE (TABLE|ROLE)|ALTER (TABLE|ROLE)|SET ROLE)\b' none
only 'HTML' '"[^"]*(<[a-z][a-z0-9]*( [a-z-]+=|>|/>)|</[a-z])' lib/markdown.c
only 'names of queries' '\bQ_[A-Z]' lib/db.c lib/db_migrate.c 'lib/store_*.c' 'analysis/*/store_*.c'
only 'names of markers and templates' '\b[MT]_[A-Z]' lib/wording.c lib/frame.c cgi/layout.c cgi/control.c cgi/summary.c cgi/notice.c \
	cgi/refusal.c 'cgi/page_*.c' 'analysis/report/*.c'
only 'trusted HTML' '\(struct html\)|struct html [a-z_]+ = \{|\.html = ' lib/markdown.c analysis/report/chart.c

# The world outside is passed in by main and by commands.
only 'environment' '\b(getenv|setenv|environ)\b' 'cgi/main.c' 'analysis/main.c' 'analysis/cmd_*.c' lib/moment.c
only 'exit' '\b_?[eE]xit\(' 'cgi/main.c' 'analysis/main.c' cgi/supervisor.c 'analysis/cmd_*.c'
only 'standard output' '[^a-z]printf\(|\bputs\(|\bputchar\(|\bstdout\b' 'cgi/main.c' 'analysis/main.c' 'analysis/cmd_*.c' \
	analysis/command.c
only 'the clock' '[^a-z_](time|clock_gettime|gettimeofday|timespec_get)\(' 'cgi/main.c' 'analysis/main.c' cgi/supervisor.c cgi/worker.c \
	analysis/progress.c
only 'randomness' '(^|[^a-z_>])(rand|random|srand|getrandom|arc4random|randombytes_buf)\(|/dev/u?random' cgi/token.c

# What is outside the plain C of the house.
only 'jumps and stack memory' '\b(setjmp|longjmp|alloca)\(|#pragma once' none
# shellcheck disable=SC2086
LC_ALL=C grep -nE '\b(TODO|FIXME|XXX)\b' $sources | sed 's/$/ : work left for later/' >>"$faults" || :

# A room includes what stands in it or below it.
below() {
	case $1 in
	lib) echo lib ;;
	cgi) echo cgi lib ;;
	analysis) echo analysis analysis/exchange analysis/text analysis/themes analysis/coding analysis/report lib ;;
	analysis/exchange | analysis/text) echo "$1" lib ;;
	analysis/themes) echo "$1" analysis/text lib ;;
	analysis/coding) echo "$1" analysis/themes analysis/text lib ;;
	analysis/report) echo "$1" analysis/coding analysis/themes analysis/text analysis/exchange lib ;;
	*) echo "$1" ;;
	esac
}
# Where the header that a file of a room includes stands; a generated one nowhere.
found() {
	for folder in "$1" lib analysis cgi; do
		[ ! -e "$folder/$2" ] || { dirname "$folder/$2"; return; }
	done
	case $2 in *_list.h) ;; *) echo nowhere ;; esac
}
for file in $sources; do
	room=$(dirname "$file")
	sed -n 's/^#include "\(.*\)".*/\1/p' "$file" | while read -r header; do
		case " $(below "$room") $(test "$header" = progress.h && echo analysis)" in
		*" $(found "$room" "$header") "* | *" $(found "$room" "$header")") ;;
		*) echo "$file includes $header, which does not stand in $room or below it" ;;
		esac
	done
done >>"$faults"
cat "$faults"
[ ! -s "$faults" ]
