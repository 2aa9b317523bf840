#include "exchange/csv_write.h"

#include <stddef.h>
#include <string.h>

#include "str.h"

static void
separate(struct csv_writer *writer)
{
	if (writer->inside)
		str_char(writer->out, ',');
	writer->inside = true;
}

bool
csv_is_formula(const char *text)
{
	text += strspn(text, "'");
	return *text && strchr("=+-@\t\r", *text);
}

void
csv_cell(struct csv_writer *writer, const char *text)
{
	bool quoted;

	separate(writer);
	if (!text || !*text)
		return;
	quoted = strpbrk(text, ",\"\r\n") != NULL;
	if (quoted)
		str_char(writer->out, '"');
	if (csv_is_formula(text))
		str_char(writer->out, '\'');
	for (; *text; text++) {
		if (*text == '"')
			str_char(writer->out, '"');
		str_char(writer->out, *text);
	}
	if (quoted)
		str_char(writer->out, '"');
}

void
csv_number(struct csv_writer *writer, long long number)
{
	separate(writer);
	str_format(writer->out, "%lld", number);
}

void
csv_end(struct csv_writer *writer)
{
	str_text(writer->out, "\r\n");
	writer->inside = false;
}
