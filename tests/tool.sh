#!/bin/sh
# tool.sh: the officers' tool against a real database, by the transcripts in tests/cases/tool.  Wants the environment
# that tests/postgres.sh makes, and the folder of the programs in BUILD.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
build=$(cd "$home/${BUILD:-build/release}" && pwd)
export PATH="$build:$PATH" CASES="$home/tests/cases/tool" GREENPAPER_DATA="$home"
export EXAMPLES="$home/examples"
greenpaper init >/dev/null
exec "$home/tests/transcript.py" "$CASES"/*.txt
