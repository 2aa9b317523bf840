#!/usr/bin/env python3
"""Inside tests/site.sh: what people honestly send is taken, shown back and stored as they typed it, however strange,
with cookies and without; and what looks like a piece of a page stays text.
"""
import html
import html.parser
import json
import re
import subprocess
import unicodedata

import visitor
from respondent import (BASE, CANARY, GREENPAPER, HERE, HONEST, PAGES, SAVED, SECRETS, SLUG, TYPED, Respondent, case, database,
                        equal, expect, mailed_link, run, shown)

HONEST_TEXTS = (
    ("an apostrophe", "O'Brien says it isn't"),
    ("SQL", "select the ferry; drop table bridge; -- '); delete from response"),
    ("a comparison", "only <20k cars & >3 lorries a day, i.e. 5 < 6"),
    ("Welsh", "Dw i'n cytuno â'r cynnig, ond beth am ŵyl y tŷ gwyn?"),
    ("Urdu", "مجھے یہ تجویز پسند ہے، مگر پل کا رنگ سبز ہونا چاہیے۔"),
    ("right to left in between", "The sign says שלום (hello) \u202bאבג\u202c and so on"),
    ("emoji", "👩‍👩‍👧‍👦 yes 👍🏽 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ❤️"),
    ("Chinese", "我同意这个建议。"),
    ("2,000 combining marks", "Za" + "\u0335\u0321" * 1000 + "lgo"),
    ("a text out of Word", "“Quite” – he said… it’s ‘fine’ • 1½ × £20\u00a0000 — café"),
    ("Windows line ends", "One.\r\nTwo.\r\n\r\nThree."),
    ("old Macintosh line ends", "One.\rTwo."),
    ("letters not composed", "Cafe\u0301 and Llandaf\u0302"),
    ("percent, plus and ampersand", "100% + 5% & more; a=b&c=d %41 %zz"),
    ("a formula", "=1+1 and @SUM(A1) and -2"),
    ("braces, brackets and backslashes", "{{TITLE}} [[continue]] \\u0041 \\n %s%n ${HOME} `id`"),
    ("noncharacters and control characters", "a\ufffeb\x01c\x0cd\ufdd0e"),
    ("tabs and spaces in the middle", "a\tb   c"),
    ("one word of 5,000 letters", "a" * 5000),
    ("2,499 lines", "a\n" * 2499 + "a"),
    ("one letter", "x"),
    ("JSON", '{"why": ["\\u0000", null], "a": 1}'),
)


def kept_as(text):
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def honest_texts():
    wanted = {}

    def respond(text):
        me = Respondent()
        me.answer_all(why=text.encode(), name=text[:60].replace("\r", " ").replace("\n", " "))
        row = next(row for row in me.open("check").rows if row[0].endswith("Please say why"))
        equal(shown(row[1]), shown(kept_as(text)))
        equal(me.value("why/change", "why"), kept_as(text))
        wanted[me.submit()] = kept_as(text)
    for name, text in HONEST_TEXTS:
        case(f"{name}: taken and shown back", lambda: respond(text), (1, 1))

    def export():
        lines = subprocess.run([GREENPAPER, "export", SLUG, "--format", "jsonl"], check=True, capture_output=True)
        rows = (json.loads(line) for line in lines.stdout.decode().split("\n") if line)
        equal({row["reference"]: row["answers"]["why"] for row in rows if row["reference"] in wanted}, wanted)
    case("all of them are in the export as they were typed", export)


# What it is, what is typed into which fields, the question, what is shown of it, what is stored.
MARKS = "Za" + "\u0335\u0321" * 99
URDU = "سائیکل <20k، O'Brien"
WORD = "“Quite” – he said… it’s ‘fine’ • 1½\u00a0× £2"
BIDI = "שלום (hello) \u202bאבג\u202c, \u2067x\u2069"
FAMILY = "👩‍👩‍👧‍👦 👍🏽 🏴󠁧󠁢󠁷󠁬󠁳󠁿"


