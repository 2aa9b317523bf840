#include "commands.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "arena.h"
#include "db.h"
#include "email.h"
#include "error.h"
#include "file.h"
#include "json.h"
#include "mail/carrier.h"
#include "mail/message.h"
#include "moment.h"
#include "store_mail.h"
#include "str.h"

enum { EVERY_MAX_S = 3600, LOGIN_BYTES_MAX = 1024 };

/* What one round came to. */
struct round {
	size_t taken, later, refused;
	const char *unreachable; /* why the carrier took nothing, or NULL */
};

struct options {
	const char *to, *from, *login, *authority, *every;
	bool plain, json;
};

/* --- who carries it ------------------------------------------------------ */

static bool
read_to(struct carrier *carrier, const char *to, struct error *err)
{
	if (strncmp(to, "file:", 5) == 0 && to[5])
		carrier->folder = to + 5;
	else if (strncmp(to, "smtp://", 7) == 0 ||
		 strncmp(to, "smtps://", 8) == 0)
		carrier->server = to;
	else
		return error_set(err, ERROR_INPUT,
				 "--to is a mail server, smtp://mail.example "
				 "or smtps://mail.example:465, or a folder, "
				 "file:DIR, not \"%s\"",
				 to);
	return true;
}

/* The first two lines of a file that nobody else may read. */
static bool
read_login(struct carrier *carrier, struct arena *arena, const char *path,
	   struct error *err)
{
	struct stat status;
	char *bytes, *end;
	size_t len;

	if (!file_read(arena, path, LOGIN_BYTES_MAX, &bytes, &len, err))
		return false;
	if (stat(path, &status) != 0 || (status.st_mode & 077) != 0)
		return error_set(err, ERROR_INPUT,
				 "others may read %s: run chmod 600 on it",
				 path);
	end = strchr(bytes, '\n');
	if (!end || end == bytes)
		return error_set(err, ERROR_INPUT,
				 "%s needs two lines: the user, then the "
				 "password",
				 path);
	*end = '\0';
	carrier->user = bytes;
	carrier->password = end + 1;
	end[1 + strcspn(end + 1, "\r\n")] = '\0';
	return true;
}

static bool
read_carrier(const struct options *options, struct arena *arena,
	     struct carrier *carrier, struct error *err)
{
	*carrier = (struct carrier){
		.from = options->from,
		.authority = options->authority,
		.plain = options->plain,
	};
	if (!options->to || !options->from)
		return error_set(err, ERROR_INPUT,
				 "it needs --to, whom to give the mail, and "
				 "--from, the address it comes from");
	if (!email_is_shaped(options->from))
		return error_set(err, ERROR_INPUT,
				 "--from, \"%s\", is not an address like "
				 "consultations@example.org",
				 options->from);
	return read_to(carrier, options->to, err) &&
	       (!options->login ||
		read_login(carrier, arena, options->login, err));
}

/* --- delivering ---------------------------------------------------------- */

static bool
note(struct db *db, const struct stored_mail *mail, enum carried carried,
     const char *said, struct round *round, struct error *err)
{
	bool again;

	if (carried == CARRIED_TAKEN) {
		round->taken++;
		return store_mail_delivered(db, mail->id, err);
	}
	if (!store_mail_put_back(db, mail->id, said, carried == CARRIED_REFUSED,
				 &again, err))
		return false;
	if (again)
		round->later++;
	else
		round->refused++;
	if (carried == CARRIED_NOWHERE)
		round->unreachable = said;
	return true;
}

/* The next mail, in a transaction of its own: when this program ends in the middle
 * the mail is still there, and goes again under the same Message-ID. */
static bool
deliver_one(struct db *db, const struct carrier *carrier, struct arena *arena,
	    struct round *round, bool *found, struct error *err)
{
	struct stored_mail mail;
	struct parcel parcel;
	const char *said = NULL;
	enum carried carried;

	if (!store_mail_take(db, arena, &mail, found, err))
		return false;
	if (!*found)
		return true;
	parcel.address = mail.address;
	parcel.message_id = mail.message_id;
	parcel.message = message_of(arena, &mail, carrier->from);
	parcel.len = strlen(parcel.message);
	carried = carrier_take(carrier, &parcel, arena, &said);
	return note(db, &mail, carried, said, round, err);
}

static bool
deliver(struct study *study, const struct carrier *carrier, struct round *round,
	struct error *err)
{
	bool found = true;

	*round = (struct round){ 0 };
	while (found && !round->unreachable) {
		struct arena arena = { 0 };
		bool done = db_begin(study->db, err);

		if (done && (!deliver_one(study->db, carrier, &arena, round,
					  &found, err) ||
			     !db_commit(study->db, err))) {
			db_rollback(study->db);
			done = false;
		}
		if (round->unreachable)
			round->unreachable =
				arena_string(study->arena, round->unreachable);
		arena_free(&arena);
		if (!done)
			return false;
	}
	return true;
}

