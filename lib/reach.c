#include "reach.h"

#include <string.h>

#include "arena.h"

static bool
allows(const struct condition *condition, const char *value)
{
	for (size_t i = 0; i < condition->value_count; i++)
		if (strcmp(condition->values[i], value) == 0)
			return true;
	return false;
}

/* Whether choosing this option alone meets every need. */
static bool
option_meets(const struct option *option, const struct need *needs,
	     size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!allows(needs[i].condition, option->value))
			return false;
	return true;
}

/* Whether an option that may stand beside others meets this need. */
static bool
is_met_beside(const struct question *target, const struct need *need)
{
	for (size_t i = 0; i < target->option_count; i++)
		if (!target->options[i].exclusive &&
		    allows(need->condition, target->options[i].value))
			return true;
	return false;
}

/* One choice must meet all needs at once; of checkboxes, several options may be
 * chosen, unless one of them is exclusive. */
static bool
can_meet(const struct question *target, const struct need *needs, size_t count)
{
	size_t met = 0;

	for (size_t i = 0; i < target->option_count; i++)
		if (option_meets(&target->options[i], needs, count))
			return true;
	if (target->type != QUESTION_CHECKBOXES)
		return false;
	while (met < count && is_met_beside(target, &needs[met]))
		met++;
	return met == count;
}

/* Leave out what can be spared: what is left contradicts itself. */
static size_t
fewest(const struct question *target, struct need *needs, size_t count)
{
	size_t at = 0;

	while (at < count) {
		const struct need spared = needs[at];

		memmove(&needs[at], &needs[at + 1],
			(count - at - 1) * sizeof(*needs));
		if (!can_meet(target, needs, count - 1)) {
			count--;
			continue;
		}
		memmove(&needs[at + 1], &needs[at],
			(count - at - 1) * sizeof(*needs));
		needs[at++] = spared;
	}
	return count;
}

/* All questions on the way to one, itself included. */
static const bool *
way_to(struct arena *arena, const struct consultation *consultation,
       const struct question *question)
{
	size_t last = (size_t)(question - consultation->questions);
	bool *way =
		arena_array(arena, consultation->question_count, sizeof(*way));

	way[last] = true;
	for (size_t i = last + 1; i-- > 0;) {
		const struct question *at = &consultation->questions[i];

		for (size_t k = 0; way[i] && k < at->condition_count; k++) {
			const struct question *target = consultation_question(
				consultation, at->conditions[k].question);

			if (target)
				way[target - consultation->questions] = true;
		}
	}
	return way;
}

/* What the questions on the way need of the answer to TARGET. */
static size_t
needs_of(const struct consultation *consultation, const bool *way,
	 const struct question *target, struct need *needs)
{
	size_t count = 0;

	for (size_t i = 0; i < consultation->question_count; i++) {
		const struct question *owner = &consultation->questions[i];

		for (size_t k = 0; way[i] && k < owner->condition_count; k++)
			if (strcmp(owner->conditions[k].question, target->id) ==
			    0)
				needs[count++] =
					(struct need){ owner,
						       &owner->conditions[k] };
	}
	return count;
}

static size_t
condition_count(const struct consultation *consultation)
{
	size_t count = 0;

	for (size_t i = 0; i < consultation->question_count; i++)
		count += consultation->questions[i].condition_count;
	return count;
}

const struct need *
reach_needs(struct arena *arena, const struct consultation *consultation,
	    const struct question *question, size_t *count)
{
	const bool *way = way_to(arena, consultation, question);
	struct need *needs = arena_array(arena, condition_count(consultation),
					 sizeof(*needs));

	*count = 0;
	for (size_t i = 0; i < consultation->question_count; i++)
		*count += needs_of(consultation, way,
				   &consultation->questions[i], needs + *count);
	return needs;
}

bool
reach_question(struct arena *arena, const struct consultation *consultation,
	       const struct question *question,
	       struct contradiction *contradiction)
{
	const bool *way = way_to(arena, consultation, question);
	struct need *needs = arena_array(arena, condition_count(consultation),
					 sizeof(*needs));

	for (size_t i = 0; i < consultation->question_count; i++) {
		const struct question *target = &consultation->questions[i];
		size_t count = needs_of(consultation, way, target, needs);

		if (count == 0 || can_meet(target, needs, count))
			continue;
		*contradiction = (struct contradiction){
			.target = target,
			.needs = needs,
			.need_count = fewest(target, needs, count),
		};
		return false;
	}
	return true;
}
