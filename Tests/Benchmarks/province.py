"""Times and memory with as many teachers as a county, a city and a province have, beside DuckDB and polars.

    province.py PTRULES [--sizes 1000,10000,100000,1000000]   the sample plan, start to end
    province.py PTRULES --plans [--rows 100000]               every plan of the corpus, on sample data of its own
    province.py PTRULES --doubling [--rows 100000]            the same with once, twice and four times the rows
    province.py --compare ONE.csv OTHER.csv                   whether two results are equal

    --runs N          runs that count; one more before them warms up, and all cases take turns; 5 unless told
    --data FOLDER     where to keep the data, to be used again; else they are made in a temporary folder and removed
    --patience S      for --plans and --doubling: the longest that making sample data may take; where it would take
                      longer there are fewer rows; 20 unless told
    --only TEXT       for the same: of the corpus only the plans with this in their file's name

The first evaluates the plan of rules/校本研修.rules on made-up data (province_data.py) and the same plan written for
DuckDB and for polars (province_duckdb.py, province_polars.py) where those are installed. The results of DuckDB, which
computes with exact decimals as well, have to be equal to those of ptrules, or the exit status is 1; those of polars,
which computes with binary fractions, are compared too, for the record. At the largest size there is more: one thread,
where PTRULES eval knows --threads; the rows in random order; every field in quotes; files in GB18030; files with titles
and blank rows; three sets of data that are refused for one record each, which names nobody, breaks a rule or stands there
twice; and wc -l on all the files. A million teachers have 550 MB of data, eight times at the largest size.

The others show plans whose time grows faster than their rows. Prints Markdown. Needs numpy for the data of the first,
else the standard library only.
"""
import argparse
import contextlib
import csv
import datetime
import decimal
import filecmp
import importlib.metadata
import importlib.util
import math
import os
import platform
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

here = os.path.dirname(os.path.abspath(__file__))
root = os.path.dirname(os.path.dirname(here))
rules = os.path.join(root, "rules", "校本研修.rules")
corpus = os.path.join(root, "Tests", "Corpus", "Plans")
peers = [peer for peer in ("duckdb", "polars") if importlib.util.find_spec(peer)]
SHOWN = 10  # differences
FEWEST = 5  # rows of each assessed table: all but the start of the program
TRIAL = 50  # rows of each assessed table by which it is found out how many there are in all
VARIANTS = ["--shuffle", "--quote", "--gb18030", "--untidy"]  # data with the same result
REFUSED = [("one wrong key", "--wrong-key"), ("one broken rule", "--broken-rule"), ("one teacher twice", "--same-key")]
STEEP = 2.5  # growth for twice the rows that is pointed out


def say(text):
    print(text, file=sys.stderr, flush=True)


# Measuring.

class Case:
    """A command, and what its runs came to."""

    def __init__(self, name, command, refusal=False):
        self.name = name
        self.command = command
        self.refusal = refusal  # whether it may find the data wrong
        self.code = ""  # why it refused them
        self.times = []
        self.memory = 0

    def run(self, log):
        """Milliseconds and MiB of one run."""
        with open(log, "wb") as messages:
            quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0), (os.POSIX_SPAWN_DUP2, messages.fileno(), 2)]
            start = time.perf_counter()
            child = os.posix_spawnp(self.command[0], self.command, os.environ, file_actions=quiet)
            _, status, usage = os.wait4(child, 0)
            elapsed = (time.perf_counter() - start) * 1000
        status = os.waitstatus_to_exitcode(status)
        if status != 0:
            with open(log, encoding="utf-8", errors="replace") as file:
                messages = file.read()
            codes = re.findall(r"\[([A-Z]\d+)\]", messages)
            if status != 1 or not self.refusal or not codes:
                sys.exit(f"{' '.join(self.command)}\nstatus {status}\n{messages[-2000:]}")
            self.code = codes[0]
        return elapsed, mebibytes(usage)

    @property
    def median(self):
        return statistics.median(self.times)

    @property
    def peak(self):
        """A child's peak is its parent's at least, so nothing large may be kept in this process."""
        own = mebibytes(resource.getrusage(resource.RUSAGE_SELF))
        return f"{self.memory:,.0f}" if self.memory > own else f"< {own:,.0f}"


