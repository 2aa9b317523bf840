"""Respondents to tests/bad_input.yaml, and cases about what they send.

Each case has the status that it gets and a phrase of the page, and says what may have changed in the database by it:
nothing at all, what a draft holds, or so many drafts and responses.
"""
import email
import html
import os
import re
import subprocess
import sys
import tempfile
import time

import visitor

HERE = os.path.dirname(os.path.abspath(__file__))
BASE, SITE, GREENPAPER = os.environ["BASE_URL"], os.environ["SITE"], os.environ["GREENPAPER"]
SLUG = "bad-input"
CANARY = "kanarienvogel"        # in everything typed, in nothing logged
TYPED = f"O'Brien & <{CANARY}>\nsays \"no\" – really"
HONEST = {"capacity": "individual", "type": "resident", "name": f"{CANARY} O’Brien", "email": f"{CANARY}@example.org",
          "contact": "no", "confidential": "no", "publish": "without-name", "colour": "red", "ways": ["bridge", "ferry"],
          "place": "Ynys Môn", "why": TYPED, "vehicle": "other", "vehicle.other": f"{CANARY} <20k",
          "reply": f"{CANARY}@example.org", "trips": "1,000.50", "floor": "-2", "moved.day": "7",
          "moved.month": "Mawrth", "moved.year": "1999", "views.cost": "good", "views.noise": "bad",
          "wishes.price": "2", "wishes.looks": "3", "wishes.speed": "1", "barriers": ["steps", "other"],
          "barriers.other": f"{CANARY} O’Brien", "home": "boat", "home.other": f"{CANARY} & co", "rooms": "3"}
PAGES = ("about", "colour", "ways", "place", "why", "vehicle", "reply", "trips", "floor", "moved", "born", "views",
         "wishes", "barriers", "home")      # without green_why, which is not asked of who wants it red
SECRETS = set()                 # handles, codes, links and receipts that were given out
NOTHING, SAVED, SENT = "nothing", "saved", (0, 1)   # what a case changes; a pair: drafts and responses more


class Database:
    """One psql, asked over and over."""

    def __init__(self):
        self.psql = subprocess.Popen(["psql", "-XAtqU", "postgres"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                     text=True, encoding="utf-8")

    def ask(self, query):
        """The lines of the answer."""
        self.psql.stdin.write(f"{query};\n\\echo done\n")
        self.psql.stdin.flush()
        lines = []
        for line in self.psql.stdout:
            if line == "done\n":
                return lines
            lines.append(line.rstrip("\n"))
        raise RuntimeError("psql has ended")

    def state(self):
        """(drafts, responses), and a digest of all that they and people hold."""
        drafts, responses, digest = self.ask(
            "select (select count(*) from greenpaper.draft), (select count(*) from greenpaper.response), (select md5("
            "string_agg(t, ' ' order by t)) from (select d::text t from greenpaper.draft d union all"
            " select r::text from greenpaper.response r union all select p::text from greenpaper.person p union all"
            " select k::text from greenpaper.draft_key k union all select m.id || m.kind || m.slug from greenpaper.mail m union all"
            " select e::text from greenpaper.response_end e) all_of_it)"
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
    except Exception as error:          # whatever it is, the next case is run
        fault = f"{type(error).__name__}: {error}"
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
        reference = expect(self.ask("GET", sent.headers["Location"]), 200,
                           "Eich cyfeirnod" if self.language else "Your reference").reference
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


def mailed():
    """The text of the e-mail that was queued last; once it is delivered it is in a file, and not in the database."""
    for _ in range(50):
        name, body = re.match("([^|]*)[|](.*)", "\n".join(database.ask(
            "select message_id, body from greenpaper.mail order by id desc limit 1")), re.DOTALL).groups()
        if body:
            return body
        for entry in os.scandir(f"{SITE}/mail"):
            with open(entry.path, "rb") as file:
                message = email.message_from_binary_file(file)
            if name in message["Message-ID"]:
                return message.get_payload(decode=True).decode()
        time.sleep(0.1)
    raise RuntimeError(f"no e-mail {name}")


def mailed_link(slug=SLUG):
    """The path that the last e-mail leads to."""
    path = re.search(f"{re.escape(BASE)}(/consultations/{slug}/return/[0-9a-z]+)", mailed())[1]
    SECRETS.add(path.split("/")[-1])
    return path


def search_logs():
    """No log holds a handle, a code, a link, a receipt, an answer, a name or an address."""
    codes = [secret for secret in SECRETS if re.fullmatch("....-....-....", secret)]
    secrets = re.compile("|".join(sorted(SECRETS) + [re.sub("-", "(-|%20|[+])?", code) for code in codes] + [CANARY]),
                         re.IGNORECASE)
    logs = {name for name in os.listdir(f"{SITE}/log") if os.path.getsize(f"{SITE}/log/{name}")}
    assert {"access.log", "web.log", "postgres.log"} <= logs, f"only {logs} to look in"
    for folder in ("log", "tmp"):
        for where, _, names in os.walk(f"{SITE}/{folder}"):
            for name in names:
                with open(f"{where}/{name}", errors="replace") as file:
                    found = [line for line in file if secrets.search(line)]
                assert not found, f"{folder}/{name} has {len(found)} of them: {found[0][:200]!r}"
    assert len(SECRETS) > 10, "there are hardly any to look for"


def run(*parts):
    """Every part, a function with cases; then say how many passed, and end."""
    load(SLUG)
    for part in parts:
        part()
    case("no log holds a handle, a code, a link, a receipt, an answer, a name or an address", search_logs)
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed > 0)
