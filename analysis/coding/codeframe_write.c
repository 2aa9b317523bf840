#include "codeframe.h"

#include <string.h>

#include "arena.h"
#include "moment.h"
#include "str.h"
#include "yaml.h"

/* Lines of comments; %s is the consultation's title. */
static const char heading[] =
	"# Themes in the answers to\n"
	"#   %s\n"
	"#\n"
	"# `greenpaper themes` proposed these, from the words that people "
	"used.  Read them\n"
	"# beside the answers and make them yours: everything below is for you "
	"to change.\n"
	"# Then write your name and the day (like 2014-01-03) behind "
	"reviewed_by and\n"
	"# reviewed_on; without them no answer is coded.\n"
	"#\n"
	"#   label       What the published page calls the theme.  Put it in "
	"your own words;\n"
	"#               for both languages write {en: \"…\", cy: \"…\"}.\n"
	"#   words       An answer that has one of these words or phrases has "
	"the theme.\n"
	"#   together    An answer that has two of these in one sentence has "
	"the theme.\n"
	"#   examples    So has one with a sentence much like one of these "
	"texts.\n"
	"#   under       The id of a theme that this one is part of.\n"
	"#   notes       Your own remarks.\n"
	"#   quotations  What some people wrote, to show you what the theme is "
	"about.\n"
	"#               Nothing is published from here.\n"
	"#   id          How the program knows the theme; no page shows it.\n"
	"#   new: yes    Proposed since you last signed: read the theme, then "
	"delete the line.\n"
	"#\n"
	"# To rename a theme, change its label.\n"
	"# To merge two, move the words of one to the other and delete what is "
	"left of it.\n"
	"# To split one, copy it, give the copy a new id, and share out the "
	"words.\n"
	"# To delete one, delete from its \"- id\" to the next \"- id\".\n"
	"# To add one, copy another and change it.  Its id must be new: small "
	"letters,\n"
	"# digits and hyphens.\n"
	"#\n"
	"# Endings of words do not matter, nor do Welsh mutations: "
	"\"sibling\" also finds\n"
	"# \"siblings\".  The words of a phrase must stand next to each "
	"other.  An answer may\n"
	"# have several themes; one that has none is counted as \"other\" and "
	"never lost.\n"
	"#\n"
	"# Run `greenpaper themes` again when more answers have come: it keeps "
	"all that you\n"
	"# wrote but lines that begin with #, which it writes anew.\n"
	"\n";

/* A comment of one line, whatever TEXT holds. */
static void
write_note(struct str *out, size_t indent, const char *text)
{
	for (size_t i = 0; i < indent; i++)
		str_char(out, ' ');
	str_text(out, "# ");
	for (; *text; text++)
		str_char(out, (unsigned char)*text < ' ' ? ' ' : *text);
	str_char(out, '\n');
}

static void
write_signature(struct str *out, const struct codeframe *codeframe)
{
	struct moment_parts day;

	if (codeframe->reviewed_before) {
		str_text(out, "# Who had signed before new themes came in:\n"
			      "reviewed_before: ");
		yaml_write(out, codeframe->reviewed_before, 0);
		str_char(out, '\n');
	}
	str_text(out, "reviewed_by:");
	if (codeframe->reviewed_by) {
		str_char(out, ' ');
		yaml_write(out, codeframe->reviewed_by, 0);
	}
	str_text(out, "\nreviewed_on:");
	if (codeframe->reviewed_on != MOMENT_NONE) {
		moment_parts(codeframe->reviewed_on, &day);
		str_format(out, " %04d-%02d-%02d", day.year, day.month,
			   day.day);
	}
	str_text(out, "\n\n");
}

static void
write_label(struct str *out, const struct phrase *label)
{
	str_text(out, "        label:");
	if (label->text[LANGUAGE_EN] && !label->text[LANGUAGE_CY]) {
		str_char(out, ' ');
		yaml_write(out, label->text[LANGUAGE_EN], 0);
		str_char(out, '\n');
		return;
	}
	str_char(out, '\n');
	for (int i = 0; i < LANGUAGE_COUNT; i++) {
		if (!label->text[i])
			continue;
		str_format(out,
			   "          %s: ", language_code((enum language)i));
		yaml_write(out, label->text[i], 0);
		str_char(out, '\n');
	}
}

static void
write_words(struct str *out, const char *key, const char *const *words,
	    size_t count)
{
	if (!count)
		return;
	str_format(out, "        %s: [", key);
	for (size_t i = 0; i < count; i++) {
		str_text(out, i ? ", " : "");
		yaml_write(out, words[i], 0);
	}
	str_text(out, "]\n");
}

static const char *
answers_word(size_t count)
{
	return count == 1 ? "answer" : "answers";
}

