#include "log.h"

#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

/* One write() a line, so that lines of several workers do not mix. */
void
log_line(enum log_level level, const char *format, ...)
{
	char line[2048];
	va_list values;
	int start, len;

	start = snprintf(line, sizeof(line), "<%d>", (int)level);
	va_start(values, format);
	len = vsnprintf(line + start, sizeof(line) - (size_t)start - 1, format,
			values);
	va_end(values);
	if (len < 0)
		return;
	len += start;
	if ((size_t)len > sizeof(line) - 2)
		len = (int)sizeof(line) - 2;
	for (int i = start; i < len; i++)
		if (line[i] == '\n' || line[i] == '\r')
			line[i] = ' ';
	line[len++] = '\n';
	if (write(STDERR_FILENO, line, (size_t)len) < 0)
		return;
}