def beside(text):
    """TEXT beside an option, in each of the types that can have one."""
    kept = unicodedata.normalize("NFC", text.replace("\t", " "))    # a field of one line
    name = ascii(text[:20])
    return (
        (f"{name} beside a choice", {"vehicle": "other", "vehicle.other": text}, "What do you use most?",
         f"Something else: {kept}", {"vehicle": "other", "vehicle.other": kept}),
        (f"{name} beside a box", {"barriers": ["steps", "other"], "barriers.other": text},
         "What keeps you from crossing?", f"Steps Another thing: {kept}",
         {"barriers": ["steps", "other"], "barriers.other": kept}),
        (f"{name} beside a button", {"home": "boat", "home.other": text}, "What do you live in?", f"A boat: {kept}",
         {"home": "boat", "home.other": kept}))


def number(typed, shows, stored):
    return (f"the number {typed!r}", {"trips": typed}, "How many trips do you make in a year?", shows, {"trips": stored})


def date(day, month, year, shows, stored):
    return (f"the date {day!r} {month!r} {year!r}", {"born.day": day, "born.month": month, "born.year": year},
            "When were you born?", shows, {"born": stored})


HONEST_TYPES = (
    sum(map(beside, ("cars, <20k", "O'Brien & sons", URDU, FAMILY, MARKS, BIDI, WORD, "Cafe\u0301 \u212b", "a\tb",
                     "=1+1", "{{TITLE}} [[continue]] %s", "a: b; c", "x" * 200)), ())
    + tuple(number(*of) for of in (
        ("1,000", "1,000", "1000"), ("1 000.50", "1,000.5", "1000.5"), ("1\u202f000", "1,000", "1000"),
        ("1\u00a0000.25", "1,000.25", "1000.25"), ("0", "0", "0"), (".5", "0.5", "0.5"), ("007", "7", "7"),
        (" 12 ", "12", "12"), ("100,000.00", "100,000", "100000"), ("\u200b12\ufeff", "12", "12"),
        ("0.10", "0.1", "0.1")))
    + tuple(number(*of)[:1] + ({"floor": of[0]}, "On which floor do you live?", of[1], {"floor": of[2]}) for of in (
        ("-3", "-3", "-3"), ("\u22123", "-3", "-3"), ("-0", "0", "0"), ("50", "50", "50")))
    + tuple(date(*of) for of in (
        ("1", "1", "1999", "1 January 1999", "1999-01-01"), ("01", "02", "1999", "1 February 1999", "1999-02-01"),
        ("29", "Feb", "2000", "29 February 2000", "2000-02-29"), (" 3 ", " mar. ", " 1999 ", "3 March 1999", "1999-03-03"),
        ("31", "DECEMBER", "2100", "31 December 2100", "2100-12-31"), ("1", "Sept", "1900", "1 September 1900", "1900-09-01"))
        + tuple((str(number), name, "1999", f"{number} {english} 1999", f"1999-{number:02}-{number:02}")
                for number, (name, english) in enumerate((
                    ("Ionawr", "January"), ("Chwefror", "February"), ("mawrth", "March"), ("EBRILL", "April"),
                    ("Mai", "May"), ("Mehefin", "June"), ("Gorffennaf", "July"), ("Awst", "August"), ("Medi", "September"),
                    ("Hydref", "October"), ("Tachwedd", "November"), ("Rhag", "December")), 1)))
    + (
        ("an address with a plus", {"reply": "o'brien+ferry@sub.example.org"}, "Where may the engineers write to?",
         "o'brien+ferry@sub.example.org", {"reply": "o'brien+ferry@sub.example.org"}),
        ("an address in Chinese", {"reply": " 用户@例子.公司 "}, "Where may the engineers write to?", "用户@例子.公司",
         {"reply": "用户@例子.公司"}),
        ("an address of 254 letters", {"reply": "a" * 242 + "@example.org"}, "Where may the engineers write to?",
         "a" * 242 + "@example.org", {"reply": "a" * 242 + "@example.org"}),
        ("a table", {"views.cost": "bad", "views.noise": "good"}, "How good are these?", "Cost: Bad Noise: Good",
         {"views": {"cost": "bad", "noise": "good"}}),
        ("a ranking", {"wishes.price": "3", "wishes.looks": "1", "wishes.speed": "2"}, "What matters most?",
         "Looks Speed Price", {"wishes": ["looks", "speed", "price"]}),
        ("the exclusive box", {"barriers": ["none"]}, "What keeps you from crossing?", "None of these",
         {"barriers": ["none"]}),
        ("no box", {"barriers": []}, "What keeps you from crossing?", "Not answered", {}),
        ("no date", {"born.day": "", "born.month": " ", "born.year": ""}, "When were you born?", "Not answered", {}),
        ("combining marks for a question that was not asked at first", {"colour": "green", "green_why": MARKS[:40]},
         "Which green?", kept_as(MARKS[:40]), {"green_why": kept_as(MARKS[:40])}),
    ))


