-- Turn a draft into a response.
-- $1 hash of its handle, $2 revision it had, $3 respondent, $4 answers
-- columns: result (stored, replayed, conflict, closed, stale, missing), reference,
-- submission id
select result, reference, submission_id
from draft_submit($1::bytea, $2::integer, $3::text, $4::text)
