#!/usr/bin/python3
"""Recount every number of a published outcome from the files that went in, in Python's own way.

usage: recount.py DEFINITION RESPONSES OUTCOME CODEFRAME CODINGS PUBLISHED

CODINGS are the rows of the database, one JSON object a line: question, theme, answers (of the response).  A number on
the page that is not recounted here is a failure too.
"""
import collections
import csv
import datetime
import decimal
import html.parser
import json
import os
import re
import sys

import yaml

HALF_UP = decimal.ROUND_HALF_UP
MONTHS = ("January February March April May June July August September October November December").split()
CONSENT = ("with-name", "without-name")
failures = []


def expect(what, found, wanted):
    if found != wanted:
        failures.append(f"{what}:\n  found  {found}\n  wanted {wanted}")


# --- counting ---------------------------------------------------------------------------------------------------------

def share(count, base, decimals):
    if base == 0:
        return ""
    exact = decimal.Decimal(100 * count) / decimal.Decimal(base)
    return str(exact.quantize(decimal.Decimal(10) ** -decimals, HALF_UP)) + "%"


def number(count):
    return f"{count:,}"


def english(text):
    return text["en"] if isinstance(text, dict) else text


def day(date):
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def moment(text):
    when = datetime.datetime.strptime(text, "%Y-%m-%d %H:%M")
    return f"{when.hour % 12 or 12}:{when:%M}{'am' if when.hour < 12 else 'pm'} on {day(when)}"


def misses(counts, base, decimals):
    shares = [decimal.Decimal(share(count, base, decimals)[:-1]) for count in counts] if base else []
    return sum(counts) == base and bool(shares) and sum(shares) != 100


