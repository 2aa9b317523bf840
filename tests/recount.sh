#!/bin/sh
# recount.sh: publish the safeguarding sample and let recount.py count it once more.  Wants the environment that
# tests/postgres.sh makes, and the folder of the programs in BUILD.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
build=$(cd "$home/${BUILD:-build/release}" && pwd)
sample=$home/examples/safeguarding
slug=safeguarding-looked-after-children
export PATH="$build:$PATH" GREENPAPER_DATA="$home"
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
{
	greenpaper init
	greenpaper load "$sample/consultation.yaml"
	greenpaper import $slug --from "$sample/responses.jsonl"
	greenpaper code $slug "$sample/codeframe.yaml"
	greenpaper publish $slug --to "$dir" --outcome "$sample/outcome.yaml"
} >"$dir/log"
codings() {
	psql -X -q -A -t -U postgres >"$1" <<'SQL'
select json_build_object('question', question_id, 'theme', theme_id, 'answers', answers)
from greenpaper.coding_newest join greenpaper.response on response.id = response_id
SQL
}
codings "$dir/codings"
recount() {
	"$home/tests/recount.py" "$sample/consultation.yaml" "$sample/responses.jsonl" "$sample/outcome.yaml" \
		"${2:-$sample/codeframe.yaml}" "${3:-$dir/codings}" "$1"
}
recount "$dir/$slug/current"

# A page that says something else must be found out.
for fault in 's/>64</>65</' 's/135 online/136 online/' 's/>51%</>50%</' 's/Agree: 64/Agree: 63/' 's/Feedback/& 7/'; do
	rm -rf "$dir/altered"
	cp -rL "$dir/$slug/current" "$dir/altered"
	sed "$fault" "$dir/$slug/current/index.html" >"$dir/altered/index.html"
	if cmp -s "$dir/$slug/current/index.html" "$dir/altered/index.html" || recount "$dir/altered" >"$dir/log"; then
		echo "recount.py did not see $fault"
		exit 1
	fi
done

# Themes under others, and one for those who agree.
sed '/- id: delay$/,/label:/s/label:/under: adds-little\n        &/; /- id: family$/,/label:/s/label:/stance: agree\n        &/
	/- id: risks$/,/label:/s/label:/under: before-arrival\n        &/' "$sample/codeframe.yaml" >"$dir/nested.yaml"
{
	greenpaper code $slug "$dir/nested.yaml"
	greenpaper publish $slug --to "$dir/nested" --outcome "$sample/outcome.yaml"
} >"$dir/log"
codings "$dir/nested.codings"
grep -q 'now: Approval could bring delay' "$dir/nested/$slug/current/index.html"
recount "$dir/nested/$slug/current" "$dir/nested.yaml" "$dir/nested.codings"
