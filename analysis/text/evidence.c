#include "text/evidence.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "text/tokenise.h"

/* Words in the form of token_word.  Each list ends with NULL. */
static const char *const units[] = {
	"percent",  "km",	"kms",	   "kilometres", "kilometre",
	"mile",	    "miles",	"metre",   "metres",	 "m",
	"cm",	    "mm",	"kg",	   "g",		 "tonne",
	"tonnes",   "tons",	"litre",   "litres",	 "hectare",
	"hectares", "acre",	"acres",   "mph",	 "kph",
	"db",	    "kw",	"kwh",	   "mw",	 "gwh",
	"hour",	    "hours",	"minute",  "minutes",	 "day",
	"days",	    "week",	"weeks",   "month",	 "months",
	"year",	    "years",	"people",  "children",	 "pupils",
	"patients", "families", "homes",   "households", "vehicles",
	"cars",	    "jobs",	"degrees", "milltir",	 "filltir",
	"metr",	    "awr",	"munud",   "diwrnod",	 "wythnos",
	"mis",	    "mlynedd",	"blynedd", "flynedd",	 "flwyddyn",
	"blwyddyn", "oed",	NULL
};
static const char *const scales[] = { "thousand", "million", "billion",
				      "bn",	  "m",	     "k",
				      "miliwn",	  "filiwn",  "biliwn",
				      "mil",	  "fil",     NULL };
static const char *const coins[] = { "pound", "pounds",	  "pence",    "p",
				     "euro",  "euros",	  "dollars",  "punt",
				     "bunt",  "bunnoedd", "punnoedd", "ceiniog",
				     "gbp",   NULL };
static const char *const months[] = {
	"january",    "february", "march",  "april",	 "may",
	"june",	      "july",	  "august", "september", "october",
	"november",   "december", "jan",    "feb",	 "mar",
	"apr",	      "jun",	  "jul",    "aug",	 "sept",
	"sep",	      "oct",	  "nov",    "dec",	 "ionawr",
	"chwefror",   "mawrth",	  "ebrill", "mai",	 "mehefin",
	"gorffennaf", "awst",	  "medi",   "hydref",	 "tachwedd",
	"rhagfyr",    "fawrth",	  "fai",    "fehefin",	 "orffennaf",
	"fedi",	      "dachwedd", NULL
};
static const char *const parts[] = { "section",	   "sections",	 "paragraph",
				     "paragraphs", "regulation", "article",
				     "clause",	   "schedule",	 "chapter",
				     "table",	   "adran",	 "hadran",
				     "paragraff",  "baragraff",	 "rheoliad",
				     "reoliad",	   "erthygl",	 "cymal",
				     "atodlen",	   "pennod",	 NULL };
/* English has the year of a law behind this word, Welsh behind its title. */
static const char *const laws[] = { "act",   "acts",	"regulations",
				    "order", "measure", "directive",
				    NULL };
static const char *const laws_welsh[] = {
	"deddf",    "ddeddf", "rheoliadau", "reoliadau", "gorchymyn",
	"orchymyn", "mesur",  "fesur",	    NULL
};
static const char *const sources[] = {
	"report",	"reports",	"study",	"studies",
	"research",	"survey",	"surveys",	"statistics",
	"data",		"evidence",	"findings",	"review",
	"census",	"journal",	"analysis",	"trial",
	"adroddiad",	"adroddiadau",	"hadroddiad",	"astudiaeth",
	"astudiaethau", "hastudiaeth",	"ymchwil",	"hymchwil",
	"arolwg",	"arolygon",	"harolwg",	"tystiolaeth",
	"dystiolaeth",	"thystiolaeth", "ystadegau",	"hystadegau",
	"canfyddiadau", "cyfrifiad",	"dadansoddiad", NULL
};

/* Words between "Deddf" and its year: "Deddf Tai (Cymru) 2014". */
enum { LAW_WORDS = 6 };

