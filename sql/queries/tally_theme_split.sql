-- The same by what the person chose in the question that the theme explains.
-- $1 slug
-- columns: question, theme, value (null: nothing), count
select question_id, theme_id, value, count
from tally_theme_split
where slug = $1::text
order by question_id collate "C", theme_id collate "C", value collate "C" nulls last
