-- Who says "without my name" is not named by what they wrote, and nobody's words
-- carry an address for e-mail or a telephone number to a public page.  What looks
-- like one, or has any word of the writer's own name in it, is not quoted at all:
-- there are other answers.
create or replace view quotable with (security_barrier) as
select c.slug, c.question_id, c.theme_id, r.answers->>c.question_id as text, r.language, c.why,
	nullif(r.capacity, 'not-stated') as capacity, r.respondent_type, r.publish
from coding_newest c
join response_standing r on r.id = c.response_id
left join person p on p.response_id = r.id and r.publish = 'without-name'
cross join lateral (select r.answers->>c.question_id) a(text)
where r.publish in ('with-name', 'without-name') and r.confidential = 'no'
	and r.answers ? c.question_id
	and a.text !~ '[^[:space:]@]@[^[:space:]@]+\.'
	and a.text !~ '(\+|\m0)([-\s().]*\d){9}'
	and strpos(lower(a.text), coalesce(lower(p.name), chr(1))) = 0
	and strpos(lower(a.text), coalesce(lower(p.organisation), chr(1))) = 0
	and not exists (select from regexp_split_to_table(p.name, '[^[:alnum:]]+') word
		where length(word) >= 3 and a.text ~* ('\m' || word || '\M'));
