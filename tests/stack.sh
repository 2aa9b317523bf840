#!/bin/sh
# stack.sh: inside tests/site.sh: that etc/stack.sh keeps what runs, finds its way round what is in the way, and leaves
# nothing behind.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
other=$(mktemp -d /tmp/gp.XXXXXX)
chmod 755 "$other"
trap '"$home/etc/stack.sh" stop "$other"; rm -rf "$other"' EXIT
failed=0
check() {
	if [ "$2" = "$3" ]; then echo "ok: $1"; else echo "FAILED: $1: $2, not $3"; failed=1; fi
}
stack() { "$home/etc/stack.sh" "$@"; }
parts() { cat "$1/run/web.pid" "$1/run/nginx.pid" "$1/pg/postmaster.pid" | tr '\n' ' '; }
# Processes that know the folder; those that ended and that nobody has asked after are none.
processes() { ps -e -o stat=,args= | grep -F "$1/" | grep -v -e '^Z' -e grep | wc -l; }

before=$(parts "$SITE")
check "starting again gives the same address" "$(stack start "$SITE")" "$BASE_URL"
check "starting again leaves everything running" "$(parts "$SITE")" "$before"
check "its status is fine" "$(stack status "$SITE" >/dev/null && echo 0)" 0

port=${BASE_URL##*:}
said=$(PORT=$port stack start "$other" 2>&1) && code=0 || code=$?
check "a port in use is named" "$said" "stack.sh: port $port is in use: choose another with PORT="
check "and nothing was started" "$code $(processes "$other")" "1 0"
said=$(PORT=none stack start "$other" 2>&1) || :
check "what is no port is named" "$said" "stack.sh: PORT is the number of a port, not none"
check "a second site finds a port of its own" \
	"$(FIRST_PORT=$port stack start "$other" | grep -vxF "$BASE_URL" | wc -l)" 1
check "both answer" "$(curl -s -o /dev/null -o /dev/null -w '%{http_code} ' "$BASE_URL/consultations" "$(cat "$other/url")/consultations")" \
	"200 200 "
stack stop "$other"
check "stopped, it leaves no process" "$(processes "$other")" 0
check "its status says so" "$(stack status "$other" | grep -c 'does not run')" 3
stack stop "$other"
check "the first still answers" "$(curl -s -o /dev/null -w '%{http_code}' "$BASE_URL/consultations")" 200

# refuses WHAT SENTENCE COMMAND…: it fails with that one sentence.
refuses() {
	what=$1 sentence=$2
	shift 2
	said=$("$@" 2>&1) && code=0 || code=$?
	check "$what" "$code $said" "1 $sentence"
}
bad=$other/bad
long=$bad/$(printf '%090d' 0)
mkdir -p "$bad/old/pg" "$bad/broken/pg"
echo 9.6 >"$bad/old/pg/PG_VERSION"
cp "$SITE/pg/PG_VERSION" "$bad/broken/pg"
touch "$bad/file"
refuses "a folder that cannot be made" "stack.sh: cannot make the folder $bad/file/x: choose one that you may write to" \
	stack start "$bad/file/x"
refuses "a folder with a blank in its name" \
	"stack.sh: $bad/a b: choose a folder with a name of letters, digits, '.', '-' and '_'" stack start "$bad/a b"
refuses "a folder with too long a name" \
	"postgres.sh: $long is too long for a socket's path: choose a folder of at most 85 bytes" stack start "$long"
refuses "a folder with nothing in it" "stack.sh: there is nothing in $bad/none" stack status "$bad/none"
refuses "programs that were not built" "stack.sh: $home/build/none/greenpaper is not there: run make" \
	env MODE=none "$home/etc/stack.sh" start "$bad/none"
refuses "a database of a PostgreSQL that is not installed" \
	"postgres.sh: $bad/old/pg was made by PostgreSQL 9.6, which is not installed: apt-get install postgresql-9.6" \
	stack start "$bad/old"
user=$(id -un)
if [ "$user" = root ]; then
	user=www-data
	chown postgres: "$bad/broken/pg"
	mkdir -m 700 "$bad/private"
	refuses "a folder that the database's user cannot reach" \
		"postgres.sh: the user postgres cannot reach $bad/private/x: choose a folder that is not inside a private one, such as /var/tmp/greenpaper" \
		stack start "$bad/private/x"
fi
refuses "a database that is broken" \
	"postgres.sh: the server did not start: postgres: could not access the server configuration file \"$bad/broken/pg/postgresql.conf\": No such file or directory" \
	stack start "$bad/broken"
away="cannot reach the database: connection to server on socket \"$bad/.s.PGSQL.5432\" failed: No such file or directory"
refuses "workers without a database" "<3>greenpaper-web: $away" \
	env PGHOST="$bad" "$SITE/site/greenpaper-web" --socket "$bad/socket" --key "$bad/key" --user "$user"
refuses "the tool without a database" "greenpaper status: $away" env PGHOST="$bad" "$GREENPAPER" status
check "none of them leaves a process" "$(processes "$bad")" 0
exit $failed
