-- Each answer to a text question, with what its writer chose in a closed one.
-- $1 slug, $2 question, $3 the closed question, or "" for none
-- columns: response id, language, text, chosen values with a space between two
-- (null: none)
select a.response_id, a.language, a.text,
	(select string_agg(c.value, ' ' order by c.value collate "C")
		from jsonb_array_elements_text(
			case jsonb_typeof(r.answers->$3::text) when 'array' then r.answers->$3::text
				else jsonb_build_array(r.answers->$3::text) end) c(value)
		where r.answers ? $3::text)
from answer_text a
join response_read r on r.id = a.response_id
where a.slug = $1::text and a.question_id = $2::text
order by a.text collate "C", a.language collate "C", a.response_id
