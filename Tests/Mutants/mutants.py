"""Small slips made in every rules file of the project, one at a time: who notices them?

usage: mutants.py PROGRAM [--per N] [--most N] [--seed N] [--meaning] [--goal PERCENT] [FILE...]
(from the project's folder; PROGRAM is the release build)

Each mutant differs from its file in one place above the examples. `check --strict` may notice it, or `check --plan`
where the plan's text is at hand, or `test` by the file's own examples. What nobody notices is listed. Same seed, same
mutants. Counted apart is what means the same: what differs only in comments, in 未入规则 and behind 依据 and 说明, a 年度 that no rule asks for, a condition or a rule
about rows written twice, and choices in another order that nothing compares. Counted apart too are slips that change
only which data are accepted, since an example cannot show data that are refused.
"""

import argparse
import collections
import concurrent.futures
import glob
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import threading

PLANS = {name: "Tests/Corpus/PlanText/school.txt" for name in ("rules/校本研修.rules", "rules/school-training.rules")}
LIMIT = 30  # seconds for one run of the program

TOKEN = re.compile(
    r"(?P<text>\"[^\"]*\"|“[^”]*”)|(?P<date>\d{4}-\d\d?-\d\d?)|(?P<number>\d+(?:\.\d+)?[%‰]?)"
    r"|(?P<word>[^\W\d]\w*)|(?P<sign><=|>=|!=|\.\.|[-<>=+*/|,:()\[\].])"
)

OPERATORS = {
    "<=": ["<", ">="], ">=": [">", "<="], "<": ["<=", ">"], ">": [">=", "<"], "!=": ["="], "=": ["!="],
    "+": ["-"], "-": ["+"], "*": ["/"], "/": ["*"],
}
PAIRS = [
    ("加", "扣"), ("合计", "计数"), ("最高", "最低"), ("平均", "中位"), ("取", "去"), ("且", "或"), ("封顶", "保底"), ("满分", "保底"),
    ("全部入选", "全部落选"), ("递补", "空缺"), ("名次", "密集名次"), ("最长连续", "当前连续"), ("天数", "月数"), ("周年", "月数"),
    ("任一", "全是"), ("四舍五入", "去尾"), ("进一", "四舍五入"), ("最大余数", "四舍五入"), ("是", "否"), ("计数", "不同"),
    ("add", "deduct"), ("sum", "count"), ("max", "min"), ("mean", "median"), ("take", "drop"), ("and", "or"),
    ("cap", "floor"), ("allin", "allout"), ("refill", "vacant"), ("halfup", "down"), ("yes", "no"),
]
SWAPS = collections.defaultdict(list)
for left, right in PAIRS:
    SWAPS[left].append(right)
    SWAPS[right].append(left)
CLAUSE = {"依据", "clause"}
NOTE = {"说明", "note"}
HEADS = {"算例", "example"}
# Written twice, these say the same as once.
IDEMPOTENT = {"要求", "不计分", "定为", "假日", "调休", "require", "void", "place", "holidays", "workdays"}
# Behind these words stand lists whose order means nothing.
UNORDERED = {"主键", "同", "每", "在", "输出", "key", "same", "per", "in", "output"}
ROWS = {"评定", "grade", "对照表", "lookup"}
TABLES = {"表", "table"}


class Line:
    """A line with its place in the outline and the part of it that means something."""

    def __init__(self, index, text):
        self.index = index
        self.text = text
        self.indent = len(text) - len(text.lstrip())
        self.code = code(text)
        self.tokens = [match for match in TOKEN.finditer(self.code)]
        self.first = self.tokens[0].group() if self.tokens else ""
        self.parent = None
        self.children = []

    @property
    def is_row(self):
        return self.parent is not None and self.parent.first in ROWS and not self.is_policy

    @property
    def is_policy(self):
        return self.first in {
            "份额取整", "并列", "定为", "不得", "基数", "quotas", "ties", "place", "bar", "base", "说明", "依据", "note", "clause"}

    @property
    def is_acceptance(self):
        """Whether the line only says what data are accepted: a column, or a rule about the rows of a table."""
        if self.parent is None or self.parent.first not in TABLES:
            return False
        return self.first in {"要求", "require"} or not self.is_definition and not self.is_policy

    @property
    def is_definition(self):
        return len(self.tokens) > 1 and self.tokens[1].group() == "="


