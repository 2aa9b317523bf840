#include "report/chart.h"

#include <string.h>

#include "arena.h"
#include "str.h"
#include "view.h"
#include "views.h"

/* Pixels.  LINE_CHARACTERS of 16 px Arial fit a screen of 320 px. */
enum {
	LINE_CHARACTERS = 36,
	LINE_HEIGHT = 20,
	BAR_HEIGHT = 24,
	BAR_TEXT = 17, /* from the top of a bar to the base of its figure */
	LABEL_GAP = 6,
	BAR_GAP = 14,
	WIDEST_TENTHS = 600, /* of a percent */
};

static size_t
characters(const char *text, size_t len)
{
	size_t count = 0;

	for (size_t i = 0; i < len; i++)
		count += ((unsigned char)text[i] & 0xc0) != 0x80;
	return count;
}

/* How many bytes of TEXT stand on its first line: whole words, at least one. */
static size_t
line_len(const char *text)
{
	size_t len = strcspn(text, " ");

	while (text[len]) {
		size_t next = len + 1 + strcspn(text + len + 1, " ");

		if (characters(text, next) > LINE_CHARACTERS)
			break;
		len = next;
	}
	return len;
}

/* Put LABEL as lines of text from TOP down; where the next thing goes. */
static size_t
put_label(struct arena *arena, struct view *bar, const char *label, size_t top)
{
	view_hide(bar, M_LINE);
	while (*label) {
		size_t len = line_len(label);
		struct view *line = view_section(bar, M_LINE);

		top += LINE_HEIGHT;
		view_number(line, M_Y, top);
		view_text(line, M_TEXT, arena_copy(arena, label, len));
		label += len;
		label += strspn(label, " ");
	}
	return top + LABEL_GAP;
}

static size_t
put_bar(struct arena *arena, struct view *view, const struct chart_bar *bar,
	size_t largest, size_t top)
{
	struct view *shown = view_section(view, M_BAR);
	size_t width = largest ? bar->count * WIDEST_TENTHS / largest : 0;

	top = put_label(arena, shown, bar->label, top);
	view_number(shown, M_Y, top);
	view_number(shown, M_FIGURE_Y, top + BAR_TEXT);
	view_text(shown, M_WIDTH,
		  arena_format(arena, "%zu.%zu", width / 10, width % 10));
	view_text(shown, M_FIGURE, bar->figure);
	return top + BAR_HEIGHT + BAR_GAP;
}

bool
chart_html(struct arena *arena, const struct views *views,
	   enum language language, const struct chart_bar *bars, size_t count,
	   struct html *html, struct error *err)
{
	struct view *view = view_new(arena);
	struct str figures = { .arena = arena }, out = { .arena = arena };
	size_t largest = 0, top = 0;

	for (size_t i = 0; i < count; i++)
		if (bars[i].count > largest)
			largest = bars[i].count;
	str_text(&figures, "");
	view_hide(view, M_BAR);
	for (size_t i = 0; i < count; i++) {
		top = put_bar(arena, view, &bars[i], largest, top);
		str_format(&figures, "%s%s: %s", i ? "; " : "", bars[i].label,
			   bars[i].figure);
	}
	view_text(view, M_FIGURES, figures.text);
	view_number(view, M_HEIGHT, top);
	if (!view_render(views, T_CHART, language, view, &out, err))
		return false;
	html->text = out.text;
	return true;
}
