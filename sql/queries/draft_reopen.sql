-- Make a draft of the response that it became.
-- $1 hash of a handle
-- columns: done, closed, ended, unsent or missing
select draft_reopen($1::bytea)
