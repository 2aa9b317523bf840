#include "grouping.h"

#include "arena.h"
#include "themes/factor.h"
#include "themes/matrix.h"

struct grouping
grouping_make(struct arena *arena, const struct corpus *corpus,
	      const struct matrix *matrix, const struct factors *factors)
{
	size_t *mains = arena_array(arena, matrix->row_count, sizeof(*mains));
	size_t *sizes =
		arena_array(arena, factors->theme_count, sizeof(*sizes));

	for (size_t r = 0; r < matrix->row_count; r++) {
		mains[r] = factor_main(factors, r);
		if (mains[r] != THEME_NONE)
			sizes[mains[r]]++;
	}
	return (struct grouping){ corpus, matrix, factors->theme_count, mains,
				  sizes };
}
