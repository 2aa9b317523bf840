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
	"# Lines that begin with # are notes, which the program does not "
	"read.\n"
	"#\n"
	"#   label       What the published page calls the theme.  Put it in "
	"your own words;\n"
	"#               for both languages write {en: \"…\", cy: \"…\"}.\n"
	"#   words       An answer that has one of these words or phrases has "
	"the theme.\n"
	"#   together    An answer that has two of these in one sentence has "
	"the theme; in\n"
	"#               different sentences they count only where no sentence "
	"has enough\n"
	"#               for any theme.\n"
	"#               A list may also stand one to a line, each after \"- "
	"\".\n"
	"#   quotations  What some people wrote, to show you what the theme is "
	"about.  They\n"
	"#               are never published from here, and changing them "
	"changes nothing.\n"
	"#   id          How the program knows the theme; no page shows it.\n"
	"#\n"
	"# The endings of words do not matter, and sometimes that is too much: "
	"\"sibling\"\n"
	"# also finds \"siblings\", but \"relative\" also finds \"relation\".  "
	"Nor do the first\n"
	"# letters of Welsh words: \"teulu\" also finds \"deulu\".  The words "
	"of "
	"a phrase must\n"
	"# stand next to each other.  Words of both languages may stand in one "
	"list.\n"
	"#\n"
	"# To rename a theme, change its label.\n"
	"# To merge two, move the words of one to the other and delete what is "
	"left of it.\n"
	"# To delete one, delete from its \"- id\" to the next \"- id\".\n"
	"# To add one, copy another and change it.  Its id must be new: small "
	"letters,\n"
	"# digits and hyphens.\n"
	"#\n"
	"# An answer may have several themes.  One that has none is counted as "
	"\"other\" and\n"
	"# never lost.\n"
	"#\n"
	"# When you stand behind it, write your name and the day (like "
	"2014-01-03) behind\n"
	"# reviewed_by and reviewed_on.  Without them no answer is coded.\n"
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
	const char *separator = "{";

	str_text(out, "        label: ");
	if (label->text[LANGUAGE_EN] && !label->text[LANGUAGE_CY]) {
		yaml_write(out, label->text[LANGUAGE_EN], 0);
		str_char(out, '\n');
		return;
	}
	for (int i = 0; i < LANGUAGE_COUNT; i++) {
		if (!label->text[i])
			continue;
		str_format(out, "%s%s: ", separator,
			   language_code((enum language)i));
		yaml_write(out, label->text[i], 0);
		separator = ", ";
	}
	str_text(out, "}\n");
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

static void
write_theme(struct str *out, const struct codeframe_theme *theme)
{
	str_format(out, "      # %zu %s\n", theme->size,
		   answers_word(theme->size));
	str_format(out, "      - id: %s\n", theme->id);
	write_label(out, &theme->label);
	write_words(out, "words", theme->words, theme->enough_count);
	write_words(out, "together", theme->words + theme->enough_count,
		    theme->word_count - theme->enough_count);
	if (theme->quotation_count)
		str_text(out, "        quotations:\n");
	for (size_t i = 0; i < theme->quotation_count; i++) {
		str_text(out, "          - ");
		yaml_write(out, theme->quotations[i], 12);
		str_char(out, '\n');
	}
}

static void
write_question(struct str *out, const struct codeframe_question *question,
	       const struct consultation *consultation)
{
	const struct question *asked =
		consultation_question(consultation, question->id);

	if (asked)
		write_note(out, 2, phrase_in(&asked->title, LANGUAGE_EN, NULL));
	str_format(out, "  # %zu %s, %zu of them in none of the themes\n",
		   question->answers, answers_word(question->answers),
		   question->other);
	str_format(out, "  - id: %s\n", question->id);
	str_text(out,
		 question->theme_count ? "    themes:\n" : "    themes: []\n");
	for (size_t i = 0; i < question->theme_count; i++) {
		str_text(out, i ? "\n" : "");
		write_theme(out, &question->themes[i]);
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
}
