-- A response is in the language that its writer last answered in: who began with
-- the English page may have gone on in Welsh.
drop function draft_save(bytea, integer, text, text);

-- RESULT: stored, stale (not at REVISION), submitted, missing.
create function draft_save(
	handle_hash bytea, revision integer, language text, respondent text, answers text)
returns text
language plpgsql security definer set search_path = greenpaper, pg_temp as $$
#variable_conflict use_column
declare
	sent boolean;
begin
	update draft d set revision = d.revision + 1, language = draft_save.language,
			respondent = draft_save.respondent::jsonb,
			answers = draft_save.answers::jsonb, saved_at = clock_timestamp()
		where d.handle_hash = draft_save.handle_hash and d.revision = draft_save.revision
			and d.reference is null;
	if found then
		return 'stored';
	end if;
	select d.reference is not null into sent from draft d
		where d.handle_hash = draft_save.handle_hash;
	return case when sent then 'submitted' when not sent then 'stale' else 'missing' end;
exception when data_exception or integrity_constraint_violation then
	raise exception 'the draft cannot be saved: part of it is not in the form that the database keeps';
end
$$;

grant execute on function draft_save to greenpaper_web;
