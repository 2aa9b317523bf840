#!/bin/sh
# demo.sh DIR: start the whole in DIR, send both samples through it and print how to go on and, last, three addresses: a
# form to answer, an outcome to read, the list.  Run again it changes what has changed and loses nothing.
set -eu
[ $# -eq 1 ] || { echo "usage: demo.sh DIR" >&2; exit 2; }
home=$(cd "$(dirname "$0")/.." && pwd)
"$home/etc/stack.sh" start "$1" >/dev/null
dir=$(cd "$1" && pwd -P)
url=$(cat "$dir/url")
greenpaper=$dir/greenpaper
log=$dir/log/demo.log
quietly() { "$@" >>"$log" 2>&1 || { tail -5 "$log" >&2; echo "demo.sh: $* failed; all of it is in $log" >&2; exit 1; }; }
london() { TZ=Europe/London date -d "$1" "+$2"; }

# --- a consultation that is over: load, import, read, code, publish ---------------------------------------------------
over=safeguarding-looked-after-children
sample=$home/examples/safeguarding
mkdir -p "$dir/drafts"
quietly "$greenpaper" load "$sample/consultation.yaml"
quietly "$greenpaper" import $over --from "$sample/responses.jsonl"
draft=$dir/drafts/$over-codeframe.yaml
[ -e "$draft" ] || quietly "$greenpaper" themes $over --out "$draft"
# Coded and published again only when what it is made from has changed: in between somebody may have coded it otherwise.
made_from=$(cat "$sample"/* "$home"/templates/* "$home/build/release/greenpaper" | sha256sum)
if [ "$made_from" != "$(cat "$dir/drafts/made-from" 2>/dev/null)" ]; then
	quietly "$greenpaper" code $over "$sample/codeframe.yaml"
	quietly "$greenpaper" publish $over --to "$dir/published" --outcome "$sample/outcome.yaml"
	echo "$made_from" >"$dir/drafts/made-from"
fi

# --- one that is open: its dates are those of its first day here, until it has closed ---------------------------------
open=health-looked-after-children
sample=$dir/samples/health
mkdir -p "$sample"
closes=$(sed -n 's/^closes: //p' "$sample/consultation.yaml" 2>/dev/null || :)
if [ -z "$closes" ] || [ "$(london "$closes" %s)" -le "$(date +%s)" ]; then
	months="Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr"
	due="19 weeks"
	english=$(LC_ALL=C london "$due" '%B %Y')
	# shellcheck disable=SC2086
	welsh=$(set -- $months; shift $(($(london "$due" %-m) - 1)); echo "$1 $(london "$due" %Y)")
	sed -e "s/@OPENS@/$(london '7 days ago' %F) 09:30/" -e "s/@CLOSES@/$(london '12 weeks' %F) 23:45/" \
		-e "s/@RESULTS_DUE@/{en: $english, cy: $welsh}/" \
		"$home/examples/health/consultation.yaml.in" >"$sample/consultation.yaml.new"
	mv "$sample/consultation.yaml.new" "$sample/consultation.yaml"
fi
cp "$home/examples/health/guidance.html" "$sample/"
quietly "$greenpaper" load "$sample/consultation.yaml"

echo "Mail that the demo sends is in $dir/mail, and goes nowhere else."
echo "The tool, connected to this demo: $dir/greenpaper help"
echo "Everything is in $dir: make demo-stop DIR=$dir stops it, make demo-reset DIR=$dir also throws its data away."
echo "One system user has all the roles here; on a real server each person has one's own."
echo
echo "A form to answer:       $url/consultations/$open"
echo "An outcome to read:     $url/consultations/$over/outcome/"
echo "The list:               $url/consultations"