struct reader {
	const char *text;
	struct tokens tokens;
	const char **words; /* of the tokens, as token_word gives them */
	struct evidence_mark *marks;
	size_t count;
};

/* --- what stands at a token ----------------------------------------------- */

static bool
is_listed(const char *word, const char *const list[])
{
	for (; *list; list++)
		if (**list == *word && strcmp(*list, word) == 0)
			return true;
	return false;
}

/* The word of token INDEX, or "" behind the last or where something stands
 * before it that does not belong to one phrase. */
static const char *
word_at(const struct reader *reader, size_t index)
{
	if (index >= reader->tokens.count ||
	    (index &&
	     !token_adjoins(reader->text, reader->tokens.items[index - 1].end,
			    reader->tokens.items[index].start)))
		return "";
	return reader->words[index];
}

static bool
is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static bool
is_year(const char *word)
{
	return strspn(word, "0123456789") == 4 && !word[4] &&
	       (strncmp(word, "18", 2) == 0 || strncmp(word, "19", 2) == 0 ||
		strncmp(word, "20", 2) == 0);
}

/* "3", "3rd", "3ydd". */
static bool
is_day(const char *word)
{
	static const char *const endings[] = { "",    "st", "nd",  "rd",
					       "th",  "af", "ail", "ydd",
					       "fed", "ed", "eg",  NULL };
	char *end;
	unsigned long day = is_digit(*word) ? strtoul(word, &end, 10) : 0;

	return day >= 1 && day <= 31 && is_listed(end, endings);
}

/* What stands behind the digits of a number in its own token: "m" of "1.2m". */
static const char *
number_tail(const char *word)
{
	return word + strspn(word, "0123456789.,");
}

/* Bytes of a sign of money that ends before START; 0: none. */
static size_t
coin_len(const char *text, size_t start)
{
	static const char *const signs[] = { "£", "€", "$", NULL };

	for (const char *const *sign = signs; *sign; sign++) {
		size_t len = strlen(*sign);

		if (start >= len && memcmp(text + start - len, *sign, len) == 0)
			return len;
	}
	return 0;
}

/* --- signs ---------------------------------------------------------------- */

/* Mark the bytes from START to END; the first token behind them. */
static size_t
mark(struct reader *reader, enum evidence_sign sign, size_t start, size_t end)
{
	size_t next = 0;
	size_t high = reader->tokens.count;

	reader->marks[reader->count++] =
		(struct evidence_mark){ sign, start, end };
	while (next < high) {
		size_t middle = next + (high - next) / 2;

		if (reader->tokens.items[middle].start < end)
			next = middle + 1;
		else
			high = middle;
	}
	return next;
}

/* Mark the tokens from FIRST to LAST. */
static size_t
mark_tokens(struct reader *reader, enum evidence_sign sign, size_t first,
	    size_t last)
{
	return mark(reader, sign, reader->tokens.items[first].start,
		    reader->tokens.items[last].end);
}

/* Each of these looks at token INDEX and gives the first token behind the sign
 * that begins there; 0: there is none. */

static size_t
read_address(struct reader *reader, size_t index)
{
	size_t start = reader->tokens.items[index].start, len;
	const char *at = reader->text + start;

	if (strncmp(at, "http://", 7) != 0 && strncmp(at, "https://", 8) != 0 &&
	    strncmp(at, "www.", 4) != 0)
		return 0;
	len = strcspn(at, " \t\r\n<>\"");
	while (strchr(".,;:!?)]'", at[len - 1]))
		len--;
	return mark(reader, EVIDENCE_ADDRESS, start, start + len);
}

