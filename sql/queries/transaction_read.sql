-- Begin a transaction that reads everything as it stands at its first query.
begin transaction isolation level repeatable read read only
