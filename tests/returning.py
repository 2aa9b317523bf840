#!/usr/bin/env python3
"""Inside tests/site.sh: coming back, seeing, changing, withdrawing and deleting, by who may not or no longer.

Each gets a page of ours that says what is the matter, and nothing is changed by it.  honest_input.py has what works.
"""
import re

import visitor
from respondent import (BASE, CANARY, SAVED, SECRETS, SENT, SLUG, Respondent, case, equal, expect, load, mailed_link, run, shown)

OTHER, LATE = "bad-input-other", "bad-input-late"
PLACES = ("saved", "delete", "response", "withdraw")
TYPED = f"{CANARY}@example.org"
LOST, UNKNOWN, GONE = "We cannot find the response you started", "We cannot find a response", "This link does not work"


def home(slug=SLUG):
    return f"/consultations/{slug}"


def form_of(who, place):
    """The last form of one of the places: the one for e-mail where there is one."""
    answer = who.ask("GET", f"{home(who.slug)}/{place}")
    equal(answer.status, 200)
    return visitor.Page("<main>" + answer.page[answer.page.rindex("<form"):])


def stamp_of(who, place):
    return dict(form_of(who, place).filled())["form-stamp"]


def press(who, place, **headers):
    """The button of a place whose page is opened now."""
    form = form_of(who, place)
    return who.ask("POST", form.action, form.filled(), headers)


def code_of(who):
    answer = who.ask("POST", f"{home(who.slug)}/saved",
                     [("form-stamp", stamp_of(who, "saved")), ("form-do", "code")])
    equal(answer.status, 200)
    code = re.search('id="code">([^<]*)<', answer.page)[1]
    SECRETS.add(code)
    return code


def link_of(who, address=TYPED):
    form = form_of(who, "saved")
    expect(who.ask("POST", form.action, form.filled(email=address)), 200, f"We will send an email to {address}")
    return mailed_link(who.slug)


def enter(code, slug=SLUG, headers=()):
    """A code, typed by somebody who has nothing."""
    return visitor.Visitor(BASE).ask("POST", f"{home(slug)}/return", [("code", code)], headers)


# --- without a draft --------------------------------------------------------------------------------------------------

def without_a_draft():
    elsewhere = Respondent(OTHER)
    cookies = (("no cookie", None), ("a handle of nobody", "0" * 26), ("a handle that is none", "nothing"),
               ("a handle of 4 kB", "0" * 4000), ("the handle of another consultation", elsewhere.handle))
    for place in PLACES:
        at = f"{home()}/{place}"
        for name, handle in cookies:
            nobody = visitor.Visitor(BASE)
            headers = {"Cookie": f"__Host-draft-{SLUG}={handle}"} if handle else {}
            case(f"GET {place}, {name}: leads to the consultation", lambda: equal(
                [nobody.ask("GET", at, None, headers)[0], nobody.ask("GET", at, None, headers)[1]["Location"]],
                [303, home()]))
            case(f"POST {place}, {name}: 403", lambda: expect(
                nobody.ask("POST", at, [("email", TYPED)], headers), 403, LOST, TYPED))
        for name, handle in cookies[1:3] + cookies[4:]:
            with_it = f"{home()}/with/{handle}/{place}"
            case(f"GET {place}, {name} in the address", lambda: equal(
                visitor.Visitor(BASE).ask("GET", with_it).headers["Location"], home()))
            case(f"POST {place}, {name} in the address", lambda: expect(
                visitor.Visitor(BASE).ask("POST", with_it, []), 403, LOST))
        case(f"DELETE {place}", lambda: expect(visitor.Visitor(BASE).ask("DELETE", at), 405, "does not take"))
        case(f"{place} of no consultation", lambda: equal(
            visitor.Visitor(BASE).ask("GET", f"{home('nothing')}/{place}").status, 303))
        case(f"{place}, as JSON", lambda: equal(visitor.Visitor(BASE).ask(
            "POST", at, b"{}", {"Content-Type": "application/json"}).status, 415))
        case(f"{place} in Welsh", lambda: expect(visitor.Visitor(BASE).ask("POST", f"{at}.cy", []), 403, 'lang="cy"'))
        case(f"{place}, and more", lambda: expect(visitor.Visitor(BASE).ask("GET", f"{at}/x"), 404, "Page not found"))


