"""Times of the whole program, start to end: bench.py PTRULES [RUNS]

Evaluates the sample school as it is, and enlarged to some 2,000 teachers, and checks the rules file. Prints the
median, the fastest and the slowest of several runs as a Markdown table. Standard library only.
"""
import csv
import os
import statistics
import subprocess
import sys
import tempfile
import time

root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sample = os.path.join(root, "rules", "示例数据")
rules = os.path.join(root, "rules", "校本研修.rules")


def enlarge(out, copies):
    """The sample school so many times over, each copy with keys of its own. Gives the number of rows."""
    total = 0
    for name in sorted(os.listdir(sample)):
        with open(os.path.join(sample, name), encoding="utf-8", newline="") as file:
            header, *rows = list(csv.reader(file))
        keys = [i for i, column in enumerate(header) if column in ("工号", "教研组")]
        with open(os.path.join(out, name), "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(header)
            for copy in range(copies):
                for row in rows:
                    writer.writerow([f"{cell}-{copy}" if i in keys else cell for i, cell in enumerate(row)])
                    total += 1
    return total


def measure(command, runs):
    times = []
    for run in range(runs + 1):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if run > 0:  # the first warms the caches
            times.append((time.perf_counter() - start) * 1000)
    return times


def main():
    program = sys.argv[1]
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 11
    with tempfile.TemporaryDirectory() as folder:
        large = os.path.join(folder, "large")
        os.mkdir(large)
        rows = enlarge(large, 30)
        output = os.path.join(folder, "result.csv")
        cases = [
            ("check of the school's plan", [program, "check", rules]),
            ("eval, 68 teachers", [program, "eval", rules, "--data", sample, "--output", output]),
            (f"eval, 2,040 teachers, {rows:,} rows", [program, "eval", rules, "--data", large, "--output", output]),
            ("program start (--version)", [program, "--version"]),
        ]
        print("| whole process | median ms | fastest | slowest |")
        print("| --- | ---: | ---: | ---: |")
        for name, command in cases:
            times = measure(command, runs)
            print(f"| {name} | {statistics.median(times):.1f} | {min(times):.1f} | {max(times):.1f} |")


main()
