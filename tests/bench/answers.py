#!/usr/bin/python3
"""Short answers to measure with, as CSV (id, text): always the same ones from the same source.

usage: answers.py [M10.csv] >answers.csv

Each answer mixes words of three documents with one label of the table (columns label and text).  Without a
table, standard input is text: its sentences are the documents, and each has the label of its longest word.
"""
import csv
import random
import re
import sys
import zlib

COUNT, LABELS = 55000, 10


def documents_of_table(path):
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["label"], row["text"].split()


def documents_of_text(file):
    for sentence in re.split(r"[.?!\n]\s*", file.read()):
        words = sentence.lower().replace(",", "").split()
        if words:
            yield zlib.crc32(max(words, key=len).encode()) % LABELS, words


def main():
    pools = {}
    for label, words in documents_of_table(sys.argv[1]) if len(sys.argv) > 1 else documents_of_text(sys.stdin):
        pools.setdefault(label, []).append(words)
    chance = random.Random(1)
    labels = sorted(pools)
    sizes = [len(pools[label]) for label in labels]
    out = csv.writer(sys.stdout)
    out.writerow(("id", "text"))
    for answer in range(COUNT):
        pool = pools[chance.choices(labels, sizes)[0]]
        words = [word for words in chance.choices(pool, k=3) for word in words]
        out.writerow((answer, " ".join(chance.sample(words, min(len(words), chance.randint(4, 14))))))


if __name__ == "__main__":
    main()
