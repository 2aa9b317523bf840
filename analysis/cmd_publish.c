#include "commands.h"

#include <string.h>

#include "address.h"
#include "arena.h"
#include "db.h"
#include "error.h"
#include "file.h"
#include "json.h"
#include "problem.h"
#include "report/figures.h"
#include "report/opening.h"
#include "report/outcome.h"
#include "report/outcome_page.h"
#include "report/publication.h"
#include "report/report.h"
#include "report/theme_notes.h"
#include "store_consultation.h"
#include "str.h"
#include "views.h"
#include "words.h"
#include "yaml.h"

struct publishing {
	struct study *study;
	const char *dir, *outcome_path; /* NULL: no file */
	const char *site; /* whom to tell is told of it; or NULL */
	size_t told;
	const struct consultation *consultation;
	struct stored_version stored;
	const struct outcome *outcome;
	struct figures figures;
	const struct words *words;
	struct publication publication;
	const char *version;
	bool interim; /* the consultation is still open */
	bool changed;
};

/* The figures were read: it may speak of their themes. */
static bool
read_outcome(struct publishing *publishing, struct error *err)
{
	static const struct outcome none = { .published_on = MOMENT_NONE };
	struct problems problems = { .arena = publishing->study->arena,
				     .path = publishing->outcome_path };
	char *bytes;
	size_t len;

	publishing->outcome = &none;
	if (!publishing->outcome_path)
		return true;
	if (!file_read(problems.arena, problems.path, YAML_BYTES_MAX, &bytes,
		       &len, err))
		return false;
	publishing->outcome =
		outcome_parse(bytes, len, publishing->consultation,
			      publishing->figures.codeframe, &problems);
	return problem_none(&problems, err);
}

static bool
read_consultation(struct publishing *publishing, const char *slug,
		  struct error *err)
{
	struct study *study = publishing->study;

	publishing->consultation = study_consultation(study, slug, NULL, err);
	if (!publishing->consultation ||
	    !store_consultation_get(study->db, study->arena, slug, 0,
				    &publishing->stored, err))
		return false;
	publishing->interim = study->now < publishing->consultation->closes;
	return true;
}

/* Strict: what is published is complete. */
static bool
make_pages(struct publishing *publishing, const struct views *views,
	   struct error *err)
{
	const struct stored_version *stored = &publishing->stored;
	const struct consultation *consultation = publishing->consultation;
	bool historic = consultation->political && stored->government &&
			!stored->government_current;
	struct report report = {
		.arena = publishing->study->arena,
		.views = views,
		.words = publishing->words,
		.consultation = consultation,
		.outcome = publishing->outcome,
		.figures = &publishing->figures,
		.government = historic ? stored->government : NULL,
		.interim = publishing->interim,
		.publication = &publishing->publication,
	};

	if (!outcome_page(&report, err))
		return false;
	report.language = LANGUAGE_CY;
	return !consultation->bilingual || outcome_page(&report, err);
}

static bool
make_publication(struct publishing *publishing, struct error *err)
{
	struct arena *arena = publishing->study->arena;
	const char *templates =
		file_in(arena, publishing->study->data, "templates");
	struct views *views;
	bool made;

	publishing->publication.arena = arena;
	publishing->words = words_load(arena, templates, err);
	views = publishing->words
			? views_open(templates, publishing->words, true, err)
			: NULL;
	made = views && make_pages(publishing, views, err);
	views_close(views);
	if (made)
		publishing->version =
			publication_version(&publishing->publication);
	return made;
}

static bool
is_noted(const struct publishing *publishing)
{
	const struct stored_outcome *noted = &publishing->stored.outcome;

	return noted->published &&
	       strcmp(noted->version, publishing->version) == 0;
}

/* Pages of an open consultation can be read by who knows their address.  They are
 * not noted as its outcome: when it closes, its page must not show half. */
static bool
show(struct publishing *publishing, struct error *err)
{
	return publication_show(publishing->dir, publishing->consultation->slug,
				publishing->version, err);
}

/* The page of the consultation links to the outcome as soon as it is noted, so
 * the note and the link to the folder change together. */
static bool
note_and_show(struct publishing *publishing, struct error *err)
{
	struct study *study = publishing->study;
	const char *slug = publishing->consultation->slug;
	const struct outcome *outcome = publishing->outcome;
	const struct stored_outcome note = {
		.published = true,
		.published_on = outcome->published_on,
		.opening = opening_text(study->arena, publishing->words,
					LANGUAGE_EN, &publishing->figures,
					outcome),
		.detail = phrase_in(&outcome->detail, LANGUAGE_EN, NULL),
		.version = publishing->version,
	};

	size_t count;
	const struct outcome_theme *themes =
		theme_notes(study->arena, publishing->words,
			    &publishing->figures, outcome, &count);

	if (!db_begin(study->db, err))
		return false;
	if (store_outcome_set(study->db, slug, &note, err) &&
	    store_outcome_themes_set(study->db, slug, themes, count, err) &&
	    show(publishing, err))
		return db_commit(study->db, err);
	db_rollback(study->db);
	return false;
}

