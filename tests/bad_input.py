#!/usr/bin/env python3
"""Inside tests/site.sh: what should not be sent by the form.

What was typed is still in every page that refuses it, and the button of that page sends it.  requests_odd.py has the
requests that are bad before they are forms, honest_input.py what must not be refused.
"""
import hashlib
import hmac
import json
import threading
import time

import visitor
from respondent import (BASE, CANARY, HONEST, PAGES, SAVED, SENT, SITE, SLUG, TYPED, Database, Respondent, case,
                        database, equal, expect, load, run, shown)


# --- refused, with everything typed kept ------------------------------------------------------------------------------

def stamp(change):
    """FORM-STAMP as CHANGE makes it of the right one."""
    return lambda pairs: [(name, change(value) if name == "form-stamp" else value) for name, value in pairs]


def aged(text, handle, page, hours):
    """The token TEXT of a draft's page, as it would have been made HOURS ago.  Only who has the key can do that."""
    symbols = "0123456789abcdefghjkmnpqrstvwxyz"

    def encode(data):
        bits = "".join(f"{byte:08b}" for byte in data)
        return "".join(symbols[int(bits[i:i + 5].ljust(5, "0"), 2)] for i in range(0, len(bits), 5))
    draft = int("".join(f"{symbols.index(symbol):05b}" for symbol in handle)[:128], 2).to_bytes(16, "big")
    issued = int(time.time()) - hours * 3600
    claim = b"".join(part.encode() + b"\0" for part in ("token", page, SLUG))
    claim += (1).to_bytes(8, "big") + issued.to_bytes(8, "big") + hashlib.sha256(draft).digest()
    with open(f"{SITE}/key", "rb") as key:
        mac = hmac.digest(key.read(), claim, "sha256")
    return encode(issued.to_bytes(5, "big")) + encode(mac) + text[60:]


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
            ("a token of 25 hours ago", stamp(lambda text: aged(text, me.handle, "why", 25)), {}),
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
    ("an organisation that speaks for too many", "about", {"capacity": "organisation", "organisation": "a",
                                                           "represents": "a" * 501}, "1 character too long"),
    ("nothing said of contact", "about", {"contact": []}, "may contact you"),
    ("contact without an address", "about", {"contact": "yes", "email": ""}, "Enter your email address"),
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
    # every other type of question
    ("a choice of another question", "vehicle", {"vehicle": "red"}, "Select an answer from the list"),
    ("a choice of -1", "vehicle", {"vehicle": "-1"}, "Select an answer from the list"),
    ("two choices", "vehicle", {"vehicle": ["bus", "bicycle"]}, "Select one answer only"),
    ("the label of a choice", "vehicle", {"vehicle": "Bicycle"}, "Select an answer from the list"),
    ("something else, but not what", "vehicle", {"vehicle": "other", "vehicle.other": ""},
     "Enter details for ‘Something else’"),
    ("something else that is blank", "vehicle", {"vehicle": "other", "vehicle.other": " \u00a0\u200b"},
     "Enter details for ‘Something else’"),
    ("something else in 201 letters", "vehicle", {"vehicle": "other", "vehicle.other": "a" * 201}, "1 character too long"),
    ("something else in 101 emoji", "vehicle", {"vehicle": "other", "vehicle.other": "😀" * 101},
     "2 characters too long"),
    ("something else twice", "vehicle", {"vehicle": "other", "vehicle.other": ["a", "b"]}, "Enter one answer only"),
    ("a reply to no address", "reply", {"reply": "nobody"}, "correct format"),
    ("a reply to an address with a header", "reply", {"reply": "a@example.org\nBcc: b@example.org"}, "correct format"),
    ("a reply to two addresses", "reply", {"reply": "a@example.org, b@example.org"}, "correct format"),
    ("a reply to two fields", "reply", {"reply": ["a@example.org", "b@example.org"]}, "Enter one answer only"),
    ("a reply to a name and an address", "reply", {"reply": "Ann <a@example.org>"}, "correct format"),
    ("a reply to a host without a dot", "reply", {"reply": "a@localhost"}, "correct format"),
    ("a reply to an address of 255 letters", "reply", {"reply": "a" * 243 + "@example.org"}, "1 character too long"),
    ("a number in words", "trips", {"trips": "a dozen"}, "must be a number"),
    ("NaN", "trips", {"trips": "NaN"}, "must be a number"),
    ("infinity", "trips", {"trips": "inf"}, "must be a number"),
    ("1e9", "trips", {"trips": "1e9"}, "must be a number"),
    ("a number in hexadecimal", "trips", {"trips": "0x10"}, "must be a number"),
    ("full-width digits", "trips", {"trips": "１２"}, "must be a number"),
    ("Arabic digits", "trips", {"trips": "١٢"}, "must be a number"),
    ("a number with its unit", "trips", {"trips": "12 trips"}, "must be a number"),
    ("a number with two points", "trips", {"trips": "1.2.3"}, "must be a number"),
    ("a number that ends with its point", "trips", {"trips": "12."}, "must be a number"),
    ("a comma for the point", "trips", {"trips": "12,50"}, "must be a number"),
    ("groups of two digits", "trips", {"trips": "1,00,000"}, "must be a number"),
    ("a plus", "trips", {"trips": "+5"}, "must be a number"),
    ("two numbers", "trips", {"trips": ["1", "2"]}, "Enter one answer only"),
    ("a number and a line", "trips", {"trips": "1\n2"}, "must be a number"),
    ("three decimal places", "trips", {"trips": "1.234"}, "2 decimal places or fewer"),
    ("a number of -1", "trips", {"trips": "-1"}, "0 or more"),
    ("a hundredth below the least", "trips", {"trips": "-0.01"}, "0 or more"),
    ("a hundredth above the most", "trips", {"trips": "100000.01"}, "100,000 or less"),
    ("2^64", "trips", {"trips": "18446744073709551616"}, "100,000 or less"),
    ("2^63, negative", "trips", {"trips": "-9223372036854775808"}, "0 or more"),
    ("200 nines", "trips", {"trips": "9" * 200}, "100,000 or less"),
    ("201 digits", "trips", {"trips": "0" * 201}, "1 character too long"),
    ("half a floor", "floor", {"floor": "1.5"}, "must be a whole number"),
    ("a floor too low", "floor", {"floor": "-4"}, "-3 or more"),
    ("a floor too high", "floor", {"floor": "51"}, "50 or less"),
    ("two signs", "floor", {"floor": "--2"}, "must be a number"),
) + tuple(
    (f"{name}: {day!r} {month!r} {year!r}", page, {f"{page}.day": day, f"{page}.month": month, f"{page}.year": year},
     message) for name, page, day, month, year, message in (
        ("a day that February has not", "born", "31", "2", "1999", "must be a real date"),
        ("a day that February had not", "born", "29", "February", "2023", "must be a real date"),
        ("a day that 1900 had not", "born", "29", "2", "1900", "must be a real date"),
        ("a day that June has not", "born", "31", "6", "1999", "must be a real date"),
        ("a day of no month", "born", "32", "1", "1999", "must be a real date"),
        ("day 0", "born", "0", "1", "1999", "must be a real date"),
        ("a negative day", "born", "-1", "1", "1999", "must be a real date"),
        ("a day in words", "born", "first", "1", "1999", "must be a real date"),
        ("month 13", "born", "1", "13", "1999", "must be a real date"),
        ("month 0", "born", "1", "0", "1999", "must be a real date"),
        ("a month of no language here", "born", "1", "Januarius", "1999", "must be a real date"),
        ("a month that is a word of neither", "born", "1", "Brumaire", "1999", "must be a real date"),
        ("a month of two letters", "born", "1", "Ma", "1999", "must be a real date"),
        ("a month and more", "born", "1", "Mayor", "1999", "must be a real date"),
        ("full-width digits", "born", "１", "1", "1999", "must be a real date"),
        ("a day of 2^64", "born", "18446744073709551617", "1", "1999", "must be a real date"),
        ("a day alone", "born", "1", "", "", "must include a month and year"),
        ("a month alone", "born", "", "5", "", "must include a day and year"),
        ("a year alone", "born", "", "", "1999", "must include a day and month"),
        ("no day", "born", "", "5", "1999", "must include a day"),
        ("no month", "born", "1", "", "1999", "must include a month"),
        ("no year", "born", "1", "5", "", "must include a year"),
        ("a year of two digits", "born", "1", "5", "20", "must include 4 numbers"),
        ("a year of five digits", "born", "1", "5", "20266", "must include 4 numbers"),
        ("a year of 201 digits", "born", "1", "5", "2" * 201, "1 character too long"),
        ("a year in words", "born", "1", "5", "MMXX", "must be a real date"),
        ("a year before all", "born", "1", "5", "0001", "1 January 1900"),
        ("a year after all", "born", "1", "5", "2101", "31 December 2100"),
        ("the day before the earliest", "moved", "28", "2", "1950", "1 March 1950"),
        ("the day after the latest", "moved", "1", "Gorffennaf", "2026", "30 June 2026"),
    )) + (
    ("two days", "born", {"born.day": ["1", "2"], "born.month": "1", "born.year": "1999"}, "Enter one answer only"),
    ("a row without an answer", "views", {"views.cost": "good", "views.noise": []},
     "Select an answer for ‘Noise’"),
    ("no row with an answer", "views", {"views.cost": [], "views.noise": []},
     ("Select an answer for ‘Cost’", "Select an answer for ‘Noise’")),
    ("answers in rows that are not there", "views", {"views.cost": [], "views.noise": [], "views.price": "good",
                                                     "views": "good"}, "Select an answer for ‘Cost’"),
    ("a column that is not there", "views", {"views.cost": "fair", "views.noise": "bad"},
     "Select an answer from the list"),
    ("two columns of a row", "views", {"views.cost": ["good", "bad"], "views.noise": "bad"}, "Select one answer only"),
    ("nothing ranked", "wishes", {f"wishes.{option}": "" for option in ("price", "looks", "speed")},
     "Select a place for each option"),
    ("nothing ranked but the whole", "wishes", {"wishes.price": "", "wishes.looks": "", "wishes.speed": "",
                                                "wishes": "price; looks; speed"}, "Select a place for each option"),
    ("a place twice", "wishes", {"wishes.price": "1", "wishes.looks": "2", "wishes.speed": "1"},
     "Select another place for ‘Speed’"),
    ("a place missing", "wishes", {"wishes.price": "1", "wishes.looks": "2", "wishes.speed": ""},
     "Select a place for ‘Speed’"),
    ("two places for one", "wishes", {"wishes.price": ["1", "3"], "wishes.looks": "2", "wishes.speed": "3"},
     "Select one answer only"),
) + tuple(
    (f"place {place!r}", "wishes", {"wishes.price": place, "wishes.looks": "2", "wishes.speed": "3"},
     "Select an answer from the list")
    for place in ("0", "4", "99", "1a", "-1", "+1", " 1", "1.0", "001", "１", "4294967297", "18446744073709551617")
) + (
    ("nothing together with something", "barriers", {"barriers": ["steps", "none"]},
     "Select the answers that apply, or select ‘None of these’"),
    ("all boxes", "barriers", {"barriers": ["steps", "traffic", "other", "none"], "barriers.other": "it rains"},
     "Select the answers that apply, or select ‘None of these’"),
    ("another thing, but not what", "barriers", {"barriers": ["steps", "other"], "barriers.other": "\t"},
     "Enter details for ‘Another thing’"),
    ("another thing in 201 letters", "barriers", {"barriers": ["other"], "barriers.other": "a" * 201},
     "1 character too long"),
    ("a box of another question", "barriers", {"barriers": ["steps", "bridge"]}, "Select an answer from the list"),
    ("nothing on a page of two questions", "home", {"home": [], "rooms": ""},
     ("Question 15: Select an answer", "Question 16: Enter a number")),
    ("one of two answered", "home", {"home": "house", "rooms": ""}, "Question 16: Enter a number"),
    ("the other of two answered", "home", {"home": [], "rooms": "3"}, "Question 15: Select an answer"),
    ("both of two wrong", "home", {"home": "boat", "home.other": "", "rooms": "many"},
     ("Question 15: Enter details for ‘A boat’", "Question 16: Your answer must be a number")),
)


