#include "frame.h"

#include "address.h"
#include "view.h"
#include "words.h"

static const enum word language_names[LANGUAGE_COUNT] = {
	[LANGUAGE_EN] = W_ENGLISH,
	[LANGUAGE_CY] = W_CYMRAEG,
};

/* A section that holds one text. */
static void
put_languages(struct view *view, const struct frame *frame)
{
	struct view *languages;

	if (!frame->languages[LANGUAGE_EN]) {
		view_hide(view, M_LANGUAGES);
		return;
	}
	languages = view_section(view, M_LANGUAGES);
	view_optional(languages, M_FORM, M_FORM, frame->form);
	for (enum language i = 0; i < LANGUAGE_COUNT; i++) {
		struct view *item = view_section(languages, M_ITEM);
		struct view *part =
			view_section(item, i == frame->language ? M_CURRENT
					   : frame->form	? M_SWITCH
								: M_OTHER);

		view_hide(item, M_CURRENT);
		view_hide(item, M_SWITCH);
		view_hide(item, M_OTHER);
		if (frame->form)
			view_text(part, M_FORM, frame->form);
		view_text(part, M_CODE, language_code(i));
		view_text(part, M_NAME,
			  word_in(frame->words, frame->language,
				  language_names[i]));
		view_text(part, M_URL, frame->languages[i]);
	}
}

void
frame_put(struct arena *arena, struct view *view, const struct frame *frame)
{
	const struct address home = { .place = PLACE_LIST,
				      .language = frame->language };
	const struct address accessibility = { .place = PLACE_ACCESSIBILITY,
					       .language = frame->language };

	view_text(view, M_LANGUAGE, language_code(frame->language));
	view_text(view, M_TITLE_LANGUAGE,
		  frame->title.lang ? frame->title.lang
				    : language_code(frame->language));
	view_when(view, M_ERROR, frame->faulty);
	view_text(view, M_HOME, address_path(arena, &home));
	put_languages(view, frame);
	view_optional(view, M_NAMED, M_TITLE, frame->title.text);
	view_optional(view, M_DESCRIPTION, M_DESCRIPTION, frame->description);
	view_optional(view, M_CANONICAL, M_URL, frame->canonical);
	view_optional(view, M_BACK, M_URL, frame->back);
	view_optional(view, M_PRIVACY, M_URL, frame->privacy);
	view_text(view, M_ACCESSIBILITY, address_path(arena, &accessibility));
}
