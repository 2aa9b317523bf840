-- A new empty draft.
-- $1 hash of its handle, $2 slug, $3 version, $4 language
-- columns: created, missing or closed
select draft_create($1::bytea, $2::text, $3::integer, $4::text)
