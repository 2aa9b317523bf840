#!/usr/bin/python3
"""Inside tests/site.sh: requests that no browser sends, byte by byte.

Each gets one answer, in good time, with the status it deserves, on a page of ours that a person can read; nothing is
stored by any of them, and none ends a worker.
"""
import os
import re
import socket
import subprocess
import sys
import time
import urllib.parse

HERE = os.path.dirname(os.path.abspath(__file__))
HOST, PORT = urllib.parse.urlsplit(os.environ["BASE_URL"]).netloc.split(":")
FORM = "/consultations/durability/respond/why"
SECONDS_MAX = 2
FORM_TYPE = b"application/x-www-form-urlencoded"


def talk(request, break_off=False, wait=5):
    """Everything that comes back for some bytes, until the other side closes."""
    with socket.create_connection((HOST, int(PORT)), timeout=wait) as connection:
        try:
            connection.sendall(request)
            if break_off:
                connection.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # refused before it was all said; the answer is there all the same
        answer = b""
        try:
            while more := connection.recv(65536):
                answer += more
        except OSError:
            pass
        return answer


def head(method=b"GET", path=b"/consultations", *lines, version=b"HTTP/1.1", host=True):
    """A request's head without the empty line."""
    start = b"%s %s %s" % (method, path, version)
    return b"\r\n".join([start] + ([b"Host: localhost"] if host else []) + [b"Connection: close"] + list(lines)) + b"\r\n"


def get(path, *lines):
    return head(b"GET", path, *lines) + b"\r\n"


def post(body, *lines, path=FORM.encode(), length=None, kind=FORM_TYPE):
    lines = list(lines) + [b"Cookie: " + COOKIE.encode()]
    if kind is not None:
        lines.append(b"Content-Type: " + kind)
    lines.append(b"Content-Length: %s" % (length if length is not None else b"%d" % len(body)))
    return head(b"POST", path, *lines) + b"\r\n" + body


def field(value, **extra):
    """A form that is right but for what is said."""
    values = {"stamp": STAMP.encode(), "why": value, **extra}
    return b"&".join(b"%s=%s" % (name.replace("stamp", STAMP_NAME).encode(), value) for name, value in values.items())


def status_of(answer):
    found = re.match(rb"HTTP/1\.[01] (\d{3})", answer)
    return int(found.group(1)) if found else None


def psql(query):
    return subprocess.run(["psql", "-XAtqU", "postgres", "-c", query], check=True, capture_output=True, text=True).stdout


def stored():
    """All that the public could have left behind: the responses, and what drafts hold."""
    return psql("select count(*) from greenpaper.response") + psql(
        "select md5(string_agg(d::text, ' ' order by d::text)) from greenpaper.draft d")


subprocess.run([os.environ["GREENPAPER"], "load", HERE + "/durability.yaml"], check=True, capture_output=True)
begun = talk(head(b"POST", b"/consultations/durability/respond", b"Content-Length: 0") + b"\r\n").decode()
COOKIE = re.search(r"Set-Cookie: ([^;]+)", begun).group(1)
PAGE = talk(get(FORM.encode(), b"Cookie: " + COOKIE.encode())).decode()
STAMP_NAME, STAMP = re.search(r'<input type="hidden" name="([\w-]+)" value="([^"]+)"', PAGE).groups()

