-- Each answer to a text question.
-- $1 slug, $2 question
-- columns: response id, language, text
select response_id, language, text
from answer_text
where slug = $1::text and question_id = $2::text
order by text collate "C", language collate "C", response_id