def code(text):
    """The line without its comment, its clause and its note."""
    end = len(text)
    quote = None
    for place, sign in enumerate(text):
        if quote:
            quote = None if sign in quote else quote
        elif sign in "\"“":
            quote = "\"”"
        elif sign in "#＃":
            end = place
            break
    text = text[:end]
    for match in re.finditer(r"(?:^|(?<=\s))(依据|说明|clause|note)(?=\s)", text):
        return text[:match.start()].rstrip()
    return text.rstrip()


def outline(lines):
    """The lines above the examples, with their parents."""
    result, stack = [], []
    for index, text in enumerate(lines):
        line = Line(index, text)
        if line.first in HEADS and line.indent == 0:
            break
        result.append(line)
        if not text.strip() or text.strip().startswith("#"):
            continue
        while stack and stack[-1].indent >= line.indent:
            stack.pop()
        if stack:
            line.parent = stack[-1]
            stack[-1].children.append(line)
        stack.append(line)
    return result


def canonical(lines):
    """What a text means by its lines, blanks and what explains it left out."""
    parts = [(len(text) - len(text.lstrip()), re.sub(r"[ \t]{2,}", "  ", code(text).strip())) for text in lines]
    parts = [part for part in parts if part[1] and not re.match(r"(未入规则|unscored)\s", part[1])]
    years = [part for part in parts if re.match(r"(年度|year)\s+\d+$", part[1])]
    uses = [part for part in parts if re.search(r"年度|\byear\b", part[1]) and part not in years]
    return parts if uses else [part for part in parts if part not in years]


# MARK: Slips. Each gives (kind, line, the lines that stand there instead).


def replaced(line, match, new):
    return [line.text[:match.start()] + new + line.text[match.end():]]


def numbers(line):
    for match in line.tokens:
        text = match.group()
        if match.lastgroup == "number":
            digits = text.rstrip("%‰")
            unit = text[len(digits):]
            value = float(digits)
            step = 10 ** -len(digits.partition(".")[2])
            changed = {value + step, value * 2, value * 10}
            if value >= step:
                changed |= {value - step, value / 2}
            for new in sorted(changed - {value}):
                places = max(len(digits.partition(".")[2]), 1 if new != int(new) else 0)
                yield "number", line, replaced(line, match, f"{new:.{places}f}" + unit)
        elif match.lastgroup == "date":
            year, month, day = text.split("-")
            yield "number", line, replaced(line, match, f"{year}-{month}-{int(day) % 28 + 1:02}")
            yield "number", line, replaced(line, match, f"{int(year) + 1}-{month}-{day}")


def operators(line):
    for place, match in enumerate(line.tokens):
        if match.lastgroup != "sign" or line.is_definition and place == 1:
            continue
        if line.is_row and match.group() == "-" or is_list(line):
            continue
        if match.group() in "*/" and "1" in (near.group() for near in line.tokens[place + 1:place + 2]):
            continue  # times 1 is divided by 1
        for new in OPERATORS.get(match.group(), []):
            yield "operator", line, replaced(line, match, new)


def is_list(line):
    """Whether `>` and `|` part choices."""
    return line.first in {"选项", "choices"} or line.parent is not None and line.parent.first in TABLES and not line.is_definition


def keywords(line):
    for place, match in enumerate(line.tokens):
        if match.lastgroup == "word" and not (line.is_definition and place == 0):
            for new in SWAPS.get(match.group(), []):
                yield "keyword", line, replaced(line, match, new)


def misspelt(line, dice):
    for match in line.tokens:
        if match.lastgroup == "word" and len(match.group()) > 1:
            word = match.group()
            at = dice.randrange(len(word))
            yield "misspelt", line, replaced(line, match, word[:at] + word[at + 1:])


def names(line, groups, dice):
    """Another name of the same table, section or list of choices."""
    for place, match in enumerate(line.tokens):
        if match.lastgroup != "word" or place == 0 and not line.is_row:
            continue
        others = sorted({other for group in groups if match.group() in group for other in group} - {match.group()})
        if others:
            yield "name", line, replaced(line, match, dice.choice(others))


