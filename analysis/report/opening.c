#include "report/opening.h"

#include <string.h>

#include "arena.h"
#include "report/figures.h"
#include "report/outcome.h"
#include "str.h"
#include "words.h"

/* In the order in which they are named. */
static const struct {
	const char *channel;
	enum word one, many;
} channels[] = {
	{ "online", W_RESPONSE_ONLINE_ONE, W_RESPONSE_ONLINE_MANY },
	{ "email", W_RESPONSE_EMAIL_ONE, W_RESPONSE_EMAIL_MANY },
	{ "post", W_RESPONSE_POST_ONE, W_RESPONSE_POST_MANY },
	{ "event", W_RESPONSE_EVENT_ONE, W_RESPONSE_EVENT_MANY },
	{ "other", W_RESPONSE_OTHER_ONE, W_RESPONSE_OTHER_MANY },
	{ "not-stated", W_RESPONSE_UNSTATED_ONE, W_RESPONSE_UNSTATED_MANY },
};
enum { CHANNELS = sizeof(channels) / sizeof(channels[0]) };

struct speech {
	struct arena *arena;
	const struct words *words;
	enum language language;
};

static const char *
counted(const struct speech *speech, enum word one, enum word many,
	size_t number)
{
	if (number == 1)
		return word_in(speech->words, speech->language, one);
	return word_number(speech->arena, speech->words, speech->language, many,
			   number);
}

static size_t
channel_responses(const struct figures *figures, const char *channel)
{
	for (size_t i = 0; i < figures->channel_count; i++)
		if (strcmp(figures->channels[i].channel, channel) == 0)
			return figures->channels[i].count;
	return 0;
}

/* "135 online responses, 4 responses by email and 1 response by post"; "100
 * responses" when nothing is known of how they came. */
static const char *
list_channels(const struct speech *speech, const struct figures *figures)
{
	const char *parts[CHANNELS];
	struct str list = { .arena = speech->arena };
	size_t count = 0;

	if (channel_responses(figures, "not-stated") == figures->responses)
		return counted(speech, W_RESPONSE_ONE, W_RESPONSE_MANY,
			       figures->responses);
	for (size_t i = 0; i < CHANNELS; i++) {
		size_t number = channel_responses(figures, channels[i].channel);

		if (number)
			parts[count++] = counted(speech, channels[i].one,
						 channels[i].many, number);
	}
	for (size_t i = 0; i < count; i++) {
		if (i && i + 1 == count)
			str_format(&list, " %s ",
				   word_in(speech->words, speech->language,
					   word_begins_with_vowel(parts[i])
						   ? W_AND_BEFORE_VOWEL
						   : W_AND));
		else if (i)
			str_text(&list, ", ");
		str_text(&list, parts[i]);
	}
	return list.text;
}

static const char *
say_responses(const struct speech *speech, const struct figures *figures)
{
	if (!figures->responses)
		return word_in(speech->words, speech->language,
			       W_THERE_WERE_NONE);
	return word_text(speech->arena, speech->words, speech->language,
			 figures->responses == 1 ? W_THERE_WAS_ONE
						 : W_THERE_WERE_MANY,
			 list_channels(speech, figures));
}

char *
opening_events(struct arena *arena, const struct words *words,
	       enum language language, const struct outcome *outcome)
{
	struct speech speech = { arena, words, language };
	bool over;
	size_t people = outcome_attendees(outcome, &over);

	if (!outcome->event_count)
		return NULL;
	return arena_format(arena, "%s %s",
			    over ? word_number(arena, words, language,
					       W_PEOPLE_OVER, people)
				 : counted(&speech, W_PEOPLE_ONE, W_PEOPLE_MANY,
					   people),
			    counted(&speech, W_TO_EVENTS_ONE, W_TO_EVENTS_MANY,
				    outcome->event_count));
}

char *
opening_text(struct arena *arena, const struct words *words,
	     enum language language, const struct figures *figures,
	     const struct outcome *outcome)
{
	struct speech speech = { arena, words, language };
	const char *responses = say_responses(&speech, figures);
	const char *events = opening_events(arena, words, language, outcome);

	return events ? arena_format(arena, "%s %s", responses, events)
		      : arena_string(arena, responses);
}
