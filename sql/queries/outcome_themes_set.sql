-- Note what an outcome says of themes.
-- $1 slug; arrays: $2 questions, $3 themes, $4 labels in English, $5 in Welsh,
-- $6 decisions in English, $7 in Welsh
-- columns: nothing of use
select outcome_themes_set($1::text, $2::text[], $3::text[], $4::text[], $5::text[],
	$6::text[], $7::text[])