def mebibytes(usage):
    return usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def measure(cases, runs, folder):
    for turn in range(runs + 1):
        say(f"run {turn} of {runs}" if turn > 0 else "warming up")
        for case in cases:
            elapsed, memory = case.run(os.path.join(folder, "messages"))
            if turn > 0:
                case.times.append(elapsed)
                case.memory = max(case.memory, memory)


def machine(program):
    """The lines above a table: where and when, and what is measured."""
    model = platform.processor() or platform.machine()
    with contextlib.suppress(OSError), open("/proc/cpuinfo", encoding="utf-8") as file:
        model = next((line.split(":", 1)[1].strip() for line in file if line.startswith("model name")), model)
    version = subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout.strip()
    print(f"- {model}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start")
    print(f"- {datetime.date.today()}, {platform.system()} {platform.release()}, Python {platform.python_version()}")
    print("- " + ", ".join([version] + [f"{peer} {importlib.metadata.version(peer)}" for peer in peers]))


def table(header, rows, left=1):
    print()
    print("| " + " | ".join(header) + " |")
    print("| " + " | ".join(["---"] * left + ["---:"] * (len(header) - left)) + " |")
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print(flush=True)


# The sample plan, beside others.

def province(told, folder):
    program = told.program
    machine(program)
    sizes = sorted(int(size) for size in told.sizes.split(","))
    threads = "--threads" in subprocess.run([program, "eval", "--help"], check=True, capture_output=True, text=True).stdout
    rows, notes = [], []

    def made(size, *variant):
        """The folder of the data; made unless it is there."""
        data = os.path.join(folder, "-".join([str(size)] + [option.strip("-") for option in variant]))
        if not os.path.isdir(data):
            say(f"making {data}")
            unfinished = data + ".unfinished"
            shutil.rmtree(unfinished, ignore_errors=True)
            command = [sys.executable, os.path.join(here, "province_data.py"), unfinished, str(size), *variant]
            subprocess.run(command, check=True)
            os.rename(unfinished, data)
        return data

    def result(name):
        return os.path.join(folder, name + ".csv")

    for size in sizes:
        plain = made(size)
        counted = f"{size:,} teachers"

        def ptrules(name, data=plain, *options):
            return Case(name, [program, "eval", rules, "--data", data, "--output", result(name), *options])

        cases = [ptrules("ptrules")]
        for peer in peers:
            script = os.path.join(here, f"province_{peer}.py")
            cases.append(Case(peer, [sys.executable, script, plain, result(peer)]))
        variants = []
        if size == sizes[-1]:
            if threads:
                variants.append(ptrules("ptrules, one thread", plain, "--threads", "1"))
            variants.append(ptrules("ptrules, shuffled", made(size, "--shuffle")))
            variants.append(ptrules("ptrules, quoted", made(size, "--quote")))
            variants.append(ptrules("ptrules, GB18030", made(size, "--gb18030")))
            variants.append(ptrules("ptrules, untidy", made(size, "--untidy")))
            cases += variants
            for name, option in REFUSED:
                cases.append(ptrules(f"ptrules, {name}", made(size, option)))
                cases[-1].refusal = True
            files = sorted(os.path.join(plain, name) for name in os.listdir(plain))
            cases.append(Case("wc -l", ["wc", "-l", *files]))
        say(counted)
        measure(cases, told.runs, folder)

        first = cases[0]
        for case in cases:
            rows.append([
                f"{size:,}", case.name, f"{case.median:,.0f}", f"{min(case.times):,.0f}", f"{max(case.times):,.0f}",
                case.peak, f"{case.median * 1000 / size:,.2f}", f"{case.memory * 1024 / size:,.2f}",
                f"{case.median / first.median:.2f}", f"{case.memory / first.memory:.2f}"])
        if threads and variants:
            notes.append(f"{counted}: several threads are {variants[0].median / first.median:.2f} times as fast as one")

        # The results. In other processes, so that this one stays small.
        for case in cases:
            if case.refusal:
                notes.append(f"{counted}: {case.name}: refused with {case.code or 'NOTHING'}")
                if not case.code:
                    finish(rows, notes, 1)
        for variant in variants:
            same = filecmp.cmp(result("ptrules"), result(variant.name), shallow=False)
            notes.append(f"{counted}: {variant.name}: {'the same result' if same else 'ANOTHER RESULT'}")
            if not same:
                finish(rows, notes, 1)
        for peer in peers:
            command = [sys.executable, os.path.abspath(__file__), "--compare", result("ptrules"), result(peer)]
            comparison = subprocess.run(command, capture_output=True, encoding="utf-8")
            notes.append(f"{counted}: ptrules and {peer}: {(comparison.stdout + comparison.stderr).strip()}")
            if comparison.returncode != 0 and peer == "duckdb":
                finish(rows, notes, 1)
        if not told.data:
            for data in [plain] + [made(size, option) for option in VARIANTS + [wrong for _, wrong in REFUSED] if variants]:
                shutil.rmtree(data)
    if "duckdb" not in peers:
        notes.append("results not compared: duckdb is not installed")
    finish(rows, notes, 0)


