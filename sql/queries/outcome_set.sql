-- Note the newest outcome.
-- $1 slug, $2 published on (seconds since 1970 of its midnight in London, or
-- null), $3 opening, $4 detail, $5 version
-- columns: whether there is such a consultation
select outcome_set($1::text, (to_timestamp($2::bigint) at time zone 'Europe/London')::date,
	$3::text, $4::text, $5::text)
