#!/usr/bin/python3
"""Inside tests/site.sh: what people send by the form, bad and honest.

Each case has the status that it gets and a phrase of the page, and says what may have changed in the database by it:
nothing at all, what a draft holds, or so many drafts and responses.  What was typed is still in every page that
refuses it, and the button of that page sends it.  requests_odd.py has the requests that are bad before they are forms.
"""
import html
import html.parser
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import unicodedata

import visitor

HERE = os.path.dirname(os.path.abspath(__file__))
BASE, SITE, GREENPAPER = os.environ["BASE_URL"], os.environ["SITE"], os.environ["GREENPAPER"]
SLUG = "bad-input"
CANARY = "kanarienvogel"        # in everything typed, in nothing logged
TYPED = f"O'Brien & <{CANARY}>\nsays \"no\" – really"
HONEST = {"capacity": "individual", "type": "resident", "name": f"{CANARY} O’Brien", "email": f"{CANARY}@example.org",
          "confidential": "no", "publish": "without-name", "colour": "red", "ways": ["bridge", "ferry"],
          "place": "Ynys Môn", "why": TYPED}
PAGES = ("about", "colour", "ways", "place", "why")
SECRETS = set()                 # handles and receipts that were given out
NOTHING, SAVED, DRAFT, SENT = "nothing", "saved", (1, 0), (0, 1)


# --- the database, and cases ------------------------------------------------------------------------------------------

