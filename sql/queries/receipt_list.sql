-- What each response that counts can be found by.
-- $1 slug
-- columns: receipt
select receipt
from receipt_list
where slug = $1::text
order by receipt collate "C"