/* The letter to who wanted to know, in LANGUAGE. */
static void
write_letter(const struct publishing *publishing, enum language language,
	     struct outcome_letter *letter)
{
	struct arena *arena = publishing->study->arena;
	const struct words *words = publishing->words;
	const struct consultation *consultation = publishing->consultation;
	const char *title = phrase_in(&consultation->title, language, NULL);

	letter->subject[language] = word_text(arena, words, language,
					      W_MAIL_OUTCOME_SUBJECT, title);
	letter->body[language] =
		arena_format(arena, "%s\n\n%s\n\n%s\n\n%s%s\n\n%s\n",
			     word_in(words, language, W_MAIL_OUTCOME_TEXT),
			     title,
			     word_in(words, language, W_MAIL_OUTCOME_HERE),
			     publishing->site,
			     address_outcome(arena, consultation, language),
			     word_in(words, language, W_MAIL_OUTCOME_LAST));
}

/* Who came to be on the list since the last time is told now. */
static bool
tell(struct publishing *publishing, struct error *err)
{
	struct outcome_letter letter;

	if (!publishing->site || publishing->interim)
		return true;
	for (int i = 0; i < LANGUAGE_COUNT; i++)
		write_letter(publishing, (enum language)i, &letter);
	return store_outcome_tell(publishing->study->db,
				  publishing->consultation->slug, &letter,
				  &publishing->told, err);
}

static bool
publish(struct publishing *publishing, const char *slug, struct error *err)
{
	struct study *study = publishing->study;

	if (!read_consultation(publishing, slug, err) ||
	    !figures_read(study->db, study->arena, publishing->consultation,
			  &publishing->figures, err) ||
	    !read_outcome(publishing, err) ||
	    !make_publication(publishing, err))
		return false;
	if (publication_is_current(publishing->dir, slug,
				   publishing->version) &&
	    (publishing->interim || is_noted(publishing)))
		return tell(publishing, err);
	publishing->changed = true;
	return publication_write(&publishing->publication, publishing->dir,
				 slug, publishing->version, err) &&
	       (publishing->interim ? show(publishing, err)
				    : note_and_show(publishing, err)) &&
	       tell(publishing, err);
}

static void
print_result(const struct publishing *publishing, bool as_json)
{
	const char *slug = publishing->consultation->slug;
	struct str out = { .arena = publishing->study->arena };
	struct json_writer json = { .out = &out };

	if (publishing->interim)
		fprintf(stderr,
			"greenpaper publish: %s is still open: the pages say "
			"that more may come, and its own page does not link to "
			"them; publish again when it has closed\n",
			slug);
	if (!as_json) {
		printf("%s %s/%s/%s, %zu responses, %zu files\n",
		       publishing->changed ? "published" : "unchanged:",
		       publishing->dir, slug, publishing->version,
		       publishing->figures.responses,
		       publishing->publication.count);
		if (publishing->site)
			printf("%zu people will be told by e-mail\n",
			       publishing->told);
		return;
	}
	json_begin(&json, '{');
	json_pair(&json, "consultation", slug);
	json_pair(&json, "version", publishing->version);
	json_key(&json, "changed");
	json_write_truth(&json, publishing->changed);
	json_pair_number(&json, "responses",
			 (long long)publishing->figures.responses);
	json_pair_number(&json, "files",
			 (long long)publishing->publication.count);
	json_pair_number(&json, "told", (long long)publishing->told);
	json_end(&json, '}');
	puts(out.text);
}

int
cmd_publish(struct study *study, int argc, char **argv)
{
	struct publishing publishing = { .study = study };
	bool as_json = false;
	struct error err = { 0 };
	const struct command_option options[] = {
		{ .name = "to", .value = &publishing.dir },
		{ .name = "outcome", .value = &publishing.outcome_path },
		{ .name = "tell", .value = &publishing.site },
		{ .name = "json", .truth = &as_json },
		{ 0 }
	};
	struct command_line line = { .options = options,
				     .operands_min = 1,
				     .operands_max = 1 };

	if (!command_parse(argc, argv, &line))
		return 2;
	if (!publishing.dir)
		return command_misused(argv[0], "--to DIR is missing");
	if (publishing.site && strncmp(publishing.site, "https://", 8) != 0 &&
	    strncmp(publishing.site, "http://", 7) != 0)
		return command_misused(argv[0],
				       "--tell is the address of the site, "
				       "like https://consult.example, not "
				       "\"%s\"",
				       publishing.site);
	if (!publish(&publishing, line.operands[0], &err))
		return command_failed(argv[0], &err);
	print_result(&publishing, as_json);
	return 0;
}
