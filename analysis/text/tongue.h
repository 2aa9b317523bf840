#ifndef TONGUE_H
#define TONGUE_H

#include <stdbool.h>

#include "consultation.h"

/*
 * A language that text may be written in.  Greenpaper speaks two (enum language);
 * what people wrote elsewhere may come in any that Snowball stems, and in none:
 * text whose words are taken as they stand.
 */
enum tongue {
	TONGUE_NONE,
	TONGUE_AR,
	TONGUE_CA,
	TONGUE_CY,
	TONGUE_DA,
	TONGUE_DE,
	TONGUE_EL,
	TONGUE_EN,
	TONGUE_ES,
	TONGUE_EU,
	TONGUE_FI,
	TONGUE_FR,
	TONGUE_GA,
	TONGUE_HI,
	TONGUE_HU,
	TONGUE_HY,
	TONGUE_ID,
	TONGUE_IT,
	TONGUE_LT,
	TONGUE_NE,
	TONGUE_NL,
	TONGUE_NO,
	TONGUE_PT,
	TONGUE_RO,
	TONGUE_RU,
	TONGUE_SR,
	TONGUE_SV,
	TONGUE_TA,
	TONGUE_TR,
	TONGUE_YI,
	TONGUE_COUNT
};

/* Its code of ISO 639-1, "none" for TONGUE_NONE; its name in English. */
const char *tongue_code(enum tongue tongue);
const char *tongue_name(enum tongue tongue);

/* Whether CODE is one; *TONGUE is it. */
bool tongue_from_code(const char *code, enum tongue *tongue);

/* The one in which Greenpaper speaks LANGUAGE. */
enum tongue tongue_of(enum language language);

#endif
