-- Drafts, and what their writers may do with the responses that they became.  Each
-- of these finds the draft by the hash of a handle, or of another key.

-- How long after the closing a page that was begun before it can still be sent.
create function draft_grace() returns interval
language sql immutable return interval '15 minutes';

-- How long after the closing a draft is kept that was never sent.
create function draft_kept() returns interval
language sql immutable return interval '672 hours';

-- From when until when a draft begun at MADE_AT may be saved and sent: as the newest
-- version has it, whichever the draft answers.
create function draft_times(
	slug text, made_at timestamptz, out opens timestamptz, out ends timestamptz)
language plpgsql stable as $$
#variable_conflict use_column
begin
	select f.opens, f.closes + case when draft_times.made_at < f.closes
				then draft_grace() else interval '0' end
		into draft_times.opens, draft_times.ends
		from form_version f where f.slug = draft_times.slug
		order by f.version desc limit 1;
end
$$;

-- Whether it may be now.
create function draft_is_open(slug text, made_at timestamptz) returns boolean
language plpgsql as $$
begin
	return (select t.opens <= clock_timestamp() and clock_timestamp() < t.ends
		from draft_times(draft_is_open.slug, draft_is_open.made_at) t);
end
$$;

-- The draft that the browser with that handle has.
create function draft_of(handle_hash bytea) returns bigint
language sql stable
return (select k.draft_id from draft_key k
	where k.hash = handle_hash and k.kind = 'handle');

-- --- keys ------------------------------------------------------------------

-- One more way to a draft; the oldest of its kind goes when there are too many.
-- False when the key is there already.
create function key_add(draft_id bigint, hash bytea, kind text) returns boolean
language plpgsql as $$
#variable_conflict use_column
begin
	insert into draft_key (hash, draft_id, kind)
		values (key_add.hash, key_add.draft_id, key_add.kind)
		on conflict do nothing;
	if not found then
		return false;
	end if;
	delete from draft_key old where old.hash in (
		select k.hash from draft_key k
		where k.draft_id = key_add.draft_id and k.kind = key_add.kind
		order by k.made_at desc
		offset case key_add.kind when 'handle' then 100 else 20 end);
	return true;
end
$$;

-- A code for the draft of a handle.  False when there is no such draft.
create function draft_code(handle_hash bytea, code_hash bytea) returns boolean
language plpgsql security definer set search_path = greenpaper, pg_temp as $$
declare
	found_id bigint;
begin
	select d.id into found_id from draft d
		where d.id = draft_of(draft_code.handle_hash) for update;
	if found_id is null then
		return false;
	end if;
	perform key_add(found_id, code_hash, 'code');
	return exists (select from draft_key k where k.hash = code_hash and k.draft_id = found_id);
end
$$;

-- A handle for whoever has a code or a link, and the handle HELD_HASH, or null.
-- RESULT: done; missing (nothing has that key); held (the handle they have leads to
-- something else, which is not empty: nothing is given).
create function draft_return(key_hash bytea, slug text, handle_hash bytea, held_hash bytea)
returns text
language plpgsql security definer set search_path = greenpaper, pg_temp as $$
declare
	found_id bigint;
begin
	select d.id into found_id from draft_key k join draft d on d.id = k.draft_id
		where k.hash = draft_return.key_hash and k.kind in ('code', 'link')
			and d.slug = draft_return.slug
		for update of d;
	if found_id is null then
		return 'missing';
	end if;
	if exists (select from draft d where d.id = draft_of(draft_return.held_hash)
			and d.id <> found_id and d.slug = draft_return.slug
			and (d.reference is not null or d.respondent <> '{}' or d.answers <> '{}')) then
		return 'held';
	end if;
	return case when key_add(found_id, draft_return.handle_hash, 'handle')
		then 'done' else 'missing' end;
end
$$;

-- Have a text sent to ADDRESS.  LINK_HASH is that of a link in it, or null.
-- RESULT: queued; known (that link was sent already); enough (so many that
-- somebody plays with it); missing.
create function draft_mail(
	handle_hash bytea, kind text, link_hash bytea, language text,
	address text, subject text, body text)
returns text
language plpgsql security definer set search_path = greenpaper, pg_temp as $$
#variable_conflict use_column
declare
	d draft;
