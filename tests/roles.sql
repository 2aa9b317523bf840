-- What each role really may do with each object, tried out; printed in the form of
-- tests/cases/roles.txt.  Run by psql as the superuser; changes nothing.
\set QUIET on
set client_min_messages = error;
begin;
create role greenpaper_anybody;	-- one who was granted nothing

create temp table role (position serial, name text);
insert into role (name)
values ('web'), ('editor'), ('keyer'), ('analyst'), ('publisher'), ('steward'), ('anybody');

-- Whether ROLE is allowed STATEMENT, which is undone in any case.  42501 is
-- "insufficient privilege"; the others say that nobody can do this to a view.
create function pg_temp.allowed(role text, statement text) returns boolean
language plpgsql as $$
begin
	execute format('set local role %I', 'greenpaper_' || role);
	execute statement;
	raise exception 'undo';
exception when others then
	return sqlstate not in ('42501', '42809', '55000');
end
$$;

create temp table trial (position serial, kind text, object text, verb text, statement text);
insert into trial (kind, object, verb, statement)
values
	('database', 'greenpaper', 'create', 'create schema new'),
	('database', 'greenpaper', 'temporary', 'create temp table new ()'),
	('schema', 'greenpaper', 'use', 'select from greenpaper.missing'),
	('schema', 'greenpaper', 'create', 'create table greenpaper.new ()'),
	('schema', 'public', 'use', 'select public.missing()'),
	('schema', 'public', 'create', 'create table public.new ()');
insert into trial (kind, object, verb, statement)
select case relkind when 'v' then 'view' else 'table' end, relname, verb,
	-- A column that not the server alone may fill.
	format(statement, c.oid::regclass, (select attname from pg_attribute
		where attrelid = c.oid and attnum > 0 and attname not in ('sha256', 'respondent', 'answers')
		order by attnum desc limit 1))
from pg_class c,
	(values ('select', 'select from %s'), ('insert', 'insert into %s default values'),
		('update', 'update %s set %I = null where false'),
		('delete', 'delete from %s where false'), ('truncate', 'truncate %s')) v(verb, statement)
where relnamespace = 'greenpaper'::regnamespace and relkind in ('r', 'v', 'm', 'f', 'p');
insert into trial (kind, object, verb, statement)
select 'sequence', relname, 'use', format('select nextval(%L)', c.oid::regclass)
from pg_class c
where relnamespace = 'greenpaper'::regnamespace and relkind = 'S';
-- offset 0: or else a strict function of null is left out, and with it the check.
insert into trial (kind, object, verb, statement)
select 'function', proname, 'execute',
	format('select %s(%s) from (select null::text as a offset 0) v', p.oid::regproc,
		(select string_agg(format('a::%s', type::regtype), ', ') from unnest(proargtypes) type))
from pg_proc p
where pronamespace = 'greenpaper'::regnamespace and prorettype <> 'trigger'::regtype;

create temp table cell as
select t.position, kind, object, verb, name as role, pg_temp.allowed(name, statement) as allowed
from trial t, role;

-- What cannot be tried without connecting, or without being a trigger.
insert into cell
select 0, 'database', 'greenpaper', 'connect', name,
	has_database_privilege('greenpaper_' || name, current_database(), 'connect')
from role;
insert into cell
select 0, 'function', proname, 'execute', name,
	has_function_privilege('greenpaper_' || name, p.oid, 'execute')
from pg_proc p, role
where pronamespace = 'greenpaper'::regnamespace and prorettype = 'trigger'::regtype;
-- Columns that have rights of their own.
insert into cell
select 0, 'column', relname || '.' || attname, verb, name,
	has_column_privilege('greenpaper_' || name, c.oid, attnum, verb)
from pg_attribute a
join pg_class c on c.oid = attrelid and relnamespace = 'greenpaper'::regnamespace,
	unnest(array['select', 'insert', 'update']) verb, role
where attacl is not null;
-- What a role is by itself, or by being a member of another.
insert into cell
select 0, 'role', 'itself', word, name, word is not null
from role
join pg_roles r on rolname = 'greenpaper_' || name
left join lateral (
	select unnest(array[
		case when rolsuper then 'superuser' end, case when rolcreaterole then 'createrole' end,
		case when rolcreatedb then 'createdb' end, case when rolreplication then 'replication' end,
		case when rolbypassrls then 'bypassrls' end]) as word
	union all
	select roleid::regrole::text from pg_auth_members where member = r.oid) w on word is not null;
-- A role that is not in the table, so that it shows up there.
insert into cell
select 0, 'role', rolname, 'exists', 'web', true
from pg_roles
where rolname like 'greenpaper\_%' and rolname <> 'greenpaper_owner'
	and not exists (select from role where rolname = 'greenpaper_' || name);

\pset tuples_only on
\pset format unaligned
select string_agg(rpad(cell, width), '| ' order by position)
from (
	select kind, object, 0 as position, 33 as width, kind || ' ' || object as cell
	from cell group by kind, object
	union all
	select kind, object, r.position, 16,
		coalesce(string_agg(verb, ' ' order by c.position) filter (where allowed), '-')
	from cell c join role r on r.name = c.role group by kind, object, r.position) line
group by kind, object
order by kind collate "C", object collate "C";
rollback;
