-- Who answered each question.
-- $1 slug
-- columns: question, theme (null), value (null), count
select question_id, null, null, count
from tally_answered
where slug = $1::text
order by question_id collate "C"