def finish(rows, notes, status):
    table(["teachers", "program", "median ms", "fastest", "slowest", "peak MiB", "µs per teacher", "KiB per teacher",
           "time ÷ ptrules", "memory ÷ ptrules"], rows, left=2)
    for note in notes:
        print("- " + note.replace("\n", "\n  "))
    sys.exit(status)


def compare(one, other):
    """Whether two results say the same of everybody; says what the first differences are. Gives the exit status."""
    def read(path):
        with open(path, encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file)
            header = next(reader)
            yield header
            yield from reader

    def equal(left, right):
        if left == right:
            return True
        try:
            return decimal.Decimal(left) == decimal.Decimal(right)
        except decimal.InvalidOperation:
            return False

    left, right = read(one), read(other)
    left_header, right_header = next(left), next(right)
    common = [column for column in left_header if column in right_header]
    left_key, right_key = left_header.index("工号"), right_header.index("工号")
    pairs = [(column, left_header.index(column), right_header.index(column)) for column in common]
    missing = [column for column in ("总分", "名次", "等级") if column not in common]
    differences = [f"no column {column} in both" for column in missing]
    count = len(missing)

    def differ(text):
        nonlocal count
        count += 1
        if count <= SHOWN:
            differences.append(text)

    known = {}
    for row in left:
        if row[left_key] in known:
            differ(f"{row[left_key]}: more than once in {os.path.basename(one)}")
        known[row[left_key]] = row
    people = len(known)
    for row in right:
        key = row[right_key]
        person = known.pop(key, None)
        if person is None:
            differ(f"{key}: only in {os.path.basename(other)}, or there more than once")
            continue
        for column, mine, theirs in pairs:
            if not equal(person[mine], row[theirs]):
                differ(f"{key}: {column} {person[mine]} and {row[theirs]}")
    for key in known:
        differ(f"{key}: only in {os.path.basename(one)}")
    if count:
        print(f"{count:,} differences", *differences, sep="\n")
        return 1
    print(f"results equal ({people:,} rows, {len(common)} columns)")
    return 0


# Every plan.

