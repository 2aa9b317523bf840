#!/usr/bin/python3
"""Inside tests/postgres.sh: mail out of the spool into real SMTP servers (aiosmtpd), which take it, refuse it, put it off,
are not there, break off in the middle, or speak TLS; and into a folder.
"""
import email
import email.policy
import glob
import logging
import os
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import time

from aiosmtpd.controller import Controller

TOOL = os.path.abspath(os.path.join(os.environ["BUILD"], "greenpaper"))
FROM = "consultations@greenpaper.example"
SUBJECT = "Eich ymateb wedi'i gadw: Iechyd a lles plant sy'n derbyn gofal — dŵr, tŷ, ŷd a phethau eraill"
BODY = "Annwyl gyfaill,\n.\n..\nFrom here on: ŵ ŷ 👍\n" + "x" * 3000 + "\n\n"
failed = 0


def check(what, holds, found=""):
    global failed
    print("ok:" if holds else "FAILED:", what, "" if holds else found)
    failed += not holds


def sql(text):
    return subprocess.run(["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-U", "postgres", "-c",
                           "set search_path = greenpaper", "-c", text], capture_output=True, text=True)


def queue(address, subject=SUBJECT, body=BODY):
    quoted = ", ".join("'" + part.replace("'", "''") + "'" for part in (address, subject, body))
    return sql(f"select mail_queue('parks', 'cy', 'link', {quoted})")


def deliver(*options, to=None):
    return subprocess.run([TOOL, "mail", "deliver", "--from", FROM, "--to", to, *options], capture_output=True,
                          text=True)


def await_true(condition):
    """What the condition comes to, at most 20 s later."""
    for _ in range(200):
        found = condition()
        if found:
            return found
        time.sleep(0.1)
    raise TimeoutError


def waiting():
    return int(sql("select count(*) from mail where next_try_at is not null").stdout)


def text_of(message):
    return message.get_content().replace("\r\n", "\n")


class Server:
    """Keeps what it takes; an address that says so is refused or put off."""

    def __init__(self, **options):
        self.taken = []
        self.kill = None
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        self.url = f"smtp://127.0.0.1:{port}"
        self.controller = Controller(self, hostname="127.0.0.1", port=port, **options)

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody@"):
            return "550 no such mailbox"
        if address.startswith("later@"):
            return "451 come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.taken.append((envelope.rcpt_tos[0], envelope.mail_from, envelope.original_content))
        if self.kill:
            os.kill(self.kill.pid, signal.SIGKILL)
            self.kill = None
        return "250 OK"

    def __enter__(self):
        self.controller.start()
        return self

    def __exit__(self, *_):
        self.controller.stop()


def arrives(server):
    queue("ann@example.org")
    said = deliver("--plain", to=server.url)
    check("a mail is delivered", said.returncode == 0 and said.stdout.startswith("1 delivered, 0 to be"), said)
    to, sender, raw = server.taken[-1]
    message = email.message_from_bytes(raw, policy=email.policy.SMTP)
    check("to whom and from whom", (to, sender) == ("ann@example.org", FROM), (to, sender))
    check("its subject is what was queued", message["Subject"] == SUBJECT, message["Subject"])
    check("its body is what was queued", text_of(message) == BODY, text_of(message)[:80])
    check("its lines are short and ASCII", max(map(len, raw.split(b"\r\n"))) <= 76 and raw.isascii(), raw[:400])
    check("it says that a program wrote it, and in which language",
          (message["Auto-Submitted"], message["Content-Language"]) == ("auto-generated", "cy"))
    uuid = sql("select message_id from mail").stdout.strip()
    check("its Message-ID is the mail's", message["Message-ID"] == f"<{uuid}@greenpaper.example>", message["Message-ID"])
    queued = sql("select to_char(queued_at at time zone 'UTC', 'Dy, DD Mon YYYY HH24:MI:SS') from mail").stdout.strip()
    check("its date is when it was queued", message["Date"] == queued + " +0000", (message["Date"], queued))
    check("nothing personal is left", sql("select num_nulls(address, subject, body) from mail").stdout == "3\n")
    said = deliver("--plain", to=server.url)
    check("it is not sent twice", said.stdout.startswith("0 delivered") and len(server.taken) == 1, said)


def is_refused(server):
    for name in "nobody", "ben", "later":
        queue(f"{name}@example.org")
    before = len(server.taken)
    said = deliver("--plain", "--json", to=server.url)
    check("one that is refused keeps no other back",
          said.stdout == '{"delivered":1,"later":1,"given_up":1}\n' and server.taken[-1][0] == "ben@example.org",
          said)
    check("what the server said is kept, the address is not",
          "550" in sql("select refused from mail where refused is not null and address is null").stdout)
    said = deliver("--plain", to=server.url)
    check("one that was put off is not tried again at once", said.stdout.startswith("0 delivered, 0 to"), said)
    times = []
    for _ in range(3):
        times.append(sql("select round(extract(epoch from next_try_at - clock_timestamp()) / 60.0) from mail "
                         "where next_try_at is not null").stdout.strip())
        sql("update mail set next_try_at = clock_timestamp() where next_try_at is not null")
        deliver("--plain", to=server.url)
    check("each pause is twice the last", times == ["1", "2", "4"], times)
    sql("update mail set queued_at = queued_at - interval '6 days', next_try_at = clock_timestamp() "
        "where next_try_at is not null")
    said = deliver("--plain", to=server.url)
    check("after five days it is given up", said.stdout.startswith("0 delivered, 0 to be tried again, 1 given") and
          waiting() == 0 and len(server.taken) == before + 1, said)


