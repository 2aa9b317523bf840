-- Throw away all that was not sent in time.
-- columns: how many drafts
select draft_purge()
