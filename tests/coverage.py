#!/usr/bin/python3
"""Print which lines the tests ran (make coverage): each file's share and what is missing, and the share of each room.

usage: coverage.py BUILD [MIN]

BUILD is the folder of a build with --coverage that tests were run with.  With MIN, in per cent, it fails when
analysis/text or analysis/themes has less.
"""
import json
import subprocess
import sys
from itertools import groupby
from pathlib import Path

ROOMS = ("lib", "cgi", "analysis", "analysis/exchange", "analysis/text", "analysis/themes", "analysis/coding",
         "analysis/report")
WATCHED = ("analysis/text", "analysis/themes")


def counts_of(build):
    """How often each line of each source ran: {file: {line: count}}."""
    notes = sorted(str(path) for room in ROOMS for path in (build / room).glob("*.gcno"))
    done = subprocess.run(["gcov", "--json-format", "--stdout", *notes], check=True, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, text=True)
    counts = {}
    for line in done.stdout.splitlines():
        for file in json.loads(line)["files"]:
            if str(Path(file["file"]).parent) in ROOMS:
                lines = counts.setdefault(file["file"], {})
                for one in file["lines"]:
                    lines[one["line_number"]] = lines.get(one["line_number"], 0) + one["count"]
    return counts


def ranges(lines):
    """3, 4, 5, 9 as "3-5, 9"."""
    out = []
    for _, run in groupby(enumerate(sorted(lines)), lambda pair: pair[1] - pair[0]):
        run = [line for _, line in run]
        out.append(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}")
    return ", ".join(out)


def share(files):
    lines = [count for lines in files for count in lines.values()]
    return 100 * sum(map(bool, lines)) / len(lines) if lines else 0.0


def main():
    build, least = Path(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else 0
    counts = counts_of(build)
    for file, lines in sorted(counts.items()):
        missing = ranges(line for line, count in lines.items() if not count)
        print(f"{file:<40}{share([lines]):>7.1f} %  {missing}".rstrip())
    print()
    low = False
    for room in ROOMS:
        part = share([lines for file, lines in counts.items() if str(Path(file).parent) == room])
        low |= room in WATCHED and part < least
        print(f"{room:<40}{part:>7.1f} %{'  too few' if room in WATCHED and part < least else ''}")
    return low


if __name__ == "__main__":
    sys.exit(main())
