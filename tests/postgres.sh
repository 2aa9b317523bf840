#!/bin/sh
# postgres.sh COMMAND…: run COMMAND with a PostgreSQL of its own, which has the
# roles and an empty database `greenpaper`, and is thrown away afterwards.  COMMAND
# finds it by PGHOST and PGDATABASE and may connect as any greenpaper_* role, and
# as the superuser `postgres`.  The schema is made by `greenpaper init` and, for
# themselves, by the unit tests.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
# Not in TMPDIR, which may be too long for a socket's path.
dir=$(mktemp -d /tmp/gp.XXXXXX)
chmod 755 "$dir"
status=1
finish() {
	trap - EXIT
	"$home/etc/postgres.sh" stop "$dir" || status=1
	[ $status = 0 ] || grep -E ' (WARNING|ERROR|FATAL|PANIC):' "$dir/log/postgres.log" | tail -20 >&2 || true
	rm -rf "$dir"
	exit $status
}
trap finish EXIT
trap 'status=130; exit 130' INT
trap 'status=143; exit 143' TERM HUP

# Nothing here must outlive a power cut.
EXTRA="-c fsync=off -c full_page_writes=off -c synchronous_commit=off" "$home/etc/postgres.sh" start "$dir"
export PGHOST="$dir/run" PGDATABASE=greenpaper
unset PGUSER PGPORT PGOPTIONS PGSERVICE 2>/dev/null || true
"$@" && status=0 || status=$?
