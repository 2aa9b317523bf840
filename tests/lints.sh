#!/bin/bash
# lints.sh: plants one fault for each rule of templates.sh, walls.sh, circles.sh and of the word lists in a copy of the
# tree, and requires that the rule finds it.  A rule that finds nothing is worse than none.
set -euo pipefail
cd "$(dirname "$0")/.."
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp -r lib cgi analysis templates tests "$copy"
failed=0 planted=0
for lint in templates walls circles; do
	"$copy/tests/$lint.sh" >/dev/null 2>&1 || { echo "$lint.sh fails before any fault is planted"; exit 1; }
done

# plant FILE TEXT MESSAGE: TEXT in a file of its own, FILE with a number in the place of "%"; its lint must name that
# file and say MESSAGE.
plant() {
	local file=${1/\%/planted$planted}
	planted=$((planted + 1))
	printf '%s\n' "$2" >>"$copy/$file"
	printf '%s\t%s\t%s\n' "$file" "$3" "${2##*$'\n'}" >>"$copy/expected"
}
# harvest LINT: run it once, look for every fault planted since the last harvest, and pull the weeds.
harvest() {
	local said file message text
	if said=$("$copy/tests/$1.sh" 2>&1); then
		echo "$1.sh found nothing"; failed=1
	fi
	while IFS=$'\t' read -r file message text; do
		grep -F -- "$file" <<<"$said" | grep -qF -- "$message" || {
			echo "$1.sh did not say \"$message\" of: $text"; failed=1
		}
	done <"$copy/expected"
	rm -rf "$copy/expected" "$copy/templates"
	cp -r templates "$copy"
}

