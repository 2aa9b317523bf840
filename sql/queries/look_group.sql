-- The answers to one question, with whether their writers are of one group.
-- $1 slug, $2 question, $3 closed question (null: the respondent type), $4 its value
-- columns: in the group (null: nothing was said), language, text
select case when $3::text is null then r.respondent->>'type' = $4::text
		else r.answers->$3::text ? $4::text end,
	a.language, a.text
from answer_text a
join response_read r on r.id = a.response_id
where a.slug = $1::text and a.question_id = $2::text
order by a.text collate "C", a.language collate "C", a.response_id
