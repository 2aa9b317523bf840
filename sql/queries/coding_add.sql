-- Codings of a codeframe.
-- $1 codeframe; then, of each coding: $2 response id, $3 question, $4 theme,
-- $5 the words that say so: starts and ends, an array in text form
insert into coding (codeframe, response_id, question_id, theme_id, why)
select $1::bigint, response_id, question_id, theme_id, why::integer[]
from unnest($2::bigint[], $3::text[], $4::text[], $5::text[])
	as given(response_id, question_id, theme_id, why)
