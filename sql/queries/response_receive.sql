-- Store a response that came another way.
-- $1 slug, $2 version, $3 submission id, $4 reference or null, $5 channel,
-- $6 language, $7 received at (seconds since 1970) or null, $8 respondent, $9 answers
-- columns: result (stored, replayed, conflict, missing), reference, submission id
select result, reference, submission_id
from submit_received($1::text, $2::integer, $3::uuid, $4::text, $5::text, $6::text,
	to_timestamp($7::bigint), $8::text, $9::text)
