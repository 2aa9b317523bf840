#include "document.h"

#include <string.h>
#include <strings.h>

#include "app.h"
#include "arena.h"
#include "layout.h"

static const struct {
	const char *end, *media;
} kinds[] = {
	{ "html", "text/html; charset=utf-8" },
	{ "txt", "text/plain; charset=utf-8" },
	{ "pdf", "application/pdf" },
	{ "csv", "text/csv; charset=utf-8" },
	{ "docx", "application/vnd.openxmlformats-officedocument"
		  ".wordprocessingml.document" },
	{ "odt", "application/vnd.oasis.opendocument.text" },
	{ "ods", "application/vnd.oasis.opendocument.spreadsheet" },
	{ "xlsx", "application/vnd.openxmlformats-officedocument"
		  ".spreadsheetml.sheet" },
};

static const char *
end_of(const char *name)
{
	const char *dot = strrchr(name, '.');

	return dot ? dot + 1 : "";
}

char *
document_type(struct arena *arena, const char *name)
{
	char *type = arena_string(arena, end_of(name));

	for (char *at = type; *at; at++)
		if (*at >= 'a' && *at <= 'z')
			*at = (char)(*at - 'a' + 'A');
	return type;
}

const char *
document_size(const struct layout *layout, size_t bytes)
{
	const struct words *words = layout->app->words;
	const size_t kilo = 1024, mega = kilo * kilo;

	if (bytes < kilo)
		return word_number(layout->arena, words, layout->language,
				   W_BYTES, bytes);
	if (bytes < mega)
		return word_number(layout->arena, words, layout->language,
				   W_KILOBYTES, (bytes + kilo / 2) / kilo);
	return word_text(layout->arena, words, layout->language, W_MEGABYTES,
			 arena_format(layout->arena, "%.1f",
				      (double)bytes / (double)mega));
}

const char *
document_media(const char *name)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcasecmp(kinds[i].end, end_of(name)) == 0)
			return kinds[i].media;
	return "application/octet-stream";
}
