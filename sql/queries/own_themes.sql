-- Which themes the published outcome says that response has.
-- $1 hash of a handle
-- columns: question, label in English and Welsh, decision in English and Welsh
select question_id, label_en, label_cy, decision_en, decision_cy
from own_themes($1::bytea)