def keeps(page, sent):
    """Every field of the page holds what was SENT for it: a text, or the choices that there are."""
    for field in page.fields:
        values = [value for name, value in sent if name == field.name]
        if field.kind in ("radio", "checkbox"):
            assert field.checked == (field.value in values), f"{field.name}: {field.value} lost or won"
        elif field.kind == "select":
            assert field.value in values or not field.checked, f"{field.name}: {field.value} won"
        elif field.kind != "hidden" and len(values) == 1:
            equal(shown(field.value), shown(values[0]))


def faulty_answers():
    me = Respondent()
    for name, page, typed, messages in FAULTS:
        def refuse():
            form = me.open(page)
            sent = [pair for pair in form.filled(**HONEST) if pair[0] not in typed]
            for field, values in typed.items():
                values = [values] if isinstance(values, str) else values
                sent += [(field, value.replace("\n", "\r\n")) for value in values]
            keeps(expect(me.ask("POST", form.action, sent), 422, "There is a problem", "Error: ",
                         *([messages] if isinstance(messages, str) else messages)), sent)
        case(f"{name}: told so, everything kept", refuse)


# --- forms with more in them, or less ---------------------------------------------------------------------------------

def strange_forms():
    me = Respondent()

    def sent(extra, status, *phrases, headers=()):
        form = me.open("why")
        return expect(me.ask("POST", form.action, form.filled(why=TYPED) + extra, headers), status, *phrases)
    kind = "application/x-www-form-urlencoded"

    def patient():
        form = me.open("why")
        pairs = stamp(lambda text: aged(text, me.handle, "why", 23))(form.filled(why=TYPED))
        equal(me.ask("POST", form.action, pairs).status, 303)
    case("a token of 23 hours ago", patient, SAVED)
    case("300 fields", lambda: sent([(f"a{i}", "b") for i in range(298)], 400, "could not read"))
    case("a body one byte over the limit", lambda: expect(
        me.ask("POST", me.at("why"), b"why=" + b"a" * (1024 * 1024 - 3)), 413, "too long"))
    case("200 fields", lambda: sent([(f"a{i}", "b") for i in range(198)], 303), SAVED)
    case("fields of other programs", lambda: sent(
        [("why[]", "x"), ("__proto__", "x"), ("_method", "DELETE")], 303), SAVED)
    case("a type that names UTF-8", lambda: sent([], 303, headers={"Content-Type": f"{kind};charset=UTF-8"}), SAVED)

    def assign():
        sent([("reference", "AAAAAAAA"), ("submission_id", "0" * 36), ("channel", "post"), ("late", "true"),
              ("received_at", "2000-01-01"), ("publish", "with-name"), ("colour", "green")], 303)
        row = database.ask(f"select answers->>'colour', respondent->>'publish', reference from greenpaper.draft"
                           f" where answers->>'why' like '%{CANARY}%' order by saved_at desc limit 1")
        equal(row, ["||"])
    case("names of columns and of other pages' fields", assign, SAVED)


