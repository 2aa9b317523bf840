#!/usr/bin/python3
"""Print each speed beside its limit and its peers, measured in one run (make bench).

usage: tests/postgres.sh tests/bench/speed.py BUILD [DATA]

Times are CPU seconds of one process, the median of five.  BUILD holds the programs; DATA may hold m10.csv, of
whose words the short answers are then made.
"""
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import letters

HERE = Path(__file__).parent
TIMES = 5
TEXT_MB, SLICE_MB = 32, 4
TEXT_LIMITS = {"ascii": 150, "fifth": 60, "every": 25}
TEXTS = {"ascii": "ASCII", "fifth": "one line in five Welsh", "every": "every line Welsh"}


def say(figure, value, unit, limit="", met=None):
    verdict = "" if met is None else "met" if met else "not met"
    print(f"{figure:<52}{value:>10} {unit:<5}{limit:>9}  {verdict}".rstrip(), flush=True)


def say_speed(figure, value, limit=None):
    say(figure, f"{value:.1f}", "MB/s", f">= {limit}" if limit else "", value >= limit if limit else None)


def say_times(figure, value, limit=None):
    say(figure, f"{value:.1f}", "times", f">= {limit}" if limit else "", value >= limit if limit else None)


def skip(figure, why):
    print(f"{figure:<52} {why}", flush=True)


def output(*command, **options):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, **options).stdout


# --- reading text -----------------------------------------------------------------------------------------------------
def read_text(build, what, kind):
    """MB/s of each time."""
    lines = output(build / "read-text", what, kind, str(TEXT_MB)).splitlines()
    return median(int(size) / 1e6 / float(seconds) for size, seconds, *_ in map(str.split, lines))


def tsvector_speed(path):
    """CPU time is that of the server's process, as the kernel counts it."""
    script = ["\\set QUIET 1", "\\pset tuples_only", "\\pset format unaligned",
              "SET max_parallel_workers_per_gather = 0;", "SET jit = off;",
              "CREATE TEMPORARY TABLE answers (line text);", f"\\copy answers FROM '{path}'",
              "SELECT pg_backend_pid() AS pid \\gset", "\\setenv PID :pid", "\\! cat /proc/$PID/stat"]
    script += ["SELECT count(to_tsvector('english', line)) FROM answers;", "\\! cat /proc/$PID/stat"] * TIMES
    said = output("psql", "-qX", "-U", "postgres", "-v", "ON_ERROR_STOP=1", input="\n".join(script))
    ticks = [sum(map(int, line.rsplit(")", 1)[1].split()[11:13])) for line in said.splitlines() if ")" in line]
    spent = median(after - before for before, after in zip(ticks, ticks[1:]))
    return path.stat().st_size / 1e6 / (spent / os.sysconf("SC_CLK_TCK"))


def sklearn_speed(path):
    """CountVectorizer with PyStemmer; None where they are not installed."""
    try:
        import Stemmer
        from sklearn.feature_extraction.text import CountVectorizer
    except ImportError:
        return None
    lines = path.read_text(encoding="utf-8").splitlines()
    words, stemmer = re.compile(r"(?u)\b\w\w+\b"), Stemmer.Stemmer("english")
    speeds = []
    for _ in range(TIMES):
        start = time.process_time()
        CountVectorizer(tokenizer=lambda line: stemmer.stemWords(words.findall(line)), token_pattern=None,
                        stop_words="english").fit_transform(lines)
        speeds.append(path.stat().st_size / 1e6 / (time.process_time() - start))
    return median(speeds)


def compare_text(build, folder):
    speeds = {}
    for kind, limit in TEXT_LIMITS.items():
        speeds[kind] = read_text(build, "count", kind)
        say_speed(f"tokenise + stem + count, {TEXTS[kind]}", speeds[kind], limit)
    part = folder / "text"
    part.write_text(output(build / "read-text", "show", "ascii", str(SLICE_MB)), encoding="utf-8")
    peers = {
        "libstemmer alone, once a word": (read_text(build, "stem", "ascii"), None),
        "PostgreSQL to_tsvector": (tsvector_speed(part), 20),
        "scikit-learn CountVectorizer + PyStemmer": (sklearn_speed(part), None),
    }
    for peer, (speed, limit) in peers.items():
        if speed is None:
            skip(f"  {peer}", "not installed")
            continue
        say_speed(f"  {peer}, ASCII", speed)
        say_times("    Greenpaper is so many times as fast", speeds["ascii"] / speed, limit)


# --- themes -----------------------------------------------------------------------------------------------------------
def measure(*command):
    """CPU seconds and MB of one child, or None and what it said against it."""
    with tempfile.TemporaryFile() as said:
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        if child.returncode:
            return None, (said.read().decode().splitlines() or ["it failed"])[0]
    return used.ru_utime + used.ru_stime, used.ru_maxrss * 1024 / 1e6


def say_run(figure, command, limits=(None, None)):
    runs = []
    for _ in range(TIMES):
        runs.append(measure(*command))
        if runs[-1][0] is None:
            return skip(figure, runs[-1][1])
    for what, unit, value, limit in zip(("CPU time", "peak memory"), ("s", "MB"), map(median, zip(*runs)), limits):
        say(f"{figure}, {what}", f"{value:.2f}" if unit == "s" else f"{value:.1f}", unit, f"< {limit}" if limit else "",
            value < limit if limit else None)


NMF = """
import csv, sys
from sklearn.decomposition import NMF
from sklearn.feature_extraction.text import TfidfVectorizer
with open(sys.argv[1], encoding="utf-8", newline="") as file:
    texts = [row["text"] for row in csv.DictReader(file)]
NMF(20, random_state=1).fit_transform(TfidfVectorizer(min_df=3, max_features=5000).fit_transform(texts))
"""


def compare_themes(build, folder, data):
    table = folder / "answers.csv"
    source = data / "m10.csv" if data else None
    made = (output(HERE / "answers.py", source) if source and source.exists() else
            output(HERE / "answers.py", input=output(build / "read-text", "show", "ascii", "5")))
    table.write_text(made, encoding="utf-8")
    say_run("themes, 55,000 short answers, K = 20", (build / "greenpaper", "themes", "--from", table, "--text", "text",
            "--id", "id", "--lang", "none", "--themes", "20", "--json"), (1, 64))
    if subprocess.run((sys.executable, "-c", "import sklearn"), stderr=subprocess.DEVNULL, check=False).returncode:
        skip("  scikit-learn TF-IDF + NMF", "not installed")
    else:
        say_run("  scikit-learn TF-IDF + NMF", (sys.executable, "-c", NMF, table))


# --- copies -----------------------------------------------------------------------------------------------------------
def compare_copies(build):
    for edits, f1, speed in letters.measure(build / "greenpaper", build / "letters"):
        say(f"copies, up to {edits} % edited, pair F1", f"{f1:.5f}", "", ">= .999", f1 >= .999)
        say(f"copies, up to {edits} % edited, speed", f"{speed:.0f}", "/s", ">= 200000", speed >= 200000)


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__.split("\n\n", 2)[1])
    build, data = Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) == 3 else None
    print(f"{'figure':<52}{'value':>10} {'':<5}{'limit':>9}")
    with tempfile.TemporaryDirectory() as folder:
        compare_text(build, Path(folder))
        compare_themes(build, Path(folder), data)
    compare_copies(build)


if __name__ == "__main__":
    main()