template() { plant templates/%.tpl "{{%AUTOESCAPE context=\"HTML\"}}
$1" "$2"; }
plant templates/%.tpl '<p>{{A}}</p>' 'the first line must be'
template '{{A:none}}' 'modifier :none is not on the list'
template '{{A:h}}' 'modifier :h is not on the list'
template '{{A:x-lines:x-href}}' 'too many modifiers'
template '{{a}}' "is not a marker's name"
template '<{{A}}>' 'where a tag or an attribute has its name'
template '<p {{A}}>' 'where a tag or an attribute has its name'
template '<p {{A}}="x">' 'where a tag or an attribute has its name'
template '<p class={{A}}>' 'has no quotes round it'
template '<p class=a>' 'has no quotes round it'
template '<img srcset="{{A}}">' 'stands in srcset'
template '<use xlink:href="{{A:x-href}}"/>' 'stands in xlink:href'
template '<p style="width:{{A}}">' 'stands in style'
template '<p onclick="f({{A}})">' 'stands in onclick'
template '<p ONCLICK="f({{A}})">' 'stands in onclick'
template '<script>f({{A}})</script>' 'stands in <script>'
template '<style>{{A}}</style>' 'stands in <style>'
template '<!-- {{A}} -->' 'stands in a comment'
template '<a href="{{A}}">' 'write {{A:x-href}}'
template '<form action="{{A}}">' 'write {{A:x-href}}'
template '<button formaction="{{A}}">' 'write {{A:x-href}}'
template '<a href="/q?a={{A}}">' 'write {{A:url_query_escape}}'
template '<img src="/{{A:x-href}}">' 'write {{A:url_query_escape}}'
template '<p title="{{A:x-trusted}}">' 'HTML goes between tags'
template '<p title="{{>A}}">' 'a slot takes whole pieces'
template '{{#A}}' 'a section was never ended'
template '{{#A}}{{#B}}{{/A}}{{/B}}' 'does not end the section that was begun last'
template '{{#A}}<p class="{{/A}}x">' 'not in the same place'
template '{{#A}}<p{{/A}}>' 'not in the same place'
template '<p>[[no_such_word]]</p>' '[[no_such_word]] is not a word'
template '<p>[[too_long]]</p>' 'has a %s or %zu to fill'
template '<!-- no end' 'ends inside a tag or comment'
plant templates/words.en 'only_in_english = x' 'alone: only_in_english'
plant templates/words.cy 'only_in_welsh = x' 'alone: only_in_welsh'
plant templates/words.cy 'june = Mehefin' 'june stands here twice'
plant templates/words.en 'no equals sign' 'write id = text'
plant templates/words.en 'both = %s of %zu' 'two places to fill'
plant templates/words.en 'markup = {{A}}' 'a marker'
harvest templates

plant lib/%.c '#include <libpq-fe.h>' libpq-fe
plant lib/%.c '#include <ctemplate/template.h>' ctemplate
plant cgi/%.c '#include <fcgiapp.h>' fcgi
plant lib/%.c '#include <libstemmer.h>' libstemmer
plant lib/%.c '#include <yaml.h>' yaml
plant lib/%.c '#include <jansson.h>' jansson
plant lib/%.c '#include <cmark.h>' cmark
plant lib/%.c '#include <unistr.h>' uni
plant lib/%.c '#include <csv.h>' csv
plant lib/%.c '#include <iconv.h>' iconv
plant cgi/%.c '#include <sodium.h>' sodium
plant lib/%.cc '#include <string>' 'C++'
plant cgi/page_%.c '	run("SELECT 1");' SQL
plant lib/store_%.c '	run("insert: INSERT INTO response");' SQL
plant cgi/page_%.c '	str_text(out, "<p class=x>");' HTML
plant lib/%.c '	str_text(out, "</p>");' HTML
plant cgi/page_%.c '	run(Q_SERVER_PING);' 'names of queries'
plant lib/%.c '	view_text(view, M_LABEL, "");' 'names of markers'
plant analysis/cmd_%.c '	view_include(view, x, T_CHART);' 'names of markers'
plant cgi/page_%.c '	view_html(view, 0, (struct html){ text });' 'trusted HTML'
plant lib/%.c '	getenv("HOME");' environment
plant lib/%.c '	exit(1);' exit
plant lib/%.c '	printf("x");' 'standard output'
plant analysis/text/%.c '	fputs("x", stdout);' 'standard output'
plant cgi/page_%.c '	now = time(NULL);' 'the clock'
plant cgi/page_%.c '	n = rand();' randomness
plant lib/%.c '	p = alloca(4);' 'stack memory'
plant lib/%.c '	/* TODO */' 'left for later'
plant lib/%.c '#include "http.h"' 'or below it'
plant lib/%.c '#include "commands.h"' 'or below it'
plant cgi/%.c '#include "commands.h"' 'or below it'
plant analysis/%.c '#include "http.h"' 'or below it'
plant analysis/text/%.c '#include "themes/quote.h"' 'or below it'
plant analysis/themes/%.c '#include "coding/coding.h"' 'or below it'
plant analysis/coding/%.c '#include "exchange/csv_write.h"' 'or below it'
harvest walls

planted=$((planted + 1))
echo '#include "str.h"' >>"$copy/lib/arena.h"
"$copy/tests/circles.sh" >"$copy/said" 2>&1 || :
grep -q 'lib/arena' "$copy/said" || { echo "circles.sh did not see that arena and str need each other"; failed=1; }

for file in stopwords/en.txt welsh/words.txt; do
	planted=$((planted + 1))
	grep -v '^#' "$copy/analysis/text/$file" | sed -n 7p >>"$copy/analysis/text/$file"
	if "$copy/analysis/text/${file%/*}/generate.sh" source "$copy/analysis/text/$file" >/dev/null 2>"$copy/said" ||
		! grep -q 'stands twice' "$copy/said"; then
		echo "generate.sh did not see that a word stands twice in $file"; failed=1
	fi
done

echo "lints.sh: $planted planted faults, $([ $failed = 0 ] && echo all found || echo not all found)"
exit $failed
