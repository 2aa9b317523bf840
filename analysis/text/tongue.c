#include "tongue.h"

#include <assert.h>
#include <string.h>

static const struct {
	const char *code, *name;
} tongues[TONGUE_COUNT] = {
	[TONGUE_NONE] = { "none", "no language" },
	[TONGUE_AR] = { "ar", "Arabic" },
	[TONGUE_CA] = { "ca", "Catalan" },
	[TONGUE_CY] = { "cy", "Welsh" },
	[TONGUE_DA] = { "da", "Danish" },
	[TONGUE_DE] = { "de", "German" },
	[TONGUE_EL] = { "el", "Greek" },
	[TONGUE_EN] = { "en", "English" },
	[TONGUE_ES] = { "es", "Spanish" },
	[TONGUE_EU] = { "eu", "Basque" },
	[TONGUE_FI] = { "fi", "Finnish" },
	[TONGUE_FR] = { "fr", "French" },
	[TONGUE_GA] = { "ga", "Irish" },
	[TONGUE_HI] = { "hi", "Hindi" },
	[TONGUE_HU] = { "hu", "Hungarian" },
	[TONGUE_HY] = { "hy", "Armenian" },
	[TONGUE_ID] = { "id", "Indonesian" },
	[TONGUE_IT] = { "it", "Italian" },
	[TONGUE_LT] = { "lt", "Lithuanian" },
	[TONGUE_NE] = { "ne", "Nepali" },
	[TONGUE_NL] = { "nl", "Dutch" },
	[TONGUE_NO] = { "no", "Norwegian" },
	[TONGUE_PT] = { "pt", "Portuguese" },
	[TONGUE_RO] = { "ro", "Romanian" },
	[TONGUE_RU] = { "ru", "Russian" },
	[TONGUE_SR] = { "sr", "Serbian" },
	[TONGUE_SV] = { "sv", "Swedish" },
	[TONGUE_TA] = { "ta", "Tamil" },
	[TONGUE_TR] = { "tr", "Turkish" },
	[TONGUE_YI] = { "yi", "Yiddish" },
};

const char *
tongue_code(enum tongue tongue)
{
	return tongues[tongue].code;
}

const char *
tongue_name(enum tongue tongue)
{
	return tongues[tongue].name;
}

bool
tongue_from_code(const char *code, enum tongue *tongue)
{
	for (int i = 0; i < TONGUE_COUNT; i++)
		if (!strcmp(code, tongues[i].code)) {
			*tongue = (enum tongue)i;
			return true;
		}
	return false;
}

enum tongue
tongue_of(enum language language)
{
	enum tongue tongue = TONGUE_NONE;
	bool known = tongue_from_code(language_code(language), &tongue);

	assert(known);
	return tongue;
}
