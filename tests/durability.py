#!/usr/bin/python3
"""No acknowledged response is lost and none is stored twice, whatever is killed.

Many people answer at once through nginx, as a browser without JavaScript does: every page is fetched, its form is read
and sent.  One in four presses the last button twice; whoever gets no answer, 502 or 503 sends the same page again.
Meanwhile one worker is killed with -9 every second.  A response counts as acknowledged when the page with its reference
has been seen; it is then written down and fsynced.  In the end the export must hold each of them exactly once.

usage: durability.py --count N [--people 32] [--expect-doubles]

--expect-doubles is the control: somebody has taken the uniqueness away, and the run must notice it.
Environment: as tests/site.sh makes it.
"""
import argparse
import collections
import csv
import http.client
import io
import multiprocessing
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time

import visitor

SLUG = "durability"
csv.field_size_limit(1 << 24)
repeated = multiprocessing.Value("i")   # requests that had no answer, of all people


class Person(visitor.Visitor):
    """A respondent who does not give up."""

    def try_once(self, *request):
        """The answer; None when none came."""
        try:
            return super().ask(*request)
        except (OSError, http.client.HTTPException):
            return None

    def ask(self, *request):
        """Ask until there is an answer, as a person presses reload."""
        for _ in range(200):
            answer = self.try_once(*request)
            if answer and answer.status not in (502, 503, 504):
                return answer
            with repeated.get_lock():
                repeated.value += 1
            time.sleep(.02 + random.random() * .05)
        raise SystemExit(f"{request[:2]}: no answer after 200 tries")

    def send(self, path, body, twice):
        if twice:                       # a double click: two at once, the first answer that comes is taken
            other = threading.Thread(target=self.try_once, args=("POST", path, body))
            other.start()
        answer = self.ask("POST", path, body)
        if twice:
            other.join()
        return answer


def respond(base, text, twice):
    """Answer the whole consultation; the reference."""
    person = Person(base)
    answer = person.ask("POST", f"/consultations/{SLUG}/respond", [])
    for _ in range(20):
        if answer.status != 303:
            raise SystemExit(f"{answer.status} instead of the next page\n{answer.page[:2000]}")
        path, answer = person.follow(answer.headers["Location"])
        page = visitor.Page(answer.page)
        if page.reference:
            return page.reference
        if answer.status != 200 or page.action is None:
            raise SystemExit(f"{path}: {answer.status}\n{answer.page[:2000]}")
        typed = page.filled(capacity="individual", contact="no", confidential="no", publish="without-name", why=text)
        answer = person.send(page.action, typed, twice and path.endswith("/check"))
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
    table = subprocess.run([os.environ["GREENPAPER"], "export", SLUG, "--format", "csv"], check=True,
                           capture_output=True, text=True, encoding="utf-8").stdout
    return [(row["reference"], row["why"]) for row in csv.DictReader(io.StringIO(table, newline=""))]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--count", type=int, required=True)
    options.add_argument("--people", type=int, default=32)
    options.add_argument("--expect-doubles", action="store_true")
    options = options.parse_args()
    base = os.environ["BASE_URL"]
    with open(os.path.join(os.environ["SITE"], "run/web.pid")) as pid:
        supervisor = int(pid.read())
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
    print(f"{len(notes)} acknowledged in {seconds:.0f} s by {options.people} people, {kills} workers killed, "
          f"{repeated.value} requests sent again: {len(lost)} lost, {len(doubled)} stored twice, "
          f"{failed} people gave up")
    if options.expect_doubles:
        print("the control noticed it" if doubled else "the control did NOT notice that the uniqueness was gone")
        sys.exit(0 if doubled else 1)
    if kills > 20 and not repeated.value:
        print("no kill ever met a request: this proves nothing")
        failed = 1
    sys.exit(1 if lost or doubled or failed or len(notes) < options.count else 0)


main()