class Database:
    """One psql, asked over and over."""

    def __init__(self):
        self.psql = subprocess.Popen(["psql", "-XAtqU", "postgres"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                     text=True, encoding="utf-8")

    def ask(self, query):
        """The lines of the answer."""
        self.psql.stdin.write(f"{query};\n\\echo done\n")
        self.psql.stdin.flush()
        return list(iter(lambda: self.psql.stdout.readline().rstrip("\n"), "done"))

    def state(self):
        """(drafts, responses), and a digest of all that they and people hold."""
        drafts, responses, digest = self.ask(
            "select (select count(*) from greenpaper.draft), (select count(*) from greenpaper.response), (select md5("
            "string_agg(t, ' ' order by t)) from (select d::text t from greenpaper.draft d union all"
            " select r::text from greenpaper.response r union all select p::text from greenpaper.person p) all_of_it)"
        )[0].split("|")
        return (int(drafts), int(responses)), digest


database = Database()
passed, failed = 0, 0


def case(name, story, change=NOTHING):
    """Run STORY, which asserts; then see whether the database changed as it may."""
    global passed, failed
    (drafts, responses), before = database.state()
    fault = None
    try:
        story()
    except AssertionError as error:
        fault = str(error)
    counts, after = database.state()
    grown = (counts[0] - drafts, counts[1] - responses)
    if not fault and grown != (change if isinstance(change, tuple) else (0, 0)):
        fault = f"{grown[0]} drafts and {grown[1]} responses more"
    if not fault and change == NOTHING and before != after:
        fault = "something was stored"
    print(f"FAILED: {name}: {fault}" if fault else f"ok: {name}")
    passed, failed = passed + (not fault), failed + bool(fault)


def expect(answer, status, *phrases):
    """The page, which has every line of every phrase."""
    page = html.unescape(answer.page)
    assert answer.status == status, f"{answer.status}, not {status}"
    for line in "\n".join(phrases).split("\n"):
        assert line in page, f"no {line[:60]!r} in the page"
    return visitor.Page(answer.page)


def shown(text):
    """Every run of blanks and controls as one blank."""
    return re.sub(r"[\s\x00-\x1f\x7f\ufeff]+", " ", text).strip()


def equal(found, wanted):
    assert found == wanted, f"{found!r}, not {wanted!r}"


# --- respondents ------------------------------------------------------------------------------------------------------

class Respondent(visitor.Visitor):
    """Somebody who has begun to respond."""

    def __init__(self, slug=SLUG, language="", keeps_cookies=True):
        super().__init__(BASE, keeps_cookies)
        self.slug, self.language = slug, language
        begun = self.ask("POST", f"/consultations/{slug}/respond{language}", [])
        equal(begun.status, 303)
        self.handle = begun.headers["Location"].split("/")[4]
        SECRETS.add(self.handle)

    def at(self, page):
        """The path of a page of the form."""
        middle = "" if self.keeps_cookies else f"/with/{self.handle}"
        return f"/consultations/{self.slug}{middle}/{page if page == 'check' else 'respond/' + page}{self.language}"

    def open(self, page):
        answer = self.ask("GET", self.at(page))
        equal(answer.status, 200)
        return visitor.Page(answer.page)

    def send(self, page, **typed):
        """Open a page, fill it in, and send it."""
        form = self.open(page)
        return self.ask("POST", form.action, form.filled(**typed))

    def press(self, answer):
        """The button of a page that came back."""
        form = visitor.Page(answer.page)
        return self.ask("POST", form.action, form.filled())

    def value(self, page, name):
        """What a text field holds when its page is opened."""
        return next(field.value for field in self.open(page).fields if field.name == name)

    def answer_all(self, **typed):
        for page in PAGES:
            equal(self.send(page, **{**HONEST, **typed}).status, 303)
        return self

    def submit(self):
        """Send the whole; the reference."""
        sent = self.send("check")
        equal(sent.status, 303)
        return self.confirmed(sent)

    def confirmed(self, sent):
        SECRETS.add(sent.headers["Location"].split("/")[-1].removesuffix(self.language))
        reference = expect(self.ask("GET", sent.headers["Location"]), 200, "Your reference").reference
        assert re.fullmatch("[0-9A-Z]{8}", reference or ""), f"{reference!r} is no reference"
        return reference


def load(slug, opens=None, closes=None):
    with open(f"{HERE}/bad_input.yaml", encoding="utf-8") as file:
        text = file.read().replace(f"slug: {SLUG}", f"slug: {slug}")
    if opens:
        text = text.replace("2020-01-01 09:00", opens)
    if closes:
        text = text.replace("2099-12-31 23:45", closes)
    with tempfile.NamedTemporaryFile("w", suffix=".yaml", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        subprocess.run([GREENPAPER, "load", file.name], check=True, stdout=subprocess.DEVNULL)


# --- refused, with everything typed kept ------------------------------------------------------------------------------

def stamp(change):
    """FORM-STAMP as CHANGE makes it of the right one."""
    return lambda pairs: [(name, change(value) if name == "form-stamp" else value) for name, value in pairs]


def without_stamp(pairs):
    return [pair for pair in pairs if pair[0] != "form-stamp"]


def refused_forms():
    me, another, elsewhere = Respondent(), Respondent(), Respondent("bad-input-other")

    def of(who, page):
        return dict(who.open(page).filled())["form-stamp"]
    for name, change, headers in (
            ("no token", without_stamp, {}),
            ("an empty token", stamp(lambda text: ""), {}),
            ("a token of zeros", stamp(lambda text: "0" * 60 + "-0"), {}),
            ("a token with one letter changed", stamp(lambda text: text[:30] + "01"[text[30] == "0"] + text[31:]), {}),
            ("a token cut short", stamp(lambda text: text[:-3]), {}),
            ("a token 2,000 times over", stamp(lambda text: text * 2000), {}),
            ("the token of another person", stamp(lambda text: of(another, "why")), {}),
            ("the token of another page", stamp(lambda text: of(me, "place")), {}),
            ("the token of another consultation", stamp(lambda text: of(elsewhere, "why")), {}),
            ("the Origin of another site", list, {"Origin": "https://evil.example"}),
            ("the Origin of a name that begins like ours", list, {"Origin": BASE + ".evil.example"}),
            ("Sec-Fetch-Site: cross-site", list, {"Sec-Fetch-Site": "cross-site"}),
            ("Sec-Fetch-Site: same-site", list, {"Sec-Fetch-Site": "same-site"})):
        kept = {}

        def refuse():
            form = me.open("why")
            kept["answer"] = me.ask("POST", form.action, change(form.filled(why=f"{TYPED} ({name})")), headers)
            expect(kept["answer"], 403, "Your answer has not been saved yet", f"{TYPED} ({name})")
        case(f"{name}: refused, the text kept", refuse)

        def press():
            saved = me.press(kept["answer"])
            if saved.status == 409:     # nobody knows what page it had seen
                saved = me.press(saved)
            equal(saved.status, 303)
            equal(me.value("why", "why"), f"{TYPED} ({name})")
        case(f"{name}: the page's own button saves it", press, SAVED)

    for name, cookie in (("no cookie", None), ("a handle that is none", "0" * 25), ("a handle of nobody", "0" * 26),
                         ("a handle of 4 kB", "0" * 4000), ("the handle of another consultation", elsewhere.handle)):
        def lose():
            form = me.open("why")
            value = f"__Host-draft-{SLUG}={cookie}" if cookie else None
            lost = me.ask("POST", form.action, form.filled(why=TYPED), {"Cookie": value})
            expect(lost, 403, "We cannot find the response you started", TYPED)
            lost = me.ask("POST", form.action, form.filled(why="maybe"), {"Cookie": value})
            expect(lost, 403, "maybe")
        case(f"{name}: refused, the text shown", lose)

    def start(headers):
        return lambda: expect(visitor.Visitor(BASE).ask("POST", f"/consultations/{SLUG}/respond", [], headers), 403,
                              "could not accept what was sent")
    case("a response begun from another site", start({"Origin": "https://evil.example"}))
    case("a response begun by another site's frame", start({"Sec-Fetch-Site": "cross-site"}))


# --- answers that have a fault: 422, the message, the text in its field -----------------------------------------------

FAULTS = (
    # what it is, the page, what is typed there, the message
    ("neither person nor organisation", "about", {"capacity": []}, "Select whether you are responding"),
    ("an organisation without a name", "about", {"capacity": "organisation", "organisation": ""}, "Enter the name of"),
    ("an organisation named by blanks", "about", {"capacity": "organisation", "organisation": "\u00a0\u200b"},
     "Enter the name of"),
    ("a type of nobody", "about", {"type": "king"}, "Select an answer from the list"),
    ("nothing said of confidentiality", "about", {"confidential": []}, "kept confidential"),
    ("confidential without a reason", "about", {"confidential": "yes", "confidential_reason": ""}, "Enter"),
    ("nothing said of publishing", "about", {"publish": []}, "may be published"),
    ("published with a name that is none", "about", {"publish": "with-name", "name": " "}, "Enter"),
    ("a name of 201 letters", "about", {"name": "a" * 201}, "1 character too long"),
    ("an e-mail address without @", "about", {"email": "nobody"}, "email address"),
    ("an e-mail address with two @", "about", {"email": "a@b@example.org"}, "email address"),
    ("an e-mail address with a space", "about", {"email": "some body@example.org"}, "email address"),
    ("an e-mail address of 312 letters", "about", {"email": "a" * 300 + "@example.org"}, "58 characters too long"),
    ("an e-mail address with a header", "about", {"email": "a@example.org\nBcc: b@example.org"}, "email address"),
    ("nothing chosen", "colour", {"colour": []}, "Select an answer"),
    ("an option that is not offered", "colour", {"colour": "blue"}, "Select an answer from the list"),
    ("an option of another question", "colour", {"colour": "bridge"}, "Select an answer from the list"),
    ("an option of -1", "colour", {"colour": "-1"}, "Select an answer from the list"),
    ("an option of 2^64", "colour", {"colour": "18446744073709551616"}, "Select an answer from the list"),
    ("an option and a blank", "colour", {"colour": "red "}, "Select an answer from the list"),
    ("two options where one is asked for", "colour", {"colour": ["red", "green"]}, "Select one answer only"),
    ("a box that is not there", "ways", {"ways": ["bridge", "plane"]}, "Select an answer from the list"),
    ("a line of 41 letters", "place", {"place": "a" * 41}, "1 character too long"),
    ("a line of 21 emoji", "place", {"place": "😀" * 21}, "2 characters too long"),
    ("nothing written", "why", {"why": ""}, "Enter"),
    ("nothing but blanks of every kind", "why", {"why": " \n\t\u00a0\u200b\ufeff "}, "Enter"),
    ("two texts for one", "why", {"why": ["one", "two"]}, "Enter one answer only"),
    ("a text of one letter too many", "why", {"why": "a" * 5001}, "1 character too long"),
    ("a text of a line end too many", "why", {"why": "a\n" * 2500 + "b"}, "1 character too long"),
    ("a text of 1,000 letters too many", "why", {"why": "a" * 6000}, "1,000 characters too long"),
    ("a text that fills the body", "why", {"why": "a" * (1024 * 1024 - 100)}, "1,043,476 characters too long"),
)


def faulty_answers():
    me = Respondent()
    for name, page, typed, message in FAULTS:
        def refuse():
            form = me.open(page)
            sent = [pair for pair in form.filled(**HONEST) if pair[0] not in typed]
            for field, values in typed.items():
                sent += [(field, value.replace("\n", "\r\n")) for value in ([values] if isinstance(values, str) else values)]
            refused = expect(me.ask("POST", form.action, sent), 422, "There is a problem", "Error: ", message)
            for field in refused.fields:
                if field.kind in ("text", "email", "textarea") and isinstance(typed.get(field.name), str):
                    equal(shown(field.value), shown(typed[field.name]))
        case(f"{name}: told so, the text kept", refuse)


# --- forms with more in them, or less ---------------------------------------------------------------------------------

def strange_forms():
    me = Respondent()

    def sent(extra, status, *phrases, headers=()):
        form = me.open("why")
        return expect(me.ask("POST", form.action, form.filled(why=TYPED) + extra, headers), status, *phrases)
    kind = "application/x-www-form-urlencoded"
    case("300 fields", lambda: sent([(f"a{i}", "b") for i in range(298)], 400, "could not read"))
    case("a body one byte over the limit", lambda: expect(
        me.ask("POST", me.at("why"), b"why=" + b"a" * (1024 * 1024 - 3)), 413, "too long"))
    case("200 fields", lambda: sent([(f"a{i}", "b") for i in range(198)], 303), SAVED)
    case("fields of other programs", lambda: sent([("why[]", "x"), ("__proto__", "x"), ("_method", "DELETE")], 303), SAVED)
    case("a type that names UTF-8", lambda: sent([], 303, headers={"Content-Type": f"{kind};charset=UTF-8"}), SAVED)

    def assign():
        sent([("reference", "AAAAAAAA"), ("submission_id", "0" * 36), ("channel", "post"), ("late", "true"),
              ("received_at", "2000-01-01"), ("publish", "with-name"), ("colour", "green")], 303)
        row = database.ask(f"select answers->>'colour', respondent->>'publish', reference from greenpaper.draft"
                           f" where answers->>'why' like '%{CANARY}%' order by saved_at desc limit 1")
        equal(row, ["||"])
    case("names of columns and of other pages' fields", assign, SAVED)


# --- addresses --------------------------------------------------------------------------------------------------------

def unknown_addresses():
    me = Respondent()
    gone = f"/consultations/{SLUG}"
    for method, path, status, phrase in (
            ("GET", "/consultations/nothing", 404, "Page not found"),
            ("GET", "/consultations/nothing/questions", 404, "Page not found"),
            ("POST", "/consultations/nothing/respond", 404, "Page not found"),
            ("GET", f"{gone}/2", 404, "Page not found"),
            ("GET", f"{gone}/respond/nothing", 404, "Page not found"),
            ("POST", f"{gone}/respond/nothing", 404, "Page not found"),
            ("GET", f"{gone}/respond/why/unchange", 404, "Page not found"),
            ("GET", f"{gone}/documents/nothing.pdf", 404, "Page not found"),
            ("GET", f"{gone}/outcome/", 404, "Page not found"),
            ("GET", f"{gone}/done/{'0' * 52}", 404, "Page not found"),
            ("GET", f"{gone}.cy", 200, "Ymgynghoriad"),
            ("GET", f"{gone}/respond/nothing.cy", 404, "Heb ddod o hyd"),
            ("DELETE", f"{gone}/respond/why", 405, "does not take"),
            ("GET", "/consultations/bad-input-unopened/respond", 405, "does not take"),
            ("POST", "/consultations/bad-input-unopened/respond", 404, "isn't open yet"),
            ("POST", "/consultations/bad-input-unopened/respond", 404, "31 December 2098"),
            ("POST", "/consultations/bad-input-closed/respond", 410, "This consultation has closed")):
        case(f"{method} {path}: {status}", lambda: expect(
            me.ask(method, path, [] if method == "POST" else None), status, phrase))
    case("a page of the form, by somebody without a draft", lambda: equal(
        visitor.Visitor(BASE).ask("GET", f"{gone}/respond/why").headers["Location"], gone))


# --- closed -----------------------------------------------------------------------------------------------------------

def closed_consultations():
    dates = ("9am on 1 January 2020", "11:45pm on 31 January 2020")
    routes = ("enquiries@example.org", "020 7946 0000")
    case("a closed consultation says when, and whom to ask", lambda: expect(visitor.Visitor(BASE).ask(
        "POST", "/consultations/bad-input-closed/respond", []), 410, *dates, *routes))

    # Somebody who had begun before.
    handle = "0" * 26
    database.ask("insert into greenpaper.draft (handle_hash, slug, version, language)"
                 r" values (sha256('\x00000000000000000000000000000000'), 'bad-input-closed', 1, 'en')")
    late = visitor.Visitor(BASE)
    page = f"/consultations/bad-input-closed/with/{handle}/respond/why"
    case("a page opened after the closing", lambda: expect(late.ask("GET", page), 410, *dates, *routes))
    case("an answer after the closing: shown back", lambda: expect(
        late.ask("POST", page, [("why", TYPED)]), 410, "it has not been sent", TYPED, *dates, *routes))
    case("a short answer after the closing: shown back", lambda: expect(
        late.ask("POST", page, [("why", "maybe")]), 410, "maybe"))

    me = Respondent("bad-input-moved").answer_all()
    load("bad-input-moved", closes="2020-01-31 23:45")
    case("sent after the closing was brought forward", lambda: expect(me.send("check"), 410, *dates, *routes))


# --- twice, at once, and again ----------------------------------------------------------------------------------------

def two_tabs():
    me = Respondent().answer_all()
    kept = {}

    def stale():
        first, second = me.open("why"), me.open("why")
        equal(me.ask("POST", first.action, first.filled(why="The first tab.")).status, 303)
        kept["answer"] = me.ask("POST", second.action, second.filled(why="The second tab."))
        expect(kept["answer"], 409, "changed on another page", "The first tab.", "The second tab.")
        equal(me.value("why", "why"), "The first tab.")
    case("two tabs: the second is told, both texts shown", stale, SAVED)

    def save():
        equal(me.press(kept["answer"]).status, 303)
        equal(me.value("why", "why"), "The second tab.")
    case("two tabs: the button saves the second", save, SAVED)

    def check():
        old = me.open("check")
        equal(me.send("place", place="Bangor").status, 303)
        kept["answer"] = me.ask("POST", old.action, old.filled())
        expect(kept["answer"], 409, "have changed since you opened this page", "Bangor")
    case("an answer changed after the check: shown again, not sent", check, SAVED)
    case("then the button of that page sends it", lambda: me.confirmed(me.press(kept["answer"])), SENT)


def sent_twice():
    me = Respondent().answer_all()
    form = me.open("check")
    pairs, old = form.filled(), me.open("why")
    answers = []

    def click():
        answers.append(me.ask("POST", form.action, pairs))

    def double():
        clicks = [threading.Thread(target=click) for _ in range(4)]
        for thread in clicks:
            thread.start()
        for thread in clicks:
            thread.join()
        equal({(answer.status, answer.headers["Location"]) for answer in answers}, {(303, answers[0].headers["Location"])})
        me.confirmed(answers[0])
    case("four clicks at once: one response, one confirmation", double, SENT)

    def replay():
        click()
        equal(me.confirmed(answers[-1]), me.confirmed(answers[0]))
    case("sent again: the same reference", replay)
    reference = me.confirmed(answers[0])
    case("another text after sending: told the reference, the text shown, the first kept", lambda: expect(
        me.ask("POST", old.action, old.filled(why="Another text.")), 409, reference, "Another text.", "already sent"))
    case("a page of the form after sending leads to the confirmation", lambda: equal(
        me.ask("GET", me.at("why")).headers["Location"], answers[0].headers["Location"]))
    location = answers[0].headers["Location"]
    case("a receipt with one letter changed", lambda: expect(
        me.ask("GET", location[:-1] + "01"[location[-1] == "0"]), 404, "Page not found"))
    case("a receipt at another consultation", lambda: expect(
        me.ask("GET", location.replace(SLUG, "bad-input-other")), 404, "Page not found"))


def sent_too_early():
    me = Respondent()
    case("sent without an answer: leads to the first page", lambda: equal(
        me.send("check").headers["Location"], me.at("about")))
    equal(me.send("about", **HONEST).status, 303)
    case("sent without a required answer: leads to it", lambda: equal(
        me.send("check").headers["Location"], me.at("colour")))


def a_database_that_waits():
    me = Respondent().answer_all()
    kept = {}

    def busy(page, **typed):
        form = me.open(page)
        lock = Database()
        lock.ask("begin; lock table greenpaper.draft")
        try:
            kept["answer"] = me.ask("POST", form.action, form.filled(**typed))
        finally:
            lock.ask("rollback")
            lock.psql.communicate()

    def save():
        busy("why", why=TYPED + " Kept.")
        expect(kept["answer"], 503, "could not confirm that your answer was saved", TYPED + " Kept.")
        assert kept["answer"].headers["Retry-After"], "no Retry-After"
    case("an answer while the database waits: 503, the text kept", save)

    def again():
        equal(me.press(kept["answer"]).status, 303)
        equal(me.value("why", "why"), TYPED + " Kept.")
    case("then its button saves it", again, SAVED)

    def submit():
        busy("check")
        expect(kept["answer"], 503, "could not confirm that your response was sent", "not be counted twice")
    case("the whole sent while the database waits: 503", submit)
    case("then its button sends it", lambda: me.confirmed(me.press(kept["answer"])), SENT)


# --- honest texts, and payloads ---------------------------------------------------------------------------------------

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
        typed = {**HONEST, "capacity": "organisation", "organisation": text, "name": text, "confidential": "yes",
                 "confidential_reason": text}
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
            assert me.handle not in path, "the confirmation names the draft"
            SECRETS.add(path.split("/")[-1].removesuffix(language))
            reference = expect(me.ask("GET", path), 200).reference
            equal(len(reference or ""), 8)
        case(f"the whole way without cookies, in {language_name}", journey, (1, 1))


# --- logs -------------------------------------------------------------------------------------------------------------

def logs():
    me = Respondent()
    for path in (f"//consultations/{SLUG}/with/{me.handle}/respond/why", f"/consultations//{SLUG}/with/{me.handle}/check",
                 f"/./consultations/{SLUG}/with/{me.handle}/check", f"/consultations/{SLUG}/with//{me.handle}/check",
                 f"{BASE}/consultations/{SLUG}/with/{me.handle}/check", f"/consultations/{SLUG}/check/{me.handle}",
                 f"/consultations/{SLUG}/whit/{me.handle}/check", f"/{me.handle.upper()}",
                 f"/consultations/{SLUG}/%77ith/{me.handle}/check", f"/consultations?{CANARY}"):
        me.ask("GET", path, None, {"Referer": f"https://example.org/{CANARY}", "User-Agent": CANARY})
    me.ask("GET", f"/consultations/{SLUG}/respond/why?why={CANARY}")

    def search():
        secrets = re.compile("|".join(sorted(SECRETS)) + f"|{CANARY}", re.IGNORECASE)
        for folder in ("log", "tmp"):
            for where, _, names in os.walk(f"{SITE}/{folder}"):
                for name in names:
                    with open(f"{where}/{name}", errors="replace") as file:
                        found = [line for line in file if secrets.search(line)]
                    assert not found, f"{folder}/{name} has {len(found)} of them: {found[0][:200]!r}"
        assert len(SECRETS) > 50, "there are hardly any to look for"
    case("no log holds a handle, a receipt, an answer, a name or an address", search)


def main():
    load(SLUG)
    load("bad-input-other")
    load("bad-input-moved")
    load("bad-input-closed", closes="2020-01-31 23:45")
    load("bad-input-unopened", opens="2098-12-31 09:00")
    for part in (refused_forms, faulty_answers, strange_forms, unknown_addresses, closed_consultations, two_tabs,
                 sent_twice, sent_too_early, a_database_that_waits, honest_texts, payloads, without_cookies, logs):
        part()
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed > 0)


main()