# --- a draft, and the wrong button ------------------------------------------------------------------------------------

def wrong_buttons():
    me, another, elsewhere = Respondent(), Respondent(), Respondent(OTHER)
    mine, others = Respondent().answer_all(), Respondent().answer_all()
    mine.submit()
    others.submit()
    for who, stranger, place, neighbour in ((me, another, "saved", "delete"), (me, another, "delete", "saved"),
                                            (mine, others, "response", "withdraw"),
                                            (mine, others, "withdraw", "response")):
        at = f"{home()}/{place}"
        right = stamp_of(who, place)
        for name, stamp, headers in (
                ("no token", None, {}), ("an empty token", "", {}), ("a token of zeros", "0" * 60 + "-0", {}),
                ("a token with one letter changed", right[:30] + "01"[right[30] == "0"] + right[31:], {}),
                ("a token 2,000 times over", right * 2000, {}),
                ("the token of another person", stamp_of(stranger, place), {}),
                ("the token of another page", stamp_of(who, neighbour), {}),
                ("the token of another consultation", stamp_of(elsewhere, "saved"), {}),
                ("the Origin of another site", right, {"Origin": "https://evil.example"}),
                ("Sec-Fetch-Site: cross-site", right, {"Sec-Fetch-Site": "cross-site"})):
            for wish in ("mail", "code", "change"):
                pairs = [("form-do", wish), ("email", TYPED)] + ([] if stamp is None else [("form-stamp", stamp)])
                kept = [f'value="{TYPED}"'] if place in ("saved", "response") else []
                case(f"{place} ({wish}), {name}: 403", lambda: expect(
                    who.ask("POST", at, pairs, headers), 403, "form-stamp", "open for too long", *kept))
    for place in ("response", "withdraw"):
        case(f"GET {place}, before anything was sent: leads on", lambda: equal(
            me.ask("GET", f"{home()}/{place}").headers["Location"], me.at("about")))
        case(f"POST {place}, before anything was sent: leads on", lambda: equal(
            me.ask("POST", f"{home()}/{place}", [("form-stamp", stamp_of(me, "saved"))]).headers["Location"],
            me.at("about")))
    for place in ("saved", "delete"):
        case(f"GET {place}, after all was sent: leads on", lambda: equal(
            mine.ask("GET", f"{home()}/{place}").status, 303))
        case(f"POST {place}, after all was sent: leads on", lambda: equal(
            mine.ask("POST", f"{home()}/{place}", [("form-stamp", stamp_of(mine, "response"))]).headers["Location"],
            f"{home()}/response"))


def wrong_addresses():
    me = Respondent()
    mine = Respondent().answer_all()
    mine.submit()
    for name, email in (("none", ""), ("blanks", " \u00a0"), ("no @", "nobody"), ("two @", "a@b@example.org"),
                        ("no dot", "a@localhost"), ("a header", "a@example.org\r\nBcc: b@example.org"),
                        ("an encoded line end", "a@example.org\nb"), ("two of them", "a@example.org,b@example.org"),
                        ("a name", "Ann <a@example.org>"), ("255 letters", "a" * 243 + "@example.org"),
                        ("quotes", '"a b"@example.org'), ("a NUL of our own", "a\u2400 @example.org")):
        for who, place in ((me, "saved"), (mine, "response")):
            def refuse():
                form = form_of(who, place)
                answer = who.ask("POST", form.action, form.filled(email=email))
                expect(answer, 422, "There is a problem", "Enter an email address in the correct format")
                page = visitor.Page("<main>" + answer.page[answer.page.rindex("<form"):])
                equal([shown(field.value) for field in page.fields if field.name == "email"], [shown(email)])
            case(f"an e-mail from {place} to {name}: told so", refuse)
    for number in range(10):
        link_of(me, f"{number}.{TYPED}")

    def eleventh():
        form = form_of(me, "saved")
        expect(me.ask("POST", form.action, form.filled(email=TYPED)), 422, "10 emails", f'value="{TYPED}"')
    case("the eleventh e-mail", eleventh)


