#!/bin/sh
# postgres.sh start|stop|status DIR: a private PostgreSQL: data in DIR/pg, socket in
# DIR/run, log in DIR/log/postgres.log.  It listens on the Unix socket alone and
# knows people by their system user (peer): whoever runs this has every role.
# Started by root, the server runs as `postgres`, and `www-data` gets the web's
# role and no other.  `start` is idempotent and keeps what is there; one that fails
# leaves no server behind.  `status` ends with 0 while the server runs.
# EXTRA="-c name=value …" adds settings for this start.
set -eu
umask 022
fail() { echo "postgres.sh: $*" >&2; exit 1; }
home=$(cd "$(dirname "$0")/.." && pwd)
[ $# -eq 2 ] && case $1 in start | stop | status) ;; *) false ;; esac ||
	fail "usage: postgres.sh start|stop|status DIR"
verb=$1 dir=$2
EXTRA=${EXTRA:-}

# Root steps down; everybody else is the server's user already.
if [ "$(id -u)" = 0 ]; then
	server=postgres
	as() { (cd / && runuser -u postgres -- "$@"); }
else
	server=$(id -un)
	as() { (cd / && "$@"); }
fi

version=$(cat "$dir/pg/PG_VERSION" 2>/dev/null || ls /usr/lib/postgresql 2>/dev/null | sort -V | tail -1)
bin=/usr/lib/postgresql/${version:-none}/bin
# Where nobody reaps orphans (some containers), a killed server stays as a zombie,
# which PostgreSQL takes for alive.
running() {
	pid=$(head -1 "$dir/pg/postmaster.pid" 2>/dev/null || true)
	if grep -q '^State:.Z' "/proc/${pid:-none}/status" 2>/dev/null; then
		rm -f "$dir/pg/postmaster.pid" "$dir/run/.s.PGSQL.5432.lock"
	fi
	as "$bin/pg_ctl" -D "$dir/pg" status >/dev/null 2>&1
}

stop() { as "$bin/pg_ctl" -s -m fast -D "$dir/pg" stop; }

case $verb in
status)
	[ -d "$dir/pg" ] && dir=$(cd "$dir" && pwd) && running && exit 0
	exit 1
	;;
stop)
	[ -d "$dir/pg" ] || exit 0
	dir=$(cd "$dir" && pwd)
	! running || stop
	exit 0
	;;
esac

[ -x "$bin/initdb" ] || if [ -e "$dir/pg/PG_VERSION" ]; then
	fail "$dir/pg was made by PostgreSQL $version, which is not installed: apt-get install postgresql-$version"
else
	fail "PostgreSQL is not installed: apt-get install postgresql"
fi
mkdir -p "$dir/run" "$dir/log" 2>/dev/null || fail "cannot make folders in $dir: choose one that you may write to"
dir=$(cd "$dir" && pwd)
socket=$dir/run/.s.PGSQL.5432
[ "$(printf %s "$socket" | wc -c)" -le 107 ] || fail "$dir is too long for a socket's path: choose a folder of at most 85 bytes"
as test -x "$dir/run" || fail "the user $server cannot reach $dir: choose a folder that is not inside a private one, such as /var/tmp/greenpaper"
owner=$(stat -c %U "$dir/pg" 2>/dev/null || echo "$server")
[ "$owner" = "$server" ] || fail "$dir/pg belongs to $owner: run this as that user, or choose another folder"
if [ "$(id -u)" = 0 ]; then
	chown postgres: "$dir/run"
fi

if [ ! -d "$dir/pg" ]; then
	# Made beside and renamed: one that was cut off half way is begun again.
	new=$dir/pg.new
	rm -rf "$new"
	mkdir "$new"
	chown "$server" "$new"
	case $EXTRA in *fsync=off*) sync=--no-sync ;; *) sync= ;; esac
	as "$bin/initdb" -D "$new" $sync --data-checksums -U postgres -A peer -E UTF8 --locale=C.UTF-8 \
		>"$dir/log/initdb.log" 2>&1 || fail "initdb failed: read $dir/log/initdb.log"
	echo "include 'greenpaper.conf'" >>"$new/postgresql.conf"
	mv "$new" "$dir/pg"
fi

# Written at every start, so that an upgrade's settings and roles arrive.
roles=$(sed -n "s/.*array\[\(.*\)\].*/\1/p" "$home/sql/roles.sql" | tr -d "',")
cp "$home/etc/postgresql.conf" "$dir/pg/greenpaper.conf"
echo "local all all peer map=greenpaper" >"$dir/pg/pg_hba.conf"
{
	echo "greenpaper $(id -un) postgres"
	for role in $roles; do echo "greenpaper $(id -un) greenpaper_$role"; done
	[ "$(id -u)" != 0 ] || echo "greenpaper www-data greenpaper_web"
} >"$dir/pg/pg_ident.conf"
chown "$server" "$dir/pg/greenpaper.conf" "$dir/pg/pg_hba.conf" "$dir/pg/pg_ident.conf"
log=$dir/log/postgres.log
[ -e "$log" ] || (umask 077 && : >"$log")
chown "$server" "$log"

if running; then
	as "$bin/pg_ctl" -s -D "$dir/pg" reload
else
	trap '! running || stop' EXIT
	as "$bin/pg_ctl" -s -w -D "$dir/pg" -l "$log" -o "-c unix_socket_directories='$dir/run' $EXTRA" start \
		</dev/null >>"$log" 2>&1 ||
		fail "the server did not start: $(grep -E 'FATAL|PANIC|^postgres: ' "$log" | tail -n 1)"
fi

export PGHOST="$dir/run" PGUSER=postgres PGOPTIONS='-c client_min_messages=warning'
"$bin/psql" -X -q -v ON_ERROR_STOP=1 -f "$home/sql/roles.sql" postgres ||
	fail "the roles could not be made: read $log"
[ "$("$bin/psql" -X -A -t -c "select 1 from pg_database where datname = 'greenpaper'" postgres)" ] ||
	"$bin/createdb" -O greenpaper_owner greenpaper
trap - EXIT
