-- Wait until nobody else applies migrations; held until the connection closes.
-- columns: nothing of use
select pg_advisory_lock(hashtextextended('greenpaper migrations', 0))
