-- Replace what a draft says.
-- $1 hash of its handle, $2 revision it had, $3 language, $4 respondent, $5 answers
-- columns: stored, stale, submitted, closed or missing
select draft_save($1::bytea, $2::integer, $3::text, $4::text, $5::text)
