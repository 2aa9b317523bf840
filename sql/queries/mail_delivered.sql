-- Note that a mail was taken by the server.
-- $1 id
select mail_delivered($1::bigint)
