#!/bin/sh
# templates.sh: what templates and words must keep to, so that no value escapes its place and no language lacks a word.
set -eu
cd "$(dirname "$0")/.."
failed=0
LC_ALL=C awk -f tests/templates.awk templates/*.tpl || failed=1

# Words of a template, as file:line:id.
used() { grep -HnoE '\[\[[^]]*\]?\]?' templates/*.tpl | sed 's/\[\[//; s/\]*$//'; }
# A file of words as "id placeholders", sorted by id.
shapes() {
	sed -n 's/^\([a-z][a-z0-9_]*\) = \(.*\)/\1 \2/p' "$1" | while read -r id text; do
		echo "$id $(printf '%s\n' "$text" | grep -oE '%zu|%s' | LC_ALL=C sort | tr '\n' ' ')"
	done | LC_ALL=C sort
}
fault() { echo "$1" >&2; failed=1; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
for language in en cy; do
	file=templates/words.$language
	grep -nvE '^(#.*|)$|^[a-z][a-z0-9_]* = [^ ].*$' "$file" >"$scratch/odd" &&
		fault "$(sed "s|^|$file:|; s|\$|: write id = text|" "$scratch/odd")"
	grep -nE '\{\{|\[\[|[[:space:]]$|%(s|zu).*%(s|zu)' "$file" >"$scratch/odd" &&
		fault "$(sed "s|^|$file:|; s|\$|: a marker, two places to fill, or a space at the end|" "$scratch/odd")"
	shapes "$file" >"$scratch/$language"
	cut -d' ' -f1 "$scratch/$language" | uniq -d | sed "s|.*|$file: & stands here twice|" >"$scratch/twice"
	[ ! -s "$scratch/twice" ] || fault "$(cat "$scratch/twice")"
done
diff "$scratch/en" "$scratch/cy" >"$scratch/differ" ||
	fault "$(sed -n 's|^<|templates/words.en has alone:|p; s|^>|templates/words.cy has alone:|p' "$scratch/differ")"
used | while IFS=: read -r file line id; do
	grep -q "^$id \$" "$scratch/en" || echo "$file:$line: [[$id]] is not a word, or has a %s or %zu to fill"
done >"$scratch/unknown"
[ ! -s "$scratch/unknown" ] || fault "$(cat "$scratch/unknown")"
exit $failed