class Plan:
    def __init__(self, path, program, folder):
        self.path = path
        self.name = os.path.splitext(os.path.basename(path))[0]
        self.program = program
        self.folder = os.path.join(folder, "samples", self.name)
        self.seconds = {}  # how long it took to make the sample of a size
        self.said = {}
        self.table = None

    def sample(self, size):
        """The folder with a sample of so many rows of each assessed table; made unless it is there."""
        data = os.path.join(self.folder, str(size))
        took = data + ".seconds"
        if not os.path.exists(took):
            shutil.rmtree(data, ignore_errors=True)
            os.makedirs(self.folder, exist_ok=True)
            start = time.perf_counter()
            command = [self.program, "sample", self.path, "--output", data, "--rows", str(size)]
            made = subprocess.run(command, capture_output=True, encoding="utf-8")
            if made.returncode != 0:
                sys.exit(f"{' '.join(command)}\nstatus {made.returncode}\n{made.stderr}")
            with open(took, "w", encoding="utf-8") as file:
                file.write(str(time.perf_counter() - start))
        with open(took, encoding="utf-8") as file:
            self.seconds[size] = float(file.read())
        return data

    def table_name(self):
        """The assessed table with the most rows, where there are several: which it is shows in a small sample."""
        if not self.table:
            with tempfile.TemporaryDirectory() as folder:
                command = [self.program, "eval", self.path, "--data", self.sample(TRIAL), "--lang", "en",
                           "--output", os.path.join(folder, "all.json")]
                said = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8").stdout
            assessed = re.findall(r"^assessed: (\S+) (\d+)$", said, re.MULTILINE)
            if assessed:
                self.table = max(assessed, key=lambda pair: int(pair[1]))[0]
            else:
                with open(self.path, encoding="utf-8-sig") as file:
                    self.table = re.search(r"^考核\s+(\S+)", file.read(), re.MULTILINE)[1]
        return self.table

    def command(self, size):
        """Evaluates a sample to CSV."""
        return [self.program, "eval", self.path, "--data", self.sample(size), "--table", self.table_name(),
                "--lang", "en", "--output", os.path.join(self.folder, "result.csv")]

    def evaluation(self, size):
        """What ptrules says when it evaluates a sample."""
        if size not in self.said:
            self.said[size] = subprocess.run(
                self.command(size), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8").stdout
        return self.said[size]

    def rows(self, size):
        """The rows of all tables of a sample as ptrules counts them: every mark of a table with a column for each
        person is one. Where it refuses the data, the lines of the files."""
        read = re.search(r"^rows read: (.*)$", self.evaluation(size), re.MULTILINE)
        if read:
            return sum(int(count) for count in re.findall(r" (\d+)(?:,|$)", read[1]))
        count = 0
        for name in os.listdir(self.sample(size)):
            with open(os.path.join(self.sample(size), name), "rb") as file:
                count += sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b"")) - 1
        return count

    def sizes(self, rows, patience, steps):
        """The sizes of samples, each twice the one before, the last with about so many rows in all where patience allows."""
        most = TRIAL * rows / self.rows(TRIAL)
        size = most / 2 ** max(steps - 1, int(math.log2(max(most / TRIAL, 1))))
        sizes = []
        while True:
            self.sample(max(1, round(size)))
            sizes.append(max(1, round(size)))
            # A sample twice as large takes so many times as long as this one took longer than the one before.
            longer = self.seconds[sizes[-1]] / self.seconds[sizes[-2]] if len(sizes) > 1 else 4
            enough = self.rows(sizes[-1]) > rows * 0.75 or max(2, longer) * self.seconds[sizes[-1]] > patience
            if enough and len(sizes) >= steps:
                return sizes[-steps:]
            size *= 2

    def case(self, size):
        return Case(self.name, self.command(size), refusal=True)


def plans(told, folder, steps):
    """The plans, the school's own first, and of each the sizes of its samples."""
    paths = [rules] + sorted(os.path.join(corpus, name) for name in os.listdir(corpus) if name.endswith(".rules"))
    for path in paths:
        if path != rules and told.only not in os.path.basename(path):
            continue
        plan = Plan(path, told.program, folder)
        say(f"making samples for {plan.name}")
        yield plan, plan.sizes(told.rows, told.patience, steps)