# --- parts that nobody has, and questions that are not asked ----------------------------------------------------------

def draft_of(slug=SLUG):
    """The answers of the draft that was saved last."""
    return json.loads(database.ask(
        f"select answers from greenpaper.draft where slug = '{slug}' order by saved_at desc limit 1")[0])


def parts_of_answers():
    me = Respondent()
    for name, page, typed, extra, stored in (
            ("a text beside a choice that was not made", "vehicle", {"vehicle": "bus", "vehicle.other": "a cart"}, (),
             {"vehicle": "bus"}),
            ("a text beside no choice", "vehicle", {"vehicle": "", "vehicle.other": "a cart"}, (), {}),
            ("a text beside a choice that has none", "colour", {"colour": "red"}, [("colour.other", "pink")],
             {"colour": "red"}),
            ("parts that nobody has", "vehicle", {"vehicle": "bus", "vehicle.other": ""},
             [("vehicle.bus", "1"), ("vehicle.", "x"), ("vehicle.other.other", "x"), (".vehicle", "x"), (".", "x"),
              ("vehicle..other", "x"), ("nobody.other", "x"), ("vehicle.OTHER", "x"), ("vehicle.other ", "x")],
             {"vehicle": "bus"}),
            ("parts of another type", "born", {"born.day": "1", "born.month": "mai", "born.year": "1999"},
             [("born.hour", "12"), ("born.other", "x"), ("born", "2000-02-02")], {"born": "1999-05-01"}),
            ("a whole date, as in a file", "born", {"born.day": "", "born.month": "", "born.year": ""},
             [("born", "2000-02-02")], {}),
            ("rows that are not there", "views", {"views.cost": "good", "views.noise": "bad"},
             [("views.price", "good"), ("views.cost.good", "good"), ("views", "bad")],
             {"views": {"cost": "good", "noise": "bad"}}),
            ("places of what is not there", "wishes",
             {"wishes.price": "3", "wishes.looks": "2", "wishes.speed": "1"},
             [("wishes.size", "1"), ("wishes.1", "price"), ("wishes", "price")],
             {"wishes": ["speed", "looks", "price"]}),
            ("answers to questions of other pages", "floor", {"floor": "1"},
             [("trips", "5"), ("green_why", "moss"), ("rooms", "2"), ("home", "house")], {"floor": "1"}),
            ("a box twice", "barriers", {"barriers": ["steps"]}, [("barriers", "steps"), ("barriers", " ")],
             {"barriers": ["steps"]}),
            ("an exclusive box alone", "barriers", {"barriers": ["none"], "barriers.other": "x"}, (),
             {"barriers": ["none"]}),
            ("minus zero", "floor", {"floor": "−0"}, (), {"floor": "0"}),
            ("zeros around a number", "trips", {"trips": " 0001.50000000 "}, (), {"trips": "1.5"}),
            ("both limits of a date", "moved", {"moved.day": "01", "moved.month": "MAR.", "moved.year": "1950"}, (),
             {"moved": "1950-03-01"}),
            ("29 February of a year that has one", "born",
             {"born.day": "29", "born.month": "chwe", "born.year": "2000"}, (), {"born": "2000-02-29"}),
            ("something else in 200 letters", "vehicle", {"vehicle": "other", "vehicle.other": "a" * 200}, (),
             {"vehicle": "other", "vehicle.other": "a" * 200})):
        def save():
            form = me.open(page)
            equal(me.ask("POST", form.action, form.filled(**typed) + list(extra)).status, 303)
            answers = draft_of()
            equal({key: value for key, value in answers.items() if key.split(".")[0] == page}, stored)
            equal({key.split(".")[0] for key in answers} - pages, set())
        pages = {"colour", "vehicle", "born", "views", "wishes", "floor", "trips", "moved", "barriers"}
        case(f"{name}: stored as it should be", save, SAVED)


