-- Every response of a consultation, with people.
-- $1 slug
-- columns: id, reference, channel, received_at (RFC 3339, UTC), language, version,
-- late, respondent, answers, flags (JSON)
select id, reference, channel,
	to_char(received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
	language, version, late, respondent, answers, to_json(flags)
from response_with_person
where slug = $1::text
order by received_at, answers::text collate "C", id
