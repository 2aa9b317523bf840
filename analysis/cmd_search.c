#include "commands.h"

#include <string.h>

#include "arena.h"
#include "coding/store_look.h"
#include "error.h"
#include "json.h"
#include "looking.h"
#include "progress.h"
#include "str.h"
#include "text/concordance.h"
#include "text/excerpt.h"

struct search {
	struct study *study;
	struct look look;
	struct looking looking;
	const char *const *phrases;
	size_t phrase_count;
	size_t limit, columns; /* 0: all; to each side */
	bool as_json;
	struct concordance *concordance;
	struct progress *progress;
	int question_width;
	struct str out;
	struct json_writer json;
	size_t read, answers, hits, shown;
};

/* --- telling -------------------------------------------------------------- */

static void
write_hit(struct search *search, const char *reference,
	  const struct concordance_hit *hit, const struct excerpt *excerpt)
{
	struct json_writer *json = &search->json;

	json_begin(json, '{');
	json_pair(json, "reference", reference);
	json_pair(json, "question", search->look.question);
	json_pair_number(json, "start", (long long)hit->start);
	json_pair_number(json, "end", (long long)hit->end);
	json_pair(json, "before", excerpt->left + strspn(excerpt->left, " "));
	json_pair(json, "hit", excerpt->hit);
	json_pair(json, "after", excerpt->right);
	json_end(json, '}');
}

static void
add_hit(struct search *search, const char *reference, const char *text,
	const struct concordance_hit *hit)
{
	const struct study *study = search->study;
	struct arena scratch = { 0 };
	struct excerpt excerpt;

	if (search->limit && search->shown == search->limit)
		return;
	search->shown++;
	excerpt = excerpt_make(&scratch, text, hit->start, hit->end,
			       search->columns);
	if (search->as_json)
		write_hit(search, reference, hit, &excerpt);
	else
		str_format(&search->out, "%s  %-*s  %s%s%s%s%s\n", reference,
			   search->question_width, search->look.question,
			   excerpt.left, command_mark(study, true), excerpt.hit,
			   command_mark(study, false), excerpt.right);
	arena_free(&scratch);
}

/* --- looking -------------------------------------------------------------- */

static bool
answer_found(void *context, const struct looked_answer *answer,
	     struct error *err)
{
	struct search *search = context;
	const struct concordance_hit *hits;
	size_t count =
		concordance_find(search->concordance, answer->answer.language,
				 answer->answer.text, &hits);

	(void)err;
	progress_at(search->progress, ++search->read);
	search->answers += count > 0;
	search->hits += count;
	for (size_t i = 0; i < count; i++)
		add_hit(search, answer->reference, answer->answer.text,
			&hits[i]);
	return true;
}

static bool
search_all(struct search *search, struct error *err)
{
	const struct looking *looking = &search->looking;

	search->progress = progress_start(search->study->arena, "Answers", 0);
	for (size_t i = 0; i < looking->question_count; i++) {
		int width = (int)strlen(looking->questions[i]);

		if (width > search->question_width)
			search->question_width = width;
	}
	for (size_t i = 0; i < looking->question_count; i++) {
		search->look.question = looking->questions[i];
		if (!store_look_each(search->study->db, &search->look,
				     answer_found, search, err))
			return false;
	}
	progress_end(search->progress);
	return true;
}

/* Nobody used them all in one answer; says which word nobody used at all. */
static bool
nothing_found(const struct search *search, struct error *err)
{
	if (!search->read)
		return error_set(err, ERROR_MISSING,
				 "there is no such answer to look in");
	for (size_t i = 0; i < search->phrase_count; i++) {
		const char *near;

		if (concordance_found(search->concordance, i))
			continue;
		near = concordance_nearest(search->concordance,
					   search->study->arena, i);
		return error_set(err, ERROR_MISSING,
				 "nobody used \"%s\" in the %zu answer%s "
				 "looked at%s%s%s",
				 search->phrases[i], search->read,
				 search->read == 1 ? "" : "s",
				 near ? "; did you mean \"" : "",
				 near ? near : "", near ? "\"?" : "");
	}
	return error_set(err, ERROR_MISSING,
			 "nobody used all of them in one answer");
}

static bool
search_run(struct search *search, const char *question, struct error *err)
{
	struct study *study = search->study;

	if (!looking_open(study, search->look.slug, question, &search->looking,
			  err) ||
	    !looking_check_type(study, &search->looking, search->look.type,
				err) ||
	    !looking_check_theme(study, &search->looking, search->look.theme,
				 err))
		return false;
	search->concordance = concordance_new(study->arena, search->phrases,
					      search->phrase_count, err);
	return search->concordance && search_all(search, err);
}

/* --- the command ---------------------------------------------------------- */

static void
print_end(const struct search *search)
{
	fputs(search->out.text, stdout);
	printf("%zu hit%s in %zu answer%s", search->hits,
	       search->hits == 1 ? "" : "s", search->answers,
	       search->answers == 1 ? "" : "s");
	if (search->shown < search->hits)
		printf("; the first %zu shown", search->shown);
	putchar('\n');
}

static void
write_all(struct search *search)
{
	struct str out = { .arena = search->study->arena };
	struct json_writer json = { .out = &out };

	json_end(&search->json, ']');
	json_begin(&json, '{');
	json_pair(&json, "consultation", search->look.slug);
	json_pair_number(&json, "hits", (long long)search->hits);
	json_pair_number(&json, "answers", (long long)search->answers);
	json_pair_number(&json, "looked_at", (long long)search->read);
	json_key(&json, "shown");
	json_write_raw(&json, search->out.text);
	json_end(&json, '}');
	puts(out.text);
}

static int
search_tell(struct search *search, const char *question)
{
	struct error err = { 0 };
	int code = 0;

	search->out.arena = search->study->arena;
	search->json.out = &search->out;
	if (search->as_json)
		json_begin(&search->json, '[');
	if (!search_run(search, question, &err)) {
		code = command_failed("search", &err);
	} else {
		if (search->as_json)
			write_all(search);
		else if (search->hits)
			print_end(search);
		if (!search->hits) {
			nothing_found(search, &err);
			code = command_failed("search", &err);
		}
	}
	concordance_free(search->concordance);
	return code;
}

int
cmd_search(struct study *study, int argc, char **argv)
{
	struct search search = { .study = study, .columns = 30 };
	const char *question = NULL, *limit = NULL, *columns = NULL;
	const struct command_option options[] = {
		{ .name = "question", .value = &question },
		{ .name = "theme", .value = &search.look.theme },
		{ .name = "type", .value = &search.look.type },
		{ .name = "limit", .value = &limit },
		{ .name = "context", .value = &columns },
		{ .name = "json", .truth = &search.as_json },
		{ 0 }
	};
	struct command_line line = { .options = options,
				     .operands_min = 2,
				     .operands_max = 8 };

	if (!command_parse(argc, argv, &line))
		return 2;
	if (!looking_number(limit, 1, 1000000, &search.limit))
		return command_misused(argv[0],
				       "--limit is a number from 1 to 1000000");
	if (!looking_number(columns, 0, 1000, &search.columns))
		return command_misused(argv[0],
				       "--context is a number from 0 to 1000");
	search.look.slug = line.operands[0];
	search.phrases = line.operands + 1;
	search.phrase_count = (size_t)line.operand_count - 1;
	return search_tell(&search, question);
}
