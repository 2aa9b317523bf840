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
library 'uni(case|conv|ctype|gbrk|lbrk|name|norm|str|types|wbrk|width)' lib/utf8.c
library 'csv\.h' analysis/exchange/csv_rows.c
library 'iconv\.h' analysis/exchange/encoding.c
library 'curl' analysis/mail/smtp.c
library 'sodium' lib/digest.c cgi/token.c
only 'C++' '^#include <[a-z]+>$|std::' lib/views.cc

# SQL stands in sql/, HTML in templates/, and few know the names of their parts.
only SQL '"[^"]*\b(SELECT|INSERT INTO|UPDATE [a-z_]+ SET|DELETE FROM|CREATE (TABLE|ROLE)|ALTER (TABLE|ROLE)|SET ROLE)\b' none
only 'HTML' '"[^"]*(<[a-z][a-z0-9]*( [a-z-]+=|>|/>)|</[a-z])' lib/markdown.c
only 'names of queries' '\bQ_[A-Z]' lib/db.c lib/db_migrate.c 'lib/store_*.c' 'analysis/*/store_*.c'
only 'names of markers and templates' '\b[MT]_[A-Z]' lib/wording.c lib/frame.c cgi/layout.c cgi/control_put.c cgi/control_choices.c cgi/summary.c cgi/summary_answer.c cgi/summary_list.c cgi/task_list.c cgi/notice.c \
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

# A room includes what stands in it or below it.  One awk for all files: a process for each include would take minutes
# on a slow machine.
printf '%s\n' $sources | awk '
	function below(room) {
		if (room == "cgi") return "cgi lib"
		if (room == "analysis")
			return "analysis analysis/exchange analysis/mail analysis/text analysis/themes analysis/coding analysis/report lib"
		if (room == "analysis/exchange" || room == "analysis/mail" || room == "analysis/text") return room " lib"
		if (room == "analysis/themes") return room " analysis/text lib"
		if (room == "analysis/coding") return room " analysis/themes analysis/text lib"
		if (room == "analysis/report")
			return room " analysis/coding analysis/themes analysis/text analysis/exchange lib"
		return room
	}
	# Where the header that a file of a room includes stands; a generated one nowhere.
	function found(room, header,    folders, i, path) {
		folders[1] = room; folders[2] = "lib"; folders[3] = "analysis"; folders[4] = "cgi"
		for (i = 1; i <= 4; i++) {
			path = folders[i] "/" header
			if (path in known) { sub(/\/[^\/]*$/, "", path); return path }
		}
		return header ~ /_list\.h$/ ? "" : "nowhere"
	}
	{ files[++count] = $0; known[$0] = 1 }
	END {
		for (i = 1; i <= count; i++) {
			file = files[i]
			room = file; sub(/\/[^\/]*$/, "", room)
			while ((getline line < file) > 0) {
				if (line !~ /^#include ".*"/)
					continue
				header = line; sub(/^#include "/, "", header); sub(/".*/, "", header)
				place = found(room, header)
				allowed = " " below(room) (header == "progress.h" ? " analysis" : "") " "
				if (place != "" && !index(allowed, " " place " "))
					print file " includes " header ", which does not stand in " room " or below it"
			}
			close(file)
		}
	}' >>"$faults"
cat "$faults"
[ ! -s "$faults" ]
