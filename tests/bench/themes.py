#!/usr/bin/python3
"""Score the theme engine on labelled sets, each figure beside its target (make bench-themes).

usage: themes.py PROGRAM DATA EVAL

DATA holds m10.csv and 20ng.csv (id, label, text), themefinder/responses.csv (id, position, themes, text) and
gambling_XS/; EVAL holds the scorers, which are imported from there.  Figures are means over K = 10, 20, 30, 40
and 50 themes, never the best of several; "held out" learns from the even documents and is scored on the odd.
What the program cannot do yet is left out, and said.
"""
import csv
import json
import random
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import Pool
from pathlib import Path

KS = (10, 20, 30, 40, 50)
TARGETS = {  # TC, TD, NMI, held-out TC
    "m10": (.22, .90, .43, -.01),
    "20ng": (.21, .92, .45, .17),
}
BERTOPIC = {10: (.175, .943), 20: (.186, .908), 30: (.170, .856), 40: (.154, .800), 50: (.145, .749)}
DRAWS = range(1, 6)


class Skipped(Exception):
    """Why something could not be measured."""


def say(figure, value, target=None, above=False):
    """One line of the table.  A target must be reached, a rival's figure beaten."""
    met = target is not None and (value > target if above else value >= target)
    verdict = "" if target is None else "met" if met else "not met"
    target = "" if target is None else f"{target:.3f}"
    print(f"{figure:<44}{value:>8.3f}{target:>9}  {verdict}".rstrip(), flush=True)


