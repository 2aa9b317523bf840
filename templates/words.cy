# Words for the public, in Welsh.
consultation = Ymgynghoriad

# What a respondent must mend.
select_capacity = Dewiswch a ydych yn ymateb fel unigolyn neu ar ran sefydliad
enter_organisation = Rhowch enw eich sefydliad
enter_name = Rhowch eich enw llawn
email_format = Rhowch gyfeiriad e-bost yn y fformat cywir, er enghraifft enw@enghraifft.com
select_confidential = Dewiswch a ydych am i’ch ymateb gael ei gadw’n gyfrinachol
enter_confidential_reason = Rhowch y rheswm pam rydych am i’ch ymateb gael ei gadw’n gyfrinachol
select_publish = Dewiswch a gaiff eich ymateb ei gyhoeddi
select_answer = Dewiswch ateb
select_answers = Dewiswch o leiaf un ateb
select_one = Dewiswch un ateb yn unig
select_from_list = Dewiswch ateb o’r rhestr
enter_answer = Rhowch eich ateb
enter_once = Rhowch un ateb yn unig
too_long = Mae eich ateb %zu nod yn rhy hir
too_long_by_one = Mae eich ateb 1 nod yn rhy hir

# Dates: "9:30yb ar 25 Mehefin 2013".
january = Ionawr
february = Chwefror
march = Mawrth
april = Ebrill
may = Mai
june = Mehefin
july = Gorffennaf
august = Awst
september = Medi
october = Hydref
november = Tachwedd
december = Rhagfyr
on = ar
am = yb
pm = yh
midday = ganol dydd
