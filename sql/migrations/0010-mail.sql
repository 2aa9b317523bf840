-- What is to be sent by e-mail, written together with what it tells of.
create table mail (
	id bigint generated always as identity primary key,
	slug text not null,
	language text not null check (language in ('en', 'cy')),
	kind text not null,
	address text not null,
	subject text not null,
	body text not null,
	queued_at timestamptz not null default clock_timestamp()
);

create function mail_queue(
	slug text, language text, kind text, address text, subject text, body text)
returns void
language sql
begin atomic
	insert into mail (slug, language, kind, address, subject, body)
		values (mail_queue.slug, mail_queue.language, mail_queue.kind, mail_queue.address,
			mail_queue.subject, mail_queue.body);
end;
revoke all on function mail_queue from public;
