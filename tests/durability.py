#!/usr/bin/env python3
"""No acknowledged response is lost and none is stored twice, whatever is killed.

Many people answer at once through nginx, as a browser without JavaScript does: every page is fetched, its form is read
and sent.  One in four presses the last button twice; whoever gets no answer, 502 or 503 sends the same page again.
Meanwhile one worker is killed with -9 every second.  A response counts as acknowledged when the page with its reference
has been seen; it is then written down and fsynced.  In the end the export must hold each of them exactly once.

usage: durability.py --count N [--people 32] [--expect-doubles]

--expect-doubles is the control: somebody has taken the uniqueness away, and the run must notice it.
Environment: BASE_URL, WEB_PID (the supervisor), GREENPAPER (the command).
"""
import argparse
import collections
import csv
import html.parser
import http.client
import io
import multiprocessing
import os
import random
import shlex
import signal
import subprocess
import sys
import tempfile
import time
import urllib.parse

SLUG = "durability"
csv.field_size_limit(1 << 24)


class Form(html.parser.HTMLParser):
    """The fields of the form in <main>, and where it goes."""

    def __init__(self, page):
        super().__init__()
        self.inside = self.main = False
        self.action, self.fields, self.reference, self.at = None, [], None, None
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "main":
            self.main = True
        elif tag == "form" and self.main and self.action is None:
            self.inside, self.action = True, attrs["action"]
        elif tag in ("input", "textarea") and self.inside:
            self.fields.append((attrs.get("type", tag), attrs.get("name"), attrs.get("value", "")))
        if attrs.get("id") == "reference":
            self.at, self.reference = "reference", ""

    def handle_endtag(self, tag):
        if tag == "form":
            self.inside = False
        self.at = None

    def handle_data(self, data):
        if self.at:
            self.reference += data.strip()


class Person:
    """One respondent's browser: one cookie, one connection at a time."""

    def __init__(self, base):
        self.host, self.cookie = urllib.parse.urlsplit(base).netloc, None

    def ask(self, method, path, body=None):
        """(status, location, page); None when no answer came."""
        headers = {"Content-Type": "application/x-www-form-urlencoded"} if body is not None else {}
        if self.cookie:
            headers["Cookie"] = self.cookie
        connection = http.client.HTTPConnection(self.host, timeout=30)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            page = answer.read().decode()
        except (OSError, http.client.HTTPException):
            return None
        finally:
            connection.close()
        if answer.getheader("Set-Cookie"):
            self.cookie = answer.getheader("Set-Cookie").split(";")[0]
        return answer.status, answer.getheader("Location"), page

    def insist(self, method, path, body=None):
        """Ask until there is an answer, as a person presses reload."""
        for _ in range(200):
            answer = self.ask(method, path, body)
            if answer and answer[0] not in (502, 503, 504):
                return answer
            time.sleep(.02 + random.random() * .05)
        raise SystemExit(f"{method} {path}: no answer after 200 tries")

    def page(self, path):
        for _ in range(10):
            status, location, page = self.insist("GET", path)
            if status != 303:
                return path, status, page
            path = location
        raise SystemExit(f"{path}: redirects without end")

    def send(self, path, body, twice):
        if twice:                       # a double click: two at once, the first answer that comes is taken
            other = multiprocessing.Process(target=self.ask, args=("POST", path, body))
            other.start()
            answer = self.insist("POST", path, body)
            other.join()
            return answer
        return self.insist("POST", path, body)


def fill(form, text):
    sent, groups = [], set()
    for kind, name, value in form.fields:
        if kind == "hidden":
            sent.append((name, value))
        elif kind in ("radio", "checkbox"):
            if name not in groups:
                sent.append((name, {"confidential": "no", "publish": "without-name"}.get(name, value)))
            groups.add(name)
        elif kind == "textarea":
            sent.append((name, text if name == "why" else ""))
        elif name:
            sent.append((name, ""))
    return urllib.parse.urlencode(sent)


def respond(base, text, twice):
    """Answer the whole consultation; the reference."""
    person = Person(base)
    status, path, _ = person.insist("POST", f"/consultations/{SLUG}/respond", "")
    if status != 303:
        raise SystemExit(f"the start button answered {status}")
    for _ in range(20):
        path, status, page = person.page(path)
        form = Form(page)
        if form.reference:
            return form.reference
        if status != 200 or form.action is None:
            raise SystemExit(f"{path}: {status}\n{page[:2000]}")
        action = urllib.parse.urljoin(path, form.action) or path
        status, location, page = person.send(action, fill(form, text), twice and path.endswith("/check"))
        if status != 303:
            raise SystemExit(f"POST {action}: {status}\n{page[:2000]}")
        path = location
    raise SystemExit("no reference after 20 pages")


def live(number, base, share, folder):
    random.seed(number)
    with open(os.path.join(folder, str(number)), "w") as notes:
        for i in range(share):
            text = f"person {number} answer {i}"
            notes.write(f"{respond(base, text, random.random() < .25)}\t{text}\n")
            notes.flush()
            os.fsync(notes.fileno())


def workers(supervisor):
    with open(f"/proc/{supervisor}/task/{supervisor}/children") as children:
        return [int(pid) for pid in children.read().split()]


def stored():
    command = shlex.split(os.environ["GREENPAPER"]) + ["export", SLUG, "--format", "csv"]
    table = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    return [(row["reference"], row["why"]) for row in csv.DictReader(io.StringIO(table, newline=""))]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--count", type=int, required=True)
    options.add_argument("--people", type=int, default=32)
    options.add_argument("--expect-doubles", action="store_true")
    options = options.parse_args()
    base, supervisor = os.environ["BASE_URL"], int(os.environ["WEB_PID"])
    before = {reference for reference, _ in stored()}
    started, kills = time.monotonic(), 0
    with tempfile.TemporaryDirectory() as folder:
        people = [multiprocessing.Process(target=live, args=(i, base, -(-options.count // options.people), folder))
                  for i in range(options.people)]
        for person in people:
            person.start()
        while any(person.is_alive() for person in people):
            people[0].join(.01)
            next_kill = time.monotonic() + 1
            while time.monotonic() < next_kill and any(person.is_alive() for person in people):
                time.sleep(.05)
            alive = workers(supervisor)
            if alive:
                os.kill(random.choice(alive), signal.SIGKILL)
                kills += 1
        failed = sum(person.exitcode != 0 for person in people)
        notes = [line.rstrip("\n").split("\t") for i in range(options.people)
                 for line in open(os.path.join(folder, str(i)))]
    seconds = time.monotonic() - started
    rows = [row for row in stored() if row[0] not in before]
    count = collections.Counter(text for _, text in rows)
    known = dict(rows)
    lost = [text for reference, text in notes if known.get(reference) != text]
    doubled = [text for text, times in count.items() if times > 1]
    print(f"{len(notes)} acknowledged in {seconds:.0f} s by {options.people} people, {kills} workers killed: "
          f"{len(lost)} lost, {len(doubled)} stored twice, {failed} people gave up")
    if options.expect_doubles:
        print("the control noticed it" if doubled else "the control did NOT notice that the uniqueness was gone")
        sys.exit(0 if doubled else 1)
    sys.exit(1 if lost or doubled or failed or len(notes) < options.count else 0)


main()
