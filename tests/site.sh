#!/bin/sh
# site.sh COMMAND…: run COMMAND with a whole site of its own, thrown away afterwards.  COMMAND finds it by BASE_URL, its
# folder by SITE, the database by PGHOST and PGDATABASE, the program by GREENPAPER.  The site is strict about templates.
# What sanitizers, asserts and empty markers leave in its log is a failure.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
# Not in TMPDIR, which may be too long for a socket's path.
SITE=$(mktemp -d /tmp/gp.XXXXXX)
chmod 755 "$SITE"
status=1
finish() {
	trap - EXIT
	"$home/etc/stack.sh" stop "$SITE" || status=1
	if grep -nE 'Sanitizer|runtime error|Assertion|not set:|ended by signal (4|6|7|8|11)$|ended with code' "$SITE/log/web.log" >&2; then
		status=1
	fi
	[ $status = 0 ] || tail -n 20 "$SITE"/log/*.log >&2
	rm -rf "$SITE"
	exit $status
}
trap finish EXIT
trap 'status=130; exit 130' INT
trap 'status=143; exit 143' TERM HUP

# Nothing here must outlive a power cut, unless the caller wants it so (EXTRA=).
EXTRA=${EXTRA--c fsync=off -c full_page_writes=off -c synchronous_commit=off}
# Several of these run at once: they do not begin to look for a port at the same place.
FIRST_PORT=$((20000 + $$ % 10000))
export EXTRA FIRST_PORT GREENPAPER_STRICT=1
BASE_URL=$("$home/etc/stack.sh" start "$SITE")
GREENPAPER=$home/build/${MODE:-release}/greenpaper
export BASE_URL SITE GREENPAPER PGHOST="$SITE/run" PGDATABASE=greenpaper GREENPAPER_DATA="$home"
unset PGUSER PGPORT PGOPTIONS PGSERVICE 2>/dev/null || true
"$@" && status=0 || status=$?
