-- The next mail that is due, locked until the transaction ends.
-- columns: id, message id, language, address, subject, body, queued at (seconds
-- since 1970), tries so far
select id, message_id, language, address, subject, body,
	floor(extract(epoch from queued_at))::bigint, tries
from mail_take()