def skip(figure, why):
    print(f"{figure:<44} skipped: {why}", flush=True)


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class Engine:
    """The program, run on tables that are written for it."""

    def __init__(self, program, folder):
        self.program, self.folder, self.tables = program, Path(folder), 0

    def table(self, rows):
        """A file that holds ROWS, which are dictionaries with the same keys."""
        self.tables += 1
        path = self.folder / f"{self.tables}.csv"
        with open(path, "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(rows)
        return path

    def run(self, command, table, *options):
        done = subprocess.run([self.program, command, "--from", table, "--text", "text", *options, "--json"],
                              capture_output=True, text=True, check=False)
        if done.returncode:
            raise Skipped((done.stderr.strip().splitlines() or [f"exit {done.returncode}"])[0])
        return json.loads(done.stdout)

    def themes(self, table, lang, count):
        return self.run("themes", table, "--id", "id", "--lang", lang, "--themes", str(count))


def topics_of(found):
    return [theme["stems"][:10] for theme in found["themes"]]


def coherences(job):
    """Mean coherence of each list of topics on the same documents, which are read once."""
    from npmi import npmi_topics
    docs, lists = job
    scores = npmi_topics(docs, [topic for topics in lists for topic in topics])
    means = []
    for topics in lists:
        means.append(sum(scores[:len(topics)]) / len(topics))
        scores = scores[len(topics):]
    return means


def mean(values):
    values = list(values)
    return sum(values) / len(values)


def words(rows):
    return [row["text"].split() for row in rows]


def score_set(engine, name, rows, pool):
    """A lemmatised set: coherence, diversity, agreement with its labels, coherence held out."""
    from cluster import scores
    from td import diversity
    whole, half = engine.table(rows), engine.table(rows[::2])
    with ThreadPoolExecutor(2) as threads:
        found, held = (list(threads.map(lambda k, table=table: engine.themes(table, "none", k), KS))
                       for table in (whole, half))
    topics = [topics_of(one) for one in found]
    coherence, held_out = pool.map(coherences, [(words(rows), topics),
                                                (words(rows[1::2]), [topics_of(one) for one in held])], 1)
    diversities = [diversity(topic) for topic in topics]
    labels = [row["label"] for row in rows]
    agreement = [scores(labels, mains(one))[0] for one in found]
    for figure, values, target in zip(("TC", "TD", "NMI", "TC held out"),
                                      (coherence, diversities, agreement, held_out), TARGETS[name]):
        say(f"{name}: {figure}, mean over K", mean(values), target)
    for k, tc, td in zip(KS, coherence, diversities):
        rival = BERTOPIC[k] if name == "20ng" else (None, None)
        than = " above BERTopic's" if name == "20ng" else ""
        say(f"{name}, K = {k}: TC{than}", tc, rival[0], above=True)
        say(f"{name}, K = {k}: TD{than}", td, rival[1], above=True)


def mains(found):
    """The main theme of each document; none is a class of its own."""
    return ["-" if answer["main"] is None else answer["main"] for answer in found["answers"]]


def score_overlapping(engine, name, rows, gold, count, targets):
    """A set in plain English, with several labels an answer."""
    from overlap import bcubed, best_match_f1
    found = engine.themes(engine.table(rows), "en", count)
    several = {answer["document"]: [theme["id"] for theme in answer["themes"]] for answer in found["answers"]}
    gold = dict(enumerate(gold))
    say(f"{name}, K = {count}: BCubed F1", bcubed(gold, several)[2], targets[0])
    say(f"{name}, K = {count}: best match", best_match_f1(gold, several), targets[1])
    say(f"{name}, K = {count}: themes an answer", mean(map(len, several.values())))


def score_themefinder(engine, folder):
    rows = rows_of(folder / "responses.csv")
    score_overlapping(engine, "themefinder", [{"id": row["id"], "text": row["text"]} for row in rows],
                      [row["themes"].split() for row in rows], 12, (.88, .90))


def lines_of(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def score_gambling(engine, folder):
    rows = lines_of(folder / "inputs/question_part_1/responses.jsonl")
    mapping = next(folder.glob("outputs/mapping/*/question_part_1/mapping.jsonl"))
    labels = {line["response_id"]: line["labels"] for line in lines_of(mapping)}
    gold = [labels[row["response_id"]] for row in rows]
    score_overlapping(engine, "gambling_XS", [{"id": row["response_id"], "text": row["response"]} for row in rows],
                      gold, len({label for several in gold for label in several}), (None, None))


def draw(gold, each, seed):
    """The documents whose labels are told: a few of each label."""
    chance, of_label = random.Random(seed), {}
    for document, labels in enumerate(gold):
        for label in labels:
            of_label.setdefault(label, []).append(document)
    return {document for label in sorted(of_label) for document in chance.sample(of_label[label], each)}


def score_suggestions(engine, name, rows, lang, each, target=None):
    """ROWS are texts with their labels; a few of each label are told, and the first offer for the rest is scored."""
    from classify import f1_scores
    gold, macro, right, clear = [labels for _, labels in rows], [], [], []
    for seed in DRAWS:
        told = draw(gold, each, seed)
        table = engine.table([{"text": text, "label": ";".join(labels) if i in told else ""}
                              for i, (text, labels) in enumerate(rows)])
        found = engine.run("suggest", table, "--labels", "label", "--lang", lang)
        first = {one["document"]: one["themes"][0] for one in found["suggestions"] if one["themes"]}
        hits = {document: theme["label"] in gold[document] for document, theme in first.items()}
        sure = [hits[document] for document, theme in first.items() if theme["margin"] >= .8]
        rest = {i: labels for i, labels in enumerate(gold) if i not in told}
        macro.append(f1_scores(rest, {document: [theme["label"]] for document, theme in first.items()})[1])
        right.append(sum(hits.values()) / len(rest))
        clear.append(sum(sure) / max(len(sure), 1))
    what = f"{name}, {each} labels a theme"
    say(f"{what}: macro-F1", mean(macro), target)
    say(f"{what}: lowest draw", min(macro))
    say(f"{what}: first right", mean(right))
    say(f"{what}: clear are right", mean(clear))


def score_labelled(engine, name, rows, targets):
    """Suggestions where each row has one label, for some numbers of labels told."""
    for each, target in targets.items():
        score_suggestions(engine, name, [(row["text"], [row["label"]]) for row in rows], "none", each, target)


def score_suggested_themefinder(engine, folder):
    rows = [(row["text"], row["themes"].split()) for row in rows_of(folder / "responses.csv")]
    for each in (5, 20):
        score_suggestions(engine, "themefinder", rows, "en", each)


def main():
    if len(sys.argv) != 4 or not all(sys.argv):
        sys.exit("usage: make bench-themes DATA=folder of the labelled sets EVAL=folder of the scorers")
    data = Path(sys.argv[2])
    sys.path.insert(0, sys.argv[3])
    sets = {name: rows_of(data / f"{name}.csv") for name in TARGETS}
    with tempfile.TemporaryDirectory() as folder, Pool(2) as pool:
        engine = Engine(sys.argv[1], folder)
        print(f"{'figure':<44}{'value':>8}{'target':>9}")
        for figure, score in (
                ("m10", lambda: score_set(engine, "m10", sets["m10"], pool)),
                ("themefinder", lambda: score_themefinder(engine, data / "themefinder")),
                ("gambling_XS", lambda: score_gambling(engine, data / "gambling_XS")),
                ("m10, suggestions", lambda: score_labelled(engine, "m10", sets["m10"], {5: .64, 50: None})),
                ("20ng, suggestions",
                 lambda: score_labelled(engine, "20ng", sets["20ng"], dict.fromkeys((5, 50, 200)))),
                ("themefinder, suggestions", lambda: score_suggested_themefinder(engine, data / "themefinder")),
                ("20ng", lambda: score_set(engine, "20ng", sets["20ng"], pool))):
            try:
                score()
            except Skipped as why:
                skip(figure, why)


if __name__ == "__main__":
    main()
