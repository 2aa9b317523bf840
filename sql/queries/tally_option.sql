-- Who chose each value of each closed question.
-- $1 slug
-- columns: question, theme (null), value, count
select question_id, null, value, count
from tally_option
where slug = $1::text
order by question_id collate "C", value collate "C"