class Count:
    """What is true of the responses."""

    def __init__(self, definition, responses, outcome, codeframe, codings):
        self.definition, self.responses, self.outcome, self.codeframe = definition, responses, outcome, codeframe
        self.all = len(responses)
        self.themes = collections.Counter((row["question"], row["theme"]) for row in codings)
        self.codings = codings
        self.tables, self.notes, self.texts = {}, {}, []

    def answered(self, question):
        return sum(1 for response in self.responses if response["answers"].get(question["id"]) not in (None, "", []))

    def chose(self, question, value, responses=None):
        def values(answers):
            answer = answers.get(question["id"], [])
            return answer if isinstance(answer, list) else [answer]
        return sum(value in values(response["answers"])
                   for response in (self.responses if responses is None else responses))

    def asked(self, question):
        """Whom the route led to a question, and whether a route decides that at all."""
        conditions = question.get("show_if", {}).items()
        return sum(all(response["answers"].get(target) in (values if isinstance(values, list) else [values])
                       for target, values in conditions) for response in self.responses), bool(conditions)

    def whole(self, caption, heading, rows):
        """A table whose rows are parts of all responses."""
        self.tables[caption] = [[heading, "Responses", "% of all responses"]] + [
            [name, number(count), share(count, self.all, 0)] for name, count in rows + [("Total", self.all)]]
        if misses([count for _, count in rows], self.all, 0):
            self.notes[caption] = ["Percentages may not sum to 100 because of rounding."]

    def respondents(self):
        def said(key):
            return collections.Counter(response.get("respondent", {}).get(key) for response in self.responses)
        channels = collections.Counter(response["channel"] for response in self.responses)
        self.whole("Responses by the way they came", "Channel",
                   [(name.capitalize(), channels[name]) for name in sorted(channels)])
        capacities, types = said("capacity"), said("type")
        self.whole("Responses from individuals and organisations", "Respondent",
                   [("Individuals", capacities["individual"]), ("Organisations", capacities["organisation"]),
                    ("Not stated", capacities[None])])
        self.whole("Responses by type of respondent", "Type",
                   [(english(kind["label"]), types[kind["id"]]) for kind in self.definition["respondent_types"]] +
                   [("Not stated", types[None])])

    def both(self, caption, heading, rows, question, decimals):
        """A table of shares of those who answered and of all who were asked."""
        answered, (asked, routed) = self.answered(question), self.asked(question)
        missing = asked - answered
        self.tables[caption] = (
            [[heading, "Responses", "% of those who answered", f"% of {'those asked' if routed else 'all responses'}"]] +
            [[name, number(count), share(count, answered, decimals), share(count, asked, decimals)]
             for name, count in rows] +
            [["Not answered", number(missing), "", share(missing, asked, decimals)]])
        self.notes[caption] = [f"This question was asked of {number(asked)} respondent{'s' if asked != 1 else ''}, "
                               "by the answers given before it."] if routed else []

    def chart(self, rows, answered, decimals, kind, last=()):
        figures = [(name, f"{number(count)} ({share(count, answered, decimals)})")
                   for name, count in sorted(rows, key=lambda row: -row[1]) + list(last)]
        largest = max(count for _, count in rows)
        top = [f"{name}, {share(count, answered, decimals)}" for name, count in rows if count == largest]
        self.texts.append(f"The most common {kind}{'s' if len(top) > 1 else ''}: {'; '.join(top)}")
        self.texts += [f"{name} {figure}" for name, figure in figures]
        self.texts.append("; ".join(f"{name}: {figure}" for name, figure in figures))

    def options(self, index, question):
        rows = [(english(option["label"]), self.chose(question, option["value"])) for option in question["options"]]
        answered = self.answered(question)
        caption = f"Answers to question {index}"
        self.both(caption, "Answer", rows, question, 0)
        notes = self.notes[caption]
        notes += ["People could choose several answers."] if question["type"] == "checkboxes" else []
        counts = [count for _, count in rows]
        asked = self.asked(question)[0]
        if misses(counts, answered, 0) or misses(counts + [asked - answered], asked, 0):
            notes.append("Percentages may not sum to 100 because of rounding.")
        self.chart(rows, answered, 0, "answer")

    def nested(self, themes, parent=None, above=""):
        """Each theme with its label, and those under it behind it."""
        for theme in themes:
            if theme.get("under") == parent:
                label = above + english(theme["label"])
                yield theme, label
                yield from self.nested(themes, theme["id"], label + ": ")

    def check_codings(self, question, frame):
        """Who has a theme has what it stands under; who has one with a stance chose it."""
        having = {(row["theme"], json.dumps(row["answers"])) for row in self.codings if row["question"] == question["id"]}
        for theme in frame["themes"]:
            for _, answers in (pair for pair in having if pair[0] == theme["id"]):
                if "under" in theme and (theme["under"], answers) not in having:
                    failures.append(f"{theme['id']} without {theme['under']}: {answers}")
                chosen = json.loads(answers).get(question.get("explains"), [])
                if "stance" in theme and theme["stance"] not in (chosen if isinstance(chosen, list) else [chosen]):
                    failures.append(f"{theme['id']} of somebody who did not choose {theme['stance']}: {answers}")

    def long_text(self, index, question):
        frame = next(part for part in self.codeframe["questions"] if part["id"] == question["id"])
        self.check_codings(question, frame)
        count = {theme["id"]: self.themes[question["id"], theme["id"]] for theme in frame["themes"]}
        themes = list(self.nested(sorted(frame["themes"], key=lambda theme: (-count[theme["id"]], theme["id"]))))
        ids = [theme["id"] for theme, _ in themes]
        rows = [(label, count[theme["id"]]) for theme, label in themes]
        other = self.themes[question["id"], "other"]
        last = [("Other points", other)] if other else []
        answered = self.answered(question)
        self.both(f"Themes of the answers to question {index}", "Theme", rows + last, question, 1)
        self.notes[f"Themes of the answers to question {index}"].append("An answer can have several themes.")
        self.chart(rows, answered, 1, "theme", last)
        if "explains" in question:
            self.split(index, question, list(zip(ids, [name for name, _ in rows])) +
                       ([("other", "Other points")] if other else []))

    def split(self, index, question, themes):
        closed_index, closed = next((place, each) for place, each in enumerate(self.definition["questions"], 1)
                                    if each["id"] == question["explains"])
        options = closed["options"]
        caption = f"Themes of the answers to question {index} by the answer to question {closed_index}"
        table = [["Theme"] + [english(option["label"]) for option in options] + ["Not answered"]]
        for theme, name in themes:
            having = [row for row in self.codings if (row["question"], row["theme"]) == (question["id"], theme)]
            table.append([name] + [number(self.chose(closed, option["value"], having)) for option in options] +
                         [number(sum(closed["id"] not in row["answers"] for row in having))])
        self.tables[caption] = table
        if closed["type"] == "checkboxes":
            self.notes[caption] = ["Counts of answers. Somebody who chose several options counts in each."]
        self.texts.append(f"About the answer to question {closed_index}: {english(closed['title'])}")

    def questions(self):
        for index, question in enumerate(self.definition["questions"], 1):
            answered = self.answered(question)
            self.texts += [f"{index}. {english(question['title'])}",
                           "There was 1 response to this question." if answered == 1 else
                           f"There were {number(answered)} responses to this question."]
            if question["type"] in ("radios", "checkboxes"):
                self.options(index, question)
            elif question["type"] == "long-text":
                self.long_text(index, question)
            else:
                self.both(f"Answers to question {index}", "Answer", [("Answered", answered)], question, 0)

    def opening(self):
        channels = collections.Counter(response["channel"] for response in self.responses)
        expect("the channels of the sample", list(channels), ["online"])
        people = sum(event["attendees"] for event in self.outcome["events"])
        over = any(event.get("over") for event in self.outcome["events"])
        self.came = f"{'Over ' if over else ''}{number(people)} people came to {len(self.outcome['events'])} events."
        self.texts += [f"There were {number(channels['online'])} online responses. {self.came}",
                       f"{self.came} They are not counted among the responses."]

    def events(self):
        events = sorted(self.outcome["events"], key=lambda event: event["date"])
        self.tables["Events held during the consultation"] = [["Date", "Place", "People", "Organisations"]] + [
            [day(event["date"]), english(event["place"]),
             ("Over " if event.get("over") else "") + number(event["attendees"]),
             "; ".join(english(name) for name in event.get("organisations", []))] for event in events]