# --- codes and links --------------------------------------------------------------------------------------------------

def wrong_codes():
    me, elsewhere, kept = Respondent(), Respondent(OTHER), {}

    def get():
        kept["mine"], kept["other"], kept["link"] = code_of(me), code_of(elsewhere), link_of(me)
    case("two codes and a link", get, SAVED)
    code = kept["mine"]
    symbol = "23"[code[0] == "2"]
    for name, typed in (
            ("the code of another consultation", kept["other"]), ("a code with one letter changed", symbol + code[1:]),
            ("a code with O for its first letter", "O" + code[1:]), ("with 0", "0" + code[1:]),
            ("with 1", code[:-1] + "1"), ("with I", code[:-1] + "I"), ("with a Cyrillic letter", "\u0410" + code[1:]),
            ("with a full-width digit", code[:-1] + "\uff12"), ("a code cut short", code[:-1]),
            ("a code and a letter", code + "2"), ("a code twice", code + code), ("a code 2,000 times over", code * 2000),
            ("a code backwards", code[::-1]), ("a code with a percent", code + "%"), ("a handle", me.handle),
            ("a link's token", kept["link"].split("/")[-1]), ("a link", BASE + kept["link"]),
            ("a reference", "ABCDEFGH"), ("SQL", "' or '1'='1"), ("a page", f"<script>{CANARY}</script>"),
            ("emoji", "👩‍👩‍👧‍👦" * 12)):
        def refuse():
            page = expect(enter(typed), 422, "There is a problem", UNKNOWN)
            equal([field.value for field in page.fields if field.name == "code"], [typed])
        case(f"{name}: not found, kept", refuse)
    for name, typed in (("nothing", ""), ("blanks", " \u00a0\u200b"), ("a line end", "\r\n")):
        case(f"a code of {name}", lambda: expect(enter(typed), 422, "Enter your code"))
    case("no field", lambda: expect(visitor.Visitor(BASE).ask("POST", f"{home()}/return", []), 422, "Enter your code"))
    case("a code in Welsh", lambda: expect(visitor.Visitor(BASE).ask(
        "POST", f"{home()}/return.cy", [("code", "x")]), 422, 'lang="cy"'))
    case("a code for no consultation", lambda: expect(enter(code, "nothing"), 404, "Page not found"))
    for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        case(f"the code from elsewhere: {headers}", lambda: expect(enter(code, headers=headers), 403))
        case(f"the link from elsewhere: {headers}", lambda: expect(visitor.Visitor(BASE).ask(
            "POST", kept["link"], [], headers), 403))
    case("a look at the link gives nothing", lambda: equal(
        visitor.Visitor(BASE).ask("GET", kept["link"]).headers["Set-Cookie"], None))
    token = kept["link"].split("/")[-1]
    for name, path in (
            ("one letter changed", kept["link"][:-2] + "01"[token[-2] == "0"] + token[-1]),
            ("cut short", kept["link"][:-1]), ("twice", kept["link"] + token),
            ("4 kB", f"{home()}/return/{'0' * 4000}"), ("a handle", f"{home()}/return/{me.handle}"),
            ("a code", f"{home()}/return/{code}"),
            ("at another consultation", kept["link"].replace(SLUG, OTHER))):
        case(f"a link, {name}: this link does not work", lambda: expect(
            visitor.Visitor(BASE).ask("POST", path, []), 404, GONE))
        case(f"a link, {name}: looked at", lambda: expect(visitor.Visitor(BASE).ask("GET", path), 200, "This link opens"))

    def delete():
        expect(press(me, "delete"), 200, "Your answers have been deleted")
    case("deleted", delete, (-1, 0))
    case("the code of what was deleted", lambda: expect(enter(code), 422, UNKNOWN))
    case("the link to what was deleted", lambda: expect(
        visitor.Visitor(BASE).ask("POST", kept["link"], []), 404, GONE))
    for place in PLACES:
        case(f"{place} of what was deleted", lambda: expect(visitor.Visitor(BASE).ask(
            "POST", f"{home()}/with/{me.handle}/{place}", []), 403, LOST))


