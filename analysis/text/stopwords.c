#include "stopwords.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* All in the order of their bytes. */
/* clang-format off */
static const char *const english_stop[] = {
	"a", "about", "above", "absolutely", "across", "actually", "after",
	"again", "against", "ago", "agree", "agreed", "agreeing", "agrees",
	"all", "allow", "allowed", "allowing", "allows", "almost", "alone",
	"along", "already", "also", "although", "always", "am", "among",
	"amongst", "an", "and", "another", "any", "anybody", "anyone",
	"anything", "anyway", "anywhere", "appear", "appears", "are", "aren't",
	"arent", "around", "as", "ask", "asked", "asking", "asks", "at", "away",
	"be", "became", "because", "become", "becomes", "becoming", "been",
	"before", "began", "begin", "begins", "being", "believe", "believed",
	"believes", "below", "besides", "between", "beyond", "bit", "both",
	"bring", "brings", "brought", "but", "by", "came", "can", "can't",
	"cannot", "cant", "certainly", "clearly", "come", "comes", "coming",
	"completely", "concerning", "consider", "considered", "considering",
	"considers", "could", "couldn't", "couldnt", "currently", "definitely",
	"despite", "did", "didn't", "didnt", "directly", "disagree",
	"disagreed", "disagrees", "do", "does", "doesn't", "doesnt", "doing",
	"don", "don't", "done", "dont", "down", "dozen", "during", "e.g",
	"each", "earlier", "easily", "eg", "eight", "eighteen", "eighty",
	"either", "eleven", "else", "enough", "ensure", "ensures", "ensuring",
	"entirely", "especially", "etc", "even", "ever", "every", "everybody",
	"everyone", "everything", "everywhere", "exactly", "extremely", "feel",
	"feeling", "feels", "felt", "few", "fifteen", "fifty", "find",
	"finding", "finds", "five", "for", "forty", "found", "four", "fourteen",
	"from", "fully", "further", "furthermore", "gave", "generally", "get",
	"gets", "getting", "give", "given", "gives", "giving", "go", "goes",
	"going", "gone", "got", "greatly", "had", "hadn't", "hadnt", "half",
	"happen", "happened", "happening", "happens", "has", "hasn't", "hasnt",
	"have", "haven't", "havent", "having", "he", "he'd", "he'll", "he's",
	"hence", "her", "here", "here's", "hers", "herself", "highly", "him",
	"himself", "his", "how", "how's", "however", "hundred", "i", "i'd",
	"i'll", "i'm", "i've", "i.e", "ie", "if", "im", "in", "include",
	"included", "includes", "including", "indeed", "instead", "into", "is",
	"isn't", "isnt", "it", "it'd", "it'll", "it's", "its", "itself", "ive",
	"just", "keep", "keeping", "keeps", "kept", "kind", "knew", "know",
	"knowing", "known", "knows", "later", "least", "leave", "leaves",
	"less", "let", "let's", "lets", "like", "likely", "lol", "look",
	"looked", "looking", "looks", "lot", "lots", "made", "mainly", "make",
	"makes", "making", "many", "may", "maybe", "me", "mean", "means",
	"meant", "might", "million", "more", "moreover", "most", "mostly",
	"much", "must", "mustn't", "my", "myself", "namely", "near", "nearly",
	"necessarily", "need", "needed", "needing", "needs", "neither", "never",
	"nevertheless", "nine", "nineteen", "ninety", "no", "nobody", "none",
	"nor", "normally", "not", "nothing", "now", "nowhere", "obviously",
	"of", "off", "often", "oh", "ok", "okay", "on", "once", "one", "ones",
	"only", "onto", "or", "other", "others", "otherwise", "ought", "our",
	"ours", "ourselves", "out", "over", "own", "particularly", "per",
	"perhaps", "please", "possibly", "probably", "properly", "provide",
	"provided", "provides", "providing", "put", "puts", "putting",
	"quickly", "quite", "rarely", "rather", "really", "recently",
	"regarding", "require", "required", "requires", "said", "same", "saw",
	"say", "saying", "says", "see", "seeing", "seem", "seemed", "seems",
	"seen", "seven", "seventeen", "seventy", "several", "shall", "she",
	"she'd", "she'll", "she's", "should", "shouldn't", "shouldnt", "simply",
	"since", "six", "sixteen", "sixty", "so", "some", "somebody", "someone",
	"something", "sometimes", "somewhat", "somewhere", "soon", "sooner",
	"sort", "still", "stuff", "such", "surely", "take", "taken", "takes",
	"taking", "talk", "talked", "talking", "tell", "telling", "tells",
	"ten", "than", "that", "that'll", "that's", "thats", "the", "their",
	"theirs", "them", "themselves", "then", "there", "there's", "thereby",
	"therefore", "these", "they", "they'd", "they'll", "they're", "they've",
	"theyre", "thing", "things", "think", "thinking", "thinks", "thirteen",
	"thirty", "this", "those", "though", "thought", "thousand", "three",
	"through", "throughout", "thus", "to", "today", "together", "told",
	"tomorrow", "too", "took", "totally", "toward", "towards", "tried",
	"tries", "truly", "try", "trying", "twelve", "twenty", "twice", "two",
	"under", "unless", "until", "up", "upon", "us", "use", "used", "uses",
	"using", "usually", "very", "via", "want", "wanted", "wanting", "wants",
	"was", "wasn't", "wasnt", "way", "ways", "we", "we'd", "we'll", "we're",
	"we've", "well", "went", "were", "weren't", "werent", "weve", "what",
	"what's", "whatever", "when", "whenever", "where", "whereas",
	"wherever", "whether", "which", "whichever", "while", "who", "who's",
	"whoever", "whom", "whose", "why", "will", "with", "within", "without",
	"won't", "wont", "would", "wouldn't", "wouldnt", "yes", "yet", "you",
	"you'd", "you'll", "you're", "you've", "your", "youre", "yours",
	"yourself", "yourselves",
};

