"""Ten real plans, computed by the program and independently, compared cell by cell.

    run.py PTRULES [--people N] [--seeds K] [--plan NN]... [--keep FOLDER]

For each plan of Tests/Corpus/Plans that has a script NN.py here, `ptrules sample` makes up data, K times for N people and
once for five. Each set is evaluated as it is, and again after the script's stir() has made the records such that the edges
occur: ties at the edge of seats, empty cells, people without records, groups of one, scores that lie half-way. Every
table that the plan assesses is compared: headings, order of rows, every cell as it is written.
Exit status: 0 all equal, 1 a difference, or data that the program refuses.
"""

import argparse
import csv
import glob
import importlib
import io
import os
import random
import subprocess
import sys
import tempfile

# The folder of the sources stays as it is.
sys.dont_write_bytecode = True
import common

HERE = os.path.dirname(os.path.abspath(__file__))
PLANS = os.path.join(HERE, "..", "..", "Corpus", "Plans")
SHOWN = 10


class Failed(Exception):
    pass


def run(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode:
        raise Failed(" ".join(command) + "\n" + done.stderr.decode("utf-8")[:2000])
    return done.stdout.decode("utf-8-sig")


def compare(ptrules, rules, folder, plan):
    """The numbers of rows and cells that agree; a difference is an error."""
    rows = cells = 0
    for table, (columns, expected) in plan.assess(common.read(folder)).items():
        command = [ptrules, "eval", rules, "--data", folder, "--table", table, "--format", "csv", "--lang", "en"]
        header, *actual = csv.reader(io.StringIO(run(*command)))
        differences = []
        if header != columns:
            differences.append(f"headings {','.join(header)}, expected {','.join(columns)}")
        if len(actual) != len(expected):
            differences.append(f"{len(actual)} rows, expected {len(expected)}")
        for index, (mine, theirs) in enumerate(zip(actual, expected)):
            for column, cell, other in zip(columns, mine, theirs):
                cells += 1
                if cell != other:
                    differences.append(f"row {index + 1} ({', '.join(theirs[:3])}), {column}: {cell}, expected {other}")
        rows += len(expected)
        if differences:
            raise Failed("\n  ".join([f"{' '.join(command)}: {len(differences)} differences", *differences[:SHOWN]]))
    return rows, cells


def check(ptrules, number, people, seeds, work):
    plan = importlib.import_module(number)
    rules = os.path.normpath(glob.glob(os.path.join(PLANS, number + "-*.rules"))[0])
    rows = cells = 0
    for seed in range(1, seeds + 2):
        size = people if seed <= seeds else 5
        folder = os.path.join(work, f"{number}-{seed}")
        run(ptrules, "sample", rules, "--output", folder, "--rows", str(size), "--seed", str(seed), "--lang", "en")
        data = common.read(folder)
        columns = common.headings(folder, data)
        stirred = folder + "-stirred"
        chance = random.Random(seed)
        plan.stir(data, chance)
        for table in data.values():
            chance.shuffle(table)
        common.write(stirred, data, columns)
        for each in (folder, stirred):
            more = compare(ptrules, rules, each, plan)
            rows, cells = rows + more[0], cells + more[1]
    return rows, cells, 2 * (seeds + 1)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("ptrules")
    parser.add_argument("--people", type=int, default=300)
    parser.add_argument("--seeds", type=int, default=2)
    parser.add_argument("--plan", action="append")
    parser.add_argument("--keep", help="a folder for the data, kept afterwards")
    options = parser.parse_args()
    numbers = options.plan or sorted(name[:2] for name in os.listdir(HERE) if name[:2].isdigit() and name.endswith(".py"))
    with tempfile.TemporaryDirectory() as temporary:
        for number in numbers:
            try:
                rows, cells, sets = check(
                    os.path.abspath(options.ptrules), number, options.people, options.seeds, options.keep or temporary
                )
            except Failed as problem:
                print(f"plan {number}: {problem}", file=sys.stderr)
                return 1
            print(f"plan {number}: {sets} sets of data, {rows} rows, {cells} cells, all equal", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
