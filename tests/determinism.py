#!/usr/bin/python3
"""Tables for determinism.sh, and whether what was found in one is what was found in the same rows in another order.

usage: determinism.py make ROWS TURNED          write the same rows in two orders
       determinism.py themes|copies ROWS FOUND TURNED FOUND

Rows are known by their column id.  Of rows with the same text one may stand for the other.
"""
import csv
import itertools
import json
import random
import sys

MATTERS = ("bus fare timetable driver ticket seat", "library book reader shelf novel loan",
           "dog lead walker park kennel collar", "school teacher lesson pupil exam classroom",
           "Straße Bäcker Größe naïve café ŵyn")
LETTER = ("Please keep the library in Mill Lane open. My children read every book on its shelf after school, and the bus "
          "to the town takes an hour; the driver knows the timetable no better than any reader does.")


def make(rows_path, turned_path):
    chance = random.Random(1)
    sentences = [["{} and {} near the {}.".format(*words) for words in itertools.permutations(matter.split(), 3)]
                 for matter in MATTERS]
    texts = [chance.choice(sentences[i % 5]) for i in range(300)]
    texts += [" ".join(chance.choice(chance.choice(sentences)) for _ in range(2)) for _ in range(140)]
    texts += [LETTER, LETTER.upper(), "  " + LETTER, LETTER + " I am 80 years old."] * 25
    texts += ["I agree.", "i agree", "Buses!", "", "👍"] * 12
    rows = list(enumerate(texts))
    for path in (rows_path, turned_path):
        with open(path, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("id", "text"), *rows])
        chance.shuffle(rows)


def rows_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def themes(rows, found):
    """What was found, with texts and ids in the place of numbers of documents."""
    answers = {}
    for row, answer in zip(rows, found.pop("answers")):
        copy_of = answer.pop("copy_of")
        answers[row["id"]] = answer, None if copy_of is None else rows[copy_of]["text"]
        del answer["document"], answer["id"]
    for theme in found["themes"]:
        for quote in theme["quotes"]:
            quote["document"] = rows[quote["document"]]["text"]
    # Of a letter that was sent in one wording several times, the first stands for the others.
    same = {}
    for row in rows:
        answer, copy_of = answers.pop(row["id"])
        same.setdefault(row["text"], []).append((answer, copy_of))
    for text, several in same.items():
        answers[text] = sorted(json.dumps(one, sort_keys=True) for one in several)
    return {**found, "answers": answers}


def copies(rows, found):
    return sorted([rows[group["template"]]["text"], sorted(rows[member]["id"] for member in group["members"]),
                   group["exact"], group["near"]] for group in found["groups"])


def main():
    if sys.argv[1] == "make":
        make(*sys.argv[2:])
        return
    read = {"themes": themes, "copies": copies}[sys.argv[1]]
    first, turned = (read(rows_of(rows), json.load(open(found, encoding="utf-8")))
                     for rows, found in (sys.argv[2:4], sys.argv[4:6]))
    if first != turned:
        sys.exit(f"determinism.py: {sys.argv[1]} are not the same in another order of the rows")
    count = len(first["themes"]) if sys.argv[1] == "themes" else len(first)
    if count < 3:
        sys.exit(f"determinism.py: only {count} were found: too few to tell anything")
    print(f"determinism: {count} {'themes' if sys.argv[1] == 'themes' else 'groups of copies'}, the same in two orders")


main()
