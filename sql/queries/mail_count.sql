-- Mails by kind.
-- columns: kind, waiting, delivered, refused, since when the oldest waits
-- (seconds since 1970, or null)
select kind, waiting, delivered, refused, floor(extract(epoch from oldest))::bigint
from mail_count
order by kind collate "C"
