-- The response that a draft became, or that it is to change.
-- $1 hash of a handle
-- columns: reference, version, language, received (seconds since 1970), respondent,
-- answers, receipt (hexadecimal), why it ended (null: it counts), when (seconds)
select reference, version, language, floor(extract(epoch from received_at))::bigint,
	respondent, answers, receipt, ended, floor(extract(epoch from ended_at))::bigint
from own_response($1::bytea)
