#include "pages.h"

#include <string.h>

#include "address.h"
#include "app.h"
#include "arena.h"
#include "catalogue.h"
#include "document.h"
#include "edition.h"
#include "error.h"
#include "http.h"
#include "layout.h"
#include "link.h"
#include "markdown.h"
#include "notice.h"
#include "store_consultation.h"

/* One consultation and all that its page needs to know. */
struct showing {
	struct layout layout;
	struct view *page;
	const struct consultation *consultation;
	struct stored_version stored;
	enum consultation_state state;
	const struct stored_file *files;
	size_t file_count;
	struct catalogue catalogue;
};

static void
put_phrase(const struct showing *showing, struct view *view, enum marker slot,
	   const struct phrase *phrase)
{
	wording_put(view, slot,
		    wording_phrase(phrase, showing->layout.language));
}

static void
put_history(const struct showing *showing)
{
	bool historical = showing->consultation->political &&
			  showing->stored.government &&
			  !showing->stored.government_current;

	if (historical)
		view_text(view_section(showing->page, M_HISTORY), M_GOVERNMENT,
			  showing->stored.government);
	else
		view_hide(showing->page, M_HISTORY);
}

static const struct {
	enum word label, heading; /* heading WORD_COUNT: no notice */
} states[] = {
	[CONSULTATION_UNOPENED] = { W_CONSULTATION, W_NOT_OPEN_YET },
	[CONSULTATION_OPEN] = { W_OPEN_CONSULTATION, WORD_COUNT },
	[CONSULTATION_CLOSED] = { W_CLOSED_CONSULTATION, W_ANALYSING },
	[CONSULTATION_OUTCOME] = { W_CONSULTATION_OUTCOME, W_CONCLUDED },
};

/* What stands under the heading of the notice; NULL: nothing. */
static const char *
notice_body(const struct showing *showing)
{
	if (showing->state == CONSULTATION_CLOSED)
		return layout_word(&showing->layout, W_ANALYSING_TEXT);
	if (showing->state == CONSULTATION_UNOPENED)
		return notice_opening(&showing->layout, showing->consultation);
	return NULL;
}

static void
put_notice(const struct showing *showing)
{
	enum word heading = states[showing->state].heading;
	const char *body = notice_body(showing);
	struct view *notice;

	if (heading == WORD_COUNT) {
		view_hide(showing->page, M_NOTICE);
		return;
	}
	notice = view_section(showing->page, M_NOTICE);
	view_text(notice, M_HEADING, layout_word(&showing->layout, heading));
	view_when(notice, M_BODY, body);
	if (body)
		view_text(notice, M_BODY, body);
}

static void
put_outcome(const struct showing *showing)
{
	const struct stored_outcome *outcome = &showing->stored.outcome;
	const struct layout *layout = &showing->layout;
	struct view *view;

	if (showing->state != CONSULTATION_OUTCOME) {
		view_hide(showing->page, M_OUTCOME);
		return;
	}
	view = view_section(showing->page, M_OUTCOME);
	view_text(view, M_URL,
		  address_outcome(layout->arena, showing->consultation,
				  layout->language));
	put_phrase(showing, view, M_TITLE, &showing->consultation->title);
	view_when(view, M_PUBLISHED, outcome->published_on != MOMENT_NONE);
	if (outcome->published_on != MOMENT_NONE)
		view_text(view, M_PUBLISHED,
			  word_text(layout->arena, layout->app->words,
				    layout->language, W_PUBLISHED_ON,
				    word_date(layout->arena, layout->app->words,
					      layout->language,
					      outcome->published_on)));
	view_when(view, M_DETAIL, *outcome->opening || *outcome->detail);
	view_when(view, M_OPENING, *outcome->opening);
	view_text(view, M_OPENING, outcome->opening);
	view_html(
		view, M_DETAIL,
		markdown_html(layout->arena, outcome->detail, 3,
			      address_documents(layout->arena,
						showing->consultation->slug)));
}

