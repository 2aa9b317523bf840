-- The documents of a version.
-- $1 slug, $2 version
-- columns: name, size in bytes
select name, length(bytes)
from document_read
where slug = $1::text and version = $2::integer
order by name collate "C"