/* "# 24 answers: 20 Agree, 3 Disagree, 1 gave no answer" */
static void
write_size(struct str *out, const struct codeframe_theme *theme,
	   const struct question *explained)
{
	struct str note = { .arena = out->arena };
	const char *separator = ": ";

	str_format(&note, "%zu %s", theme->size, answers_word(theme->size));
	for (size_t i = 0; theme->split && i <= explained->option_count; i++) {
		if (!theme->split[i])
			continue;
		str_format(&note, "%s%zu %s", separator, theme->split[i],
			   i < explained->option_count
				   ? phrase_in(&explained->options[i].label,
					       LANGUAGE_EN, NULL)
				   : "gave no answer");
		separator = ", ";
	}
	write_note(out, 6, note.text);
}

static void
write_texts(struct str *out, const char *key, const char *const *texts,
	    size_t count)
{
	if (count)
		str_format(out, "        %s:\n", key);
	for (size_t i = 0; i < count; i++) {
		str_text(out, "          - ");
		yaml_write(out, texts[i], 12);
		str_char(out, '\n');
	}
}

/* A key with an id or an option's value, which need no quotes. */
static void
write_plain(struct str *out, const char *key, const char *value)
{
	if (value)
		str_format(out, "        %s: %s\n", key, value);
}

static void
write_theme(struct str *out, const struct codeframe_theme *theme,
	    const struct question *explained)
{
	write_size(out, theme, explained);
	str_format(out, "      - id: %s\n", theme->id);
	write_plain(out, "new", theme->is_new ? "yes" : NULL);
	write_label(out, &theme->label);
	write_plain(out, "under", theme->under);
	write_plain(out, "stance", theme->stance);
	write_words(out, "words", theme->words, theme->enough_count);
	write_words(out, "together", theme->words + theme->enough_count,
		    theme->word_count - theme->enough_count);
	write_texts(out, "examples", theme->examples, theme->example_count);
	if (theme->notes) {
		str_text(out, "        notes: ");
		yaml_write(out, theme->notes, 10);
		str_char(out, '\n');
	}
	write_texts(out, "quotations", theme->quotations,
		    theme->quotation_count);
}

static void
write_others(struct str *out, const struct codeframe_question *question)
{
	if (!question->others || !question->other)
		return;
	str_text(out, "\n      # In none of the themes:\n");
	for (size_t i = 0; i < question->other; i++)
		write_note(out, 6,
			   arena_format(out->arena, "- %s",
					question->others[i]));
}

static void
write_question(struct str *out, const struct codeframe_question *question,
	       const struct consultation *consultation)
{
	const struct question *asked =
		consultation_question(consultation, question->id);
	const struct question *explained =
		asked && asked->explains
			? consultation_question(consultation, asked->explains)
			: NULL;

	if (asked)
		write_note(out, 2, phrase_in(&asked->title, LANGUAGE_EN, NULL));
	str_format(out, "  # %zu %s, %zu of them in none of the themes\n",
		   question->answers, answers_word(question->answers),
		   question->other);
	str_format(out, "  - id: %s\n", question->id);
	if (question->seen)
		str_format(out, "    answers_seen: %zu\n", question->seen);
	str_text(out,
		 question->theme_count ? "    themes:\n" : "    themes: []\n");
	for (size_t i = 0; i < question->theme_count; i++) {
		str_text(out, i ? "\n" : "");
		write_theme(out, &question->themes[i], explained);
	}
	write_others(out, question);
}

static void
write_proposals(struct str *out, const struct codeframe *codeframe)
{
	if (!codeframe->proposal_count)
		return;
	str_text(out, "\n# The program's memory of every theme that ever stood "
		      "here: leave it as it is,\n"
		      "# and what you deleted is not proposed again.\n"
		      "proposed:\n");
	for (size_t i = 0; i < codeframe->proposal_count; i++) {
		const struct codeframe_proposal *proposal =
			&codeframe->proposals[i];

		str_text(out, "  - {question: ");
		yaml_write(out, proposal->question, 0);
		str_text(out, ", id: ");
		yaml_write(out, proposal->id, 0);
		str_text(out, ", words: [");
		for (size_t j = 0; j < proposal->word_count; j++) {
			str_text(out, j ? ", " : "");
			yaml_write(out, proposal->words[j], 0);
		}
		str_text(out, "]}\n");
	}
}

void
codeframe_write(struct str *out, const struct codeframe *codeframe,
		const struct consultation *consultation)
{
	struct str title = { .arena = out->arena };

	write_note(&title, 0,
		   phrase_in(&consultation->title, LANGUAGE_EN, NULL));
	title.text[title.len - 1] = '\0';
	str_format(out, heading, title.text + strlen("# "));
	str_format(out, "consultation: %s\n", codeframe->consultation);
	write_signature(out, codeframe);
	str_text(out, "questions:\n");
	for (size_t i = 0; i < codeframe->question_count; i++) {
		str_text(out, i ? "\n" : "");
		write_question(out, &codeframe->questions[i], consultation);
	}
	write_proposals(out, codeframe);
}
