-- Throw away what was not sent.
-- $1 hash of a handle
-- columns: done, sent or missing
select draft_delete($1::bytea)
