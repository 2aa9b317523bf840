#!/usr/bin/python3
"""Run transcripts of a shell session and compare what they show.

A transcript is a text file.  A line that begins with "$ " is a command (lines that begin with "> " go on with it); what
stands below is what it must print, standard output and errors together, and "[N]" as the last line when it ends with N
instead of 0.  Lines that begin with "#" explain.  All commands of one file run in one empty folder, which ends with it.

usage: transcript.py FILE…        TRANSCRIPT=write puts what was printed in the place of what was expected
"""
import os
import subprocess
import sys
import tempfile


def read(path):
    """The file as a list of [comment and blank lines, command or None, expected lines]."""
    steps = [[[], None, []]]
    for line in open(path, encoding="utf-8", newline="").read().split("\n")[:-1]:
        if line.startswith("$ "):
            if steps[-1][1] is not None:
                steps.append([[], None, []])
            steps[-1][1] = line[2:]
        elif line.startswith("> ") and steps[-1][1] is not None and not steps[-1][2]:
            steps[-1][1] += "\n" + line[2:]
        elif line.startswith("#") or (not line and steps[-1][1] is None):
            if steps[-1][1] is not None:
                steps.append([[], None, []])
            steps[-1][0].append(line)
        elif steps[-1][1] is not None:
            steps[-1][2].append(line)
    return steps


def run(command, folder):
    done = subprocess.run(["bash", "-c", command], cwd=folder, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    lines = done.stdout.decode("utf-8", "backslashreplace").split("\n")
    if lines[-1] == "":
        lines.pop()
    return lines + ([f"[{done.returncode}]"] if done.returncode else [])


def main():
    passed = failed = 0
    for path in sys.argv[1:]:
        written = []
        with tempfile.TemporaryDirectory() as folder:
            for notes, command, expected in read(path):
                written += notes
                if command is None:
                    continue
                while expected and not expected[-1]:
                    expected.pop()
                printed = run(command, folder)
                written += ["$ " + command.replace("\n", "\n> ")] + printed + [""]
                if printed == expected:
                    passed += 1
                    continue
                failed += 1
                if os.environ.get("TRANSCRIPT") != "write":
                    print(f"{path}: $ {command}", "expected:", *("  " + line for line in expected), "printed:",
                          *("  " + line for line in printed), sep="\n")
        if os.environ.get("TRANSCRIPT") == "write":
            with open(path, "w", encoding="utf-8", newline="") as out:
                out.write("\n".join(written).rstrip("\n") + "\n")
    print(f"transcripts: {passed} passed, {failed} failed")
    sys.exit(failed > 0 and os.environ.get("TRANSCRIPT") != "write")


main()