def breaks_off(server):
    queue("cut@example.org")
    tool = subprocess.Popen([TOOL, "mail", "deliver", "--from", FROM, "--to", server.url, "--plain"])
    server.kill = tool
    tool.wait()
    check("one whose sender was killed still waits", waiting() == 1 and tool.returncode == -signal.SIGKILL)
    deliver("--plain", to=server.url)
    first, second = server.taken[-2:]
    check("it goes once more as the very same mail", first == second and b"Message-ID" in first[2] and waiting() == 0)


def two_at_once(server):
    before = len(server.taken)
    for number in range(40):
        queue(f"crowd{number}@example.org", body="Hello\n")
    tools = [subprocess.Popen([TOOL, "mail", "deliver", "--from", FROM, "--to", server.url, "--plain"],
                              stdout=subprocess.DEVNULL) for _ in range(2)]
    codes = [tool.wait() for tool in tools]
    taken = sorted(to for to, _, _ in server.taken[before:])
    check("two senders at once send each mail once", codes == [0, 0] and len(taken) == len(set(taken)) == 40, taken)


def is_not_there(url):
    queue("dora@example.org")
    queue("emil@example.org")
    said = deliver("--plain", to=url)
    check("a server that is not there: exit 1, and the mail waits",
          said.returncode == 1 and url in said.stderr and waiting() == 2, said)
    check("the second was not tried in vain", sql("select sum(tries) from mail where next_try_at is not null").stdout
          == "1\n")
    sql("update mail set next_try_at = clock_timestamp() where next_try_at is not null")


def certificate(folder):
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                    "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout",
                    f"{folder}/key", "-out", f"{folder}/cert"], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(f"{folder}/cert", f"{folder}/key")
    return context


def speaks_tls(folder, url):
    said = deliver(to=url)
    check("without --plain a server must have TLS", said.returncode == 1 and waiting() == 2, said)
    sql("update mail set next_try_at = clock_timestamp() where next_try_at is not null")
    with Server(tls_context=certificate(folder), require_starttls=True) as server:
        said = deliver(to=server.url)
        check("whose certificate nobody knows is not trusted", said.returncode == 1 and not server.taken, said)
        sql("update mail set next_try_at = clock_timestamp() where next_try_at is not null")
        said = deliver("--ca", f"{folder}/cert", to=server.url)
        check("whose certificate is known gets the mail", said.returncode == 0 and len(server.taken) == 2, said)


def into_opensmtpd():
    """Another server, where there is one; only root can start it."""
    program = shutil.which("smtpd", path="/usr/sbin:/usr/local/sbin")
    if not program or os.getuid() != 0:
        print("not tried: OpenSMTPD wants to be installed, and root")
        return
    with tempfile.TemporaryDirectory() as folder, socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
        free.close()
        shutil.chown(folder, "nobody")
        with open(f"{folder}/smtpd.conf", "w", encoding="utf-8") as file:
            file.write(f"listen on 127.0.0.1 port {port}\n"
                       f'action keep maildir "{folder}/kept" virtual {{ "@" = "nobody" }}\nmatch from any for any action keep\n')
        queue("olga@example.org")
        server = subprocess.Popen([program, "-d", "-f", file.name], stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL)
        try:
            await_true(lambda: deliver("--plain", to=f"smtp://127.0.0.1:{port}").returncode == 0 or
                       sql("update mail set next_try_at = clock_timestamp() where next_try_at is not null") is None)
            kept = await_true(lambda: glob.glob(f"{folder}/kept/new/*"))
            with open(kept[0], "rb") as file:
                message = email.message_from_binary_file(file, policy=email.policy.SMTP)
            check("OpenSMTPD takes it and keeps it whole", text_of(message) == BODY and message["Subject"] == SUBJECT)
        finally:
            server.terminate()
            server.wait()


def into_folder(folder):
    queue("file@example.org")
    said = deliver(to=f"file:{folder}/mail")
    names = os.listdir(f"{folder}/mail")
    check("into a folder: one file, for its owner alone",
          said.returncode == 0 and len(names) == 1 and os.stat(f"{folder}/mail/{names[0]}").st_mode & 0o77 == 0, said)
    with open(f"{folder}/mail/{names[0]}", "rb") as file:
        message = email.message_from_binary_file(file, policy=email.policy.SMTP)
    check("with the same mail", text_of(message) == BODY and message["To"] == "file@example.org", message["To"])


def is_not_queued():
    for number in range(11):
        answer = queue("Full@example.org" if number % 2 else "full@example.org").stdout.strip()
    check("ten mails in a day are enough for one address", answer == "f", answer)
    check("a subject with a line end is none", queue("x@example.org", subject="a\nBcc: b@example.org").returncode != 0)
    check("an address with a line end is none", queue("x@example.org\nRCPT TO:<y@example.org>").returncode != 0)
    check("an address with a space is none", queue("x y@example.org").returncode != 0)


def main():
    logging.getLogger("mail.log").setLevel(logging.CRITICAL + 1)
    subprocess.run([TOOL, "init"], check=True, stdout=subprocess.DEVNULL)
    with tempfile.TemporaryDirectory() as folder:
        with Server() as server:
            arrives(server)
            is_refused(server)
            breaks_off(server)
            two_at_once(server)
        is_not_there(server.url)
        with Server() as server:
            speaks_tls(folder, server.url)
        into_opensmtpd()
        into_folder(folder)
        is_not_queued()
    said = subprocess.run([TOOL, "mail", "status"], capture_output=True, text=True).stdout
    check("status counts what waits and what went", said.startswith("link     10 waiting, ") and said.endswith(" 2 given up\n"), said)
    print(f"mail.py: {failed} failed")
    sys.exit(failed > 0)


main()
