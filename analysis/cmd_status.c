#include "commands.h"

#include <string.h>

#include "arena.h"
#include "definition.h"
#include "error.h"
#include "json.h"
#include "moment.h"
#include "problem.h"
#include "store_consultation.h"
#include "store_response.h"
#include "str.h"

static const char *const state_words[] = {
	[CONSULTATION_UNOPENED] = "not open yet",
	[CONSULTATION_OPEN] = "open",
	[CONSULTATION_CLOSED] = "closed",
	[CONSULTATION_OUTCOME] = "outcome published",
};

/* What is told of one consultation. */
struct summary {
	const char *slug, *state, *title;
	const struct consultation *consultation;
	int version;
	const struct channel_count *channels;
	size_t channel_count, responses;
};

static bool
summarise(struct study *study, const struct stored_version *stored,
	  struct summary *summary, struct error *err)
{
	struct problems problems = { .arena = study->arena,
				     .path = stored->slug };
	const struct consultation *consultation =
		definition_parse(stored->source, stored->source_len, &problems);

	if (!consultation)
		return problem_none(&problems, err);
	summary->slug = stored->slug;
	summary->version = stored->version;
	summary->consultation = consultation;
	summary->title = phrase_in(&consultation->title, LANGUAGE_EN, NULL);
	summary->state =
		state_words[consultation_state_at(consultation, study->now,
						  stored->outcome.published)];
	if (!store_channel_counts(study->db, study->arena, stored->slug,
				  &summary->channels, &summary->channel_count,
				  err))
		return false;
	summary->responses = 0;
	for (size_t i = 0; i < summary->channel_count; i++)
		summary->responses += summary->channels[i].count;
	return true;
}

static char *
london(struct arena *arena, moment when)
{
	struct moment_parts parts;

	moment_parts(when, &parts);
	return arena_format(arena, "%04d-%02d-%02d %02d:%02d", parts.year,
			    parts.month, parts.day, parts.hour, parts.minute);
}

static void
print_summary(struct arena *arena, const struct summary *summary, bool whole)
{
	printf("%s: %s, %zu response%s\n", summary->slug, summary->state,
	       summary->responses, summary->responses == 1 ? "" : "s");
	printf("  %s\n  version %d, opens %s, closes %s\n", summary->title,
	       summary->version, london(arena, summary->consultation->opens),
	       london(arena, summary->consultation->closes));
	for (size_t i = 0; whole && i < summary->channel_count; i++) {
		printf("  %-8s %zu", summary->channels[i].channel,
		       summary->channels[i].count);
		if (summary->channels[i].late)
			printf(", of which %zu after closing",
			       summary->channels[i].late);
		putchar('\n');
	}
}

static void
write_summary(struct arena *arena, struct json_writer *json,
	      const struct summary *summary)
{
	json_begin(json, '{');
	json_pair(json, "consultation", summary->slug);
	json_pair(json, "title", summary->title);
	json_pair(json, "state", summary->state);
	json_pair_number(json, "version", summary->version);
	json_pair(json, "opens",
		  moment_rfc3339(arena, summary->consultation->opens));
	json_pair(json, "closes",
		  moment_rfc3339(arena, summary->consultation->closes));
	json_pair_number(json, "responses", (long long)summary->responses);
	json_key(json, "channels");
	json_begin(json, '[');
	for (size_t i = 0; i < summary->channel_count; i++) {
		json_begin(json, '{');
		json_pair(json, "channel", summary->channels[i].channel);
		json_pair_number(json, "count",
				 (long long)summary->channels[i].count);
		json_pair_number(json, "late",
				 (long long)summary->channels[i].late);
		json_end(json, '}');
	}
	json_end(json, ']');
	json_end(json, '}');
}

/* The stored versions that were asked for: one, or the newest of each. */
static bool
find_versions(struct study *study, const char *slug,
	      const struct stored_version **list, size_t *count,
	      struct error *err)
{
	struct stored_version *one;
	int version;

	if (!slug)
		return store_consultation_list(study->db, study->arena, list,
					       count, err);
	if (!study_consultation(study, slug, &version, err))
		return false;
	one = arena_alloc(study->arena, sizeof(*one));
	*list = one;
	*count = 1;
	return store_consultation_get(study->db, study->arena, slug, version,
				      one, err);
}

int
cmd_status(struct study *study, int argc, char **argv)
{
	struct str out = { .arena = study->arena };
	struct json_writer json = { .out = &out };
	const struct stored_version *list;
	struct error err = { 0 };
	bool as_json = false;
	const struct command_option options[] = {
		{ .name = "json", .truth = &as_json }, { 0 }
	};
	struct command_line line = { .options = options, .operands_max = 1 };
	size_t count;

	if (!command_parse(argc, argv, &line))
		return 2;
	if (!find_versions(study, line.operands[0], &list, &count, &err))
		return command_failed(argv[0], &err);
	json_begin(&json, '[');
	for (size_t i = 0; i < count; i++) {
		struct summary summary;

		if (!summarise(study, &list[i], &summary, &err))
			return command_failed(argv[0], &err);
		write_summary(study->arena, &json, &summary);
		if (!as_json)
			print_summary(study->arena, &summary, line.operands[0]);
	}
	json_end(&json, ']');
	if (as_json)
		puts(out.text);
	else if (!count)
		puts("there is no consultation yet; `greenpaper load FILE` "
		     "stores one");
	return 0;
}
