-- Answers to a question that may be quoted, once for each of their themes.
-- $1 slug, $2 question
-- columns: theme, text, language, why ("{start,end,…}"), capacity (null: not stated),
-- type (null: not stated), publish
select theme_id, text, language, why, capacity, respondent_type, publish
from quotable
where slug = $1::text and question_id = $2::text
order by theme_id collate "C", text collate "C", language collate "C",
	capacity collate "C" nulls last, respondent_type collate "C" nulls last,
	publish collate "C", why
