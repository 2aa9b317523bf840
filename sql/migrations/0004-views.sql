-- What may be read.  Views run with the owner's rights; security_barrier keeps a
-- reader's own conditions from seeing rows that the view leaves out.

-- --- for everybody: definitions --------------------------------------------

create view version_read with (security_barrier) as
select v.slug, v.version, v.source, v.opens, v.closes,
	not exists (select from form_version later
		where later.slug = v.slug and later.version > v.version) as newest,
	g.title as government,
	not exists (select from government later where later.starts > g.starts
		and later.starts <= (now() at time zone 'Europe/London')::date) as government_current,
	o.slug is not null as published,
	o.published_on, o.opening, o.detail, o.version as outcome_version
from form_version v
left join outcome o on o.slug = v.slug
left join lateral (select starts, title from government
	where starts <= (v.opens at time zone 'Europe/London')::date
	order by starts desc limit 1) g on true;

create view document_read with (security_barrier) as
select slug, version, name, bytes from document;

-- --- for nobody: the responses that count ---------------------------------

create view response_standing with (security_barrier) as
select r.*
from response r
where not exists (select from response_end e where e.response_id = r.id);

-- --- for the analyst -------------------------------------------------------

-- Without the e-mail addresses that a question asked for: they are of the people.
create view response_read with (security_barrier) as
select id, slug, version, reference, channel, language, received_at, late,
	jsonb_strip_nulls(jsonb_build_object(
		'capacity', nullif(capacity, 'not-stated'),
		'type', respondent_type,
		'contact', case contact when 'yes' then true when 'no' then false end,
		'confidential', case confidential when 'yes' then true when 'no' then false end,
		'publish', nullif(publish, 'not-stated'))) as respondent,
	answers - coalesce((select array_agg(q.id) from question q
		where q.slug = response_standing.slug and q.version = response_standing.version
			and q.type = 'email'), '{}') as answers, flags
from response_standing;

-- Answers in the respondent's own words; those beside an option as "id.other".
create view answer_text with (security_barrier) as
select r.slug, r.id as response_id, q.id as question_id, r.language, r.answers->>q.id as text
from response_standing r
join question q on q.slug = r.slug and q.version = r.version and q.type in ('text', 'long-text')
where r.answers ? q.id
union all
select r.slug, r.id, q.id || '.other', r.language, r.answers->>(q.id || '.other')
from response_standing r
join question q on q.slug = r.slug and q.version = r.version
	and q.type in ('radios', 'checkboxes', 'select')
where r.answers ? (q.id || '.other');

-- --- for the steward -------------------------------------------------------

create view response_with_person with (security_barrier) as
select r.id, r.slug, r.version, r.reference, r.channel, r.language, r.received_at, r.late,
	s.respondent || jsonb_strip_nulls(jsonb_build_object(
		'organisation', p.organisation,
		'represents', p.represents,
		'name', p.name,
		'email', p.email,
		'confidential_reason', r.confidential_reason)) as respondent,
	r.answers, r.flags
from response_standing r
join response_read s on s.id = r.id
left join person p on p.response_id = r.id;

-- --- for nobody: what the views below stand on -----------------------------

-- Each chosen value of each answered closed question; of a ranking, what was put
-- first; of each row of a matrix, as "id.row".
create view answer_choice with (security_barrier) as
select r.slug, r.id as response_id, q.id as question_id, c.value
from response_standing r
join question q on q.slug = r.slug and q.version = r.version
	and q.type in ('radios', 'checkboxes', 'select', 'ranking')
cross join lateral jsonb_array_elements_text(
	case when q.type = 'ranking' then jsonb_build_array(r.answers->q.id->0)
		when jsonb_typeof(r.answers->q.id) = 'array' then r.answers->q.id
		else jsonb_build_array(r.answers->q.id) end) c(value)
where r.answers ? q.id
union all
select r.slug, r.id, q.id || '.' || c.key, c.value
from response_standing r
join question q on q.slug = r.slug and q.version = r.version and q.type = 'matrix'
cross join lateral jsonb_each_text(r.answers->q.id) c
where r.answers ? q.id;

