-- Store a definition with its documents, unless the newest version is the same.
-- $1 slug, $2 source, $3 opens and $4 closes in seconds since 1970,
-- $5 ids, $6 types, $7 explained ids (or null) and $8 needs (JSON, or null) of the
-- questions, $9 names and $10 bytes of the documents
-- columns: result (new, new-version, unchanged), version
select result, version
from version_load($1::text, $2::bytea, to_timestamp($3::bigint), to_timestamp($4::bigint),
	$5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::bytea[])