def row_of(page, title):
    return shown(next(row[1] for row in page.rows if row[0].endswith(title)))


def honest_types():
    def respond(typed, title, shows, stored):
        me = Respondent()
        for page in PAGES[:5] + (("green_why",) if "green_why" in typed else ()) + PAGES[5:]:
            equal(me.send(page, **{**HONEST, **typed}).status, 303)
        equal(row_of(me.open("check"), title), shown(shows))
        reference = me.submit()
        page = expect(me.ask("GET", f"/consultations/{SLUG}/response"), 200, reference)
        equal(row_of(page, title), shown(shows))
        row = json.loads("\n".join(database.ask(
            f"select answers from greenpaper.response where reference = '{reference}'")))
        question = next(key for key in typed if key != "colour").split(".")[0]
        equal({key: value for key, value in row.items() if key.split(".")[0] == question}, stored)
    for name, *rest in HONEST_TYPES:
        case(f"{name}: taken, shown back, stored", lambda: respond(*rest), (1, 1))

    def represent(text):
        me = Respondent().answer_all(capacity="organisation", organisation=text, represents=text, name=text)
        for title in ("Organisation", "Represents", "Name"):
            equal(row_of(me.open("check"), title), shown(kept_as(text)))
        reference = me.submit()
        page = expect(me.ask("GET", f"/consultations/{SLUG}/response"), 200)
        equal([row_of(page, title) for title in ("Organisation", "Represents", "Name")], [shown(kept_as(text))] * 3)
        equal(json.loads(database.ask(
            "select to_json(array[organisation, represents, p.name]) from greenpaper.person p"
            f" join greenpaper.response r on r.id = p.response_id where reference = '{reference}'")[0]), [kept_as(text)] * 3)
    for text in ("O'Brien & <Sons>", FAMILY, URDU, MARKS[:200], BIDI, WORD):
        case(f"an organisation, whom it represents and a name {text[:20]!a}", lambda: represent(text), (1, 1))


