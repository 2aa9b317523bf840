-- Of how many each question was asked that is not asked of all.
-- $1 slug
-- columns: question, theme (null), value (null), count
select question_id, null, null, count
from tally_asked
where slug = $1::text
order by question_id collate "C"
