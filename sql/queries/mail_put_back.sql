-- Note that a mail was not taken.
-- $1 id, $2 what was said, $3 whether for good
-- columns: whether it will be tried again
select mail_put_back($1::bigint, $2::text, $3::boolean)
