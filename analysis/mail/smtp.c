#include "mail/smtp.h"

#include <curl/curl.h>
#include <string.h>

#include "arena.h"

enum { CONNECT_S = 15, WHOLE_S = 60 };

/* What of a message has not been read yet. */
struct rest {
	const char *at;
	size_t len;
};

static size_t
read_on(char *to, size_t size, size_t count, void *context)
{
	struct rest *rest = context;
	size_t len = size * count < rest->len ? size * count : rest->len;

	memcpy(to, rest->at, len);
	rest->at += len;
	rest->len -= len;
	return len;
}

static void
set_options(CURL *curl, const struct carrier *carrier,
	    const struct curl_slist *recipients, char *reason)
{
	curl_easy_setopt(curl, CURLOPT_URL, carrier->server);
	curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
	curl_easy_setopt(curl, CURLOPT_MAIL_FROM, carrier->from);
	curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients);
	curl_easy_setopt(curl, CURLOPT_USERNAME, carrier->user);
	curl_easy_setopt(curl, CURLOPT_PASSWORD, carrier->password);
	curl_easy_setopt(curl, CURLOPT_USE_SSL,
			 carrier->plain ? (long)CURLUSESSL_NONE
					: (long)CURLUSESSL_ALL);
	if (carrier->authority)
		curl_easy_setopt(curl, CURLOPT_CAINFO, carrier->authority);
	curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
	curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_S);
	curl_easy_setopt(curl, CURLOPT_TIMEOUT, (long)WHOLE_S);
	curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
	curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, reason);
}

/* An answer of 5xx after the greeting is about this mail; so is one of 4xx. */
static enum carried
verdict(CURL *curl, CURLcode code)
{
	long answer = 0;

	if (code == CURLE_OK)
		return CARRIED_TAKEN;
	curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer);
	if (code == CURLE_SEND_ERROR || code == CURLE_RECV_ERROR ||
	    code == CURLE_WEIRD_SERVER_REPLY || code == CURLE_GOT_NOTHING ||
	    code == CURLE_UPLOAD_FAILED) {
		if (answer >= 500 && answer < 600)
			return CARRIED_REFUSED;
		if (answer >= 400 && answer < 500)
			return CARRIED_LATER;
	}
	return CARRIED_NOWHERE;
}

enum carried
smtp_take(const struct carrier *carrier, const struct parcel *parcel,
	  struct arena *arena, const char **said)
{
	char reason[CURL_ERROR_SIZE] = "";
	struct rest rest = { parcel->message, parcel->len };
	struct curl_slist *recipients =
		curl_slist_append(NULL, parcel->address);
	CURL *curl = curl_easy_init();
	enum carried carried = CARRIED_NOWHERE;
	CURLcode code = CURLE_OUT_OF_MEMORY;

	if (curl && recipients) {
		set_options(curl, carrier, recipients, reason);
		curl_easy_setopt(curl, CURLOPT_READFUNCTION, read_on);
		curl_easy_setopt(curl, CURLOPT_READDATA, &rest);
		code = curl_easy_perform(curl);
		carried = verdict(curl, code);
	}
	*said = arena_string(arena,
			     *reason ? reason : curl_easy_strerror(code));
	curl_easy_cleanup(curl);
	curl_slist_free_all(recipients);
	return carried;
}
