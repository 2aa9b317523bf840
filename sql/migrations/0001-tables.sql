-- Tables.  One response is one row that is never changed.  Nobody but the owner
-- has a right here unless 0005-grants.sql says so.
create schema greenpaper;

-- Which files of this folder were applied, and their bytes' hash.
create table migration (
	name text primary key,
	sha256 bytea not null,
	applied_at timestamptz not null default now()
);

-- --- consultations ---------------------------------------------------------

create table consultation (
	slug text primary key check (slug ~ '^[a-z0-9-]+$')
);

-- A definition file as it was loaded.
create table form_version (
	slug text not null references consultation,
	version integer not null check (version >= 1),
	source bytea not null,
	sha256 bytea not null generated always as (sha256(source)) stored,
	opens timestamptz not null,
	closes timestamptz not null,
	loaded_at timestamptz not null default now(),
	primary key (slug, version),
	check (opens < closes)
);

-- What SQL must know of the questions, derived from the source at load.
create table question (
	slug text not null,
	version integer not null,
	position integer not null,
	id text not null,
	type text not null check (type in ('radios', 'checkboxes', 'select', 'text', 'long-text',
		'email', 'number', 'date', 'matrix', 'ranking')),
	explains text,
	-- Of whom it is asked, with all that the way to it needs: a list of
	-- {"id": question, "values": [value, ...]}, each of which must hold; null: of all.
	needs jsonb,
	primary key (slug, version, id),
	foreign key (slug, version) references form_version,
	foreign key (slug, version, explains) references question
);

create table document (
	slug text not null,
	version integer not null,
	name text not null,
	bytes bytea not null,
	sha256 bytea not null generated always as (sha256(bytes)) stored,
	primary key (slug, version, name),
	foreign key (slug, version) references form_version
);
-- PDF is compressed already.
alter table document alter bytes set storage external;

-- Governments of the United Kingdom by GOV.UK's names for them.  One is in
-- office until the next starts.
create table government (
	starts date primary key,
	title text not null unique
);

-- What `publish` noted of the newest outcome.
create table outcome (
	slug text primary key references consultation,
	published_on date,
	opening text not null,
	detail text not null,
	version text not null,
	noted_at timestamptz not null
);

-- --- responses -------------------------------------------------------------
-- No foreign key leads from here to form_version: each submission would lock
-- the same row of it, and the functions that write have just read that row,
-- which never goes away.

create table draft (
	id bigint generated always as identity primary key,
	submission_id uuid not null default gen_random_uuid(),
	slug text not null,
	version integer not null,
	language text not null check (language in ('en', 'cy')),
	revision integer not null default 0,
	respondent jsonb not null default '{}' check (jsonb_typeof(respondent) = 'object'),
	answers jsonb not null default '{}' check (jsonb_typeof(answers) = 'object'),
	reference text,	-- of what it became; null until it was sent
	replaces bigint,	-- the response that it changes, once it is sent again
	mails integer not null default 0,	-- that were asked for on its pages
	made_at timestamptz not null default clock_timestamp(),
	saved_at timestamptz not null default now(),
	check (reference is null or replaces is null)
) with (fillfactor = 70);	-- room to save a page in place
create index draft_by_slug on draft (slug);

-- How a draft, and later its response, is found: by a browser's handle, by a code
-- that somebody wrote down, by a link that was sent to them.  No key itself is kept.
create table draft_key (
	hash bytea primary key check (length(hash) = 32),
	draft_id bigint not null references draft on delete cascade,
	kind text not null check (kind in ('handle', 'code', 'link')),
	made_at timestamptz not null default clock_timestamp()
);
create index draft_key_by_draft on draft_key (draft_id, kind, made_at);

create table response (
	id bigint generated always as identity primary key,
	submission_id uuid not null unique,
	reference text not null unique,
	slug text not null,
	version integer not null,
	channel text not null check (channel in ('online', 'email', 'post', 'event', 'other', 'not-stated')),
	language text not null check (language in ('en', 'cy')),
	received_at timestamptz,	-- null: not stated; then it is not late either
	late boolean not null,
	capacity text not null check (capacity in ('not-stated', 'individual', 'organisation')),
	respondent_type text,
	confidential text not null check (confidential in ('not-stated', 'no', 'yes')),
	confidential_reason text,
	publish text not null check (publish in ('not-stated', 'with-name', 'without-name', 'not-at-all')),
	contact text not null check (contact in ('not-stated', 'no', 'yes')),
	-- Signs of a machine, for a person to judge: nothing is refused for them.
	flags text[] not null default '{}' check (flags <@ array['honeypot', 'fast', 'same-text']),
	text_sha256 bytea,	-- of the longest answer; null: none is long enough to tell
	answers jsonb not null check (jsonb_typeof(answers) = 'object'),
	salt bytea not null,
	body_sha256 bytea not null	-- of the salt and all that was said
);
create index response_by_slug on response (slug);
create index response_by_text on response (slug, text_sha256) where text_sha256 is not null;

