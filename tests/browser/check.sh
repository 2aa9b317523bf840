#!/bin/sh
# check.sh: check.mjs over the two samples, on the site that tests/site.sh started.  Without Node, Java or Chromium it
# says so and passes, but fails where CI is set.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
home=$here/../..

for program in node npm java chromium; do
	command -v $program >/dev/null && continue
	echo "check-web: $program is missing: make deps-web installs it" >&2
	[ -z "${CI:-}" ] || exit 1
	exit 0
done
cd "$here"
[ node_modules/.package-lock.json -nt package.json ] ||
	npm install --ignore-scripts --no-audit --no-fund --no-package-lock --loglevel=error --fetch-retries=1 --fetch-timeout=60000 >&2

addresses=$("$home/examples/demo.sh" "$SITE")
path_of() { echo "$addresses" | sed -n "s|^$1: *$BASE_URL||p"; }
FORM=$(path_of 'A form to answer') OUTCOME=$(path_of 'An outcome to read')
export FORM OUTCOME
node check.mjs