class Elements(html.parser.HTMLParser):
    """Every element of a page and the names of its attributes, but those that line ends in a text make."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        if tag not in ("br", "p"):
            self.found.append((tag, [name for name, _ in attrs]))


def payloads():
    with open(f"{HERE}/cases/xss.txt", encoding="utf-8") as file:
        lines = [line for line in file.read().splitlines() if line and not line.startswith("#")]
    escapes = {"n": "\n", "r": "\r", "t": "\t", "s": " ", "|": "|", "\\": "\\"}

    def unescape(text):
        return re.sub(rb"\\(x[0-9a-f]{2}|.)", lambda found: bytes.fromhex(found[1][1:].decode()) if found[1][0] == 120
                      else escapes[found[1].decode()].encode(), text.encode()).decode()
    me = Respondent().answer_all()

    def pages(text):
        """The page that refuses it and the page that shows it back."""
        typed = {**HONEST, "capacity": "organisation", "organisation": text, "represents": text, "name": text,
                 "confidential": "yes", "confidential_reason": text}
        refused = me.send("about", **{**typed, "email": text})
        for page, fields in (("about", typed), ("place", {"place": text[:40]}), ("why", {"why": text})):
            equal(me.send(page, **fields).status, 303)
        return refused, me.ask("GET", me.at("check"))
    plain = [Elements(answer.page).found for answer in pages("plain")]
    for payload in map(unescape, lines):
        def shows():
            refused, checked = pages(payload)
            for answer, status in ((refused, 422), (checked, 200)):
                equal(answer.status, status)
                page = shown(html.unescape(answer.page.replace("<br>", "\n")))
                assert page.count(shown(payload)) >= 3, f"{page.count(shown(payload))} times in the page"
            equal([Elements(answer.page).found for answer in (refused, checked)], plain)
        case(f"{payload[:60]!r} is text", shows, SAVED)


# --- the other language -----------------------------------------------------------------------------------------------

SLIPS = {"email": "nobody", "capacity": [], "colour": [], "place": "x" * 300, "trips": "many", "moved.day": "31",
         "moved.month": "Chwefror", "wishes.price": "1", "wishes.looks": "1", "floor": "5000", "why": "",
         "barriers": ["steps", "none"], "reply": "nobody@", "views.noise": []}


def unstamped(pairs):
    return [pair for pair in pairs if pair[0] != "form-stamp"]


def other_language(who, form, pairs):
    """The same page in the other language, as its button gives it; what stands there must be what was sent."""
    names = [name for name, _ in form.buttons]
    assert names.index(None) < names.index("form-switch"), f"Enter would press {names[0]}"
    answer = who.ask("POST", dict(form.buttons)["form-switch"], pairs + [("form-switch", "")])
    page = expect(answer, 200)
    equal(unstamped(page.filled()), unstamped(pairs))
    assert "govuk-error" not in answer.page, "something was checked"
    return page


def both_languages_of(me, typed, how):
    for name in PAGES:
        def there_and_back():
            form = me.open(name)
            sent = form.filled(**{**HONEST, **typed})
            welsh = other_language(me, form, sent)
            assert welsh.action.endswith(f"/{name}.cy"), f"goes to {welsh.action}"
            english = other_language(me, welsh, welsh.filled())
            assert english.action.endswith(f"/{name}"), f"goes to {english.action}"
            equal(unstamped(me.open(name).filled()), unstamped(form.filled()))
        case(f"{name} in the other language and back, {how}", there_and_back)

        def taken():
            form = me.open(name)
            form = other_language(me, form, form.filled(**HONEST))
            equal(me.ask("POST", form.action, form.filled()).status, 303)
        case(f"{name} is taken in the other language, {how}", taken, SAVED)


def both_languages():
    for keeps_cookies in (True, False):
        for typed, name in (({}, "all that is right"), (SLIPS, "all that is wrong")):
            both_languages_of(Respondent(keeps_cookies=keeps_cookies), typed,
                              f"{name}, {'with' if keeps_cookies else 'without'} cookies")
    me = Respondent()

    def saved_elsewhere():
        form, other = me.open("why"), me.open("why")
        welsh = other_language(me, form, form.filled(why="Mine."))
        equal(me.ask("POST", other.action, other.filled(why="Theirs.")).status, 303)
        expect(me.ask("POST", welsh.action, welsh.filled()), 409, "Mine.", "Theirs.")
    case("what another page saved in between is not overwritten", saved_elsewhere, SAVED)

    def forged():
        form = me.open("why")
        answer = me.ask("POST", form.action, [("why", TYPED), ("form-switch", "")])
        expect(answer, 403, TYPED)
        equal([name for name, _ in visitor.Page(answer.page).filled()], ["form-stamp", "why"])
        expect(me.ask("POST", form.action, form.filled(why=TYPED) + [("form-switch", "")],
                      {"Origin": "https://evil.example"}), 403, TYPED)
    case("without a token, or from another site: what was typed is kept", forged)

    def an_address():
        answer = me.ask("GET", f"/consultations/{SLUG}/saved")
        form = visitor.Page("<main>" + answer.page[answer.page.rindex("<form"):])
        to = dict(visitor.Page(answer.page).buttons)["form-switch"]
        expect(me.ask("POST", to, form.filled(email="nobody") + [("form-switch", "")]), 200, 'lang="cy"', 'value="nobody"')
    case("an address for e-mail in the other language", an_address)

    def a_code():
        nobody = visitor.Visitor(BASE)
        form = visitor.Page(nobody.ask("GET", f"/consultations/{SLUG}/return").page)
        other_language(nobody, form, form.filled(code="abcd"))
    case("a code in the other language", a_code)


# --- without cookies --------------------------------------------------------------------------------------------------

def without_cookies():
    for language, language_name in (("", "English"), (".cy", "Welsh")):
        def journey():
            me = Respondent(language=language, keeps_cookies=False)
            path, button = me.at("about"), None
            for _ in range(len(PAGES) + 1):
                answer = me.ask("GET", path)
                form = expect(answer, 200)
                assert form.action.startswith(f"/consultations/{SLUG}/with/{me.handle}/"), f"goes to {form.action}"
                for link in re.findall(r'href="([^"]*/(?:respond/|check)[^"]*)"', answer.page):
                    assert f"/with/{me.handle}/" in link, f"{link} loses the draft"
                sent = me.ask("POST", form.action, form.filled(**HONEST))
                equal(sent.status, 303)
                path = sent.headers["Location"]
            SECRETS.add(path.split("/")[-1].removesuffix(language))
            reference = expect(me.ask("GET", path), 200).reference
            equal(len(reference or ""), 8)
        case(f"the whole way without cookies, in {language_name}", journey, (1, 1))


def the_whole_way_without_cookies(language):
    """From the first page to the last, with everything that can be done on the way; the logs are searched in the end."""
    me = Respondent(language=language, keeps_cookies=False)
    home = f"/consultations/{SLUG}"

    def last_form(who, path):
        """(path, the last form there)."""
        path, answer = who.follow(path)
        equal(answer.status, 200)
        return visitor.Page("<main>" + answer.page[answer.page.rindex("<form"):])

    def at(who, place):
        return f"{home}/with/{who.handle}/{place}{language}"

    def arrive(sent):
        """Somebody on another device, who was let in."""
        equal(sent.status, 303)
        other = Respondent.__new__(Respondent)
        visitor.Visitor.__init__(other, BASE, False)
        other.slug, other.language, other.handle = SLUG, language, sent.headers["Location"].split("/")[4]
        SECRETS.add(other.handle)
        equal(other.follow(sent.headers["Location"])[1].status, 200)
        return other

    def by_code(code):
        SECRETS.add(code)
        other = visitor.Visitor(BASE, False)
        other.ask("GET", f"{home}/return{language}?code={code}")     # as a script might; nothing comes of it
        form = last_form(other, f"{home}/return{language}")
        return arrive(other.ask("POST", form.action, form.filled(code=code)))

    def by_link():
        form = last_form(me, at(me, "saved"))
        equal(me.ask("POST", form.action, form.filled(email=f"{CANARY}@example.org")).status, 200)
        path = mailed_link()
        other = visitor.Visitor(BASE, False)
        equal(other.ask("GET", path).status, 200)
        equal(other.ask("GET", path, None, {"Referer": BASE + path}).status, 200)
        return arrive(other.ask("POST", path, []))

    def press(who, place):
        form = last_form(who, at(who, place))
        return who.ask("POST", form.action, form.filled())

    def journey():
        me.answer_all()
        form = me.open("check")
        saved = me.ask("POST", form.action, form.filled() + [("form-next", "later")])
        code = re.search('id="code">([^<]*)<', saved.page)[1]
        first, second = by_code(code), by_link()
        equal(len({me.handle, first.handle, second.handle}), 3)
        reference = first.submit()
        for who in (me, second):
            expect(who.ask("GET", at(who, "response")), 200, reference)
        form = visitor.Page(second.ask("GET", at(second, "response")).page)
        equal(second.ask("POST", form.action, form.filled()).status, 303)
        equal(second.send("place", place="Bangor").status, 303)
        again = me.submit()
        assert again != reference, "changed, and the reference is the same"
        equal(press(first, "withdraw").status, 200)
        equal(by_code(code).handle in (me.handle, first.handle), False)
        for place in ("nothing", "response/x", "check/" + me.handle):
            equal(me.ask("GET", f"{home}/with/{me.handle}/{place}").status, 404)
    return journey


def everything_without_cookies():
    for language, language_name in (("", "English"), (".cy", "Welsh")):
        case(f"everything there is, without cookies, in {language_name}", the_whole_way_without_cookies(language), (0, 2))

    def delete():
        me = Respondent(keeps_cookies=False)
        path = f"/consultations/{SLUG}/with/{me.handle}/delete"
        form = visitor.Page(me.ask("GET", path).page)
        expect(me.ask("POST", form.action, form.filled()), 200, "have been deleted")
        equal(me.ask("GET", path).status, 303)
    case("deleted without cookies", delete)


# --- coming back ------------------------------------------------------------------------------------------------------

def coming_back():
    me = Respondent()
    kept = {}

    def save():
        form = me.open("why")
        answer = me.ask("POST", form.action, form.filled(why="Half a thought.") + [("form-next", "later")])
        expect(answer, 200, "Your answers have been saved")
        kept["code"] = re.search('id="code">([^<]*)<', answer.page)[1]
        SECRETS.add(kept["code"])
    case("saved for later: a code", save, SAVED)

    def back(typed, keeps_cookies):
        other = visitor.Visitor(BASE, keeps_cookies)
        form = visitor.Page(other.ask("GET", f"/consultations/{SLUG}/return").page)
        sent = other.ask("POST", form.action, form.filled(code=typed))
        equal(sent.status, 303)
        SECRETS.add(sent.headers["Location"].split("/")[4])
        path, answer = other.follow(sent.headers["Location"])
        equal(answer.status, 200)
        equal("/with/" in path, not keeps_cookies)
        expect(other.ask("GET", path.replace("/respond/about", "/respond/why")), 200, "Half a thought.")
    case("the code brings it back on another device", lambda: back(kept["code"], True), SAVED)
    case("in small letters and with blanks, without cookies", lambda: back(
        f" {kept['code'].lower().replace('-', ' ')} ", False), SAVED)

    def mail():
        form = visitor.Page(me.ask("GET", f"/consultations/{SLUG}/saved").page)
        answer = me.ask("POST", form.action, [("form-stamp", form.filled()[0][1]), ("form-do", "mail"),
                                              ("email", "ann@example.org")])
        expect(answer, 200, "We will send an email to ann@example.org")
    case("a link is mailed", mail, SAVED)

    def open_link():
        path = mailed_link()
        other = visitor.Visitor(BASE, False)
        expect(other.ask("GET", path), 200, "Select the button only if")
        sent = other.ask("POST", path, [])
        equal(sent.status, 303)
        SECRETS.add(sent.headers["Location"].split("/")[4])
        equal(other.follow(sent.headers["Location"])[1].status, 200)
    case("its button brings it back", open_link, SAVED)

    def withdraw():
        other = Respondent(keeps_cookies=False).answer_all()
        other.submit()
        at = f"/consultations/{SLUG}/with/{other.handle}"
        expect(other.ask("GET", f"{at}/response"), 200, "Receipt", "Withdraw your response")
        form = visitor.Page(other.ask("GET", f"{at}/withdraw").page)
        expect(other.ask("POST", form.action, form.filled()), 200, "has been withdrawn")
        expect(other.ask("GET", f"{at}/response"), 200, "You withdrew this response on")
    case("a response is seen and withdrawn, without cookies", withdraw, (1, 1))

    def delete():
        form = visitor.Page(me.ask("GET", f"/consultations/{SLUG}/delete").page)
        expect(me.ask("POST", form.action, form.filled()), 200, "Your answers have been deleted")
    case("answers are deleted", delete, (-1, 0))


run(honest_texts, honest_types, payloads, both_languages, without_cookies, everything_without_cookies, coming_back)