static void
put_dates(const struct showing *showing)
{
	static const enum marker sections[] = {
		[CONSULTATION_UNOPENED] = M_OPENS,
		[CONSULTATION_OPEN] = M_CLOSES,
		[CONSULTATION_CLOSED] = M_RAN,
		[CONSULTATION_OUTCOME] = M_RAN,
	};
	struct view *page = showing->page;

	view_hide(page, M_OPENS);
	view_hide(page, M_CLOSES);
	view_hide(page, M_RAN);
	notice_put_opening(&showing->layout,
			   view_section(page, sections[showing->state]),
			   showing->consultation);
}

static void
put_results_due(const struct showing *showing)
{
	const struct phrase *due = &showing->consultation->results_due;

	if (showing->state == CONSULTATION_OUTCOME || phrase_is_empty(due))
		view_hide(showing->page, M_RESULTS_DUE);
	else
		put_phrase(showing, view_section(showing->page, M_RESULTS_DUE),
			   M_RESULTS_DUE, due);
}

static void
put_audience(const struct showing *showing)
{
	const struct consultation *consultation = showing->consultation;
	struct view *audience;

	if (consultation->audience_count == 0) {
		view_hide(showing->page, M_AUDIENCE);
		return;
	}
	audience = view_section(showing->page, M_AUDIENCE);
	for (size_t i = 0; i < consultation->audience_count; i++)
		put_phrase(showing, view_section(audience, M_ITEM), M_TEXT,
			   &consultation->audience[i]);
}

static size_t
file_size(const struct showing *showing, const char *name)
{
	for (size_t i = 0; i < showing->file_count; i++)
		if (strcmp(showing->files[i].name, name) == 0)
			return showing->files[i].len;
	return 0;
}

static void
put_documents(const struct showing *showing)
{
	const struct consultation *consultation = showing->consultation;
	const struct layout *layout = &showing->layout;
	struct view *documents, *view;

	if (consultation->document_count == 0 &&
	    consultation->question_count == 0) {
		view_hide(showing->page, M_DOCUMENTS);
		return;
	}
	documents = view_section(showing->page, M_DOCUMENTS);
	view_hide(documents, M_DOCUMENT);
	for (size_t i = 0; i < consultation->document_count; i++) {
		const struct document *document = &consultation->documents[i];

		view = view_section(documents, M_DOCUMENT);
		view_text(view, M_URL,
			  link_document(layout->request, document->file));
		put_phrase(showing, view, M_TITLE, &document->title);
		view_text(view, M_TYPE,
			  document_type(layout->arena, document->file));
		view_text(view, M_SIZE,
			  document_size(layout,
					file_size(showing, document->file)));
	}
	view_hide(documents, M_QUESTIONS);
	if (consultation->question_count > 0)
		view_text(view_section(documents, M_QUESTIONS), M_URL,
			  link_place(layout->request, PLACE_QUESTIONS));
}

/* E-mail and post, as GOV.UK puts them: "Complete a form and either". */
static void
put_other_ways(const struct showing *showing, struct view *respond)
{
	const struct consultation *consultation = showing->consultation;
	const struct layout *layout = &showing->layout;
	bool email = consultation->respond_email;
	bool post = !phrase_is_empty(&consultation->respond_post);
	struct view *view;

	view_when(respond, M_OR,
		  consultation->respond_online && (email || post));
	view_hide(respond, M_FORM);
	if (consultation->respond_form && (email || post)) {
		view = view_section(respond, M_FORM);
		view_text(view, M_URL,
			  link_place(layout->request, PLACE_QUESTIONS));
		view_when(view, M_EITHER, email && post);
		view_when(view, M_ALONE, !(email && post));
	}
	notice_put_ways(layout, respond, consultation);
}

static void
put_respond(const struct showing *showing)
{
	const struct consultation *consultation = showing->consultation;
	const struct request *request = showing->layout.request;
	struct view *respond;

	if (showing->state != CONSULTATION_OPEN ||
	    (!consultation->respond_online && !notice_has_ways(consultation))) {
		view_hide(showing->page, M_RESPOND);
		return;
	}
	respond = view_section(showing->page, M_RESPOND);
	view_hide(respond, M_ONLINE);
	if (consultation->respond_online) {
		struct view *online = view_section(respond, M_ONLINE);

		view_text(online, M_ACTION, link_place(request, PLACE_START));
		view_text(online, M_RETURN, link_place(request, PLACE_RETURN));
	}
	put_other_ways(showing, respond);
	view_text(respond, M_PRIVACY, link_place(request, PLACE_PRIVACY));
}