# --- the page ---------------------------------------------------------------------------------------------------------

class Node(html.parser.HTMLParser):
    """An element with its attributes and what stands in it; the page is well formed, vnu says so elsewhere."""

    def __init__(self, name="", attributes=()):
        super().__init__()
        self.name, self.attributes, self.children, self.path = name, dict(attributes), [], [self]

    def handle_starttag(self, name, attributes):
        node = Node(name, attributes)
        self.path[-1].children.append(node)
        if name not in ("br", "hr", "link", "meta"):
            self.path.append(node)

    def handle_endtag(self, name):
        assert self.path.pop().name == name

    def handle_startendtag(self, name, attributes):
        self.path[-1].children.append(Node(name, attributes))

    def handle_data(self, data):
        self.path[-1].children.append(data)

    def raw(self):
        return "".join(child if isinstance(child, str) else child.raw() for child in self.children)

    def text(self):
        return " ".join(self.raw().split())

    def find(self, *names, but=lambda node: False):
        """Elements of those names in the order of the page, not looking into what BUT says."""
        for child in self.children:
            if isinstance(child, Node) and not but(child):
                if child.name in names:
                    yield child
                yield from child.find(*names, but=but)


class Page:
    """Texts, tables with the notes below them, labels of charts and quotations of what stands in <main>."""

    def __init__(self, source):
        root = Node()
        root.feed(source)
        main = next(root.find("main"))
        officer = lambda node: node.name == "div" and "lang" in node.attributes
        self.labels = [svg.attributes["aria-label"] for svg in main.find("svg")]
        self.texts, self.tables, self.notes, self.quotations = [], {}, {}, []
        question, caption, label = None, None, ""
        for node in main.find("h1", "h2", "h3", "h4", "h5", "p", "li", "text", "table", "blockquote", but=officer):
            if node.name == "text":
                label = " ".join(filter(None, [label, node.text()]))
                if "dx" in node.attributes:
                    self.texts.append(label)
                    label = ""
            elif node.name == "table":
                caption = next(node.find("caption")).text()
                self.tables[caption] = [[cell.text() for cell in row.find("th", "td")] for row in node.find("tr")]
            elif node.name == "blockquote":
                self.quotations.append((question, node.raw()))
            elif node.attributes.get("class") == "govuk-body-s govuk-!-margin-bottom-1":
                self.notes.setdefault(caption, []).append(node.text())
            else:
                self.texts.append(node.text())
            if node.attributes.get("id", "").startswith("question-"):
                question = node.attributes["id"].removeprefix("question-")


