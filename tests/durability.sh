#!/bin/sh
# durability.sh: inside tests/site.sh with fsync on, which `make durability` does: the durability run, then its control on
# the same site, from which the uniqueness has been taken away.  COUNT and COUNT_CONTROL say how many.
set -eu
here=$(dirname "$0")
sql() { psql -X -q -A -t -v ON_ERROR_STOP=1 -U postgres "$@"; }

[ "$(sql -c 'show fsync')" = on ] || { echo "durability.sh: fsync is off: run make durability" >&2; exit 1; }
"$GREENPAPER" load "$here/durability.yaml" >/dev/null
"$here/durability.py" --count "${COUNT:-5000}"

# The row that is there already is not found, and the draft does not learn that it was sent.
sql <<'SQL'
alter table greenpaper.response drop constraint response_submission_id_key;
create function greenpaper.draft_forget() returns trigger language plpgsql as 'begin return old; end';
create trigger forgets before update of reference on greenpaper.draft
	for each row execute function greenpaper.draft_forget();
SQL
echo "Without the uniqueness:"
exec "$here/durability.py" --count "${COUNT_CONTROL:-1000}" --expect-doubles
