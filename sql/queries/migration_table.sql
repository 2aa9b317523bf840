-- Whether the table of migrations exists: the first of them makes it.
-- columns: exists
select to_regclass('greenpaper.migration') is not null
