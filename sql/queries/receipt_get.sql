-- What a submission got.
-- $1 submission id
-- columns: reference, slug
select reference, slug
from receipt($1::uuid)
