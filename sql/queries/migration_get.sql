-- One migration, if it was applied.
-- $1 name, $2 bytes of the file as they are now
-- columns: whether these bytes were applied
select sha256 = sha256($2::bytea)
from migration
where name = $1::text