# --- another response in the browser ----------------------------------------------------------------------------------

def held():
    mine, sent = Respondent(), Respondent().answer_all()
    mine.send("place", place="Ynys Môn")
    code, link = code_of(mine), link_of(mine)
    sent.submit()
    for language, question in (("", "There is another response in this browser"), (".cy", "Mae ymateb arall yn y porwr hwn")):
        here = Respondent()
        here.send("place", place="Bangor")
        for who, stays in ((here, home() + f"/respond/about{language}"), (sent, f"{home()}/response{language}")):
            for name, path, pairs in (("code", f"{home()}/return{language}", [("code", code)]),
                                      ("link", link + language, [])):
                def ask():
                    cookies = dict(who.cookies)
                    answer = who.ask("POST", path, pairs)
                    form = expect(answer, 200, question, f'href="{stays}"')
                    assert CANARY not in answer.page and "Ynys" not in answer.page, "it shows the other response"
                    equal(form.action, path)
                    equal(sorted(form.filled()), sorted(pairs + [("form-do", "leave")]))
                    equal(who.cookies, cookies)
                case(f"a {name} where there are other answers{language}: asked first, {stays}", ask)

        def leave():
            form = visitor.Page(here.ask("POST", f"{home()}/return{language}", [("code", code)]).page)
            answer = here.ask("POST", form.action, form.filled())
            equal(answer.status, 303)
            SECRETS.add(answer.headers["Location"].split("/")[4])
            equal(here.value("place", "place"), "Ynys Môn")
        case(f"the code is followed{language}", leave, SAVED)
        case(f"the link is, to the same{language}", lambda: SECRETS.add(
            here.ask("POST", link + language, []).headers["Location"].split("/")[4]), SAVED)
    case("a wrong code is told before anything is asked", lambda: expect(
        sent.ask("POST", f"{home()}/return", [("code", "x" * 12)]), 422, UNKNOWN))
    case("the choice from elsewhere", lambda: expect(sent.ask(
        "POST", f"{home()}/return", [("code", code), ("form-do", "leave")], {"Origin": "https://evil.example"}), 403))


# --- taken back, and too late -----------------------------------------------------------------------------------------

def taken_back():
    me = Respondent().answer_all()
    code = code_of(me)
    me.submit()
    change, copy, twice = stamp_of(me, "response"), form_of(me, "response"), form_of(me, "withdraw")
    case("withdrawn", lambda: expect(me.ask("POST", twice.action, twice.filled()), 200, "has been withdrawn"), SAVED)
    case("withdrawn twice", lambda: expect(me.ask("POST", twice.action, twice.filled()), 200, "has been withdrawn"))
    case("seen after that", lambda: expect(me.ask("GET", f"{home()}/response"), 200, "You withdrew this response on"))
    case("changed after that", lambda: equal(me.ask(
        "POST", f"{home()}/response", [("form-stamp", change), ("form-do", "change")]).headers["Location"],
        f"{home()}/response"))
    case("a copy of it after that", lambda: equal(me.ask("POST", copy.action, copy.filled(email=TYPED)).status, 303))
    case("deleted after that", lambda: equal(me.ask("GET", f"{home()}/delete").status, 303))

    def back():
        sent = enter(code)
        SECRETS.add(sent.headers["Location"].split("/")[4])
        equal(sent.headers["Location"].split("/")[-1], "response")
    case("the code still leads to it", back, SAVED)