/* Who sent a response may come back to it when it is too late to send one. */
static void
put_sent(const struct showing *showing)
{
	bool over = showing->state == CONSULTATION_CLOSED ||
		    showing->state == CONSULTATION_OUTCOME;

	if (over && showing->consultation->respond_online)
		view_text(view_section(showing->page, M_SENT), M_URL,
			  link_place(showing->layout.request, PLACE_RETURN));
	else
		view_hide(showing->page, M_SENT);
}

static bool
supersedes(const struct consultation *newer, const struct consultation *older)
{
	for (size_t i = 0; i < newer->supersedes_count; i++)
		if (strcmp(newer->supersedes[i], older->slug) == 0)
			return true;
	return false;
}

static void
put_related(const struct showing *showing)
{
	const struct consultation *shown = showing->consultation;
	struct view *related = NULL;

	for (size_t i = 0; i < showing->catalogue.count; i++) {
		const struct consultation *other =
			showing->catalogue.items[i].consultation;
		enum marker section;
		struct view *view;

		if (supersedes(shown, other))
			section = M_REPLACES;
		else if (supersedes(other, shown))
			section = M_REPLACED_BY;
		else
			continue;
		if (!related) {
			related = view_section(showing->page, M_RELATED);
			view_hide(related, M_REPLACES);
			view_hide(related, M_REPLACED_BY);
		}
		view = view_section(related, section);
		view_text(view, M_URL,
			  link_consultation(showing->layout.request,
					    other->slug));
		put_phrase(showing, view, M_TITLE, &other->title);
	}
	if (!related)
		view_hide(showing->page, M_RELATED);
}

static bool
load(struct showing *showing, struct app *app, const struct request *request,
     struct error *err)
{
	const char *slug = request->address.slug;
	struct stored_version *stored = &showing->stored;
	const struct edition *edition;
	struct db *db = app_db(app, err);

	if (!db ||
	    !store_consultation_get(db, request->arena, slug, 0, stored, err) ||
	    !store_document_list(db, request->arena, slug, stored->version,
				 &showing->files, &showing->file_count, err) ||
	    !catalogue_load(app, request, &showing->catalogue, err))
		return false;
	edition = edition_of(app, stored, err);
	if (!edition)
		return false;
	showing->consultation = edition->consultation;
	showing->state =
		consultation_state_at(edition->consultation, request->now,
				      stored->outcome.published);
	return true;
}

static void
put_page(const struct showing *showing)
{
	const struct consultation *consultation = showing->consultation;

	view_text(showing->page, M_LABEL,
		  layout_word(&showing->layout, states[showing->state].label));
	put_phrase(showing, showing->page, M_TITLE, &consultation->title);
	wording_put_organisations(showing->page, M_ORGANISATIONS, consultation,
				  showing->layout.language);
	put_history(showing);
	put_notice(showing);
	put_outcome(showing);
	put_phrase(showing, showing->page, M_SUMMARY, &consultation->summary);
	put_dates(showing);
	put_results_due(showing);
	layout_prose(&showing->layout, showing->page, M_DESCRIPTION,
		     &consultation->description, 3);
	put_audience(showing);
	put_documents(showing);
	put_respond(showing);
	put_sent(showing);
	notice_put_enquiries(&showing->layout, M_ENQUIRIES, consultation);
	put_related(showing);
}

void
page_consultation(struct app *app, const struct request *request,
		  struct response *response)
{
	struct showing showing = {
		.layout = layout_new(app, request, T_CONSULTATION),
	};
	struct error err;

	if (!load(&showing, app, request, &err)) {
		page_failure(app, request, &err, response);
		return;
	}
	showing.page = showing.layout.page;
	showing.layout.consultation = showing.consultation;
	showing.layout.description = phrase_in(&showing.consultation->summary,
					       showing.layout.language, NULL);
	put_page(&showing);
	layout_render(&showing.layout, 200, response);
	response->cacheable = true;
}