static size_t
read_money(struct reader *reader, size_t index)
{
	const struct token *token = &reader->tokens.items[index];
	size_t sign = coin_len(reader->text, token->start);
	size_t last = index;

	if (is_listed(word_at(reader, last + 1), scales))
		last++;
	if (sign)
		return mark(reader, EVIDENCE_MONEY, token->start - sign,
			    reader->tokens.items[last].end);
	if (strcmp(number_tail(reader->words[index]), "p") == 0)
		return mark_tokens(reader, EVIDENCE_MONEY, index, index);
	if (strcmp(word_at(reader, last + 1), "o") == 0)
		last++;
	if (!is_listed(word_at(reader, last + 1), coins))
		return 0;
	return mark_tokens(reader, EVIDENCE_MONEY, index, last + 1);
}

static size_t
read_figure(struct reader *reader, size_t index)
{
	const struct token *token = &reader->tokens.items[index];
	const char *behind = reader->text + token->end;
	const char *next = word_at(reader, index + 1);
	size_t blank = *behind == ' ';
	size_t last = index + is_listed(next, scales);

	if (behind[blank] == '%')
		return mark(reader, EVIDENCE_FIGURE, token->start,
			    token->end + blank + 1);
	if ((strcmp(next, "per") == 0 || strcmp(next, "y") == 0) &&
	    (strcmp(word_at(reader, index + 2), "cent") == 0 ||
	     strcmp(word_at(reader, index + 2), "cant") == 0))
		return mark_tokens(reader, EVIDENCE_FIGURE, index, index + 2);
	if (*number_tail(reader->words[index]) &&
	    is_listed(number_tail(reader->words[index]), units))
		return mark_tokens(reader, EVIDENCE_FIGURE, index, index);
	if (is_listed(word_at(reader, last + 1), units))
		return mark_tokens(reader, EVIDENCE_FIGURE, index, last + 1);
	return 0;
}

/* "2019", "2019-20", "2019/20", and in brackets a citation. */
static size_t
read_year(struct reader *reader, size_t index)
{
	const char *text = reader->text;
	size_t start = reader->tokens.items[index].start;
	size_t end = reader->tokens.items[index].end, dash;

	if (start && text[start - 1] == '(' && text[end] == ')')
		return mark(reader, EVIDENCE_CITATION, start - 1, end + 1);
	dash = strncmp(text + end, "–", 3) == 0	      ? 3
	       : text[end] == '-' || text[end] == '/' ? 1
						      : 0;
	if (dash && is_digit(text[end + dash]) &&
	    is_digit(text[end + dash + 1]))
		end += dash + strspn(text + end + dash, "0123456789");
	return mark(reader, EVIDENCE_DATE, start, end);
}

static size_t
read_date(struct reader *reader, size_t index)
{
	const char *word = reader->words[index];
	size_t last = index + is_day(word);
	const char *month;

	if (is_year(word))
		return read_year(reader, index);
	if (last > index && strcmp(word_at(reader, last), "of") == 0)
		last++;
	if (!is_listed(last > index ? word_at(reader, last) : word, months))
		return 0;
	if (is_year(word_at(reader, last + 1)))
		return mark_tokens(reader, EVIDENCE_DATE, index, last + 1);
	/* "Question 5 may be" is none. */
	month = reader->text + reader->tokens.items[last].start;
	return last > index && *month >= 'A' && *month <= 'Z'
		       ? mark_tokens(reader, EVIDENCE_DATE, index, last)
		       : 0;
}

/* A law with its year, which stands at most WORDS on; brackets may be between. */
static size_t
read_law(struct reader *reader, size_t index, size_t words)
{
	const struct token *items = reader->tokens.items;

	for (size_t i = index + 1;
	     i <= index + words && i < reader->tokens.count; i++) {
		const char *between = reader->text + items[i - 1].end;
		size_t len = items[i].start - items[i - 1].end;

		if (strspn(between, " \n()") < len)
			return 0;
		if (is_year(reader->words[i]))
			return mark(reader, EVIDENCE_CITATION,
				    items[index].start,
				    items[i].end + (between[len - 1] == '('));
	}
	return 0;
}

