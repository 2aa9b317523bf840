#ifndef LOG_H
#define LOG_H

/*
 * One line to standard error with a syslog priority before it ("<4>…"), as
 * journald reads it.  Never log an answer, a name, an address or a handle.
 */
enum log_level {
	LOG_LEVEL_ERROR = 3,
	LOG_LEVEL_WARNING = 4,
	LOG_LEVEL_INFO = 6
};

void log_line(enum log_level level, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#endif
