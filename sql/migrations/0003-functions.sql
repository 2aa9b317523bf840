-- The only ways to write a definition, a draft, a response or an outcome.  Those
-- that are granted run with the owner's rights and find names in this schema
-- alone, as do the others, which only they call.  None lets an error out that
-- could carry what a citizen wrote.

-- Nothing of the owner's is anybody's unless it was granted.
alter default privileges revoke execute on functions from public;

-- --- definitions -----------------------------------------------------------

-- Store a definition with its documents.  RESULT: new, new-version, unchanged
-- (the newest version has the same bytes).
create function version_load(
	slug text, source bytea, opens timestamptz, closes timestamptz,
	question_ids text[], question_types text[], question_explains text[], question_needs text[],
	document_names text[], document_bytes bytea[],
	out result text, out version integer)
language plpgsql security definer set search_path = greenpaper, pg_temp as $$
#variable_conflict use_column
declare
	same boolean;
begin
	insert into consultation (slug) values (version_load.slug) on conflict do nothing;
	-- One load of a consultation at a time.
	perform from consultation c where c.slug = version_load.slug for update;

	select f.version, f.source = version_load.source into version_load.version, same
		from form_version f where f.slug = version_load.slug
		order by f.version desc limit 1;
	result := case when found then 'new-version' else 'new' end;
	same := same
		and cardinality(document_names) = (select count(*) from document d
			where d.slug = version_load.slug and d.version = version_load.version)
		and not exists (select name, sha256(bytes) from unnest(document_names, document_bytes) as given(name, bytes)
			except select d.name, d.sha256 from document d
			where d.slug = version_load.slug and d.version = version_load.version);
	if same then
		result := 'unchanged';
		return;
	end if;

	version_load.version := coalesce(version_load.version, 0) + 1;
	insert into form_version (slug, version, source, opens, closes)
		values (version_load.slug, version_load.version, version_load.source,
			version_load.opens, version_load.closes);
	insert into question (slug, version, position, id, type, explains, needs)
		select version_load.slug, version_load.version, position, id, type, explains, needs::jsonb
		from unnest(question_ids, question_types, question_explains, question_needs)
			with ordinality as given(id, type, explains, needs, position);
	insert into document (slug, version, name, bytes)
		select version_load.slug, version_load.version, name, bytes
		from unnest(document_names, document_bytes) as given(name, bytes);
end
$$;

-- Note what was published; false when there is no such consultation.
create function outcome_set(
	slug text, published_on date, opening text, detail text, version text)
returns boolean
language plpgsql security definer set search_path = greenpaper, pg_temp as $$
#variable_conflict use_column
begin
	insert into outcome as o (slug, published_on, opening, detail, version, noted_at)
		select c.slug, outcome_set.published_on, outcome_set.opening,
			outcome_set.detail, outcome_set.version, clock_timestamp()
		from consultation c where c.slug = outcome_set.slug
	on conflict (slug) do update set published_on = excluded.published_on,
		opening = excluded.opening, detail = excluded.detail,
		version = excluded.version, noted_at = excluded.noted_at;
	return found;
end
$$;

-- Whether it is open now, by the dates of its newest version.
create function consultation_is_open(slug text) returns boolean
language plpgsql as $$
begin
	return (select f.opens <= clock_timestamp() and clock_timestamp() < f.closes
		from form_version f where f.slug = consultation_is_open.slug
		order by f.version desc limit 1);
end
$$;

-- --- references ------------------------------------------------------------
-- Eight symbols that are hard to mistake for each other; the eighth is a check by
-- the Luhn mod N algorithm, which finds a wrong symbol and nearly every swap.

create function reference_symbols() returns text
language sql immutable return '23456789ABCDEFGHJKLMNPRSTUVWXY';

-- The check symbol of seven others; null when they are not of ours.
create function reference_check(payload text) returns text
language plpgsql immutable strict as $$
declare
	symbols constant text := reference_symbols();
	size constant integer := length(symbols);
	factor integer := 2;
	total integer := 0;
	code integer;
begin
	for i in reverse length(payload)..1 loop
		code := strpos(symbols, substr(payload, i, 1)) - 1;
		if code < 0 then
			return null;
		end if;
		code := code * factor;
		total := total + code / size + code % size;
		factor := 3 - factor;
	end loop;
	return substr(symbols, (size - total % size) % size + 1, 1);
end
$$;

create function reference_is_valid(reference text) returns boolean
language sql immutable strict
return length(reference) = 8
	and coalesce(reference_check(left(reference, 7)) = right(reference, 1), false);

-- A new one by chance.  A byte of 240 or more would favour the first symbols;
-- bytes 6 and 8 of a UUID are partly fixed.
create function reference_draw() returns text
language plpgsql as $$
declare
	symbols constant text := reference_symbols();
	bytes bytea;
	payload text := '';
begin
	loop
		bytes := uuid_send(gen_random_uuid());
		for i in 0..15 loop
			continue when i in (6, 8) or get_byte(bytes, i) >= 240;
			payload := payload || substr(symbols, get_byte(bytes, i) % 30 + 1, 1);
			if length(payload) = 7 then
				return payload || reference_check(payload);
			end if;
		end loop;
	end loop;
end
$$;

-- --- responses -------------------------------------------------------------

