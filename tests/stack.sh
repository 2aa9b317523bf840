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
parts() { cat "$1/run/web.pid" "$1/run/mail.pid" "$1/run/nginx.pid" "$1/pg/postmaster.pid" | tr '\n' ' '; }
# Processes that know the folder; those that ended and that nobody has asked after are none.
processes() { ps -e -o stat=,args= | grep -F "$1/" | grep -v -e '^Z' -e grep | wc -l; }

before=$(parts "$SITE")
written() { stat -c '%n %y' "$SITE"/nginx* "$SITE/port" "$SITE/url" "$SITE/greenpaper" "$SITE/log/nginx-start.log"; }
files=$(written)
check "starting again gives the same address" "$(stack start "$SITE")" "$BASE_URL"
check "starting again leaves everything running" "$(parts "$SITE")" "$before"
check "and writes none of its files, so that nginx need not read them" "$(written)" "$files"
check "its status is fine" "$(stack status "$SITE" >/dev/null && echo 0)" 0

port=${BASE_URL##*:}
said=$(PORT=$port stack start "$other" 2>&1) && code=0 || code=$?
check "a port in use is named" "$said" "stack.sh: port $port is in use: choose another with PORT="
check "and nothing was started" "$code $(processes "$other")" "1 0"
check "a second site finds a port of its own" \
	"$(FIRST_PORT=$port stack start "$other" | grep -vxF "$BASE_URL" | wc -l)" 1
check "a folder has the tool, connected to its own database" \
	"$(cd / && env -u GREENPAPER_DATA PGHOST=/nowhere PGPORT=1 "$other/greenpaper" status 2>&1)" \
	"$(PGHOST=$other/run "$GREENPAPER" status 2>&1)"
check "both answer" "$(curl -s -o /dev/null -o /dev/null -w '%{http_code} ' "$BASE_URL/consultations" "$(cat "$other/url")/consultations")" \
	"200 200 "
stack stop "$other"
check "stopped, it leaves no process" "$(processes "$other")" 0
check "its status says so" "$(stack status "$other" | grep -c 'does not run')" 4
stack stop "$other"

# The demo, twice: an officer has edited in between.
demo() { "$home/examples/demo.sh" "$other"; }
draft=$other/drafts/safeguarding-looked-after-children-codeframe.yaml
demo >"$SITE/demo"
check "the demo says how to call the tool" "$(grep -c "$other/greenpaper help$" "$SITE/demo")" 1
check "and ends with its three addresses, the only ones" \
	"$(grep -c http "$SITE/demo") $(tail -n 3 "$SITE/demo" | sed 's/:.*//' | tr '\n' ' ')" \
	"3 A form to answer An outcome to read The list "
echo "# mine" >>"$draft"
check "again it says the same" "$(demo)" "$(cat "$SITE/demo")"
check "and keeps an edited draft" "$(tail -n 1 "$draft")" "# mine"
check "removed, nothing of it is left" "$(stack reset "$other" 2>&1; processes "$other"; ls -d "$other" 2>/dev/null)" 0
check "removing what is not there is no fault" "$(stack reset "$other" 2>&1 && echo 0)" 0
mkdir -m 755 "$other"
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
mkdir -p "$bad/old/pg" "$bad/broken/pg" "$bad/hers"
touch "$bad/old/.greenpaper-stack" "$bad/broken/.greenpaper-stack" "$bad/hers/letter"
echo 9.6 >"$bad/old/pg/PG_VERSION"
cp "$SITE/pg/PG_VERSION" "$bad/broken/pg"
touch "$bad/file"
refuses "a folder that cannot be made" "stack.sh: cannot make the folder $bad/file/x: choose one that you may write to" \
	stack start "$bad/file/x"
refuses "a folder with a blank in its name" \
	"stack.sh: $bad/a b: choose a folder with a name of letters, digits, '.', '-' and '_'" stack start "$bad/a b"
refuses "a folder without a name" "stack.sh: the name of the folder is empty: choose one with DIR=" stack start ""
check "and makes none" "$(ls -d "$bad/a"* 2>/dev/null)" ""
refuses "to start in a folder that holds something else" \
	"stack.sh: $bad/hers holds something else: choose an empty or new folder" stack start "$bad/hers"
refuses "to remove a folder that it did not make" \
	"stack.sh: $bad/hers was not made by stack.sh start: remove it yourself if you want it gone" stack reset "$bad/hers"
check "and leaves what is in it" "$(ls -A "$bad/hers")" letter
for port in none 0 65536 -1 1e3 99999999999999999999; do
	refuses "$port for a port" "stack.sh: PORT is a number from 1 to 65535, not $port" \
		env PORT=$port "$home/etc/stack.sh" start "$bad/none"
done
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
refuses "the tool without a database" "greenpaper status: $away
PGHOST says where it is: the folder of its socket" env PGHOST="$bad" "$GREENPAPER" status
check "none of them leaves a process" "$(processes "$bad")" 0

# A start that fails half way: of the running site nothing ends, of a new one nothing stays.
before=$(parts "$SITE")
copy=$bad/copy
mkdir -p "$copy/build"
cp -R "$home/etc" "$home/sql" "$home/templates" "$home/static" "$copy/"
cp -R "$home/build/${MODE:-release}" "$copy/build/half"
half() { MODE=half "$copy/etc/stack.sh" start "$1"; }
echo 'nonsense;' >>"$copy/etc/nginx-headers.conf"
check "a new one fails on what nginx cannot read" "$(half "$bad/new" 2>&1 | grep -c 'nginx did not start: .*nonsense')" 1
check "and leaves no process" "$(processes "$bad/new")" 0
check "a running one fails on it too" "$(half "$SITE" 2>&1 | grep -c 'nginx did not start: .*nonsense')" 1
check "and goes on" "$(parts "$SITE")$(curl -s -o /dev/null -w '%{http_code}' "$BASE_URL/consultations")" "${before}200"
check "and is as it was after a start that can be" "$(stack start "$SITE" && parts "$SITE")" "$BASE_URL
$before"

# Bound, but not listening: nobody can know before nginx tries.
python3 -c 'import signal, socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1], flush=True); signal.pause()' \
	>"$bad/bound" &
holder=$!
until [ -s "$bad/bound" ]; do sleep 0.05; done
port=$(cat "$bad/bound")
for site in "$SITE" "$bad/new"; do
	refuses "a port that nginx cannot have" \
		"stack.sh: port $port cannot be used (Address already in use): choose another with PORT=" \
		env PORT="$port" "$home/etc/stack.sh" start "$site"
done
kill $holder
check "what ran stays where it was" "$(cat "$SITE/url"; parts "$SITE")$(curl -s -o /dev/null -w '%{http_code}' "$BASE_URL/consultations")" \
	"$BASE_URL
${before}200"
check "and the new one leaves no process" "$(processes "$bad/new")" 0

if [ "$(id -u)" = 0 ]; then
	told() { runuser -u www-data -- sh -s "$@" 2>&1 <"$home/etc/packages.sh" | grep -c 'systemctl disable --now nginx postgresql'; }
	check "who installs nginx is told of Debian's own service" "$(told nginx-none)" 1
	check "who does not is not" "$(told gcc-none)" 0
fi
exit $failed
