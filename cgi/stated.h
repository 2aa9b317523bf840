#ifndef STATED_H
#define STATED_H

#include "answers.h"
#include "words.h"

/*
 * The words for what respondents chose to state of themselves, as they are shown back:
 * on a page, and in a letter.
 */
enum word stated_capacity(enum capacity capacity);
enum word stated_contact(enum may_contact contact);
enum word stated_confidential(enum confidential confidential);
enum word stated_publish(enum publish publish);

#endif
