extern "C" {
#include "views.h"

#include "arena.h"
#include "error.h"
#include "file.h"
#include "html.h"
#include "log.h"
#include "str.h"
#include "view_source.h"
#include "view_tree.h"
}

#include <algorithm>
#include <cstring>
#include <exception>
#include <iostream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include <ctemplate/per_expand_data.h>
#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary_interface.h>
#include <ctemplate/template_emitter.h>
#include <ctemplate/template_modifiers.h>

using ctemplate::ExpandEmitter;
using ctemplate::PerExpandData;
using ctemplate::TemplateDictionaryInterface;
using ctemplate::TemplateModifier;
using ctemplate::TemplateString;

/* STRIP_WHITESPACE would join words over line ends. */
static const ctemplate::Strip strip = ctemplate::STRIP_BLANK_LINES;

enum { TEMPLATE_BYTES_MAX = 1024 * 1024 };

struct loaded_template {
	std::string keys[LANGUAGE_COUNT]; /* "en/outcome.tpl" */
	std::vector<struct view_marker> markers;
	bool trusted[MARKER_COUNT]; /* stands here with :x-trusted */
};

struct views {
	ctemplate::TemplateCache cache;
	bool strict;
	loaded_template templates[TPL_COUNT];
};

namespace
{

/* --- modifiers -------------------------------------------------------- */

void
emit_escaped(const char *text, size_t len, ExpandEmitter *out)
{
	for (size_t i = 0; i < len; i++) {
		const char *reference = html_reference(text[i]);

		if (reference)
			out->Emit(reference);
		else if (text[i] == '\0')
			out->Emit("\xEF\xBF\xBD");
		else
			out->Emit(text[i]);
	}
}

/* ctemplate's own HTML escape turns line ends into spaces. */
class Lines : public TemplateModifier
{
	void
	Modify(const char *text, size_t len, const PerExpandData *,
	       ExpandEmitter *out, const std::string &) const override
	{
		emit_escaped(text, len, out);
	}
};

/* ctemplate's own check of addresses turns mailto: and tel: into "#". */
class Href : public TemplateModifier
{
	static bool
	is_allowed(const std::string &address)
	{
		static const char *const schemes[] = { "http", "https",
						       "mailto", "tel" };
		size_t end = address.find_first_of(":/?#");

		for (char byte : address)
			if (static_cast<unsigned char>(byte) < ' ' ||
			    byte == '\x7f')
				return false;
		if (end == std::string::npos || address[end] != ':')
			return true;
		for (const char *scheme : schemes)
			if (strlen(scheme) == end &&
			    strncasecmp(address.c_str(), scheme, end) == 0)
				return true;
		return false;
	}

	void
	Modify(const char *text, size_t len, const PerExpandData *,
	       ExpandEmitter *out, const std::string &) const override
	{
		if (is_allowed(std::string(text, len)))
			emit_escaped(text, len, out);
		else
			out->Emit("#");
	}
};

class Trusted : public TemplateModifier
{
	void
	Modify(const char *text, size_t len, const PerExpandData *,
	       ExpandEmitter *out, const std::string &) const override
	{
		out->Emit(text, len);
	}
};

const Lines lines;
const Href href;
const Trusted trusted;

/* The library keeps them for the whole process and refuses a second time. */
void
add_modifiers()
{
	ctemplate::AddXssSafeModifier("x-lines", &lines);
	ctemplate::AddXssSafeModifier("x-href", &href);
	ctemplate::AddXssSafeModifier("x-trusted", &trusted);
}

/* --- a view, as ctemplate wants to see it ----------------------------- */

struct Rendering {
	const struct views *views;
	enum language language;
	std::vector<std::string> missing; /* nobody decided it */
	std::vector<std::string> unfit;	  /* text where HTML goes, or HTML
					     where text goes */
};

void
note(std::vector<std::string> &list, enum tpl tpl, const std::string &what)
{
	std::string line = std::string(tpl_files[tpl]) + ": " + what;

	if (std::find(list.begin(), list.end(), line) == list.end())
		list.push_back(line);
}

class Dictionary : public TemplateDictionaryInterface
{
      public:
	Dictionary(const struct view *shown, enum tpl shown_in,
		   Rendering &for_rendering)
	    : view(shown), tpl(shown_in), rendering(for_rendering)
	{
	}

