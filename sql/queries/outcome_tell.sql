-- Write to all who agreed to be told that the outcome is out.
-- $1 slug, $2 subject and $3 text in English, $4 and $5 in Welsh
-- columns: how many were written to
select outcome_tell($1::text, $2::text, $3::text, $4::text, $5::text)