static const char *const english_plain[] = {
	"able", "back", "bad", "best", "better", "big", "call", "called",
	"calls", "case", "cases", "certain", "clear", "different", "early",
	"example", "fact", "far", "first", "fourth", "full", "general", "good",
	"great", "important", "large", "last", "late", "little", "long", "main",
	"month", "months", "necessary", "new", "next", "old", "open", "part",
	"particular", "point", "points", "possible", "real", "right", "second",
	"short", "similar", "single", "small", "special", "specific", "sure",
	"third", "true", "various", "week", "weeks", "whole", "worse", "worst",
	"wrong", "year", "years",
};

static const char *const welsh_stop[] = {
	"a", "ac", "ag", "all", "allai", "allan", "allu", "allwn", "am",
	"ambell", "amdani", "amdano", "amdanynt", "angen", "anghytuno", "ar",
	"arall", "arna", "arnaf", "arnat", "arni", "arno", "arnoch", "arnom",
	"arnyn", "arnynt", "at", "ata", "ataf", "ati", "ato", "atoch", "atom",
	"atyn", "atynt", "ba", "bawb", "be", "beidio", "beth", "ble", "bo",
	"bob", "bod", "bu", "buasai", "bydd", "bydda", "byddaf", "byddai",
	"byddan", "byddant", "bydden", "byddent", "byddwch", "byddwn", "cael",
	"cafodd", "caiff", "chael", "chafodd", "chi", "chwaith", "chwi",
	"credaf", "credu", "credwn", "cymryd", "cyn", "cynt", "cytuno", "dan",
	"dau", "ddau", "ddim", "ddwy", "ddylai", "ddylem", "ddylen", "ddylid",
	"defnyddio", "digon", "dim", "dod", "doedd", "does", "dros", "drosto",
	"drwy", "dw", "dweud", "dwi", "dwy", "dy", "dydy", "dylai", "dylem",
	"dylen", "dylid", "dyma", "dyna", "dyw", "dywed", "e", "ef", "efallai",
	"ei", "eich", "ein", "eisiau", "eisoes", "eithaf", "ellir", "er",
	"erbyn", "ers", "eto", "eu", "fe", "fel", "felly", "fi", "fo", "fod",
	"fu", "fwy", "fy", "fydd", "fyddai", "fyddant", "fyddwn", "gael",
	"gafodd", "gall", "gallai", "gallan", "gallant", "gallu", "gallwn",
	"gan", "ganddi", "ganddo", "ganddyn", "ganddynt", "geir", "gellid",
	"gellir", "gen", "gennych", "gennyf", "gennym", "gilydd", "gofyn",
	"gweld", "gwneir", "gwneud", "gwybod", "gyda", "gydag", "gyfer", "gynt",
	"heb", "hebddo", "heblaw", "hefyd", "hi", "hollol", "hon", "honno",
	"hwn", "hwnnw", "hwy", "hyd", "hyn", "hynny", "i", "iawn", "ichi",
	"iddi", "iddo", "iddyn", "iddynt", "ie", "imi", "innau", "inni",
	"lawer", "llai", "llawer", "lle", "lleiaf", "mae", "maen", "maent",
	"mai", "meddwl", "megis", "mewn", "mi", "mo", "mohono", "mor", "mwy",
	"mynd", "na", "nac", "nad", "nag", "naill", "nawr", "ne", "neb", "nes",
	"neu", "nhw", "nhwythau", "ni", "nid", "o", "oblegid", "oddi", "oedd",
	"oeddech", "oeddem", "oedden", "oeddent", "oeddwn", "oes", "oherwydd",
	"ohona", "ohonaf", "ohoni", "ohono", "ohonom", "ohonyn", "ohonynt",
	"ond", "oni", "os", "pa", "pam", "pan", "pawb", "pe", "po", "pob",
	"popeth", "pryd", "pwy", "rhag", "rhai", "rhaid", "rhain", "rheini",
	"rhoi", "rhwng", "rhy", "rhyw", "roedd", "roeddem", "roedden",
	"roeddwn", "rwy", "rwyf", "rydw", "rydych", "rydym", "rydyn", "ryw",
	"sawl", "sef", "siwr", "sut", "sy", "sydd", "tair", "tan", "taw",
	"teimlaf", "teimlo", "teimlwn", "ti", "tra", "tri", "trwy", "tu", "tua",
	"tuag", "un", "unrhyw", "wedi", "wedyn", "wna", "wnaeth", "wneir",
	"wneud", "wnânt", "wrth", "wrthi", "wrtho", "wrthyn", "wrthynt", "y",
	"ydi", "ydw", "ydwyf", "ydy", "ydych", "ydym", "ydyn", "ydynt", "ym",
	"yma", "ymhlith", "yn", "yna", "ynddi", "ynddo", "ynddyn", "ynddynt",
	"yng", "ynghylch", "ynglŷn", "yno", "yntau", "ynteu", "yr", "yw", "â",
	"ôl",
};

