#include "commands.h"

/* In the order in which a consultation meets them. */
const struct command commands[] = {
	{ "check", cmd_check, NULL, false, "FILE",
	  "tell every mistake in a definition file",
	  "  --json   the mistakes as JSON\n\n"
	  "Example: greenpaper check consultation.yaml\n" },
	{ "init", cmd_init, NULL, false, "[--sql DIR]",
	  "make or bring up to date the tables of the database",
	  "  --sql DIR   where the migrations are\n\n"
	  "Connects as greenpaper_owner.  Run it again after an upgrade; it "
	  "applies what is new.\n\n"
	  "Example: PGHOST=/run/postgresql greenpaper init\n" },
	{ "load", cmd_load, "greenpaper_editor", false, "FILE",
	  "store a consultation, or a new version of it",
	  "The documents that the file names are read from the folder it "
	  "stands "
	  "in.\n"
	  "The same file again changes nothing.\n\n"
	  "  --json   the result as JSON\n\n"
	  "Example: greenpaper load consultation.yaml\n" },
	{ "status", cmd_status, "greenpaper_analyst", false, "[SLUG]",
	  "list consultations, or count the responses to one",
	  "  --json   the same as JSON\n\n"
	  "Example: greenpaper status safeguarding-looked-after-children\n" },
	{ "import", cmd_import, "greenpaper_keyer", true,
	  "SLUG --from FILE|DIR",
	  "store responses that came by e-mail, by post or in another tool",
	  "  --from FILE.jsonl       one response a line, as `export --format "
	  "jsonl` writes\n"
	  "  --from FILE.csv         a table; with --map FILE.yaml that says "
	  "what its columns are\n"
	  "  --from DIR              a folder of the i.AI Consult tool\n"
	  "  --channel CHANNEL       for rows that do not say: email, post, "
	  "online, event, other\n"
	  "  --received DATE         for rows that do not say, 2013-07-02 or "
	  "\"2013-07-02 14:05\"\n"
	  "  --draft-definition DIR  write a definition for such a folder to "
	  "standard output, store nothing\n"
	  "  --json                  the result as JSON\n\n"
	  "All rows are stored or none; every bad row is named.  A row that is "
	  "already there is\nnot stored twice.  What the file does not say is "
	  "\"not stated\", which is never consent.\n\n"
	  "Example: greenpaper import road-safety --from letters.jsonl\n" },
	{ "copies", cmd_copies, "greenpaper_analyst", true,
	  "SLUG | --from FILE.csv --text COLUMN",
	  "find copied letters, sent as they were or with changes",
	  "Of a consultation, as the analyst; or in any table, without a "
	  "database.\n\n"
	  "  --question ID    of SLUG, this long-text question alone\n"
	  "  --from FILE.csv  a table as a spreadsheet saves it\n"
	  "  --text COLUMN    the heading of its column with the answers\n"
	  "  --lang CODE      the language of the answers: en, cy, … or none\n"
	  "  --encoding NAME  of the file if it is not UTF-8, like "
	  "windows-1252\n"
	  "  --json           the groups as JSON, every copy in them\n\n"
	  "Exact copies differ in case, spacing and punctuation at most.  Near "
	  "copies share a\nquarter of their runs of three words.  Of each "
	  "group three are shown with what they\nchanged most.  Nothing is "
	  "stored.\n\n"
	  "Example: greenpaper copies --from responses.csv --text "
	  "\"Your comments\"\n" },
	{ "themes", cmd_themes, "greenpaper_analyst", true,
	  "SLUG | --from FILE.csv --text COLUMN",
	  "propose themes in the answers, as a codeframe to review",
	  "Writes a draft that only you can read.  It says itself how to make "
	  "it yours.\nRun it again when more answers have come: it keeps all "
	  "that you decided, and\nmarks what is new.  The file as it was is "
	  "kept beside it, as FILE.old.\n\n"
	  "  --out FILE         instead of SLUG-codeframe.yaml\n"
	  "  --question ID      look in this long-text question alone\n"
	  "  --themes N         look for so many themes, 1 to 100\n"
	  "  --split-by-stance  look within the answers of those who chose the "
	  "same in the\n"
	  "                     question that this one explains\n"
	  "  --force            write over the file, whatever stands in it\n"
	  "  --check            tell what in the file is too small, too large "
	  "or too alike;\n"
	  "                     write nothing\n"
	  "  --list-other       print the answers that are in none of its "
	  "themes; write nothing\n"
	  "  --json             the result as JSON\n\n"
	  "Or find themes in any table, without a database:\n\n"
	  "  --from FILE.csv    a table as a spreadsheet saves it\n"
	  "  --text COLUMN      the heading of its column with the answers\n"
	  "  --id COLUMN        of the one that tells rows apart, for --json\n"
	  "  --lang CODE        the language of the answers: en, cy, … or "
	  "none\n"
	  "  --encoding NAME    of the file if it is not UTF-8, like "
	  "windows-1252\n"
	  "  --themes N         look for so many\n"
	  "  --json             all of it as JSON: which answer has which, "
	  "and why\n\n"
	  "greenpaper-themes(7) explains how themes are found.\n\n"
	  "Example: greenpaper themes road-safety\n" },
	{ "code", cmd_code, "greenpaper_analyst", false, "SLUG CODEFRAME",
	  "give every answer the themes of a signed codeframe",
	  "The codeframe must say who reviewed it and when.  Run it again "
	  "with another\none, and that is the one that counts.  Nothing is "
	  "stored while a theme is still\n\"new: yes\", has words that nobody "
	  "used, or lost the id it was coded with.\n\n"
	  "  --rename-ids  themes may have other ids than when answers were "
	  "coded last\n"
	  "  --json        the result as JSON\n\n"
	  "Example: greenpaper code road-safety road-safety-codeframe.yaml\n" },
	{ "suggest", cmd_suggest, "greenpaper_analyst", true,
	  "SLUG | --from FILE.csv --text COLUMN --labels COLUMN",
	  "offer themes for answers, learnt from those a person has coded",
	  "Of a consultation, for the answers that its newest codeframe leaves "
	  "in no theme; or\nin any table whose labels are filled in for some "
	  "rows, without a database.\n\n"
	  "  --question ID     of SLUG, this question alone\n"
	  "  --from FILE.csv   a table as a spreadsheet saves it\n"
	  "  --text COLUMN     the heading of its column with the answers\n"
	  "  --labels COLUMN   of the one with the labels; several in a cell "
	  "stand behind \";\"\n"
	  "  --separator TEXT  they stand behind TEXT instead\n"
	  "  --id COLUMN       of the one that names the rows\n"
	  "  --lang CODE       the language of the answers: en, cy, … or none\n"
	  "  --encoding NAME   of the file if it is not UTF-8, like "
	  "windows-1252\n"
	  "  --json            the offers as JSON, with the words that speak "
	  "for them\n\n"
	  "Two labels must stand with two answers each; with five each, offers "
	  "begin to be good.\nAn offer is clear, close or a guess by its "
	  "margin over the next best.  Nothing is\nstored.\n\n"
	  "Example: greenpaper suggest --from responses.csv --text "
	  "\"Your comments\" --labels Theme\n" },
	{ "search", cmd_search, "greenpaper_analyst", false, "SLUG WORDS…",
	  "find words in what people wrote, with what stands around them",
	  "A word is found in all its forms in the language of the answer; "
	  "\"several words\" in\nquotation marks are a phrase.  Of several "
	  "words or phrases (at most seven) each must\nstand in the same "
	  "answer.  When nobody used them it says so and ends with 1, like "
	  "grep.\n\n"
	  "  --question ID   in answers to this question alone\n"
	  "  --theme ID      that have this theme of the newest codeframe\n"
	  "  --type TYPE     by respondents of this type\n"
	  "  --limit N       show the first N hits; all are counted\n"
	  "  --context N     N columns to each side, 0 to 1000 (30)\n"
	  "  --json          the result as JSON; places are bytes of the "
	  "answer\n\n"
	  "Example: greenpaper search road-safety \"school gate\" fumes\n" },
	{ "why", cmd_why, "greenpaper_analyst", false, "REFERENCE",
	  "show an answer with its themes and the words that gave them",
	  "Themes are those of the newest codeframe that was applied.\n\n"
	  "  --json   the result as JSON; places are bytes of the answer\n\n"
	  "Example: greenpaper why 7F3K9QXB\n" },
	{ "words", cmd_words, "greenpaper_analyst", false,
	  "SLUG --question ID --group GROUP --value VALUE",
	  "tell the words of one group of respondents from those of the rest",
	  "  --question ID   whose answers are read\n"
	  "  --group GROUP   respondent_type, or a question with options\n"
	  "  --value VALUE   the type, or the option, that makes the group\n"
	  "  --top N         so many words of each side, 1 to 200 (25)\n"
	  "  --svg FILE      draw them as well\n"
	  "  --json          the result as JSON\n\n"
	  "A word counts once an answer, and is shown when three people or "
	  "more of its side\nused it and its z-score is 1.96 or more: see "
	  "greenpaper(1).\n\n"
	  "Example: greenpaper words road-safety --question why --group fines "
	  "--value agree\n" },
	{ "evidence", cmd_evidence, "greenpaper_analyst", false, "SLUG",
	  "list the answers that bring evidence, the richest first",
	  "Signs are figures with a unit, sums of money, dates, links, "
	  "citations and words\nthat name a source.  An answer is listed when "
	  "it has signs of two kinds or more,\nand three signs or more (of "
	  "one kind at most three count).\n\n"
	  "  --question ID   answers to this question alone\n"
	  "  --limit N       show the first N; all are counted\n"
	  "  --json          the result as JSON; places are bytes of the "
	  "answer\n\n"
	  "Example: greenpaper evidence road-safety --limit 20\n" },
	{ "publish", cmd_publish, "greenpaper_publisher", false,
	  "SLUG --to DIR", "write the outcome page, whole or not at all",
	  "  --to DIR        into DIR/SLUG/VERSION, which DIR/SLUG/current "
	  "then links to\n"
	  "  --outcome FILE  what the officer has to say and the events\n"
	  "  --tell URL      the site, https://…: write to all who agreed to "
	  "be told, once\n"
	  "  --json          the result as JSON\n\n"
	  "Every long answer must have been coded.  The same responses and "
	  "files give the\nsame pages, and an unchanged publication changes "
	  "nothing.\n\n"
	  "Example: greenpaper publish road-safety --to published --outcome "
	  "outcome.yaml\n" },
	{ "export", cmd_export, "greenpaper_analyst", false,
	  "SLUG --format csv|jsonl|yaml",
	  "write every response, or the definition, to standard output",
	  "  --format csv    a table for a spreadsheet; cells that look like "
	  "formulas get a ' before them\n"
	  "  --format jsonl  one response a line, as `import` reads\n"
	  "  --format yaml   the definition, as it was loaded\n"
	  "  --version N     that version of it; the newest unless given\n"
	  "  --people        with names, organisations, e-mail addresses and "
	  "reasons for\n"
	  "                  confidentiality; needs the role "
	  "greenpaper_steward.  Only such an\n"
	  "                  export can be imported again where the responses "
	  "stand\n\n"
	  "Example: greenpaper export road-safety --format csv "
	  ">responses.csv\n" },
	{ "mail", cmd_mail, "greenpaper_postman", true, "deliver|status",
	  "send the mail that waits, or tell how much does",
	  "  --to smtp://HOST[:PORT]  the mail server; smtps:// where it "
	  "wants TLS at once\n"
	  "  --to file:DIR            instead, write each into a file of that "
	  "folder\n"
	  "  --from ADDRESS           whom the mail comes from\n"
	  "  --login FILE             two lines, user and password; nobody "
	  "else may read it\n"
	  "  --ca FILE                certificates to trust, instead of the "
	  "system's\n"
	  "  --plain                  the server has no TLS: only for one on "
	  "this machine\n"
	  "  --every SECONDS          go on, looking so often for new mail\n"
	  "  --json                   the result as JSON\n\n"
	  "What a server does not take is tried again for five days.  Mail "
	  "that is sent twice\nbecause a connection broke is the same mail to "
	  "whoever gets it.\n\n"
	  "Example: greenpaper mail deliver --to smtp://localhost --plain "
	  "--from\n         consultations@example.org\n" },
	{ "purge", cmd_purge, "greenpaper_steward", false, "",
	  "delete what people began and did not send in time",
	  "A response that was begun on the site and not sent is deleted 28 "
	  "days after its\nconsultation closed, as its writer was told.  What "
	  "was sent stays.  Run it every\nnight; run again it finds nothing "
	  "more.\n\n"
	  "  --json   the result as JSON\n\n"
	  "Example: greenpaper purge\n" },
	{ "help", cmd_help, NULL, false, "[COMMAND]", "explain the commands",
	  "Example: greenpaper help load\n" },
	{ NULL, NULL, NULL, false, NULL, NULL, NULL },
};