static size_t
read_citation(struct reader *reader, size_t index)
{
	const char *word = reader->words[index];
	const char *next = word_at(reader, index + 1);

	if (strcmp(word, "et") == 0 && strcmp(next, "al") == 0)
		return mark_tokens(reader, EVIDENCE_CITATION, index, index + 1);
	if (is_listed(word, parts) && is_digit(*next))
		return mark_tokens(reader, EVIDENCE_CITATION, index, index + 1);
	if (is_listed(word, laws))
		return read_law(reader, index, 1);
	return is_listed(word, laws_welsh) ? read_law(reader, index, LAW_WORDS)
					   : 0;
}

/* "yn ôl" is also "back" and "ago", but not often before an article. */
static size_t
read_source(struct reader *reader, size_t index)
{
	const char *word = reader->words[index];
	const char *next = word_at(reader, index + 1);
	const char *third = word_at(reader, index + 2);

	if (is_listed(word, sources))
		return mark_tokens(reader, EVIDENCE_SOURCE, index, index);
	if ((strcmp(word, "according") == 0 && strcmp(next, "to") == 0) ||
	    (strcmp(word, "yn") == 0 && strcmp(next, "ôl") == 0 &&
	     (strcmp(third, "y") == 0 || strcmp(third, "yr") == 0 ||
	      is_listed(third, sources))))
		return mark_tokens(reader, EVIDENCE_SOURCE, index, index + 1);
	return 0;
}

/* --- an answer ------------------------------------------------------------ */

typedef size_t sign_reader(struct reader *reader, size_t index);

static size_t
read_at(struct reader *reader, size_t index)
{
	static sign_reader *const of_numbers[] = { read_money, read_figure,
						   read_date, NULL };
	static sign_reader *const of_words[] = { read_address, read_citation,
						 read_date, read_source, NULL };
	sign_reader *const *with =
		is_digit(*reader->words[index]) ? of_numbers : of_words;
	size_t next = 0;

	for (; *with && !next; with++)
		next = (*with)(reader, index);
	return next ? next : index + 1;
}

static void
judge(struct evidence *evidence)
{
	size_t signs = 0;

	for (size_t i = 0; i < evidence->mark_count; i++)
		evidence->counts[evidence->marks[i].sign]++;
	for (int sign = 0; sign < EVIDENCE_SIGNS; sign++) {
		size_t count = evidence->counts[sign];

		evidence->kinds += count > 0;
		signs +=
			count < EVIDENCE_SIGNS_MAX ? count : EVIDENCE_SIGNS_MAX;
	}
	evidence->rich =
		evidence->kinds >= EVIDENCE_KINDS && signs >= EVIDENCE_RICH;
	evidence->score = evidence->kinds + signs +
			  (evidence->words / 100 < EVIDENCE_LENGTH_MAX
				   ? evidence->words / 100
				   : EVIDENCE_LENGTH_MAX);
}

struct evidence
evidence_read(struct arena *arena, const char *text)
{
	struct reader reader = { .text = text,
				 .tokens = tokenise(arena, text) };
	size_t count = reader.tokens.count;
	struct evidence evidence = { .words = count };

	reader.words = arena_array(arena, count, sizeof(*reader.words));
	reader.marks = arena_array(arena, count, sizeof(*reader.marks));
	for (size_t i = 0; i < count; i++) {
		const struct token *token = &reader.tokens.items[i];

		reader.words[i] = token_word(arena, text + token->start,
					     token->end - token->start);
	}
	for (size_t i = 0; i < count;)
		i = read_at(&reader, i);
	evidence.marks = reader.marks;
	evidence.mark_count = reader.count;
	judge(&evidence);
	return evidence;
}

const char *
evidence_sign_name(enum evidence_sign sign)
{
	static const char *const names[] = {
		[EVIDENCE_FIGURE] = "figures",
		[EVIDENCE_MONEY] = "money",
		[EVIDENCE_DATE] = "dates",
		[EVIDENCE_ADDRESS] = "links",
		[EVIDENCE_CITATION] = "citations",
		[EVIDENCE_SOURCE] = "sources",
	};

	return names[sign];
}
