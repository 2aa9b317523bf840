-- Responses that do not count any more.
-- $1 slug
-- columns: reason (amended, withdrawn), count
select reason, count
from tally_ended
where slug = $1::text