      private:
	class Views : public Iterator
	{
	      public:
		Views(const struct view *first, bool are_included,
		      const Dictionary &within)
		    : next(first), included(are_included), outer(within)
		{
		}
		bool
		HasNext() const override
		{
			return next;
		}
		const TemplateDictionaryInterface &
		Next() override
		{
			current.reset(
				new Dictionary(next,
					       included ? next->tpl : outer.tpl,
					       outer.rendering));
			next = next->next;
			return *current;
		}

	      private:
		const struct view *next;
		bool included;
		const Dictionary &outer;
		std::unique_ptr<Dictionary> current;
	};

	const struct view_entry *
	find(const TemplateString &name, enum entry_kind kind) const
	{
		static const char *const what[] = { "", " (section)",
						    " (slot)" };
		enum marker marker = marker_named(name.data(), name.size());
		const struct view_entry *entry =
			marker == MARKER_COUNT ? nullptr
					       : view_find(view, marker, kind);

		if (!entry)
			note(rendering.missing, tpl,
			     std::string(name.data(), name.size()) +
				     what[kind]);
		return entry;
	}

	TemplateString
	GetValue(const TemplateString &name) const override
	{
		const struct view_entry *value = find(name, ENTRY_VALUE);

		if (!value)
			return TemplateString("");
		if (value->html !=
		    rendering.views->templates[tpl].trusted[value->marker]) {
			note(rendering.unfit, tpl, marker_names[value->marker]);
			return TemplateString("");
		}
		return TemplateString(value->text, value->len);
	}

	bool
	IsHiddenSection(const TemplateString &name) const override
	{
		const struct view_entry *section = find(name, ENTRY_SECTION);

		return !section || !section->shown;
	}

	bool
	IsUnhiddenSection(const TemplateString &name) const override
	{
		return !IsHiddenSection(name);
	}

	bool
	IsHiddenTemplate(const TemplateString &name) const override
	{
		const struct view_entry *slot = find(name, ENTRY_SLOT);

		return !slot || !slot->shown;
	}

	Iterator *
	CreateSectionIterator(const TemplateString &name) const override
	{
		const struct view_entry *section = find(name, ENTRY_SECTION);

		return new Views(section ? section->first : nullptr, false,
				 *this);
	}

	Iterator *
	CreateTemplateIterator(const TemplateString &name) const override
	{
		const struct view_entry *slot = find(name, ENTRY_SLOT);

		return new Views(slot ? slot->first : nullptr, true, *this);
	}

	const char *
	GetIncludeTemplateName(const TemplateString &name,
			       int number) const override
	{
		const struct view_entry *slot = find(name, ENTRY_SLOT);
		const struct view *included = slot ? slot->first : nullptr;

		while (included && number-- > 0)
			included = included->next;
		return included ? rendering.views->templates[included->tpl]
					  .keys[rendering.language]
					  .c_str()
				: "";
	}

	void
	DumpToString(std::string *, int) const override
	{
	}

	const struct view *view;
	enum tpl tpl;
	Rendering &rendering;
};

/* What the library says on std::cerr while this lives. */
class Messages
{
      public:
	Messages() : before(std::cerr.rdbuf(text.rdbuf()))
	{
	}
	~Messages()
	{
		std::cerr.rdbuf(before);
	}
	Messages(const Messages &) = delete;
	Messages &operator=(const Messages &) = delete;
	std::string
	line() const
	{
		std::string all = text.str();

		std::replace(all.begin(), all.end(), '\n', ' ');
		return all;
	}

      private:
	std::ostringstream text;
	std::streambuf *before;
};

std::string
joined(const std::vector<std::string> &list)
{
	std::string all;

	for (const std::string &one : list)
		all += (all.empty() ? "" : ", ") + one;
	return all;
}

/* --- loading ---------------------------------------------------------- */

bool
note_markers(struct arena *arena, loaded_template &loaded, const char *source,
	     struct error *err)
{
	const struct view_marker *list;
	size_t found;

