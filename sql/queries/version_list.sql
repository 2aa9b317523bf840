-- The newest version of each consultation, the latest opening first.
-- columns: as version_get
select slug, version, source, government, government_current, published,
	extract(epoch from published_on::timestamp at time zone 'Europe/London')::bigint,
	opening, detail, outcome_version
from version_read
where newest
order by opens desc, slug collate "C"