static void
tell_round(struct study *study, const struct round *round, bool as_json)
{
	struct str out = { .arena = study->arena };
	struct json_writer json = { .out = &out };

	if (!as_json) {
		printf("%zu delivered, %zu to be tried again, %zu given up\n",
		       round->taken, round->later, round->refused);
		return;
	}
	json_begin(&json, '{');
	json_pair_number(&json, "delivered", (long long)round->taken);
	json_pair_number(&json, "later", (long long)round->later);
	json_pair_number(&json, "given_up", (long long)round->refused);
	json_end(&json, '}');
	puts(out.text);
}

static int
run_round(struct study *study, const struct carrier *carrier,
	  const struct options *options)
{
	struct error err;
	struct round round;

	if (!deliver(study, carrier, &round, &err))
		return command_failed("mail", &err);
	if (!options->every || round.taken || round.later || round.refused)
		tell_round(study, &round, options->json);
	if (!round.unreachable)
		return 0;
	fprintf(stderr, "greenpaper mail: %s: %s\n", options->to,
		round.unreachable);
	return 1;
}

static int
cmd_deliver(struct study *study, const struct options *options)
{
	struct carrier carrier;
	struct error err;
	size_t seconds = 0;

	if (!read_carrier(options, study->arena, &carrier, &err))
		return command_misused("mail", "%s", err.text);
	if (options->every &&
	    !command_number(options->every, 1, EVERY_MAX_S, &seconds))
		return command_misused("mail",
				       "--every is a number of seconds from 1 "
				       "to %d, not \"%s\"",
				       EVERY_MAX_S, options->every);
	if (!study_open(study, "greenpaper_postman", &err))
		return command_failed("mail", &err);
	if (!options->every)
		return run_round(study, &carrier, options);
	for (;;) {
		if (db_ready(study->db, &err))
			run_round(study, &carrier, options);
		else
			command_failed("mail", &err);
		fflush(stdout);
		sleep((unsigned)seconds);
	}
}

/* --- what waits ---------------------------------------------------------- */

static void
write_counts(struct json_writer *json, struct arena *arena,
	     const struct mail_count *count)
{
	json_begin(json, '{');
	json_pair(json, "kind", count->kind);
	json_pair_number(json, "waiting", (long long)count->waiting);
	json_pair_number(json, "delivered", (long long)count->delivered);
	json_pair_number(json, "given_up", (long long)count->refused);
	if (count->oldest != MOMENT_NONE)
		json_pair(json, "oldest", moment_rfc3339(arena, count->oldest));
	json_end(json, '}');
}

static int
cmd_mail_status(struct study *study, bool as_json)
{
	struct str out = { .arena = study->arena };
	struct json_writer json = { .out = &out };
	const struct mail_count *list;
	struct error err;
	size_t count;

	if (!study_open(study, "greenpaper_postman", &err) ||
	    !store_mail_counts(study->db, study->arena, &list, &count, &err))
		return command_failed("mail", &err);
	json_begin(&json, '[');
	for (size_t i = 0; i < count; i++) {
		write_counts(&json, study->arena, &list[i]);
		if (!as_json)
			printf("%-8s %zu waiting, %zu delivered, %zu given "
			       "up\n",
			       list[i].kind, list[i].waiting, list[i].delivered,
			       list[i].refused);
	}
	json_end(&json, ']');
	if (as_json)
		puts(out.text);
	else if (!count)
		puts("no mail was ever to be sent");
	return 0;
}

int
cmd_mail(struct study *study, int argc, char **argv)
{
	struct options given = { 0 };
	const struct command_option options[] = {
		{ .name = "to", .value = &given.to },
		{ .name = "from", .value = &given.from },
		{ .name = "login", .value = &given.login },
		{ .name = "ca", .value = &given.authority },
		{ .name = "every", .value = &given.every },
		{ .name = "plain", .truth = &given.plain },
		{ .name = "json", .truth = &given.json },
		{ 0 }
	};
	struct command_line line = { .options = options,
				     .operands_min = 1,
				     .operands_max = 1 };

	if (!command_parse(argc, argv, &line))
		return 2;
	if (strcmp(line.operands[0], "status") == 0)
		return cmd_mail_status(study, given.json);
	if (strcmp(line.operands[0], "deliver") == 0)
		return cmd_deliver(study, &given);
	return command_misused(argv[0],
			       "it is `mail deliver` or `mail status`, not "
			       "\"mail %s\"",
			       line.operands[0]);
}