-- A response that counts no more: its writer sent another in its place, or took it
-- back.  It stays until it is purged, and nothing counts, quotes or exports it.
create table response_end (
	response_id bigint primary key references response on delete cascade,
	ended_at timestamptz not null,
	reason text not null check (reason in ('amended', 'withdrawn')),
	replaced_by bigint check (reason = 'amended' or replaced_by is null)	-- may be purged
);

-- Apart, so that who may read answers need not be able to read names.
create table person (
	response_id bigint primary key references response on delete cascade,
	organisation text,
	represents text,
	name text,
	email text
);

-- --- codings ---------------------------------------------------------------

-- A reviewed codeframe as it was applied.
create table codeframe (
	id bigint generated always as identity primary key,
	slug text not null references consultation,
	source bytea not null,
	sha256 bytea not null generated always as (sha256(source)) stored,
	reviewed_by text not null check (reviewed_by <> ''),
	reviewed_on date not null,
	created_at timestamptz not null default now(),
	saved_in xid8 not null default pg_current_xact_id()
);
create index codeframe_by_slug on codeframe (slug, id);

-- That an answer has a theme, and the words that say so: where each starts and
-- ends in it, in bytes.
create table coding (
	codeframe bigint not null references codeframe,
	response_id bigint not null references response on delete cascade,
	question_id text not null,
	theme_id text not null,
	why integer[] not null check (cardinality(why) % 2 = 0 and array_position(why, null) is null),
	primary key (codeframe, question_id, response_id, theme_id)
);
create index coding_by_response on coding (response_id);

-- What the newest outcome says of each theme, for those who wrote on it.
create table outcome_theme (
	slug text not null references outcome,
	codeframe bigint not null references codeframe,
	question_id text not null,
	theme_id text not null,
	label_en text,
	label_cy text,
	decision_en text,	-- Markdown; null: the officer wrote none
	decision_cy text,
	primary key (slug, question_id, theme_id)
);

-- --- what never changes ----------------------------------------------------

create function change_refuse() returns trigger
language plpgsql set search_path = greenpaper, pg_temp as $$
begin
	raise exception 'a row of % is never changed: add another', tg_table_name;
end
$$;

create trigger is_permanent before update or delete or truncate on consultation
	for each statement execute function change_refuse();
create trigger is_permanent before update or delete or truncate on form_version
	for each statement execute function change_refuse();
create trigger is_permanent before update or delete or truncate on question
	for each statement execute function change_refuse();
create trigger is_permanent before update or delete or truncate on document
	for each statement execute function change_refuse();
create trigger is_permanent before update or delete or truncate on codeframe
	for each statement execute function change_refuse();
-- These may go as a whole, when a person asks for erasure, but never change.
create trigger is_permanent before update or truncate on response
	for each statement execute function change_refuse();
create trigger is_permanent before update or truncate on response_end
	for each statement execute function change_refuse();
create trigger is_permanent before update or truncate on person
	for each statement execute function change_refuse();
create trigger is_permanent before update or truncate on coding
	for each statement execute function change_refuse();

-- A codeframe and its codings are one thing: nothing is added afterwards.
create function coding_seal() returns trigger
language plpgsql security definer set search_path = greenpaper, pg_temp as $$
begin
	if exists (select from added join codeframe on codeframe.id = added.codeframe
			where codeframe.saved_in <> pg_current_xact_id()) then
		raise exception 'codings are saved together with their codeframe: save it again as a new one';
	end if;
	if exists (select from added join codeframe on codeframe.id = added.codeframe
			join response on response.id = added.response_id
			where response.slug <> codeframe.slug) then
		raise exception 'a codeframe codes responses of its own consultation only';
	end if;
	return null;
end
$$;
create trigger is_sealed after insert on coding
	referencing new table as added
	for each statement execute function coding_seal();
