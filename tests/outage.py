#!/usr/bin/python3
"""Inside tests/site.sh: the database goes away and comes back.

While it is away every page says so in good time (503, with Retry-After), what was typed is still in the form, and the
same form can be sent once it is back.
"""
import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
FORM = "/consultations/durability/respond/why"
TYPED = "Kept while the server is away: <ŷ> & \"all\""
failed = 0


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def ask(path, fields=None, cookie=None):
    """(status, headers, page, seconds)"""
    data = urllib.parse.urlencode(fields).encode() if fields is not None else None
    request = urllib.request.Request(os.environ["BASE_URL"] + path, data, {"Cookie": cookie} if cookie else {})
    start = time.monotonic()
    try:
        answer = urllib.request.build_opener(NoRedirect).open(request, timeout=30)
    except urllib.error.HTTPError as error:
        answer = error
    with answer:
        return answer.status, answer.headers, answer.read().decode(), time.monotonic() - start


def check(what, holds, found=""):
    global failed
    print("ok:" if holds else "FAILED:", what, "" if holds else found)
    failed += not holds


def check_refusal(how, answer, seconds_max):
    status, headers, page, seconds = answer
    check(f"{how}: 503, Retry-After, a page of ours",
          status == 503 and headers["Retry-After"] and re.search("<h1[ >]", page), (status, page[:200]))
    check(f"{how}: within {seconds_max} s ({seconds:.1f} s)", seconds <= seconds_max)


def postgres(verb):
    subprocess.run([HERE + "/../etc/postgres.sh", verb, os.environ["SITE"]], check=True)


def processes():
    """The server and its children."""
    with open(os.environ["SITE"] + "/pg/postmaster.pid") as file:
        main = int(file.readline())
    children = subprocess.run(["ps", "-o", "pid=", "--ppid", str(main)], capture_output=True, text=True).stdout.split()
    return [main] + [int(pid) for pid in children]


def send_all(pids, what):
    for pid in pids:
        os.kill(pid, what)


def is_back():
    for _ in range(100):
        if ask("/consultations/durability")[0] == 200:
            return True
        time.sleep(0.1)
    return False


subprocess.run([os.environ["GREENPAPER"], "load", HERE + "/durability.yaml"], check=True, capture_output=True)
cookie = ask("/consultations/durability/respond", {})[1]["Set-Cookie"].split(";")[0]
name, stamp = re.search(r'<input type="hidden" name="([\w-]+)" value="([^"]+)"', ask(FORM, None, cookie)[2]).groups()
typed = {name: stamp, "why": TYPED}

postgres("stop")
check_refusal("no server, the list", ask("/consultations"), 1)
check_refusal("no server, a form to fill in", ask(FORM, None, cookie), 1)
refused = ask(FORM, typed, cookie)
check_refusal("no server, a form that was sent", refused, 1)
check("what was typed is in the page", "Kept while the server is away: &lt;ŷ&gt; &amp; &quot;all&quot;" in refused[2])
postgres("start")
check("it comes back by itself", is_back())

# Every worker's connection has to find out, so each is asked.
frozen = processes()
send_all(frozen, signal.SIGSTOP)
check_refusal("a server that hangs, a form that was sent", ask(FORM, typed, cookie), 5)
send_all(frozen, signal.SIGCONT)
check("it comes back from that as well", is_back())
status, headers, page, _ = ask(FORM, typed, cookie)
check("the same form is then taken", status == 303, (status, page[:200]))
sys.exit(failed > 0)
