-- The outcome splits themes by the question that the newest version says they
-- explain.  An answer to an earlier version, where that was not said, is split by
-- it too, or the parts would not make the whole.
create or replace view tally_theme_split with (security_barrier) as
select c.slug, c.question_id, c.theme_id, a.value, count(*) as count
from coding_newest c
join version_read v on v.slug = c.slug and v.newest
join question q on q.slug = v.slug and q.version = v.version and q.id = c.question_id
	and q.explains is not null
left join answer_choice a on a.response_id = c.response_id and a.question_id = q.explains
group by c.slug, c.question_id, c.theme_id, a.value;
