#ifndef RESPONDENTS_H
#define RESPONDENTS_H

struct report;
struct view;

/*
 * Who responded and how: tables of channels, of individuals and organisations, and
 * of types of respondent, into {{>CHANNELS}}, {{>CAPACITIES}} and {{>TYPES}}.
 */
void respondents_put(const struct report *report, struct view *page);

#endif
