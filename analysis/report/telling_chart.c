#include "report/telling_chart.h"

#include <string.h>

#include "arena.h"
#include "report/telling.h"
#include "str.h"
#include "utf8.h"
#include "view.h"
#include "views.h"
#include "words.h"

/* Pixels, as templates/telling.tpl has them; text of 16 px Arial. */
enum {
	TOP = 96,
	HEADING_HEIGHT = 32,
	HEADING_TEXT = 22, /* from its top to the base of its text */
	ROW_HEIGHT = 28,
	ROW_TEXT = 15,
	REST_TOP = 11,
	WIDEST = 270,
	WORD_COLUMNS = 19,
};

struct chart {
	struct arena *arena;
	const struct words *words;
	const struct telling *telling;
	size_t top;
	size_t largest; /* share, in tenths of a percent */
	struct str figures;
};

/* Tenths of a percent of the answers of a side that hold WORD, rounded. */
static size_t
share(const struct telling *telling, const struct telling_word *word,
      enum telling_side side)
{
	size_t all = telling->answers[side];

	return all ? (word->answers[side] * 1000 + all / 2) / all : 0;
}

static size_t
largest_share(const struct telling *telling)
{
	size_t largest = 1;

	for (int side = 0; side < TELLING_SIDES; side++)
		for (size_t i = 0; i < telling->word_count[side]; i++)
			for (int of = 0; of < TELLING_SIDES; of++) {
				size_t here =
					share(telling, &telling->words[side][i],
					      (enum telling_side)of);

				if (here > largest)
					largest = here;
			}
	return largest;
}

static const char *
percent(struct arena *arena, size_t tenths)
{
	return arena_format(arena, "%zu.%zu%%", tenths / 10, tenths % 10);
}

/* A word that is wider than its place ends with an ellipsis. */
static const char *
fitted(struct arena *arena, const char *word)
{
	size_t len = strlen(word), fit = utf8_fit(word, len, WORD_COLUMNS);

	return fit == len ? word : arena_format(arena, "%.*s…", (int)fit, word);
}

static void
put_bar(struct chart *chart, struct view *part, const struct telling_word *word)
{
	size_t group = share(chart->telling, word, TELLING_GROUP);
	size_t rest = share(chart->telling, word, TELLING_REST);
	struct view *bar = view_section(part, M_BAR);
	const char *figure = arena_format(chart->arena, "%s / %s",
					  percent(chart->arena, group),
					  percent(chart->arena, rest));

	view_text(bar, M_TEXT, fitted(chart->arena, word->word));
	view_number(bar, M_Y, chart->top);
	view_number(bar, M_FIGURE_Y, chart->top + ROW_TEXT);
	view_number(bar, M_REST_Y, chart->top + REST_TOP);
	view_number(bar, M_WIDTH, group * WIDEST / chart->largest);
	view_number(bar, M_REST_WIDTH, rest * WIDEST / chart->largest);
	view_text(bar, M_FIGURE, figure);
	str_format(&chart->figures, "; %s: %s", word->word, figure);
	chart->top += ROW_HEIGHT;
}

static void
put_part(struct chart *chart, struct view *view, enum telling_side side,
	 const char *heading)
{
	struct view *part = view_section(view, M_PART);

	view_text(part, M_HEADING, heading);
	view_number(part, M_Y, chart->top + HEADING_TEXT);
	view_hide(part, M_BAR);
	str_format(&chart->figures, "%s%s", chart->figures.len ? ". " : "",
		   heading);
	chart->top += HEADING_HEIGHT;
	for (size_t i = 0; i < chart->telling->word_count[side]; i++)
		put_bar(chart, part, &chart->telling->words[side][i]);
}

bool
telling_chart(struct arena *arena, const struct views *views,
	      const struct words *words, const struct telling *telling,
	      const char *group, struct str *out, struct error *err)
{
	struct view *view = view_new(arena);
	struct chart chart = { .arena = arena,
			       .words = words,
			       .telling = telling,
			       .top = TOP,
			       .largest = largest_share(telling),
			       .figures.arena = arena };

	view_text(view, M_TITLE,
		  word_text(arena, words, LANGUAGE_EN, W_TELLING_TITLE, group));
	view_text(view, M_SOLID,
		  word_text(arena, words, LANGUAGE_EN, W_TELLING_SOLID, group));
	put_part(&chart, view, TELLING_GROUP,
		 word_text(arena, words, LANGUAGE_EN, W_TELLING_GROUP, group));
	put_part(&chart, view, TELLING_REST,
		 word_in(words, LANGUAGE_EN, W_TELLING_REST));
	view_text(view, M_FIGURES, chart.figures.text);
	view_number(view, M_HEIGHT, chart.top + ROW_HEIGHT / 2);
	return view_render(views, T_TELLING, LANGUAGE_EN, view, out, err);
}
