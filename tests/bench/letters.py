#!/usr/bin/env python3
"""letters.py GREENPAPER LETTERS: find the copies in made answers, and tell how well and how fast.

GREENPAPER is the tool, LETTERS the program made of letters.c.  For each level of edits 200,000 answers are made, 60 % of
them copies of 40 letters; the figure is the F1 of pairs (pairs.py), and the answers in each second of CPU time that the
whole command took, reading the table and writing the groups included.  The least of three runs counts.
"""
import json
import resource
import subprocess
import sys
import tempfile

from pairs import score

ANSWERS = 200000


def run(tool, table):
    """The groups, and the seconds of CPU time."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run((tool, "copies", "--from", table, "--text", "text", "--json"), stdout=subprocess.PIPE, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return json.loads(done.stdout)["groups"], after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def measure(tool, letters):
    """For each level of edits: it, the F1 of pairs, and answers a second."""
    for edits in (0, 1, 5, 15, 30):
        with tempfile.NamedTemporaryFile(suffix=".csv") as table:
            subprocess.run((letters, str(ANSWERS), "60", "40", str(edits), "1"), stdout=table, check=True)
            runs = [run(tool, table.name) for _ in range(3)]
            f1 = score(table.name, runs[0][0])[2]
            yield edits, f1, ANSWERS / min(seconds for _, seconds in runs)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__.split("\n", 1)[0])
    for edits, f1, speed in measure(*sys.argv[1:]):
        print(f"copies, up to {edits} % edited: pair F1 {f1:.5f}, {speed:.0f} answers/s")


if __name__ == "__main__":
    main()
