-- Note that a migration was applied.
-- $1 name, $2 bytes of the file
insert into migration (name, sha256)
values ($1::text, sha256($2::bytea))
