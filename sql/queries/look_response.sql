-- What one response says in its own words, and how the newest codeframe coded it.
-- $1 reference
-- columns: slug, question (null: it has no answer of that kind), language, text,
-- theme (null: not coded), the words that say so: starts and ends, an array in
-- text form
select r.slug, a.question_id, r.language, a.text, c.theme_id, c.why
from response_read r
left join answer_text a on a.response_id = r.id
left join coding_newest c on c.slug = r.slug and c.response_id = a.response_id
	and c.question_id = a.question_id
where r.reference = $1::text
order by a.question_id collate "C", c.theme_id collate "C"
