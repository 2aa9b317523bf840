-- One more code for a draft.
-- $1 hash of its handle, $2 hash of the code
-- columns: whether the code leads to it now
select draft_code($1::bytea, $2::bytea)
