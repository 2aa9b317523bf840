#include "page_notice.h"

#include "control.h"
#include "http.h"
#include "layout.h"

static void
put_button(const struct layout *layout, const struct notice *notice)
{
	struct view *again;

	if (notice->button == WORD_COUNT) {
		view_hide(layout->page, M_AGAIN);
		return;
	}
	again = view_section(layout->page, M_AGAIN);
	view_text(again, M_ACTION,
		  address_path(layout->arena, &layout->request->address));
	view_when(again, M_WARNING, notice->warning);
	view_text(again, M_BUTTON, layout_word(layout, notice->button));
	view_hide(again, M_FIELD);
	for (size_t i = 0; i < notice->fields.count; i++)
		layout_field(again, notice->fields.items[i].name,
			     notice->fields.items[i].value);
}

void
page_notice(struct app *app, const struct request *request,
	    const struct notice *notice, int status, struct response *response)
{
	struct layout layout = layout_new(app, request, T_NOTICE);
	struct view *link;

	layout.consultation = notice->consultation;
	layout.one_language = notice->last;
	if (!notice->last)
		layout.back = notice->url;
	layout.faulty = notice->unstamped;
	if (notice->unstamped)
		control_put_summary(layout.page, M_ERROR_SUMMARY,
				    &(struct error_summary){
					    .description =
						    layout_word(&layout,
								W_PAGE_EXPIRED),
				    });
	else
		view_hide(layout.page, M_ERROR_SUMMARY);
	layout_heading(&layout, M_HEADING, notice->heading);
	if (notice->text == WORD_COUNT)
		view_hide(layout.page, M_LINE);
	else
		view_text(view_section(layout.page, M_LINE), M_TEXT,
			  layout_word(&layout, notice->text));
	put_button(&layout, notice);
	link = view_section(layout.page, M_LINK);
	view_text(link, M_LINK, layout_word(&layout, notice->link));
	view_text(link, M_URL, notice->url);
	layout_render(&layout, status, response);
}
