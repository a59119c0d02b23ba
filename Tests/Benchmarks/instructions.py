"""Instructions of the main stages of an evaluation: instructions.py PTRULES

Counts, with valgrind's callgrind, what the sample school and the same enlarged to some 10,000 teachers take: the same
program and data give the same count, whatever else the machine does. On one processor, so that every stage is whole.
Prints a Markdown table, in millions. Needs valgrind, taskset and the toolchain's `swift demangle`; says so and ends
where one of them is missing.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

import bench

STAGES = [
    ("rules read and checked", r"Commands\.Driver\.\(?rules"),
    ("files read, cells typed, references found", r"static RuleEngine\.StreamLoader\.load"),
    ("columns computed, people graded and put in order", r"static RuleEngine\.BatchEngine\.evaluate"),
    ("result written", r"Commands\.Outputs\.(files|text)"),
]


def counts(program, data, folder):
    """Instructions of each stage and of the whole, by name."""
    trace = os.path.join(folder, "trace")
    subprocess.run(
        ["taskset", "-c", "0", "valgrind", "--tool=callgrind", f"--callgrind-out-file={trace}", program, "eval",
         bench.rules, "--data", data, "--output", os.path.join(folder, "result.csv")],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    listed = subprocess.run(
        ["callgrind_annotate", "--inclusive=yes", "--auto=no", "--threshold=100", trace], check=True,
        capture_output=True).stdout
    lines = subprocess.run(
        ["swift", "demangle", "--compact"], input=listed, check=True, capture_output=True).stdout.decode().split("\n")
    found = {}
    for line in lines:
        match = re.match(r"\s*([0-9,]+) \([^)]*\)\s+(.*)", line)
        if not match:
            continue
        count = int(match[1].replace(",", ""))
        if "PROGRAM TOTALS" in match[2]:
            found["all"] = count
        for name, pattern in STAGES:
            if re.search(pattern, match[2]):
                found[name] = max(found.get(name, 0), count)
    for name, pattern in STAGES:
        if name not in found:
            sys.exit(f"nothing in the program is called {pattern}: {name}")
    return found


def main():
    missing = [tool for tool in ("valgrind", "callgrind_annotate", "taskset", "swift") if not shutil.which(tool)]
    if missing:
        print("not counted, missing: " + ", ".join(missing))
        return
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        large = os.path.join(folder, "large")
        os.mkdir(large)
        rows = bench.enlarge(large, 147)
        small = counts(program, bench.sample, folder)
        much = counts(program, large, folder)
    print(f"| millions of instructions | 68 teachers | 9,996 teachers, {rows:,} rows |")
    print("| --- | ---: | ---: |")
    for name, _ in STAGES + [("all", "")]:
        print(f"| {name} | {small.get(name, 0) / 1e6:,.1f} | {much.get(name, 0) / 1e6:,.1f} |")


main()
