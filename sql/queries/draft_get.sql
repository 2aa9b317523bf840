-- A draft.
-- $1 hash of a handle
-- columns: slug, version, language, revision, respondent, answers, submission id,
-- reference (null until it was sent), whether it is made of a response to change it,
-- from when until when it may be saved and sent (seconds since 1970)
select slug, version, language, revision, respondent, answers, submission_id, reference, amends,
	floor(extract(epoch from opens))::bigint, floor(extract(epoch from ends))::bigint
from draft_get($1::bytea)