-- The answers in the respondent's own words.
create function answer_words(slug text, version integer, answers jsonb)
returns setof text
language sql stable
begin atomic
	select answers->>q.id from question q
	where q.slug = answer_words.slug and q.version = answer_words.version
		and q.type in ('text', 'long-text') and answers ? q.id;
end;

-- How many characters they have in all.
create function answer_length(slug text, version integer, answers jsonb)
returns bigint
language sql stable
return (select coalesce(sum(length(words)), 0) from answer_words(slug, version, answers) words);

-- The hash of the longest of them, whatever its blanks and capitals; null when even
-- that has fewer than fifty characters, which two people may well write alike.
create function text_hash(slug text, version integer, answers jsonb)
returns bytea
language sql stable
return (select sha256(convert_to(lower(regexp_replace(words, '\s+', ' ', 'g')), 'UTF8'))
	from answer_words(slug, version, answers) words
	where length(words) >= 50
	order by length(words) desc, words collate "C" limit 1);

-- Store a response once.  RESULT: stored; replayed (its submission id, or the
-- reference it came with, has the same body already); conflict (has another).
create function response_store(
	inout submission_id uuid, given_reference text, slug text, version integer, channel text,
	language text, received_at timestamptz, late boolean, respondent jsonb, answers jsonb,
	signals text[], out result text, out reference text)
language plpgsql as $$
#variable_conflict use_column
declare
	new_text bytea := text_hash(response_store.slug, response_store.version, answers);
	body bytea := convert_to(jsonb_build_array(response_store.language, respondent,
		response_store.answers)::text, 'UTF8');
	new_salt bytea := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
	new_id bigint;
	existing response;
begin
	loop
		insert into response (submission_id, reference, slug, version, channel, language,
			received_at, late, capacity, respondent_type, confidential, confidential_reason,
			publish, contact, flags, text_sha256, answers, salt, body_sha256)
		values (response_store.submission_id, coalesce(given_reference, reference_draw()),
			response_store.slug, response_store.version, response_store.channel,
			response_store.language, response_store.received_at, response_store.late,
			coalesce(respondent->>'capacity', 'not-stated'),
			respondent->>'type',
			case respondent->>'confidential' when 'true' then 'yes' when 'false' then 'no'
				else 'not-stated' end,
			respondent->>'confidential_reason',
			coalesce(respondent->>'publish', 'not-stated'),
			case respondent->>'contact' when 'true' then 'yes' when 'false' then 'no'
				else 'not-stated' end,
			signals || case when exists (select from response r
					where r.slug = response_store.slug and r.text_sha256 = new_text
						-- Not the one that it replaces.
						and not exists (select from draft d where d.replaces = r.id
							and d.submission_id = response_store.submission_id))
				then array['same-text'] else '{}' end,
			new_text,
			response_store.answers, new_salt, sha256(new_salt || body))
		on conflict do nothing
		returning id, response.reference into new_id, response_store.reference;
		exit when found;

		select * into existing from response r
			where r.submission_id = response_store.submission_id or r.reference = given_reference
			order by r.submission_id = response_store.submission_id desc limit 1;
		if found then
			result := case when existing.body_sha256 = sha256(existing.salt || body)
				and existing.slug = response_store.slug then 'replayed' else 'conflict' end;
			response_store.reference := existing.reference;
			response_store.submission_id := existing.submission_id;
			return;
		end if;
		-- Two drew the same reference: draw again.
	end loop;
	insert into person (response_id, organisation, represents, name, email)
		select new_id, organisation, represents, name, email
		from jsonb_to_record(respondent)
			as p(organisation text, represents text, name text, email text)
		where coalesce(organisation, represents, name, email) is not null;
	result := 'stored';
end
$$;

-- A response that came another way.  RESULT: as response_store, or missing (no
-- such version).
create function submit_received(
	slug text, version integer, inout submission_id uuid, given_reference text, channel text,
	language text, received_at timestamptz, respondent text, answers text,
	out result text, out reference text)
language plpgsql security definer set search_path = greenpaper, pg_temp as $$
#variable_conflict use_column
declare
	closing timestamptz;
begin
	if received_at > clock_timestamp() then
		raise exception 'a response cannot have been received in the future: correct its date';
	end if;
	if given_reference is not null and not reference_is_valid(given_reference) then
		raise exception 'a reference has eight of the symbols %, the last of which checks the others: correct it or leave it out', reference_symbols();
	end if;
	if not exists (select from form_version f where f.slug = submit_received.slug
			and f.version = submit_received.version) then
		result := 'missing';
		return;
	end if;
	select f.closes into closing from form_version f
		where f.slug = submit_received.slug order by f.version desc limit 1;
	select s.result, s.reference, s.submission_id
		into submit_received.result, submit_received.reference, submit_received.submission_id
		from response_store(submit_received.submission_id, given_reference, submit_received.slug,
			submit_received.version, submit_received.channel, submit_received.language,
			submit_received.received_at,
			coalesce(submit_received.received_at >= closing, false),
			respondent::jsonb, submit_received.answers::jsonb, '{}') s;
exception when data_exception or integrity_constraint_violation then
	raise exception 'the response cannot be stored: part of it is not in the form that the database keeps';
end
$$;
