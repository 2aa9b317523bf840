-- Answers that have each theme of the newest codeframe.
-- $1 slug
-- columns: question, theme, value (null), count
select question_id, theme_id, null, count
from tally_theme
where slug = $1::text
order by question_id collate "C", theme_id collate "C"
