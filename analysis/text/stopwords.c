#include "stopwords.h"

#include <stdlib.h>
#include <string.h>

/* Both in the order of their bytes.  They hold what carries no matter of its own:
 * articles, pronouns, prepositions, conjunctions, auxiliaries, adverbs of degree,
 * small numbers, and the verbs with which people say that it is they who think
 * so. */
/* clang-format off */
static const char *const english[] = {
	"a", "about", "above", "across", "actually", "after", "again",
	"against", "all", "almost", "alone", "along", "already", "also",
	"although", "always", "am", "among", "amongst", "an", "and", "another",
	"any", "anybody", "anyone", "anything", "anyway", "are", "aren't",
	"arent", "around", "as", "at", "away", "be", "became", "because",
	"become", "becomes", "been", "before", "being", "believe", "believes",
	"below", "besides", "between", "beyond", "both", "but", "by", "can",
	"can't", "cannot", "cant", "could", "couldn't", "couldnt", "did",
	"didn't", "didnt", "do", "does", "doesn't", "doesnt", "doing", "don't",
	"done", "dont", "down", "during", "e.g", "each", "eg", "eight",
	"either", "else", "enough", "especially", "etc", "even", "ever",
	"every", "everybody", "everyone", "everything", "feel", "feels", "few",
	"five", "for", "four", "from", "further", "furthermore", "get", "gets",
	"getting", "give", "given", "gives", "go", "goes", "going", "gone",
	"got", "had", "hadn't", "hadnt", "has", "hasn't", "hasnt", "have",
	"haven't", "havent", "having", "he", "he'd", "he'll", "he's", "hence",
	"her", "here", "here's", "hers", "herself", "him", "himself", "his",
	"how", "how's", "however", "i", "i'd", "i'll", "i'm", "i've", "i.e",
	"ie", "if", "im", "in", "indeed", "instead", "into", "is", "isn't",
	"isnt", "it", "it'd", "it'll", "it's", "its", "itself", "ive", "just",
	"least", "less", "let", "let's", "like", "likely", "made", "make",
	"makes", "making", "many", "may", "maybe", "me", "might",
	"more", "moreover", "most", "mostly", "much", "must", "mustn't", "my",
	"myself", "namely", "neither", "never", "nevertheless", "nine", "no",
	"nobody", "none", "nor", "not", "nothing", "now", "nowhere", "of",
	"off", "often", "oh", "ok", "okay", "on", "once", "one", "ones", "only",
	"onto", "or", "other", "others", "otherwise", "ought", "our", "ours",
	"ourselves", "out", "over", "own", "per", "perhaps", "please",
	"possibly", "quite", "rather", "really", "said", "same", "say", "says",
	"see", "seem", "seems", "seen", "seven", "several", "shall", "she",
	"she'd", "she'll", "she's", "should", "shouldn't", "shouldnt", "simply",
	"since", "six", "so", "some", "somebody", "someone", "something",
	"sometimes", "somewhat", "soon", "still", "such", "ten", "than", "that",
	"that'll", "that's", "thats", "the", "their", "theirs", "them",
	"themselves", "then", "there", "there's", "thereby", "therefore",
	"these", "they", "they'd", "they'll", "they're", "they've", "theyre",
	"thing", "things", "think", "thinks", "this", "those", "though",
	"thought", "three", "through", "throughout", "thus", "to", "too",
	"toward", "towards", "two", "under", "unless", "until", "up", "upon",
	"us", "very", "via", "was", "wasn't", "wasnt", "way", "ways", "we",
	"we'd", "we'll", "we're", "we've", "well", "were", "weren't", "werent",
	"weve", "what", "what's", "whatever", "when", "whenever", "where",
	"whereas", "wherever", "whether", "which", "whichever", "while", "who",
	"who's", "whoever", "whom", "whose", "why", "will", "with", "within",
	"without", "won't", "wont", "would", "wouldn't", "wouldnt", "yes",
	"yet", "you", "you'd", "you'll", "you're", "you've", "your", "youre",
	"yours", "yourself", "yourselves",
};