begin
	select * into d from draft where id = draft_of(draft_mail.handle_hash) for update;
	if not found then
		return 'missing';
	end if;
	if exists (select from draft_key k where k.hash = link_hash) then
		return 'known';
	end if;
	if d.mails >= 10 then
		return 'enough';
	end if;
	if not mail_queue(d.slug, draft_mail.language, draft_mail.kind,
			draft_mail.address, draft_mail.subject, draft_mail.body) then
		return 'enough';
	end if;
	if link_hash is not null then
		perform key_add(d.id, link_hash, 'link');
	end if;
	update draft set mails = mails + 1 where id = d.id;
	return 'queued';
end
$$;

-- --- drafts ----------------------------------------------------------------

-- RESULT: created, missing (no such version), closed (not open).
create function draft_create(handle_hash bytea, slug text, version integer, language text)
returns text
language plpgsql security definer set search_path = greenpaper, pg_temp as $$
#variable_conflict use_column
declare
	new_id bigint;
begin
	if not exists (select from form_version f where f.slug = draft_create.slug
			and f.version = draft_create.version) then
		return 'missing';
	end if;
	if not consultation_is_open(draft_create.slug) then
		return 'closed';
	end if;
	insert into draft (slug, version, language)
		values (draft_create.slug, draft_create.version, draft_create.language)
		returning id into new_id;
	insert into draft_key (hash, draft_id, kind)
		values (draft_create.handle_hash, new_id, 'handle');
	return 'created';
end
$$;

create function draft_get(
	handle_hash bytea,
	out slug text, out version integer, out language text, out revision integer,
	out respondent jsonb, out answers jsonb, out submission_id uuid, out reference text,
	out amends boolean, out opens timestamptz, out ends timestamptz)
returns setof record
language plpgsql security definer set search_path = greenpaper, pg_temp as $$
#variable_conflict use_column
begin
	return query select d.slug, d.version, d.language, d.revision, d.respondent, d.answers,
			d.submission_id, d.reference, d.replaces is not null, t.opens, t.ends
		from draft_key k join draft d on d.id = k.draft_id
			cross join lateral draft_times(d.slug, d.made_at) t
		where k.hash = draft_get.handle_hash and k.kind = 'handle';
end
$$;

-- RESULT: stored, stale (not at REVISION), submitted, closed, missing.
-- A response is in the language that its writer last answered in: who began with
-- the English page may have gone on in Welsh.
create function draft_save(
	handle_hash bytea, revision integer, language text, respondent text, answers text)
returns text
language plpgsql security definer set search_path = greenpaper, pg_temp as $$
#variable_conflict use_column
declare
	d draft;
begin
	update draft d set revision = d.revision + 1, language = draft_save.language,
			respondent = draft_save.respondent::jsonb,
			answers = draft_save.answers::jsonb, saved_at = clock_timestamp()
		where d.id = draft_of(draft_save.handle_hash) and d.revision = draft_save.revision
			and d.reference is null and draft_is_open(d.slug, d.made_at);
	if found then
		return 'stored';
	end if;
	select * into d from draft where id = draft_of(draft_save.handle_hash);
	return case when d.id is null then 'missing' when d.reference is not null then 'submitted'
		when not draft_is_open(d.slug, d.made_at) then 'closed' else 'stale' end;
exception when data_exception or integrity_constraint_violation then
	raise exception 'the draft cannot be saved: part of it is not in the form that the database keeps';
end
$$;

-- What the form itself tells of a machine.  honeypot: the field that no person sees
-- was filled in.  fast: it was sent within three seconds, or at more than twenty
-- characters a second, which is faster than anybody types; who pastes is so fast
-- too, which is why it is a sign and no more.
create function draft_signals(d draft, respondent jsonb, answers jsonb)
returns text[]
language sql stable
return case when respondent ? 'trapped' then array['honeypot'] else '{}' end
	|| case when extract(epoch from clock_timestamp() - d.made_at)
		< greatest(3, answer_length(d.slug, d.version, answers) / 20.0)
	then array['fast'] else '{}' end;

-- Turn a draft into a response.  RESULT: as response_store, or missing, closed,
-- stale.  Sent once, it is replayed even after the consultation has closed.  What
-- was begun before the closing and comes within the grace is not late.
create function draft_submit(
	handle_hash bytea, revision integer, respondent text, answers text,
	out result text, out reference text, out submission_id uuid)
language plpgsql security definer set search_path = greenpaper, pg_temp as $$
#variable_conflict use_column
declare
	d draft;