static const char *const welsh_plain[] = {
	"bach", "blwyddyn", "blynyddoedd", "cyntaf", "da", "gorau", "gwahanol",
	"gwell", "hen", "mawr", "mwyaf", "nesaf", "newydd", "olaf", "pwysig",
};
/* clang-format on */

struct list {
	const char *const *words;
	size_t count;
};

#define LIST(words)                                       \
	{                                                 \
		words, sizeof(words) / sizeof((words)[0]) \
	}

static const struct {
	struct list stop, plain;
} lists[TONGUE_COUNT] = {
	[TONGUE_EN] = { LIST(english_stop), LIST(english_plain) },
	[TONGUE_CY] = { LIST(welsh_stop), LIST(welsh_plain) },
};

static int
compare(const void *word, const void *item)
{
	return strcmp(word, *(const char *const *)item);
}

static bool
holds(const struct list *list, const char *word)
{
	return bsearch(word, list->words, list->count, sizeof(list->words[0]),
		       compare) != NULL;
}

enum stopword
stopword_of(enum tongue tongue, const char *word)
{
	if (holds(&lists[tongue].stop, word))
		return STOPWORD_STOP;
	return holds(&lists[tongue].plain, word) ? STOPWORD_PLAIN
						   : STOPWORD_NONE;
}
