-- Have a text sent by e-mail to whoever has a draft.
-- $1 hash of its handle, $2 kind, $3 hash of the link in it (null: none),
-- $4 language, $5 address, $6 subject, $7 body
-- columns: queued, known, enough or missing
select draft_mail($1::bytea, $2::text, $3::bytea, $4::text, $5::text, $6::text, $7::text)
