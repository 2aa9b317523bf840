-- Mail on its way out.  It is put here in the transaction that has reason to
-- write, and taken out by the postman; what is personal goes as soon as it has
-- gone, and the row stays to be counted.
create table mail (
	id bigint generated always as identity primary key,
	message_id uuid not null unique default gen_random_uuid(),
	slug text not null,
	language text not null check (language in ('en', 'cy')),
	kind text not null check (kind in ('link', 'copy', 'outcome')),
	address text check (address ~ '^[^[:cntrl:][:space:]]+@[^[:cntrl:][:space:]]+$'),
	address_sha256 bytea not null,	-- so that nobody's mailbox is filled by others
	subject text check (subject !~ '[[:cntrl:]]'),
	body text,
	queued_at timestamptz not null default clock_timestamp(),
	tries integer not null default 0,
	next_try_at timestamptz default clock_timestamp(),	-- null: none any more
	delivered_at timestamptz,
	refused text,	-- what the other side said, when it said no for good
	check (num_nulls(address, subject, body, next_try_at) in (0, 4)),
	check (next_try_at is not null or delivered_at is not null or refused is not null)
);
create index mail_due on mail (next_try_at) where next_try_at is not null;
create index mail_by_address on mail (address_sha256, queued_at);

-- Put a mail into the spool; false when this address was sent as much as one
-- day bears.  For other functions, in their transactions.
create function mail_queue(slug text, language text, kind text, address text, subject text, body text)
returns boolean
language plpgsql as $$
#variable_conflict use_column
declare
	hash bytea := sha256(convert_to(lower(mail_queue.address), 'UTF8'));
begin
	if (select count(*) from mail m where m.address_sha256 = hash
			and m.queued_at > clock_timestamp() - interval '1 day') >= 10 then
		return false;
	end if;
	insert into mail (slug, language, kind, address, address_sha256, subject, body)
		values (mail_queue.slug, mail_queue.language, mail_queue.kind, mail_queue.address, hash,
			mail_queue.subject, mail_queue.body);
	return true;
end
$$;

-- The next mail that is due, for this transaction alone; no row when none is.
create function mail_take(
	out id bigint, out message_id uuid, out language text, out address text,
	out subject text, out body text, out queued_at timestamptz, out tries integer)
returns setof record
language plpgsql security definer set search_path = greenpaper, pg_temp as $$
#variable_conflict use_column
begin
	return query select m.id, m.message_id, m.language, m.address, m.subject, m.body,
			m.queued_at, m.tries
		from mail m where m.next_try_at <= clock_timestamp()
		order by m.next_try_at, m.id limit 1
		for update skip locked;
end
$$;

create function mail_delivered(id bigint) returns void
language plpgsql security definer set search_path = greenpaper, pg_temp as $$
#variable_conflict use_column
begin
	update mail m set delivered_at = clock_timestamp(), next_try_at = null,
			address = null, subject = null, body = null, tries = m.tries + 1
		where m.id = mail_delivered.id;
end
$$;

-- It was not taken: tried again after 1 minute, then 2, 4 … up to 6 hours, for
-- five days; never again when FOR_GOOD.  False when this was the last try.
create function mail_put_back(id bigint, said text, for_good boolean) returns boolean
language plpgsql security definer set search_path = greenpaper, pg_temp as $$
#variable_conflict use_column
declare
	again boolean;
begin
	update mail m set tries = m.tries + 1,
			next_try_at = clock_timestamp()
				+ least(interval '1 minute' * power(2, least(m.tries, 20)), interval '6 hours')
		where m.id = mail_put_back.id and not for_good
			and m.queued_at > clock_timestamp() - interval '5 days';
	again := found;
	if not again then
		update mail m set refused = said, next_try_at = null,
				address = null, subject = null, body = null, tries = m.tries + 1
			where m.id = mail_put_back.id;
	end if;
	return again;
end
$$;

-- Who was told that the outcome is out: once, however often it is published.
create table outcome_told (
	response_id bigint primary key references response on delete cascade,
	told_at timestamptz not null default clock_timestamp()
);

-- Write to all who agreed to be told, in the language of their response; how many
-- that were.
create function outcome_tell(
	slug text, subject_en text, body_en text, subject_cy text, body_cy text)
returns bigint
language plpgsql security definer set search_path = greenpaper, pg_temp as $$
#variable_conflict use_column
declare
	r record;
	told bigint := 0;
begin
	for r in select s.id, s.language, p.email from response_standing s
			join person p on p.response_id = s.id and p.email is not null
			where s.slug = outcome_tell.slug and s.contact = 'yes'
				and not exists (select from outcome_told t where t.response_id = s.id)
			order by s.id loop
		if mail_queue(slug, r.language, 'outcome', r.email,
				case r.language when 'cy' then subject_cy else subject_en end,
				case r.language when 'cy' then body_cy else body_en end) then
			insert into outcome_told (response_id) values (r.id);
			told := told + 1;
		end if;
	end loop;
	return told;
end
$$;
grant execute on function outcome_tell to greenpaper_publisher;

-- How many mails of each kind wait, went and came to nothing.
create view mail_count with (security_barrier) as
select kind, count(*) filter (where next_try_at is not null) as waiting,
	count(*) filter (where delivered_at is not null) as delivered,
	count(*) filter (where refused is not null) as refused,
	min(queued_at) filter (where next_try_at is not null) as oldest
from mail
group by kind;

do $$
begin
	execute format('grant connect on database %I to greenpaper_postman', current_database());
end
$$;
grant usage on schema greenpaper to greenpaper_postman;
grant execute on function mail_take, mail_delivered, mail_put_back to greenpaper_postman;
grant select on mail_count to greenpaper_postman;