def may_be_quoted(responses, question, text):
    part = text.removeprefix("[…] ").removesuffix(" […]")
    return any(part in response["answers"].get(question, "") and
               response.get("respondent", {}).get("publish") in CONSENT and
               response.get("respondent", {}).get("confidential") is False for response in responses)


def check_csv(folder, tables):
    def plain(cell):
        cell = re.sub(r"^([\d.]+)%$", r"\1", cell)
        return cell.replace(",", "") if re.fullmatch(r"[\d,]+", cell) else cell
    wanted = sorted([[plain(cell) for cell in row] for row in table] for table in tables.values())
    found = []
    for name in os.listdir(folder):
        if name.endswith(".csv") and not name.endswith(".cy.csv") and name != "receipts.csv":
            with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
                rows = list(csv.reader(file))
            for row in rows[1:] if name == "events.csv" else []:
                year, month, date = row[0].split("-")
                row[0] = f"{int(date)} {MONTHS[int(month) - 1]} {year}"
            found.append(rows)
    expect("the CSV files", sorted(found), wanted)


def check(count, folder):
    with open(os.path.join(folder, "index.html"), encoding="utf-8") as file:
        page = Page(file.read())
    with open(os.path.join(folder, "index.cy.html"), encoding="utf-8") as file:
        welsh = Page(file.read())
    expect("the captions of the tables", list(page.tables), list(count.tables))
    for caption, table in count.tables.items():
        expect(caption, page.tables.get(caption), table)
        expect(f"the notes of {caption}", page.notes.get(caption, []), count.notes.get(caption, []))
    check_csv(folder, count.tables)
    with open(os.path.join(folder, "receipts.csv"), encoding="ascii") as file:
        receipts = file.read().splitlines()[1:]
    expect("the receipts", [len(set(receipts)), receipts], [len(count.responses), sorted(receipts)])
    labels = {label for frame in count.codeframe["questions"] for theme, above in count.nested(frame["themes"])
              for label in (above, english(theme["label"]))}
    for text in count.texts:
        if text not in page.texts and text not in page.labels:
            failures.append(f"not on the page: {text}")
    for text in page.texts + page.labels:
        if re.search(r"\d", text) and text not in count.texts and text not in labels:
            failures.append(f"on the page, but not counted: {text}")
    for question, text in page.quotations:
        if not may_be_quoted(count.responses, question, text):
            failures.append(f"quoted without consent, or not what was written, {question}: {text}")
    figures = [[re.sub(r"[^\d.,%]", "", cell) for row in table[1:] for cell in row[1:]]
               for part in (page, welsh) for table in part.tables.values()]
    half = len(figures) // 2
    expect("the figures of the Welsh page", figures[half:], figures[:half])
    return len(page.tables), len(page.quotations), sum(len(row) for table in page.tables.values() for row in table)


def main():
    paths = sys.argv[1:]
    with open(paths[0], encoding="utf-8") as file:
        definition = yaml.safe_load(file)
    with open(paths[1], encoding="utf-8") as file:
        responses = [json.loads(line) for line in file if line.strip()]
    with open(paths[2], encoding="utf-8") as file:
        outcome = yaml.safe_load(file)
    with open(paths[3], encoding="utf-8") as file:
        codeframe = yaml.safe_load(file)
    with open(paths[4], encoding="utf-8") as file:
        codings = [json.loads(line) for line in file if line.strip()]
    count = Count(definition, responses, outcome, codeframe, codings)
    count.opening()
    count.respondents()
    count.questions()
    count.events()
    count.texts += [f"From: {english(definition['organisations'][0])} Published: {day(outcome['published_on'])}",
                    f"The themes were reviewed by {codeframe['reviewed_by']} on {day(codeframe['reviewed_on'])}.",
                    f"This consultation ran from {moment(definition['opens'])} to {moment(definition['closes'])}"]
    count.texts += [f"Download this table (CSV): {caption}" for caption in count.tables]
    tables, quotations, cells = check(count, paths[5])
    print("\n".join(failures) or f"recount: {tables} tables, {cells} cells, {quotations} quotations, all as recounted")
    sys.exit(bool(failures))


main()