	if (!source_markers(arena, source, &list, &found, err))
		return false;
	std::fill(loaded.trusted, loaded.trusted + MARKER_COUNT, false);
	for (size_t i = 0; i < found; i++) {
		loaded.markers.push_back(list[i]);
		if (list[i].kind == VIEW_HTML)
			loaded.trusted[list[i].marker] = true;
	}
	return true;
}

bool
load_language(struct views *views, enum tpl tpl, enum language language,
	      const struct str &source, struct error *err)
{
	std::string key =
		std::string(language_code(language)) + "/" + tpl_files[tpl];
	Messages messages;

	if (!views->cache.StringToTemplateCache(
		    TemplateString(key.data(), key.size()),
		    TemplateString(source.text, source.len), strip))
		return error_set(err, ERROR_SYSTEM, "%s",
				 messages.line().c_str());
	views->templates[tpl].keys[language] = key;
	return true;
}

bool
load_template(struct views *views, struct arena *arena, const char *path,
	      enum tpl tpl, const struct words *words, struct error *err)
{
	char *bytes;
	size_t len;

	if (!file_read(arena, path, TEMPLATE_BYTES_MAX, &bytes, &len, err)) {
		err->kind = ERROR_SYSTEM;
		return false;
	}
	if (len && bytes[len - 1] == '\n')
		len--;
	if (!note_markers(arena, views->templates[tpl], bytes, err))
		return error_at(err, path, 0);
	for (int i = 0; i < LANGUAGE_COUNT; i++) {
		enum language language = static_cast<enum language>(i);
		struct str source = {};

		source.arena = arena;
		if (!source_words(bytes, len, words, language, &source, err) ||
		    !load_language(views, tpl, language, source, err))
			return error_at(err, path, 0);
	}
	return true;
}

bool
load_all(struct views *views, const char *dir, const struct words *words,
	 struct error *err)
{
	struct arena arena = {};
	bool loaded = true;

	add_modifiers();
	for (int i = 0; i < TPL_COUNT && loaded; i++)
		loaded = load_template(views, &arena,
				       file_in(&arena, dir, tpl_files[i]),
				       static_cast<enum tpl>(i), words, err);
	arena_free(&arena);
	views->cache.Freeze();
	return loaded;
}

bool
render(const struct views *views, enum tpl tpl, enum language language,
       const struct view *view, struct str *out, struct error *err)
{
	const std::string &key = views->templates[tpl].keys[language];
	Rendering rendering = { views, language, {}, {} };
	Dictionary dictionary(view, tpl, rendering);
	std::string page;
	Messages messages;

	if (!views->cache.ExpandNoLoad(TemplateString(key.data(), key.size()),
				       strip, &dictionary, nullptr, &page))
		return error_set(err, ERROR_SYSTEM, "%s: %s", tpl_files[tpl],
				 messages.line().c_str());
	if (!rendering.unfit.empty())
		return error_set(err, ERROR_SYSTEM,
				 "only view_html fills :x-trusted, and nothing "
				 "else: %s",
				 joined(rendering.unfit).c_str());
	if (!rendering.missing.empty() && views->strict)
		return error_set(err, ERROR_SYSTEM, "not set: %s",
				 joined(rendering.missing).c_str());
	if (!rendering.missing.empty())
		log_line(LOG_LEVEL_WARNING, "not set: %s",
			 joined(rendering.missing).c_str());
	str_add(out, page.data(), page.size());
	return true;
}

} // namespace

/* --- the door: no exception passes it --------------------------------- */

struct views *
views_open(const char *dir, const struct words *words, bool strict,
	   struct error *err)
{
	struct views *views = nullptr;

	try {
		views = new struct views;
		views->strict = strict;
		if (load_all(views, dir, words, err))
			return views;
	} catch (const std::exception &exception) {
		error_set(err, ERROR_SYSTEM, "cannot load templates: %s",
			  exception.what());
	}
	delete views;
	return nullptr;
}

void
views_close(struct views *views)
{
	delete views;
}

bool
view_render(const struct views *views, enum tpl tpl, enum language language,
	    const struct view *view, struct str *out, struct error *err)
{
	try {
		return render(views, tpl, language, view, out, err);
	} catch (const std::exception &exception) {
		return error_set(err, ERROR_SYSTEM, "%s: %s", tpl_files[tpl],
				 exception.what());
	}
}

const struct view_marker *
views_markers(const struct views *views, enum tpl tpl, size_t *found)
{
	*found = views->templates[tpl].markers.size();
	return views->templates[tpl].markers.data();
}
