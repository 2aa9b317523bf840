#!/bin/sh
# circles.sh: no module needs another that needs it.  A module is name.h and name.c; what it includes are its edges.
set -eu
cd "$(dirname "$0")/.."
find lib cgi analysis -name '*.[ch]' -o -name '*.cc' | while read -r file; do
	sed -n 's/^#include "\(.*\)\.h".*/\1/p' "$file" | while read -r header; do
		for folder in "$(dirname "$file")" lib analysis cgi; do
			[ -e "$folder/$header.h" ] || continue
			[ "$folder/$header" = "${file%.*}" ] || echo "${file%.*} $folder/$header"
			break
		done
	done
done | LC_ALL=C sort -u | tsort >/dev/null
