-- Long answers without a theme of the newest codeframe.
-- $1 slug
-- columns: question, theme (null), value (null), count
select question_id, null, null, count
from tally_uncoded
where slug = $1::text
order by question_id collate "C"
