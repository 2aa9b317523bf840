#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "arena.h"
#include "build_list.h" /* generated: GREENPAPER_VERSION, DATA_DIR */
#include "email.h"
#include "error.h"
#include "file.h"
#include "log.h"
#include "site.h"

/* Workers wait for the database most of the time, hence several a core. */
enum {
	WORKERS_PER_CORE = 4,
	WORKERS_MAX = 512,
};

enum exit_code { EXIT_DONE = 0, EXIT_FAILED = 1, EXIT_MISUSED = 2 };

static const char help[] =
	"usage: greenpaper-web --key FILE [--socket PATH] [--workers NUMBER]\n"
	"           [--user NAME] [--group NAME] [--templates DIR] [--pid "
	"FILE]\n"
	"           [--contact EMAIL] [--origin URL]\n"
	"       greenpaper-web --error-pages DIR [--templates DIR]\n"
	"\n"
	"Answers the public's requests, which a web server hands over by "
	"FastCGI.\n"
	"\n"
	"  --socket PATH      listen on a new Unix socket (else: standard "
	"input,\n"
	"                     a listening socket from the service manager)\n"
	"  --workers NUMBER   answer so many requests at once (4 for each "
	"core)\n"
	"  --user NAME        become this user first; asked of root\n"
	"  --group NAME       and this group; the socket is open to it\n"
	"  --templates DIR    pages and words\n"
	"  --key FILE         the site's secret; made when it is missing\n"
	"  --contact EMAIL    whom to tell of what is not accessible\n"
	"  --origin URL       https:// and the name of the site, for links in "
	"e-mails;\n"
	"                     without it none are offered\n"
	"  --pid FILE         write the process number there\n"
	"  --error-pages DIR  write the web server's own pages there, and end\n"
	"\n"
	"Example: greenpaper-web --socket run/web.sock --key web.key\n";

/* SENTENCE is NULL where getopt has said it. */
static int
misused(const char *sentence)
{
	if (sentence)
		fprintf(stderr, "greenpaper-web: %s\n", sentence);
	fputs("Try: greenpaper-web --help\n", stderr);
	return EXIT_MISUSED;
}

static int
failed(const struct error *err)
{
	log_line(LOG_LEVEL_ERROR, "greenpaper-web: %s", err->text);
	return err->kind == ERROR_INPUT ? EXIT_MISUSED : EXIT_FAILED;
}

static size_t
workers_default(void)
{
	long cores = sysconf(_SC_NPROCESSORS_ONLN);

	return WORKERS_PER_CORE * (cores > 0 ? (size_t)cores : 1);
}

/* -1: go on; else the exit code. */
static int
parse(int argc, char **argv, struct site_settings *settings,
      const char **error_pages)
{
	static const struct option options[] = {
		{ "socket", required_argument, NULL, 's' },
		{ "workers", required_argument, NULL, 'w' },
		{ "user", required_argument, NULL, 'u' },
		{ "group", required_argument, NULL, 'g' },
		{ "templates", required_argument, NULL, 't' },
		{ "key", required_argument, NULL, 'k' },
		{ "pid", required_argument, NULL, 'p' },
		{ "contact", required_argument, NULL, 'c' },
		{ "origin", required_argument, NULL, 'o' },
		{ "error-pages", required_argument, NULL, 'e' },
		{ "help", no_argument, NULL, 'h' },
		{ "version", no_argument, NULL, 'v' },
		{ NULL, 0, NULL, 0 },
	};
	const char **const values[] = {
		['s'] = &settings->socket, ['u'] = &settings->user,
		['g'] = &settings->group,  ['t'] = &settings->templates,
		['k'] = &settings->key,	   ['p'] = &settings->pid,
		['e'] = error_pages,	   ['c'] = &settings->contact,
		['o'] = &settings->origin,
	};
	char *end;
	int letter;

	while ((letter = getopt_long(argc, argv, "", options, NULL)) != -1) {
		switch (letter) {
		case 'h':
			fputs(help, stdout);
			return EXIT_DONE;
		case 'v':
			puts("greenpaper-web " GREENPAPER_VERSION);
			return EXIT_DONE;
		case 'w':
			settings->workers = strtoul(optarg, &end, 10);
			if (*end || settings->workers < 1 ||
			    settings->workers > WORKERS_MAX)
				return misused("--workers is a number from 1 "
					       "to 512");
			break;
		case '?':
			return misused(NULL);
		default:
			*values[letter] = optarg;
		}
	}
	if (settings->contact && !email_is_shaped(settings->contact))
		return misused("--contact is an e-mail address");
	if (optind < argc)
		return misused("it takes options alone");
	if (!settings->key && !*error_pages)
		return misused("name a file for the site's secret with --key");
	return -1;
}

static int64_t
clock_s(void)
{
	return time(NULL);
}

/* What people wrote is in this program's memory: it is not to be found in a file
 * after a crash. */
static bool
serve(const struct site_settings *settings, struct error *err)
{
	const struct rlimit none = { 0, 0 };

	setrlimit(RLIMIT_CORE, &none);
	umask(077);
	signal(SIGPIPE, SIG_IGN);
	return site_run(settings, err);
}

int
main(int argc, char **argv)
{
	const char *data = getenv("GREENPAPER_DATA");
	const char *strict = getenv("GREENPAPER_STRICT");
	const char *error_pages = NULL;
	struct arena arena = { 0 };
	struct site_settings settings = {
		.workers = workers_default(),
		.templates =
			file_in(&arena, data ? data : DATA_DIR, "templates"),
		.strict = strict && strcmp(strict, "1") == 0,
		.clock = clock_s,
	};
	struct error err;
	int code;
	bool fine;

	setenv("PGDATABASE", "greenpaper", 0);
	code = parse(argc, argv, &settings, &error_pages);
	if (code < 0) {
		fine = error_pages
			       ? site_error_pages(&settings, error_pages, &err)
			       : serve(&settings, &err);
		code = fine ? EXIT_DONE : failed(&err);
	}
	arena_free(&arena);
	return code;
}
