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

# publish FOLDER SLUG CODEFRAME: code and publish into the folder, its codings beside it.
publish() {
	{
		greenpaper code "$2" "$3"
		greenpaper publish "$2" --to "$1" --outcome "$dir/$2-outcome.yaml"
	} >"$dir/log"
	psql -X -q -A -t -U postgres -v slug="$2" >"$1.codings" <<'SQL'
select json_build_object('question', question_id, 'theme', theme_id, 'answers', answers)
from greenpaper.coding_newest c join greenpaper.response r on r.id = c.response_id where c.slug = :'slug'
SQL
}
# recount FOLDER SLUG CODEFRAME [PAGES]: what was published there, or the PAGES instead.
recount() {
	"$home/tests/recount.py" "$dir/$2.yaml" "$dir/$2.jsonl" "$dir/$2-outcome.yaml" "$3" "$1.codings" "${4:-$1/$2/current}"
}

# A sample with a question that not all are asked: who was not has no answer to it, and is not of its base.
cp "$sample/consultation.yaml" "$dir/$slug.yaml"
cp "$sample/responses.jsonl" "$dir/$slug.jsonl"
cp "$sample/outcome.yaml" "$dir/$slug-outcome.yaml"
cp "$sample/paper.html" "$dir/"
sed "s/$slug/routed/; /^  - id: sharing\(_why\)\?$/s/\$/\n    show_if: {approval: [disagree, not-sure]}/" "$dir/$slug.yaml" \
	>"$dir/routed.yaml"
sed "s/$slug/routed/" "$sample/outcome.yaml" >"$dir/routed-outcome.yaml"
sed "s/$slug/routed/" "$sample/codeframe.yaml" >"$dir/routed-codeframe.yaml"
python3 -c '
import json, sys
for line in sys.stdin:
    response = json.loads(line)
    if response["answers"].get("approval") not in ("disagree", "not-sure"):
        for question in ("sharing", "sharing_why"):
            response["answers"].pop(question, None)
    print(json.dumps(response))' <"$sample/responses.jsonl" >"$dir/routed.jsonl"
{
	greenpaper init
	for name in $slug routed; do
		greenpaper load "$dir/$name.yaml"
		greenpaper import "$name" --from "$dir/$name.jsonl"
	done
} >"$dir/log"

publish "$dir/plain" $slug "$sample/codeframe.yaml"
recount "$dir/plain" $slug "$sample/codeframe.yaml"
publish "$dir/asked" routed "$dir/routed-codeframe.yaml"
recount "$dir/asked" routed "$dir/routed-codeframe.yaml"

# A page that says something else must be found out.
try_fault() {
	rm -rf "$dir/altered"
	cp -rL "$1/$2/current" "$dir/altered"
	sed "$4" "$1/$2/current/index.html" >"$dir/altered/index.html"
	if cmp -s "$1/$2/current/index.html" "$dir/altered/index.html" || recount "$1" "$2" "$3" "$dir/altered" >"$dir/log"; then
		echo "recount.py did not see $4"
		exit 1
	fi
}
for fault in 's/>64</>65</' 's/135 online/136 online/' 's/>51%</>50%</' 's/Agree: 64/Agree: 63/' 's/Feedback/& 7/'; do
	try_fault "$dir/plain" $slug "$sample/codeframe.yaml" "$fault"
done
for fault in 's/% of those asked/% of all responses/' 's/asked of [0-9]*/&0/'; do
	try_fault "$dir/asked" routed "$dir/routed-codeframe.yaml" "$fault"
done

# Themes under others, and one for those who agree.
sed '/- id: delay$/,/label:/s/label:/under: adds-little\n        &/; /- id: family$/,/label:/s/label:/stance: agree\n        &/
	/- id: risks$/,/label:/s/label:/under: before-arrival\n        &/' "$sample/codeframe.yaml" >"$dir/nested.yaml"
publish "$dir/nested" $slug "$dir/nested.yaml"
grep -q 'now: Approval could bring delay' "$dir/nested/$slug/current/index.html"
recount "$dir/nested" $slug "$dir/nested.yaml"
