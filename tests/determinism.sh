#!/bin/sh
# determinism.sh: the same responses give the same bytes, whatever the locale and the order in which they came in.  Each
# run has a database of its own: import, themes, code and publish the safeguarding sample, then compare every file.  Then
# themes and copies of a table that is made here, without a database.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
build=$(cd "$home/${BUILD:-build/release}" && pwd)
sample=$home/examples/safeguarding
slug=safeguarding-looked-after-children
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

if [ "${1:-}" = once ]; then
	out=$2 responses=$3
	trap - EXIT
	rmdir "$dir"
	export PATH="$build:$PATH" GREENPAPER_DATA="$home"
	greenpaper init
	greenpaper load "$sample/consultation.yaml"
	greenpaper import $slug --from "$responses"
	greenpaper themes $slug --out "$out/codeframe.yaml"
	greenpaper code $slug "$sample/codeframe.yaml"
	greenpaper publish $slug --to "$out/published" --outcome "$sample/outcome.yaml"
	exit
fi

# A real locale with other letters, sorting and numbers, in a folder of our own.
mkdir "$dir/locales"
localedef -i cy_GB -f UTF-8 "$dir/locales/cy_GB.UTF-8"
mkdir "$dir/one" "$dir/two"
tac "$sample/responses.jsonl" | sort -k1.40 >"$dir/shuffled.jsonl"
if cmp -s "$sample/responses.jsonl" "$dir/shuffled.jsonl"; then
	echo "determinism.sh: the second run would have the same order" >&2
	exit 1
fi

LC_ALL=C "$home/tests/postgres.sh" "$0" once "$dir/one" "$sample/responses.jsonl" >"$dir/log"
# glibc never frees the list that it makes of LOCPATH, which is no leak of ours.
export ASAN_OPTIONS=detect_leaks=0
LOCPATH="$dir/locales" LC_ALL=cy_GB.UTF-8 "$home/tests/postgres.sh" "$0" once "$dir/two" "$dir/shuffled.jsonl" >>"$dir/log"
# A receipt has chance in it, so that nobody finds out by trying who wrote what; and the version is called by all of it.
for run in one two; do
	published=$dir/$run/published/$slug
	tail -n +2 "$published/current/receipts.csv" | LC_ALL=C sort -cu
	wc -l <"$published/current/receipts.csv" >"$dir/$run/receipts"
	mv "$published/$(readlink "$published/current")" "$published/version"
	rm "$published/current" "$published/version/receipts.csv"
done
diff -r "$dir/one" "$dir/two"
echo "determinism: $(find "$dir/one" -type f | wc -l) files, the same bytes in two locales and two orders"

# A table of 600 rows: five matters, some rows about two of them, copied letters and short answers that came often.
"$home/tests/determinism.py" make "$dir/rows.csv" "$dir/turned.csv"
for command in themes copies; do
	for run in one two; do
		PATH="$build:$PATH" LC_ALL=C greenpaper $command --from "$dir/rows.csv" --text text --json >"$dir/$command.$run"
	done
	LOCPATH="$dir/locales" LC_ALL=cy_GB.UTF-8 "$build/greenpaper" $command --from "$dir/rows.csv" --text text --json \
		>"$dir/$command.cy"
	cmp "$dir/$command.one" "$dir/$command.two"
	cmp "$dir/$command.one" "$dir/$command.cy"
	"$build/greenpaper" $command --from "$dir/turned.csv" --text text --json >"$dir/$command.turned"
	"$home/tests/determinism.py" $command "$dir/rows.csv" "$dir/$command.one" "$dir/turned.csv" "$dir/$command.turned"
done
