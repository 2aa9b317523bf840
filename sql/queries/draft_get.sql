-- A draft.
-- $1 hash of its handle
-- columns: slug, version, language, revision, respondent, answers, submission id,
-- reference (null until it was sent)
select slug, version, language, revision, respondent, answers, submission_id, reference
from draft_get($1::bytea)
