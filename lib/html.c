#include "html.h"

#include "str.h"

const char *
html_reference(char byte)
{
	switch (byte) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	default:
		return NULL;
	}
}

void
html_add(struct str *out, const char *text)
{
	for (; *text; text++) {
		const char *reference = html_reference(*text);

		if (reference)
			str_text(out, reference);
		else
			str_char(out, *text);
	}
}
