-- A codeframe, before its codings.
-- $1 slug, $2 source, $3 reviewed by, $4 reviewed on (seconds since 1970 of its
-- midnight in London)
-- columns: id
insert into codeframe (slug, source, reviewed_by, reviewed_on)
values ($1::text, $2::bytea, $3::text, (to_timestamp($4::bigint) at time zone 'Europe/London')::date)
returning id
