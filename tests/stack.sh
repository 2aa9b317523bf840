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
exit $failed
