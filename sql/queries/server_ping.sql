-- Whether the server answers.
-- columns: one
select 1 as one