HANDLE = COOKIE.split("=")[1].encode()
MIB = 1024 * 1024
# What it is, what is sent, which statuses will do; None: the connection is closed without an answer.
requests = [
    ("an unknown method", head(b"BREW") + b"\r\n", [405]),
    ("a method in small letters", head(b"get") + b"\r\n", [400]),
    ("TRACE", head(b"TRACE") + b"\r\n", [405]),
    ("PUT", head(b"PUT", b"/consultations/durability") + b"\r\n", [405]),
    ("POST where there is nothing to send", head(b"POST", b"/consultations", b"Content-Length: 0") + b"\r\n", [405]),
    ("GET where there is something to send", get(b"/consultations/durability/respond"), [405]),
    ("HTTP/9.9", head(version=b"HTTP/9.9") + b"\r\n", [505]),
    ("no Host", head(host=False) + b"\r\n", [400]),
    ("two Hosts", get(b"/consultations", b"Host: other"), [400]),
    ("a NUL in a header", get(b"/consultations", b"X-A: a\0b"), [400]),
    ("a header of 64 kB", get(b"/consultations", b"X-A: " + b"a" * 65536), [400]),
    ("an address of 64 kB", get(b"/" + b"a" * 65536), [414]),
    ("10,000 headers", get(b"/consultations", *[b"X-%d: a" % i for i in range(10000)]), [400]),
    ("a negative length", post(b"", length=b"-1"), [400]),
    ("a length in letters", post(b"", length=b"abc"), [400]),
    ("a length of 2^64", post(b"", length=b"18446744073709551616"), [400]),
    ("a length with a sign", post(b"why=1", length=b"+5"), [400]),
    ("two lengths", post(b"why=1", b"Content-Length: 9"), [400]),
    ("a length that promises too much", post(field(b"stored?"), length=b"9999"), [400, None]),
    ("a length that says too little", post(b"why=1GET /x HTTP/1.1\r\n\r\n", length=b"5"), [403]),
    ("a length and chunks", post(b"0\r\n\r\n", b"Transfer-Encoding: chunked"), [400]),
    ("a chunk without a number", head(b"POST", FORM.encode(), b"Transfer-Encoding: chunked") + b"\r\nzz\r\na\r\n", [400]),
    ("a chunk that overflows",
     head(b"POST", FORM.encode(), b"Transfer-Encoding: chunked") + b"\r\nffffffffffffffffff\r\na\r\n", [400, 413]),
    ("chunks that never end",
     head(b"POST", FORM.encode(), b"Transfer-Encoding: chunked") + b"\r\n5\r\nwhy=1\r\n", [400, None]),
    ("an unknown transfer encoding",
     head(b"POST", FORM.encode(), b"Transfer-Encoding: xchunked") + b"\r\n", [501]),
    ("a compressed body", post(field(b"stored?"), b"Content-Encoding: gzip"), [415]),
    ("a greeting by TLS", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 64, [400]),
    ("nothing at all", b"", [None]),

    ("a path upwards", get(b"/consultations/../../etc/passwd"), [400, 404]),
    ("a path upwards, encoded", get(b"/consultations/%2e%2e/%2e%2e/etc/passwd"), [400, 404]),
    ("a path upwards, encoded twice", get(b"/consultations/%252e%252e/etc/passwd"), [404]),
    ("a path upwards, overlong", get(b"/consultations/%c0%ae%c0%ae/etc/passwd"), [400, 404]),
    ("a path out of the static folder", get(b"/static../nginx.conf"), [404]),
    ("a path out of the outcome", get(b"/consultations/durability/outcome/..%2f..%2f..%2fkey"), [400, 404]),
    ("the folder of a repository", get(b"/.git/config"), [404]),
    ("a broken percent", get(b"/consultations/%zz"), [400]),
    ("a NUL in a path", get(b"/consultations/a%00b"), [400]),
    ("bad UTF-8 in a path", get(b"/consultations/%ff"), [400, 404]),
    ("a line end in a path", get(b"/consultations/a%0d%0aX-Evil:%201"), [404]),
    ("a line end in a document's name", get(b"/consultations/durability/documents/a%0d%0aX-Evil:%201"), [404]),
    ("a line end in a query", get(b"/consultations?a%0d%0aX-Evil:%201"), [200]),
    ("headers that mean something elsewhere",
     get(b"/consultations", b"Proxy: http://evil", b"X-Accel-Redirect: /key", b"Content_Length: 9"), [200]),
    ("a cookie of 4 kB", get(b"/consultations", b"Cookie: " + b"a" * 4000), [200]),

    ("an empty form", post(b""), [403]),
    ("100,000 ampersands", post(b"&" * 100000), [400]),
    ("100,000 fields", post(b"a=1&" * 100000), [400]),
    ("a lone percent", post(field(b"100%")), [400]),
    ("a percent without digits", post(field(b"%zz")), [400]),
    ("a NUL", post(field(b"a\0b")), [422]),
    ("an encoded NUL", post(field(b"a%00b")), [422]),
    ("a lone continuation byte", post(field(b"%80")), [422]),
    ("an overlong slash", post(field(b"%c0%af")), [422]),
    ("a surrogate", post(field(b"%ed%a0%80")), [422]),
    ("past the end of Unicode", post(field(b"%f4%90%80%80")), [422]),
    ("Latin-1", post(field(b"caf%e9")), [422]),
    ("UTF-16", post(field(b"%ff%fea%00")), [422]),
    ("a body of more than 1 MiB", post(field(b"a" * MIB)), [413]),
    ("a body of 12 MB", post(b"a" * 12000000), [413]),
    ("an answer in a query", post(b"", path=FORM.encode() + b"?" + field(b"stored?")), [403]),
    ("an answer in a GET", get(FORM.encode() + b"?" + field(b"stored?"), b"Cookie: " + COOKIE.encode()), [200]),
    ("plain text", post(field(b"stored?"), kind=b"text/plain"), [415]),
    ("JSON", post(b'{"why": "stored?"}', kind=b"application/json"), [415]),
    ("XML", post(b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>', kind=b"text/xml"), [415]),
    ("no type", post(field(b"stored?"), kind=None), [415]),
    ("multipart", post(b'--x\r\nContent-Disposition: form-data; name="why"\r\n\r\na\r\n--x--\r\n',
                       kind=b"multipart/form-data; boundary=x"), [415]),
    ("UTF-16 by its name", post(field(b"stored?"), kind=FORM_TYPE + b"; charset=utf-16"), [415]),
    ("the same field twice", post(field(b"one") + b"&why=two"), [422]),

    ("no stamp", post(b"why=stored?"), [403]),
    ("a stamp of zeros", post(field(b"stored?", stamp=b"0" * 62)), [403]),
    ("a stamp cut short", post(field(b"stored?", stamp=STAMP[:-3].encode())), [403]),
    ("a stamp with one letter changed",
     post(field(b"stored?", stamp=(STAMP[:20] + ("0" if STAMP[20] != "0" else "1") + STAMP[21:]).encode())), [403]),
    ("a stamp 2,000 times over", post(field(b"stored?", stamp=STAMP.encode() * 2000)), [403]),
    ("a stamp with more behind a NUL", post(field(b"stored?", stamp=STAMP.encode() + b"%00x")), [422]),
    ("a form of another site", post(field(b"stored?"), b"Origin: https://evil.example"), [403]),
    ("a form that a browser calls another site's", post(field(b"stored?"), b"Sec-Fetch-Site: cross-site"), [403]),
    ("a cookie that is no handle", post(field(b"stored?")).replace(COOKIE.encode(), COOKIE.encode()[:-1] + b"!"), [403]),
    ("an unknown handle",
     post(field(b"stored?")).replace(COOKIE.encode(), COOKIE.encode().split(b"=")[0] + b"=" + b"0" * 26), [403]),
    ("an unknown handle in the address",
     post(field(b"stored?"), path=b"/consultations/durability/with/" + b"0" * 26 + b"/respond/why"), [403]),
    ("a handle in the address", get(b"/consultations/durability/with/" + HANDLE + b"/respond/why"), [200]),
    ("a handle behind percents", get(b"/consultations/durability/%77ith/" + HANDLE + b"/respond/why?" + HANDLE), [200]),
    ("a handle in the address of nothing", get(b"/consultations/durability/with/" + HANDLE + b"/nothing"), [404]),
    ("a receipt that nobody signed", get(b"/consultations/durability/done/" + b"0" * 52), [404]),
]


def faults_of(answer, took, statuses):
    status = status_of(answer)
    body = answer.partition(b"\r\n\r\n")[2]
    if status not in statuses:
        yield f"answered {status}, not {' or '.join(map(str, statuses))}"
    if took > SECONDS_MAX:
        yield f"took {took:.1f} s"
    if b"X-Evil:" in answer.partition(b"\r\n\r\n")[0]:
        yield "a header grew out of the request"
    if status and status != 303 and not re.search(rb"<h1[ >]", body):
        yield "the page is none of ours"
    if status and b"Content-Security-Policy: default-src 'none'" not in answer:
        yield "the page has no Content-Security-Policy"


def main():
    failed = 0
    before = stored()
    for name, request, statuses in requests:
        start = time.monotonic()
        answer = talk(request, break_off=None in statuses)
        for fault in faults_of(answer, time.monotonic() - start, statuses):
            print(f"FAILED: {name}: {fault}")
            failed += 1
    if stored() != before:
        print("FAILED: something was stored")
        failed += 1
    whole = talk(head() + b"\r\n").partition(b"\r\n\r\n")
    bare = talk(head(b"HEAD") + b"\r\n").partition(b"\r\n\r\n")
    if bare[2] or bare[0].split(b"\r\n")[0] != whole[0].split(b"\r\n")[0]:
        print("FAILED: HEAD is not GET without a body")
        failed += 1
    for log in os.scandir(os.environ["SITE"] + "/log"):
        with open(log.path, errors="replace") as lines:
            if HANDLE.decode() in (text := lines.read()) or "stored?" in text:
                print(f"FAILED: {log.name} holds a handle or an answer")
                failed += 1
    print(f"{len(requests)} odd requests, {failed} faults")
    sys.exit(failed > 0)


main()
