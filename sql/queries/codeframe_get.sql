-- The newest codeframe.
-- $1 slug
-- columns: source, reviewed by, reviewed on (seconds since 1970 of its midnight in
-- London), sha256 of the source in hexadecimal
select source, reviewed_by,
	extract(epoch from reviewed_on::timestamp at time zone 'Europe/London')::bigint,
	encode(sha256, 'hex')
from codeframe_newest
where slug = $1::text
