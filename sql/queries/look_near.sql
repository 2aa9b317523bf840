-- References that differ from one in a single symbol.
-- $1 reference
-- columns: reference
select reference
from response_read
where length(reference) = length($1::text)
	and exists (select from generate_series(1, length($1::text)) n
		where overlay(reference placing '' from n for 1) = overlay($1::text placing '' from n for 1))
order by reference collate "C"
