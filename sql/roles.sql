-- Greenpaper's roles.  Run as a superuser, once and after every upgrade:
--     psql -X -v ON_ERROR_STOP=1 -f sql/roles.sql postgres
-- Run again it changes nothing.  No role has a password, is a superuser or may
-- make roles or databases.
--
-- owner      owns the schema and its functions, applies migrations
-- web        the public site: executes draft_*, own_*, receipt; reads versions
-- editor     loads consultation definitions
-- keyer      imports and keyed entries: executes submit_received
-- analyst    reads responses, writes codings; never names and addresses
-- publisher  reads counts and quotations that may be published
-- steward    subject access and erasure: reads responses with people, purges drafts
-- postman    takes mail out of the spool
do $$
declare
	role text;
begin
	foreach role in array array['owner', 'web', 'editor', 'keyer', 'analyst', 'publisher', 'steward', 'postman'] loop
		if not exists (select from pg_roles where rolname = 'greenpaper_' || role) then
			execute format('create role %I', 'greenpaper_' || role);
		end if;
		execute format('alter role %I login nosuperuser nocreatedb nocreaterole '
			'noreplication nobypassrls', 'greenpaper_' || role);
		execute format('alter role %I set search_path = greenpaper', 'greenpaper_' || role);
	end loop;
end
$$;

-- A citizen's request must not wait for long: past this it is a 503 page.
alter role greenpaper_web set statement_timeout = '3s';
alter role greenpaper_web set lock_timeout = '1s';
-- A migration that waits for a table holds up all who come after it: better to
-- give up, and be run again.
alter role greenpaper_owner set lock_timeout = '10s';
