-- A draft.
-- $1 hash of a handle
-- columns: slug, version, language, revision, respondent, answers, submission id,
-- reference (null until it was sent), whether it is made of a response to change it
select slug, version, language, revision, respondent, answers, submission_id, reference, amends
from draft_get($1::bytea)
