#include "exchange/consult_folder.h"

#include <string.h>

#include "arena.h"
#include "exchange/consult_parts.h"
#include "json.h"
#include "slug.h"
#include "str.h"
#include "yaml.h"

static void
write_options(struct arena *arena, struct str *out, const char *const *labels,
	      size_t count)
{
	str_text(out, "    options:\n");
	for (size_t i = 0; i < count; i++) {
		const char *value = slug_of(arena, labels[i]);
		size_t same = 0;

		for (size_t j = 0; j < i; j++)
			same += !strcmp(slug_of(arena, labels[j]), value);
		str_format(out, "      - value: %s", *value ? value : "option");
		if (same || !*value)
			str_format(out, "-%zu", *value ? same + 1 : i + 1);
		str_text(out, "\n        label: ");
		yaml_write(out, labels[i], 0);
		str_char(out, '\n');
	}
}

static void
write_question(struct str *out, const char *id, const char *type,
	       const char *title)
{
	str_format(out, "  - id: %s\n    type: %s\n    title: ", id, type);
	yaml_write(out, title, 0);
	str_char(out, '\n');
}

static void
write_part(struct arena *arena, const struct part *part, struct str *out)
{
	const char *id = arena_format(arena, "q%d", part->number);

	if (part->options) {
		const char **labels = arena_array(arena, part->options->count,
						  sizeof(*labels));

		for (size_t i = 0; i < part->options->count; i++)
			labels[i] = json_text(&part->options->items[i]);
		write_question(out, arena_format(arena, "%s_choice", id),
			       "checkboxes", part->text);
		write_options(arena, out, labels, part->options->count);
	}
	if (part->responses.count || !part->options) {
		write_question(out, id, "long-text", part->text);
		if (part->options)
			str_format(out, "    explains: %s_choice\n", id);
		str_text(out, "    max: 100000\n");
	}
}

static void
write_fact(struct arena *arena, const struct fact *fact, size_t number,
	   struct str *out)
{
	const char *id = arena_format(arena, "d%zu", number);
	bool closed = fact->count >= 2 && fact->count <= 100;

	write_question(out, id, closed ? "checkboxes" : "text", fact->key);
	if (closed)
		write_options(arena, out, fact->values, fact->count);
}

void
consult_folder_definition(const struct consult_folder *folder, struct str *out)
{
	struct arena *arena = folder->arena;

	str_text(out, "# Made from a folder of the i.AI Consult tool.  The "
		      "folder does not say when\n# the consultation was, who "
		      "asked or what was promised: replace those lines.\n");
	str_format(out, "slug: %s\ntitle: ", slug_of(arena, folder->name));
	yaml_write(out, folder->name, 0);
	str_text(out, "\nsummary: Imported responses.\n"
		      "organisations: [Not stated]\n"
		      "opens: 2000-01-01 00:00    # replace\n"
		      "closes: 2000-12-31 23:59   # replace\n"
		      "description: Imported responses.\n"
		      "privacy: Not stated.\n"
		      "questions:\n");
	for (size_t i = 0; i < folder->part_count; i++)
		write_part(arena, &folder->parts[i], out);
	for (size_t i = 0; i < folder->fact_count; i++)
		write_fact(arena, &folder->facts[i], i + 1, out);
}
