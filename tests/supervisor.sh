#!/bin/sh
# supervisor.sh: inside tests/site.sh: what the public notices when workers are killed, reloaded and told to end.
set -eu
home=$(cd "$(dirname "$0")/.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
supervisor=$(cat "$SITE/run/web.pid")
failed=0
check() {
	if [ "$2" = "$3" ]; then echo "ok: $1"; else echo "FAILED: $1: $2, not $3"; failed=1; fi
}
workers() { ps -o pid= --ppid "$supervisor"; }
count() { workers | wc -l; }
# hammer NAME: four visitors, 250 requests each, in the background; the statuses go to NAME.
hammer() {
	for visitor in 1 2 3 4; do
		curl -s -o /dev/null -w '%{http_code}\n' "$BASE_URL/consultations?[1-250]" >"$scratch/$1.$visitor" &
	done
}
others() { cat "$scratch/$1".* | grep -vc '^200$' || :; }
await() {
	tries=200
	until "$@"; do
		tries=$((tries - 1))
		[ $tries -gt 0 ] || return 1
		sleep 0.05
	done
}

wanted=$(count)
hammer kill
for kill in 1 2 3; do
	kill -9 "$(workers | head -1)"
	sleep 0.2
done
wait
all_there() { [ "$(count)" = "$wanted" ]; }
check "killed workers are replaced" "$(await all_there && echo yes || echo no)" yes
check "every request has an answer" "$(cat "$scratch"/kill.* | wc -l)" 1000
lost=$(others kill)
check "a killed worker takes at most one request along ($lost lost)" "$([ "$lost" -le 3 ] && echo yes || echo no)" yes

workers | sort >"$scratch/before"
hammer reload
kill -HUP "$supervisor"
wait
none_left() { [ -z "$(workers | sort | comm -12 - "$scratch/before")" ]; }
check "a reload replaces every worker" "$(await none_left && echo yes || echo no)" yes
check "a reload loses no request" "$(others reload)" 0

# A request that waits for the database is in flight.
mkfifo "$scratch/lock"
psql -X -q -U greenpaper_owner <"$scratch/lock" &
exec 3>"$scratch/lock"
echo 'begin; lock table form_version;' >&3
locked() {
	[ "$(psql -X -A -t -U postgres -c "select count(*) from pg_locks where mode = 'AccessExclusiveLock' and granted and relation = 'greenpaper.form_version'::regclass")" = 1 ]
}
await locked || check "a request can be made to wait" no yes
curl -s -o /dev/null -w '%{http_code}\n' "$BASE_URL/consultations" >"$scratch/last" &
last=$!
waiting() { [ "$(psql -X -A -t -U postgres -c "select count(*) from pg_locks where not granted")" != 0 ]; }
await waiting || check "a request waits" no yes
kill -TERM "$supervisor"
echo 'commit;' >&3
exec 3>&-
wait $last
check "what is in flight is answered before the end" "$(cat "$scratch/last")" 200
ended() { ! grep -q '^State:[[:space:]]*[^ZX[:space:]]' "/proc/$supervisor/status" 2>/dev/null; }
check "then all workers end" "$(await ended && count)" 0
check "and the socket is gone or refuses" "$(curl -s -o /dev/null -w '%{http_code}' "$BASE_URL/consultations")" 502
wait

"$home/etc/stack.sh" start "$SITE" >"$scratch/again"
check "it starts again at the same address" "$(cat "$scratch/again")" "$BASE_URL"
exit $failed
