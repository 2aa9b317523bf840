-- The answers to one question, with whose they are.
-- $1 slug, $2 question, $3 respondent type (null: any), $4 theme of the newest
-- codeframe that they have (null: any)
-- columns: reference, language, text
select r.reference, a.language, a.text
from answer_text a
join response_read r on r.id = a.response_id
where a.slug = $1::text and a.question_id = $2::text
	and ($3::text is null or r.respondent->>'type' = $3::text)
	and ($4::text is null or a.response_id in (select c.response_id from coding_newest c
		where c.slug = $1::text and c.question_id = $2::text and c.theme_id = $4::text))
order by r.reference collate "C"