def swaps(line, lines):
    if line.is_row and line.parent.first in {"评定", "grade"} and line is line.parent.children[0]:
        return  # the headings of the first two columns are free
    for left, right in zip(line.tokens, line.tokens[1:]):
        if left.lastgroup == right.lastgroup and left.lastgroup in ("number", "word") and line.is_row:
            if left.group() != right.group():
                yield "swapped", line, [exchanged(line, left, right)]
    for place, (left, sign, right) in enumerate(zip(line.tokens, line.tokens[1:], line.tokens[2:])):
        if sign.group() == "," and any(match.group() in UNORDERED for match in line.tokens[:place]):
            continue
        if sign.group() in ("-", "/", ">", ",", "..", ">=", "<=") and left.group() != right.group():
            if {left.lastgroup, right.lastgroup} <= {"number", "word"}:
                yield "swapped", line, [exchanged(line, left, right)]
    after = lines[line.index + 1] if line.index + 1 < len(lines) else None
    if after is not None and after.parent is line.parent and line.parent is not None and not line.children + after.children:
        ordered = line.parent.first in {"评定", "grade"} and not (line.is_policy or after.is_policy)
        scores = line.first == after.first and line.first in {"得分", "score"}
        if ordered or scores:
            yield "swapped", line, [after.text, line.text], 2


def exchanged(line, left, right):
    text = line.text
    return text[:left.start()] + right.group() + text[left.end():right.start()] + left.group() + text[right.end():]


def drops(line):
    if line.text.strip() and not line.text.strip().startswith("#") and not line.children:
        yield "dropped line", line, []


def doubles(line):
    if line.code and not line.children and line.first not in NOTE | CLAUSE:
        yield "doubled row", line, [line.text, line.text]


def ranges(line):
    for low, sign, high in zip(line.tokens, line.tokens[1:], line.tokens[2:]):
        if sign.group() == ".." and low.lastgroup == high.lastgroup == "number":
            unit = "%" if high.group().endswith("%") else ""
            number = high.group().rstrip("%")
            yield "widened", line, replaced(line, high, f"{float(number) * 10:g}{unit}")
            if low.group().rstrip("%") != "0":
                yield "widened", line, replaced(line, low, "0" + unit)
    for word, number in zip(line.tokens, line.tokens[1:]):
        if word.group() in ("保底", "封顶", "满分", "floor", "cap") and number.lastgroup == "number":
            after = line.text[number.end():]
            if not after.startswith(".."):
                yield "widened", line, [line.text[:word.start()].rstrip() + after]


def groups(lines):
    """Names that may be taken for each other: those of one block, and the choices of one list."""
    result = []
    for line in lines:
        if line.first in TABLES or any(child.is_definition for child in line.children):
            members = [child.first for child in line.children if child.first and not child.is_policy]
            result.append({name for name in members if name not in SWAPS and len(name) > 0})
        if is_list(line):
            labels = [match.group() for match in line.tokens if match.lastgroup == "word"]
            signs = [match.group() for match in line.tokens if match.group() in (">", "|", "<")]
            if signs:
                result.append(set(labels[-len(signs) - 1:]))
    return [group for group in result if len(group) > 1]


def mutants(path, seed, per):
    with open(path, encoding="utf-8") as file:
        texts = file.read().split("\n")
    lines = outline(texts)
    dice = random.Random(f"{seed} {path}")
    known = groups(lines)
    found = collections.defaultdict(list)
    for line in lines:
        slips = [*numbers(line), *operators(line), *keywords(line), *misspelt(line, dice), *names(line, known, dice)]
        slips += [*swaps(line, lines), *drops(line), *doubles(line), *ranges(line)]
        for kind, at, new, *length in slips:
            changed = texts[:at.index] + new + texts[at.index + (length[0] if length else 1):]
            if changed != texts:
                found[kind].append((kind, path, at, new, changed))
    meaning = canonical(texts)
    for kind in sorted(found):
        chosen = found[kind]
        if len(chosen) > per:
            places = sorted(dice.sample(range(len(chosen)), per))
            chosen = [chosen[place] for place in places]
        for kind, path, at, new, changed in chosen:
            same = canonical(changed) == meaning or kind == "doubled row" and at.first in IDEMPOTENT
            yield kind, path, at, new, changed, same


def unordered(mutant):
    """For choices that have changed places: the file with choices that have no order, else None.

    Where that file has no errors nothing compares them, and the places mean nothing.
    """
    kind, path, at, new, changed, _ = mutant
    if kind != "swapped" or not is_list(at) or ">" not in at.code:
        return None
    lines = list(changed)
    lines[at.index] = at.code.replace(">", "|")
    return lines


# MARK: Running


