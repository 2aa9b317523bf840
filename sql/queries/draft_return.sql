-- One more handle for the draft that a code or a link leads to.
-- $1 hash of the code or link, $2 slug, $3 hash of the handle
-- columns: whether there is such a draft
select draft_return($1::bytea, $2::text, $3::bytea)
