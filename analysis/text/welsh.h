#ifndef WELSH_H
#define WELSH_H

struct arena;

/*
 * The stem that the forms of one Welsh word share.  It is for comparing alone, and
 * never shown.
 *
 * Welsh changes the first letter of a word (plant, blant, mhlant, phlant) and,
 * like other languages, its end (ysgol, ysgolion; talu, talodd, telir).  The first
 * letter cannot be had back by rule alone: f comes of b or of m, the g of "gost"
 * of c and that of "gair" of nothing, and before a vowel a g may be lost.  So
 *  1. a word is looked up in welsh/words.txt, as it is written and then with each
 *     first letter it may have had; the stem is the first word of its line;
 *  2. else endings are taken off, shortest first, until what is left is a word or
 *     the stem of a verb of the list;
 *  3. else the longest ending of a shorter list goes, and letters that change into
 *     one another are made one class: p b f m mh ph; t d dd n nh th; c g ng
 *     ngh ch and nothing; ll l gl cl; rh r gr cr.  All forms of an unlisted word meet
 *     so, and a few unlike words do, too, which the list is there to keep apart.
 * Nothing is taken from words of two letters, and no rule leaves fewer than three.
 *
 * Mutations, plurals and the endings of verbs: D. A. Thorne, A Comprehensive Welsh
 * Grammar (Blackwell, 1993); G. King, Modern Welsh: A Comprehensive Grammar
 * (Routledge, 1993).
 */

/* WORD is in lower case and composed, and nothing is tied to it (see elision.h);
 * the stem is in the arena. */
char *welsh_stem(struct arena *arena, const char *word);

#endif