begin
	select * into d from draft where id = draft_of(draft_submit.handle_hash) for update;
	if not found then
		result := 'missing';
	elsif d.reference is null and not draft_is_open(d.slug, d.made_at) then
		result := 'closed';
	elsif d.reference is null and d.revision <> draft_submit.revision then
		result := 'stale';
	end if;
	if result is not null then
		return;
	end if;
	submission_id := d.submission_id;
	select s.result, s.reference into draft_submit.result, draft_submit.reference
		from response_store(d.submission_id, null, d.slug, d.version, 'online', d.language,
			clock_timestamp(), false, draft_submit.respondent::jsonb - 'trapped',
			draft_submit.answers::jsonb,
			draft_signals(d, draft_submit.respondent::jsonb, draft_submit.answers::jsonb)) s;
	if result = 'stored' then
		insert into response_end (response_id, ended_at, reason, replaced_by)
			select d.replaces, clock_timestamp(), 'amended', r.id
			from response r
			where r.submission_id = d.submission_id and d.replaces is not null
			on conflict do nothing;
		update draft set reference = draft_submit.reference, respondent = '{}', answers = '{}',
				replaces = null, saved_at = clock_timestamp()
			where id = d.id;
	end if;
exception when data_exception or integrity_constraint_violation then
	raise exception 'the response cannot be stored: part of it is not in the form that the database keeps';
end
$$;

-- The reference that a submission id got.
create function receipt(submission_id uuid, out reference text, out slug text)
returns setof record
language plpgsql security definer set search_path = greenpaper, pg_temp as $$
#variable_conflict use_column
begin
	return query select r.reference, r.slug from response r
		where r.submission_id = receipt.submission_id;
end
$$;

-- --- one's own response ----------------------------------------------------

-- The response that a draft became, or that it was made to change.
create function response_of(d draft) returns bigint
language sql stable
return coalesce(d.replaces, (select r.id from response r
	where d.reference is not null and r.submission_id = d.submission_id));

create function own_response(
	handle_hash bytea,
	out reference text, out version integer, out language text, out received_at timestamptz,
	out respondent jsonb, out answers jsonb, out receipt text,
	out ended text, out ended_at timestamptz)
returns setof record
language plpgsql security definer set search_path = greenpaper, pg_temp as $$
#variable_conflict use_column
declare
	own bigint;
begin
	select response_of(d) into own from draft d where d.id = draft_of(own_response.handle_hash);
	-- By a parameter, which is looked for inside the view; a column of a table is not, and all were read.
	return query select r.reference, r.version, r.language, r.received_at,
			coalesce(p.respondent, '{}'), case when e.reason is null then r.answers else '{}' end,
			encode(r.body_sha256, 'hex'), e.reason, e.ended_at
		from response r
		left join response_with_person p on p.id = own
		left join response_end e on e.response_id = own
		where r.id = own;
end
$$;

-- The themes of one's own response, as the published outcome has them.
create function own_themes(
	handle_hash bytea,
	out question_id text, out label_en text, out label_cy text,
	out decision_en text, out decision_cy text)
returns setof record
language plpgsql security definer set search_path = greenpaper, pg_temp as $$
#variable_conflict use_column
begin
	return query select t.question_id, t.label_en, t.label_cy, t.decision_en, t.decision_cy
		from draft d
		join outcome_theme t on t.slug = d.slug
		join coding c on c.codeframe = t.codeframe and c.response_id = response_of(d)
			and c.question_id = t.question_id and c.theme_id = t.theme_id
		where d.id = draft_of(own_themes.handle_hash)
			and not exists (select from response_end e where e.response_id = c.response_id)
		order by t.question_id collate "C", t.theme_id collate "C";
end
$$;

-- What was to change a response is thrown away, and the response stands as it was
-- sent.
create function draft_restore(draft_id bigint) returns void
language plpgsql as $$
#variable_conflict use_column
begin
	update draft d set submission_id = r.submission_id, reference = r.reference,
			replaces = null, respondent = '{}', answers = '{}',
			revision = d.revision + 1, saved_at = clock_timestamp()
		from response r where d.id = draft_restore.draft_id and r.id = d.replaces;
end
$$;

