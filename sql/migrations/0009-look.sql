-- The analyst reads every answer, and may see what became of it: which themes the
-- newest codeframe gave it, and by which words.
grant select on coding_newest to greenpaper_analyst;
