-- A version of a consultation.
-- $1 slug, $2 version (0: the newest)
-- columns: slug, version, source, government, government_current, published,
-- published_on (seconds since 1970 of its midnight in London), opening, detail,
-- outcome_version
select slug, version, source, government, government_current, published,
	extract(epoch from published_on::timestamp at time zone 'Europe/London')::bigint,
	opening, detail, outcome_version
from version_read
where slug = $1::text
	and case $2::integer when 0 then newest else version = $2::integer end
