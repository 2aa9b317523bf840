#ifndef CONSULT_FOLDER_H
#define CONSULT_FOLDER_H

#include "exchange/incoming.h"

struct str;

/*
 * The folder of the i.AI Consult tool: DIR/inputs/respondents.jsonl and
 * DIR/inputs/question_part_N/{question.json, responses.jsonl,
 * multi_choice.jsonl}, in either of its dialects.  Part N is question `qN` where
 * it has free text and `qN_choice` where it has options; what is known of the
 * respondents is asked by the questions `d1`, `d2`, … whose titles are its keys.
 */
struct consult_folder;

/* Read a whole folder into the arena.  NULL: ERROR_INPUT when a file that must be
 * there cannot be read; what is wrong inside is complained of. */
const struct consult_folder *consult_folder_open(struct arena *arena,
						 const char *path,
						 struct complaints *complaints,
						 struct error *err);

/* A definition file for it.  What the folder does not say (dates, who asks, the
 * privacy notice) is filled with what must be replaced, and says so. */
void consult_folder_definition(const struct consult_folder *folder,
			       struct str *out);

/* Each respondent as a row, in the order of respondents.jsonl. */
bool consult_folder_rows(const struct consult_folder *folder,
			 const struct consultation *consultation,
			 incoming_row *row, void *context, struct error *err);

#endif