def questions_not_asked():
    me = Respondent().answer_all()
    why = me.at("green_why")
    case("a question that is not asked leads on", lambda: equal(me.ask("GET", why).headers["Location"],
                                                                me.at("vehicle")))
    case("its page begins with no other question", lambda: expect(me.ask("GET", me.at("rooms")), 404, "Page not found"))
    stamp_of = {}

    def ask_it():
        equal(me.send("colour", colour="green").status, 303)
        form = me.open("green_why")
        stamp_of["form"] = form
        expect(me.ask("POST", form.action, form.filled(green_why="")), 422, "Enter your answer")
    case("asked after another answer, and then required", ask_it, SAVED)
    case("sent without it: leads to it", lambda: equal(me.send("check").headers["Location"], why))
    case("its answer", lambda: equal(me.send("green_why", green_why=f"Moss {CANARY}").status, 303), SAVED)

    def unask():
        equal(me.send("colour", colour="red").status, 303)
        assert "Moss" not in me.ask("GET", me.at("check")).page, "shown though it is not asked"
        equal(draft_of()["green_why"], f"Moss {CANARY}")
    case("not asked any more: kept in the draft, not shown", unask, SAVED)

    def late():
        form = stamp_of["form"]
        answer = me.ask("POST", form.action, form.filled(green_why="a" * 41))
        expect(answer, 422, "1 character too long")
    case("a faulty answer to what is not asked any more: told so", late)

    def submit():
        reference = me.submit()
        row = json.loads(database.ask(f"select answers from greenpaper.response where reference = '{reference}'")[0])
        assert "green_why" not in row, "sent though it is not asked"
        equal({key for key in row if "." not in key}, set(PAGES) - {"about", "born"} | {"rooms"})
    case("sent without it", submit, SENT)


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
    database.ask("with d as (insert into greenpaper.draft (slug, version, language, made_at)"
                 " values ('bad-input-closed', 1, 'en', '2020-01-02') returning id)"
                 " insert into greenpaper.draft_key (hash, draft_id, kind)"
                 r" select sha256('\x00000000000000000000000000000000'), id, 'handle' from d")
    late = visitor.Visitor(BASE)
    page = f"/consultations/bad-input-closed/with/{handle}/respond/why"
    case("a page opened after the closing", lambda: expect(late.ask("GET", page), 410, *dates, *routes))
    case("an answer after the closing: shown back", lambda: expect(
        late.ask("POST", page, [("why", TYPED)]), 410, "it has not been sent", TYPED, *dates, *routes))
    case("a short answer after the closing: shown back", lambda: expect(
        late.ask("POST", page, [("why", "maybe")]), 410, "maybe"))

    me = Respondent("bad-input-moved").answer_all()
    form = me.open("check")
    load("bad-input-moved", closes="2020-01-31 23:45")
    case("sent after the closing was brought forward", lambda: expect(
        me.ask("POST", form.action, form.filled()), 410, *dates, *routes))
    for name in ("why", "check"):
        case(f"{name}, opened after that: what is saved", lambda: expect(
            me.ask("GET", me.at(name)), 410, TYPED, *dates, *routes))


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
        equal({answer.status for answer in answers}, {303})
        equal(len({answer.headers["Location"] for answer in answers}), 1)
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


def addresses_that_hold_a_handle():
    """What is logged of them is searched in the end."""
    me = Respondent()
    form = f"/consultations/{SLUG}"
    for path in (f"/{form}/with/{me.handle}/respond/why", f"/consultations//{SLUG}/with/{me.handle}/check",
                 f"/.{form}/with/{me.handle}/check", f"{form}/with//{me.handle}/check", f"{form}/check/{me.handle}",
                 f"{BASE}{form}/with/{me.handle}/check", f"{form}/whit/{me.handle}/check", f"/{me.handle.upper()}",
                 f"{form}/%77ith/{me.handle}/check", f"{form}/respond/why?why={CANARY}", f"/consultations?{CANARY}"):
        me.ask("GET", path, None, {"Referer": f"https://example.org/{CANARY}", "User-Agent": CANARY})


load("bad-input-other")
load("bad-input-moved")
load("bad-input-closed", closes="2020-01-31 23:45")
load("bad-input-unopened", opens="2098-12-31 09:00")
run(refused_forms, faulty_answers, parts_of_answers, questions_not_asked, strange_forms, unknown_addresses, closed_consultations, two_tabs, sent_twice,
    sent_too_early, a_database_that_waits, addresses_that_hold_a_handle)