class Bench:
    """A copy of the rules' folders for each worker, in which mutants are written."""

    def __init__(self, program, root):
        self.program = os.path.abspath(program)
        self.root = root
        self.local = threading.local()

    def folder(self, path):
        folders = self.local.__dict__.setdefault("folders", {})
        home = os.path.dirname(path)
        if home not in folders:
            folders[home] = tempfile.mkdtemp(dir=self.root)
            for base, _, files in os.walk(home):
                for name in files:
                    if name.endswith(".rules"):
                        target = os.path.join(folders[home], os.path.relpath(base, home))
                        os.makedirs(target, exist_ok=True)
                        shutil.copy(os.path.join(base, name), target)
        return folders[home]

    def run(self, *words):
        try:
            done = subprocess.run([self.program, *words, "--lang", "en"], capture_output=True, timeout=LIMIT)
            return done.returncode
        except subprocess.TimeoutExpired:
            return None

    def write(self, target, lines):
        with open(target, "w", encoding="utf-8") as file:
            file.write("\n".join(lines))

    def verdict(self, mutant):
        """Who notices: a list of check, plan, examples; or broken, when the program itself fails."""
        kind, path, at, new, changed, same = mutant
        target = os.path.join(self.folder(path), os.path.basename(path))
        probe = unordered(mutant)
        if probe:
            self.write(target, probe)
            if self.run("check", target) == 0:
                shutil.copy(path, target)
                return ["same"]
        self.write(target, changed)
        codes = {"check": self.run("check", "--strict", target)}
        if path in PLANS:
            codes["plan"] = self.run("check", "--strict", "--plan", PLANS[path], target)
        codes["examples"] = self.run("test", target)
        shutil.copy(path, target)
        if any(code not in (0, 1) for code in codes.values()):
            return ["broken"]
        return [name for name, code in codes.items() if code == 1]


def table(rows, headers):
    lines = ["| " + " | ".join(headers) + " |", "| --- |" + " ---: |" * (len(headers) - 1)]
    lines += ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("files", nargs="*")
    parser.add_argument("--per", type=int, default=14, help="mutants of one kind in one file, at most")
    parser.add_argument("--most", type=int, help="mutants in all, at most")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--goal", type=float, default=0, help="per cent of what is computed that must be noticed")
    parser.add_argument("--meaning", action="store_true", help="the files of Tests/Corpus/Meaning too")
    options = parser.parse_args()

    files = options.files or sorted(glob.glob("rules/*.rules")) + sorted(glob.glob("Tests/Corpus/Plans/*.rules"))
    if options.meaning:
        files += sorted(glob.glob("Tests/Corpus/Meaning/*.rules"))
    made = [mutant for path in files for mutant in mutants(path, options.seed, options.per)]
    if options.most and len(made) > options.most:
        chosen = random.Random(options.seed).sample(range(len(made)), options.most)
        made = [made[place] for place in sorted(chosen)]
    with tempfile.TemporaryDirectory() as root, concurrent.futures.ThreadPoolExecutor(2) as pool:
        verdicts = list(pool.map(Bench(options.program, root).verdict, made))

    counts = collections.defaultdict(collections.Counter)
    survivors, broken = [], []
    for mutant, verdict in zip(made, verdicts):
        same = mutant[5] or verdict == ["same"]
        if verdict == ["broken"]:
            broken.append(mutant)
        outcome = "same" if same else verdict[0] if verdict else "survived"
        counts[mutant[0]][outcome] += 1
        counts["all" if not mutant[2].is_acceptance else "all of data accepted"][outcome] += 1
        if outcome == "survived":
            survivors.append(mutant)

    counts["all of what is computed"] = counts.pop("all")
    rows = []
    for kind in sorted(counts, key=lambda kind: (kind.startswith("all"), kind)):
        count = counts[kind]
        noticed = count["check"] + count["plan"] + count["examples"]
        changing = noticed + count["survived"]
        share = f"{100 * noticed / changing:.1f} %" if changing else "–"
        rows.append([kind, sum(count.values()), count["same"], count["check"], count["plan"], count["examples"],
                     count["survived"], share])
    print(table(rows, ["kind", "mutants", "same meaning", "by check", "by the plan's text", "by examples", "survived",
                       "noticed"]))
    for title, listed in (("Survivors", survivors), ("The program failed", broken)):
        if listed:
            print(f"\n## {title}\n")
        for kind, path, at, new, changed, _ in listed:
            print(f"- {path}:{at.index + 1} {kind}")
            print(f"  - `{at.text.strip()}`")
            print("  - " + (" ⏎ ".join(f"`{text.strip()}`" for text in new) or "(nothing)"))
    if broken:
        sys.exit("the program failed on a mutant")
    total = counts["all of what is computed"]
    noticed = total["check"] + total["plan"] + total["examples"]
    if 100 * noticed < options.goal * (noticed + total["survived"]):
        sys.exit(f"fewer than {options.goal} % were noticed")


if __name__ == "__main__":
    main()
