-- A document of the newest version that has it.
-- $1 slug, $2 name
-- columns: name, bytes
select name, bytes
from document_read
where slug = $1::text and name = $2::text
order by version desc
limit 1