def each_plan(told, folder):
    machine(told.program)
    measured = [(plan, sizes[-1], plan.case(sizes[-1])) for plan, sizes in plans(told, folder, 1)]
    measure([case for _, _, case in measured], told.runs, folder)
    rows = []
    standard = None
    for plan, size, case in measured:
        count = plan.rows(size)
        each = case.median * 1e6 / count
        standard = standard or each
        rows.append([
            plan.name, f"refused: {case.code}" if case.code else plan.table, f"{count:,}", f"{case.median:,.1f}",
            f"{each:,.0f}", f"{each / standard:.2f}", case.peak, f"{plan.seconds[size]:.1f}"])
    table(["plan", "assessed table", "rows in all", "ms", "ns per row", "÷ 校本研修", "peak MiB", "sample made in s"], rows, left=2)
    remarks(told, measured)


def doubling(told, folder):
    machine(told.program)
    measured = []
    for plan, sizes in plans(told, folder, 3):
        measured.append((plan, sizes, [plan.case(size) for size in [FEWEST, *sizes]]))
    measure([case for _, _, cases in measured for case in cases], told.runs, folder)
    rows = []
    for plan, sizes, cases in measured:
        counts = [plan.rows(size) for size in sizes]

        def growth(figures, nothing):
            """For exactly twice the rows, without the start of the program; nothing where that hides the rest."""
            for place in range(len(sizes) - 1):
                less, more = (figure - nothing for figure in figures[place:place + 2])
                ratio = counts[place + 1] / counts[place]
                if ratio < 1.4 or less < nothing / 5 or more <= 0:
                    yield "–"
                    continue
                factor = (more / less) ** (math.log(2) / math.log(ratio))
                yield f"**{factor:.2f}**" if factor > STEEP else f"{factor:.2f}"

        start, *times = [case.median for case in cases]
        rows.append([
            plan.name, f"refused: {cases[-1].code}" if cases[-1].code else "", *(f"{count:,}" for count in counts),
            f"{start:,.1f}", *(f"{figure:,.1f}" for figure in times), *growth(times, start),
            *growth([case.memory for case in cases[1:]], cases[0].memory),
            *growth([plan.seconds[size] for size in sizes], 0)])
    table(["plan", "", "rows n", "2n", "4n", "ms with hardly any rows", "ms n", "2n", "4n", "time ×", "×", "memory ×", "×",
           "making the sample ×", "×"], rows, left=2)
    print("Growth is for exactly twice the rows, less what hardly any rows take; 2 is linear, 4 quadratic; "
          f"above {STEEP} it is in bold.")
    remarks(told, [(plan, sizes, cases[-1]) for plan, sizes, cases in measured])


def remarks(told, measured):
    print(f"There are fewer rows than {told.rows:,} where sample data of more would take longer to make than {told.patience:g} s.")
    if any(case.code for _, _, case in measured):
        print("Refused: random rows cannot meet all that the plan demands of its data; the time is until that is found out.")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", nargs="?", metavar="PTRULES")
    parser.add_argument("--sizes", default="1000,10000,100000,1000000")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--data", metavar="FOLDER")
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--patience", type=float, default=20)
    parser.add_argument("--only", metavar="TEXT", default="")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--plans", action="store_true")
    mode.add_argument("--doubling", action="store_true")
    mode.add_argument("--compare", nargs=2, metavar="CSV")
    told = parser.parse_args()
    if told.compare:
        sys.exit(compare(*told.compare))
    if not told.program:
        parser.error("which PTRULES?")
    told.program = os.path.abspath(told.program)
    with contextlib.ExitStack() as stack:
        folder = told.data or stack.enter_context(tempfile.TemporaryDirectory())
        os.makedirs(folder, exist_ok=True)
        if told.plans:
            each_plan(told, folder)
        elif told.doubling:
            told.rows *= 4
            doubling(told, folder)
        else:
            province(told, folder)


if __name__ == "__main__":
    main()
