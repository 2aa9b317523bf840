#!/usr/bin/env python3
"""pairs.py FILE.csv [GROUPS.json]: how well groups of copies fit the letters that a table was made of.

FILE.csv is what letters.c writes; GROUPS.json (or standard input) what `greenpaper copies --from FILE.csv --text text
--json` prints.  Of all pairs of answers, those of one letter are right; prints precision, recall and F1 of the pairs that
are in one group.  Pairs are counted by the sizes of groups, letters and what they have in common.
"""
import csv
import json
import sys
from collections import Counter

csv.field_size_limit(sys.maxsize)


def pairs(sizes):
    return sum(size * (size - 1) // 2 for size in sizes)


def score(table, groups):
    """Precision, recall and F1 of pairs."""
    with open(table, encoding="utf-8", newline="") as file:
        letters = [row["letter"] or f"own {number}" for number, row in enumerate(csv.DictReader(file))]
    both = Counter((number, letters[member]) for number, group in enumerate(groups) for member in group["members"])
    found, true, right = pairs(len(group["members"]) for group in groups), pairs(Counter(letters).values()), pairs(both.values())
    return right / found if found else 1.0, right / true if true else 1.0, 2 * right / (found + true) if found + true else 1.0


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__.split("\n", 1)[0])
    with open(sys.argv[2] if len(sys.argv) == 3 else 0, encoding="utf-8") as file:
        groups = json.load(file)["groups"]
    print("precision %.5f, recall %.5f, F1 %.5f" % score(sys.argv[1], groups))


if __name__ == "__main__":
    main()