-- The draft that became a response holds it again, to be changed and sent once
-- more; until then the response counts as it is.  RESULT: done, closed, ended (the
-- response), unsent (nothing was sent, or it is being changed), missing.
create function draft_reopen(handle_hash bytea) returns text
language plpgsql security definer set search_path = greenpaper, pg_temp as $$
#variable_conflict use_column
declare
	d draft;
	own bigint;
begin
	select * into d from draft where id = draft_of(draft_reopen.handle_hash) for update;
	if not found then
		return 'missing';
	end if;
	if d.reference is null then
		return 'unsent';
	end if;
	if not consultation_is_open(d.slug) then
		return 'closed';
	end if;
	own := response_of(d);
	if exists (select from response_end e where e.response_id = own) then
		return 'ended';
	end if;
	update draft set submission_id = gen_random_uuid(), reference = null, replaces = own,
			language = p.language, respondent = p.respondent, answers = p.answers,
			revision = d.revision + 1, saved_at = clock_timestamp()
		from response_with_person p where p.id = own and draft.id = d.id;
	return 'done';
end
$$;

-- A response is taken back.  RESULT: as draft_reopen; done too when it was taken
-- back before.
create function response_withdraw(handle_hash bytea) returns text
language plpgsql security definer set search_path = greenpaper, pg_temp as $$
#variable_conflict use_column
declare
	d draft;
	own bigint;
begin
	select * into d from draft where id = draft_of(response_withdraw.handle_hash) for update;
	if not found then
		return 'missing';
	end if;
	own := response_of(d);
	if own is null then
		return 'unsent';
	end if;
	if not consultation_is_open(d.slug) then
		return 'closed';
	end if;
	perform draft_restore(d.id);
	insert into response_end (response_id, ended_at, reason)
		values (own, clock_timestamp(), 'withdrawn') on conflict do nothing;
	return 'done';
end
$$;

-- What was not sent is thrown away, for good.  RESULT: done, sent (there is nothing
-- but a response), missing.  Who was changing a response keeps it.
create function draft_delete(handle_hash bytea) returns text
language plpgsql security definer set search_path = greenpaper, pg_temp as $$
#variable_conflict use_column
declare
	d draft;
begin
	select * into d from draft where id = draft_of(draft_delete.handle_hash) for update;
	if not found then
		return 'missing';
	end if;
	if d.reference is not null then
		return 'sent';
	end if;
	if d.replaces is not null then
		perform draft_restore(d.id);
	else
		delete from draft where id = d.id;
	end if;
	return 'done';
end
$$;

-- Throw away what was not sent in time; how many there were.
create function draft_purge() returns bigint
language plpgsql security definer set search_path = greenpaper, pg_temp as $$
#variable_conflict use_column
declare
	old bigint[];
begin
	select coalesce(array_agg(d.id), '{}') into old from (
		select d.id from draft d
		where d.reference is null and clock_timestamp() >= (
			select f.closes + draft_kept() from form_version f where f.slug = d.slug
			order by f.version desc limit 1)
		for update) d;
	perform draft_restore(d.id) from draft d where d.id = any (old) and d.replaces is not null;
	delete from draft d where d.id = any (old) and d.reference is null;
	return cardinality(old);
end
$$;

-- --- what an outcome says of themes ----------------------------------------

-- Replace what is noted of the themes of a consultation whose outcome was noted.
create function outcome_themes_set(
	slug text, question_ids text[], theme_ids text[], labels_en text[], labels_cy text[],
	decisions_en text[], decisions_cy text[])
returns void
language plpgsql security definer set search_path = greenpaper, pg_temp as $$
#variable_conflict use_column
begin
	delete from outcome_theme t where t.slug = outcome_themes_set.slug;
	insert into outcome_theme (slug, codeframe, question_id, theme_id, label_en, label_cy,
			decision_en, decision_cy)
		select outcome_themes_set.slug, f.id, given.*
		from unnest(question_ids, theme_ids, labels_en, labels_cy, decisions_en, decisions_cy) given,
			(select max(c.id) as id from codeframe c where c.slug = outcome_themes_set.slug) f;
end
$$;

revoke all on all functions in schema greenpaper from public;
grant execute on function draft_create, draft_get, draft_save, draft_submit, receipt, draft_code,
	draft_return, draft_mail, own_response, own_themes, draft_reopen, response_withdraw,
	draft_delete to greenpaper_web;
grant execute on function draft_purge to greenpaper_steward;
grant execute on function outcome_themes_set to greenpaper_publisher;