-- The codings of each consultation's newest codeframe.
create view coding_newest with (security_barrier) as
select f.slug, c.response_id, c.question_id, c.theme_id, c.why
from coding c
join codeframe f on f.id = c.codeframe
where not exists (select from codeframe later where later.slug = f.slug and later.id > f.id)
	and not exists (select from response_end e where e.response_id = c.response_id);

-- --- for the publisher: counts, and what may be quoted ---------------------

create view codeframe_newest with (security_barrier) as
select f.slug, f.source, f.reviewed_by, f.reviewed_on, f.sha256
from codeframe f
where not exists (select from codeframe later where later.slug = f.slug and later.id > f.id);

create view tally_channel with (security_barrier) as
select slug, channel, count(*) as count, count(*) filter (where late) as late
from response_standing
group by slug, channel;

create view tally_respondent with (security_barrier) as
select r.slug, w.what, w.value, count(*) as count	-- value null: not stated
from response_standing r
cross join lateral (values ('capacity', nullif(r.capacity, 'not-stated')),
	('type', r.respondent_type)) w(what, value)
group by r.slug, w.what, w.value;

-- "id.other" too: who wrote something beside an option.
create view tally_answered with (security_barrier) as
select r.slug, a.id as question_id, count(*) as count
from response_standing r
cross join lateral jsonb_object_keys(r.answers) a(id)
group by r.slug, a.id;

-- Of how many each question was asked that is not asked of all: who answered it was,
-- for on paper anybody can.
create view tally_asked with (security_barrier) as
select r.slug, q.id as question_id, count(*) as count
from response_standing r
join question q on q.slug = r.slug and q.version = r.version
where exists (select from question routed
		where routed.slug = q.slug and routed.id = q.id and routed.needs is not null)
	and (r.answers ? q.id or q.needs is null
		or not exists (select from jsonb_array_elements(q.needs) need
			where not coalesce(r.answers->(need->>'id') ?| array(
				select jsonb_array_elements_text(need->'values')), false)))
group by r.slug, q.id;

create view tally_option with (security_barrier) as
select slug, question_id, value, count(*) as count
from answer_choice
group by slug, question_id, value;

create view tally_theme with (security_barrier) as
select slug, question_id, theme_id, count(*) as count
from coding_newest
group by slug, question_id, theme_id;

-- A theme's count by what the same person chose in the question it explains;
-- value null: nothing.  Who chose several counts in each.
create view tally_theme_split with (security_barrier) as
select c.slug, c.question_id, c.theme_id, a.value, count(*) as count
from coding_newest c
join response_standing r on r.id = c.response_id
join question q on q.slug = r.slug and q.version = r.version and q.id = c.question_id
	and q.explains is not null
left join answer_choice a on a.response_id = c.response_id and a.question_id = q.explains
group by c.slug, c.question_id, c.theme_id, a.value;

-- Long answers that no theme of the newest codeframe fits.
create view tally_uncoded with (security_barrier) as
select r.slug, q.id as question_id,
	count(*) filter (where not exists (select from coding_newest c
		where c.response_id = r.id and c.question_id = q.id)) as count
from response_standing r
join question q on q.slug = r.slug and q.version = r.version and q.type = 'long-text'
where r.answers ? q.id
group by r.slug, q.id;

-- Coded answers of those who said that their words may be published and are not
-- confidential.  Who did not say has not consented.
create view quotable with (security_barrier) as
select c.slug, c.question_id, c.theme_id, r.answers->>c.question_id as text, r.language, c.why,
	nullif(r.capacity, 'not-stated') as capacity, r.respondent_type, r.publish
from coding_newest c
join response_standing r on r.id = c.response_id
where r.publish in ('with-name', 'without-name') and r.confidential = 'no'
	and r.answers ? c.question_id;

-- What each response that counts can be found by, in an order that says nothing.
create view receipt_list with (security_barrier) as
select encode(body_sha256, 'hex') as receipt, slug
from response_standing;

create view tally_ended with (security_barrier) as
select r.slug, e.reason, count(*) as count
from response_end e
join response r on r.id = e.response_id
group by r.slug, e.reason;
