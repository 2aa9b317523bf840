-- Who responded, by capacity and by type.
-- $1 slug, $2 "capacity" or "type"
-- columns: question (null), theme (null), value (null: not stated), count
select null, null, value, count
from tally_respondent
where slug = $1::text and what = $2::text
order by value collate "C" nulls last
