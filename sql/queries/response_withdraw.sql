-- Take back the response that a draft became.
-- $1 hash of a handle
-- columns: done, closed, ended, unsent or missing
select response_withdraw($1::bytea)
