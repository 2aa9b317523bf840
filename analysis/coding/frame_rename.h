#ifndef FRAME_RENAME_H
#define FRAME_RENAME_H

struct codeframe;
struct problems;

/*
 * An id is how everything that was said of a theme finds it again, so it must not
 * change unnoticed.  A problem at each theme of NOW whose id is not in BEFORE, but
 * which has the label or at least half of the words of a theme there whose id is
 * gone from NOW.
 */
void frame_rename_find(const struct codeframe *before,
		       const struct codeframe *now, struct problems *problems);

#endif