static const char *const welsh[] = {
	"a", "ac", "ag", "all", "allai", "allan", "allu", "allwn", "am",
	"ambell", "amdani", "amdano", "amdanynt", "ar", "arall", "arna",
	"arnaf", "arnat", "arni", "arno", "arnoch", "arnom", "arnyn", "arnynt",
	"at", "ata", "ataf", "ati", "ato", "atoch", "atom", "atyn", "atynt",
	"ba", "bawb", "be", "beidio", "beth", "ble", "bo", "bob", "bod", "bu",
	"buasai", "bydd", "bydda", "byddaf", "byddai", "byddan", "byddant",
	"bydden", "byddent", "byddwch", "byddwn", "cael", "cafodd", "caiff",
	"chael", "chafodd", "chi", "chwaith", "chwi", "credaf", "credu",
	"credwn", "cyn", "cynt", "dan", "dau", "ddau", "ddim", "ddwy", "ddylai",
	"ddylem", "ddylen", "ddylid", "digon", "dim", "doedd", "does", "dros",
	"drosto", "drwy", "dw", "dwi", "dwy", "dy", "dydy", "dylai", "dylem",
	"dylen", "dylid", "dyma", "dyna", "dyw", "e", "ef", "efallai", "ei",
	"eich", "ein", "eisoes", "eithaf", "ellir", "er", "erbyn",
	"ers", "eto", "eu", "fe", "fel", "felly", "fi", "fo", "fod", "fu",
	"fwy", "fy", "fydd", "fyddai", "fyddant", "fyddwn", "gael", "gafodd",
	"gall", "gallai", "gallan", "gallant", "gallu", "gallwn", "gan",
	"ganddi", "ganddo", "ganddyn", "ganddynt", "geir", "gellid", "gellir",
	"gen", "gennych", "gennyf", "gennym", "gilydd", "gwneir", "gwneud",
	"gyda", "gydag", "gyfer", "gynt", "heb", "hebddo", "heblaw", "hefyd",
	"hi", "hollol", "hon", "honno", "hwn", "hwnnw", "hwy", "hyd", "hyn",
	"hynny", "i", "iawn", "ichi", "iddi", "iddo", "iddyn", "iddynt", "ie",
	"imi", "innau", "inni", "lawer", "llai", "llawer", "lle", "lleiaf",
	"mae", "maen", "maent", "mai", "meddwl", "megis", "mewn", "mi", "mo",
	"mohono", "mor", "mwy", "mwyaf", "na", "nac", "nad", "nag", "naill",
	"nawr", "ne", "neb", "nes", "neu", "nhw", "nhwythau", "ni", "nid", "o",
	"oblegid", "oddi", "oedd", "oeddech", "oeddem", "oedden", "oeddent",
	"oeddwn", "oes", "oherwydd", "ohona", "ohonaf", "ohoni", "ohono",
	"ohonom", "ohonyn", "ohonynt", "ond", "oni", "os", "pa", "pam", "pan",
	"pawb", "pe", "po", "pob", "popeth", "pryd", "pwy", "rhag", "rhai",
	"rhaid", "rhain", "rheini", "rhwng", "rhy", "rhyw", "roedd", "roeddem",
	"roedden", "roeddwn", "rwy", "rwyf", "rydw", "rydych", "rydym", "rydyn",
	"ryw", "sawl", "sef", "siwr", "sut", "sy", "sydd", "tair", "tan", "taw",
	"teimlaf", "teimlo", "teimlwn", "ti", "tra", "tri", "trwy", "tu", "tua",
	"tuag", "un", "unrhyw", "wedi", "wedyn", "wna", "wnaeth", "wneir",
	"wneud", "wnânt", "wrth", "wrthi", "wrtho", "wrthyn", "wrthynt", "y",
	"ydi", "ydw", "ydwyf", "ydy", "ydych", "ydym", "ydyn", "ydynt", "ym",
	"yma", "ymhlith", "yn", "yna", "ynddi", "ynddo", "ynddyn", "ynddynt",
	"yng", "ynghylch", "ynglŷn", "yno", "yntau", "ynteu", "yr", "yw", "â",
	"ôl",
};
/* clang-format on */

struct list {
	const char *const *words;
	size_t count;
};

static const struct list lists[LANGUAGE_COUNT] = {
	[LANGUAGE_EN] = { english, sizeof(english) / sizeof(english[0]) },
	[LANGUAGE_CY] = { welsh, sizeof(welsh) / sizeof(welsh[0]) },
};

static int
compare(const void *word, const void *item)
{
	return strcmp(word, *(const char *const *)item);
}

bool
stopword_is(enum language language, const char *word)
{
	const struct list *list = &lists[language];

	return bsearch(word, list->words, list->count, sizeof(list->words[0]),
		       compare) != NULL;
}
