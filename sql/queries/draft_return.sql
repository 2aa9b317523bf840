-- One more handle for the draft that a code or a link leads to.
-- $1 hash of the code or link, $2 slug, $3 hash of the handle,
-- $4 hash of the handle that would be lost (null: none)
-- columns: done, missing, held
select draft_return($1::bytea, $2::text, $3::bytea, $4::bytea)
