-- The last migration that was applied.
-- columns: name; null if none
select max(name collate "C")
from migration
