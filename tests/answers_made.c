#include "answers_made.h"

#include "arena.h"
#include "coding/coding.h"

const char *const answers_words[ANSWERS_MATTERS][ANSWERS_WORDS] = {
	{ "bus", "fare", "timetable", "driver", "ticket", "seat" },
	{ "library", "book", "reader", "shelf", "novel", "loan" },
	{ "dog", "lead", "walker", "park", "kennel", "collar" },
	{ "school", "teacher", "lesson", "pupil", "exam", "classroom" },
	{ "tree", "branch", "hedge", "leaf", "root", "orchard" },
	{ "market", "stall", "trader", "cheese", "bread", "customer" },
};

/* Every three of the six words once, from NUMBER 0 to 19, then again. */
static void
choose_three(size_t number, size_t three[3])
{
	size_t left = number % 20;

	for (three[0] = 0; three[0] < ANSWERS_WORDS; three[0]++)
		for (three[1] = three[0] + 1; three[1] < ANSWERS_WORDS;
		     three[1]++)
			for (three[2] = three[1] + 1; three[2] < ANSWERS_WORDS;
			     three[2]++)
				if (!left--)
					return;
}

static const char *
sentence(struct arena *arena, size_t matter, size_t number)
{
	const char *const *words = answers_words[matter];
	size_t three[3] = { 0 };

	choose_three(number, three);
	return arena_format(arena, "The %s and the %s should have a better %s.",
			    words[three[0]], words[three[1]], words[three[2]]);
}

struct coding_answer *
answers_made(struct arena *arena)
{
	struct coding_answer *answers =
		arena_array(arena, ANSWERS_MADE, sizeof(*answers));

	for (size_t i = 0; i < ANSWERS_MADE; i++) {
		size_t matter = i % ANSWERS_MATTERS;
		size_t number = i / ANSWERS_MATTERS;
		size_t other = (matter + 1 + number % 5) % ANSWERS_MATTERS;

		answers[i].text = sentence(arena, matter, number);
		if (number % 3 == 0)
			answers[i].text =
				arena_format(arena, "%s  %s", answers[i].text,
					     sentence(arena, other,
						      number + 7));
	}
	return answers;
}