def amended():
    me = Respondent().answer_all()
    me.submit()
    case("being changed", lambda: equal(me.ask("POST", f"{home()}/response", [
        ("form-stamp", stamp_of(me, "response")), ("form-do", "change")]).status, 303), SAVED)
    form = form_of(me, "withdraw")
    me.send("place", place="Bangor")

    def faulty():
        page = me.open("trips")
        expect(me.ask("POST", page.action, page.filled(trips="NaN")), 422, "must be a number")
    case("changed to what is wrong: told so", faulty)
    case("changed and sent", lambda: me.submit(), SENT)
    case("its pages lead on", lambda: equal(me.ask("GET", me.at("check")).status, 303))
    case("the new one is withdrawn by a page opened before", lambda: expect(
        me.ask("POST", form.action, form.filled()), 200, "has been withdrawn"), SAVED)


def too_late():
    sent, changing, unsent = (Respondent(LATE) for _ in range(3))
    for who in (sent, changing):
        who.answer_all().submit()
    unsent.send("about", capacity="individual", type="resident", name=CANARY, email="", contact="no",
                confidential="no", publish="not-at-all")
    at = f"{home(LATE)}/response"
    code, link = code_of(unsent), link_of(unsent)
    equal(changing.ask("POST", at, [("form-stamp", stamp_of(changing, "response")),
                                    ("form-do", "change")]).status, 303)
    place, check = changing.open("place"), changing.open("check")
    change = [("form-stamp", stamp_of(sent, "response")), ("form-do", "change")]
    withdraw, late = form_of(sent, "withdraw"), form_of(changing, "withdraw")
    load(LATE, closes="2020-01-31 23:45")
    case("a response after the closing is seen", lambda: expect(
        sent.ask("GET", at), 200, "The consultation has closed, so you cannot change or withdraw"))
    case("changed after the closing: it is not", lambda: equal(sent.ask("POST", at, change).headers["Location"], at))
    for who, form in ((sent, withdraw), (changing, late)):
        case("withdrawn after the closing: it is not", lambda: equal(
            who.ask("POST", form.action, form.filled()).headers["Location"], at))
    case("a change after the closing: shown back", lambda: expect(
        changing.ask("POST", place.action, place.filled(place="Bangor")), 410, "has closed", "Bangor"))
    case("a change sent after the closing", lambda: expect(
        changing.ask("POST", check.action, check.filled()), 410, "has closed"))
    case("what is being changed is seen", lambda: expect(changing.ask("GET", at), 200, "You are changing this response"))

    # The version that they were begun with is open for long; the newest one decides.
    ways = ("has closed", "What is saved", CANARY, "answers@example.org", "1 Test Street")
    for page in ("about", "colour", "why", "check"):
        case(f"{page} after the closing: what is saved, and where it may go", lambda: expect(
            unsent.ask("GET", unsent.at(page)), 410, *ways))
        case(f"{page} after the closing, sent: the same", lambda: expect(
            unsent.ask("POST", unsent.at(page), [("why", "And this.")]), 410, *ways))
    case("the page of what is saved, after the closing", lambda: expect(
        unsent.ask("GET", f"{home(LATE)}/saved"), 410, *ways))

    def back(answer):
        equal(answer.status, 303)
        SECRETS.add(answer.headers["Location"].split("/")[4])
        expect(visitor.Visitor(BASE, False).ask("GET", answer.headers["Location"]), 410, *ways)
    case("a code after the closing: seen, not saved", lambda: back(enter(code, LATE)), SAVED)
    case("a link after the closing: seen, not saved", lambda: back(visitor.Visitor(BASE).ask("POST", link, [])), SAVED)
    case("what was not sent can be deleted", lambda: expect(press(unsent, "delete"), 200, "have been deleted"), (-1, 0))
    case("the change can be deleted, the response stays", lambda: expect(
        press(changing, "delete"), 200, "Your changes have been deleted"), SAVED)


load(OTHER)
load(LATE)
run(without_a_draft, wrong_buttons, wrong_addresses, wrong_codes, held, taken_back, amended, too_late)
