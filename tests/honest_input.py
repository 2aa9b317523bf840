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
from respondent import (BASE, GREENPAPER, HERE, HONEST, PAGES, SAVED, SECRETS, SLUG, Respondent, case, database, equal, expect,
                        mailed_link, run, shown)

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


run(honest_texts, payloads, without_cookies, coming_back)
