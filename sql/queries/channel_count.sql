-- Responses of a consultation by channel.
-- $1 slug
-- columns: channel, count, late ones among them
select channel, count, late
from tally_channel
where slug = $1::text
order by channel collate "C"
