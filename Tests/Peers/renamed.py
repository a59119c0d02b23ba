"""Every name of a plan changed for another: what the program says may differ in the names alone.

    renamed.py PTRULES [FILE...]

In each plan of Tests/Corpus/Plans, the school's plan and the files of Tests/Corpus/Meaning about 逐条, every name that is
no word of the language (tables, columns, choices, values, items) becomes one of as many rare signs, in the rules and in
the sample data. The new names stand in the order of the old ones, since equal records are told apart by their texts.
`check`, the results of every assessed table and two explanations must be the same bytes once the names are put back.
Exit status: 0 all equal, 1 a difference.
"""

import csv
import glob
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
WORDS = os.path.join(ROOT, "Sources", "ptrules", "Documentation.docc", "Words.md")
# Units, and headers that say of themselves whose names a column holds.
KEPT = {"人", "分", "位", "项", "档", "姓名", "名字", "name"}
FREE = {"计划", "算例", "未入规则"}  # behind these words stand titles and clauses
REMARKS = {"依据", "说明"}
TOKEN = re.compile(
    r"(?P<text>\"[^\"“”]*[\"”]|“[^\"“”]*[\"”])|(?P<comment>[#＃].*)|(?P<other>\d\w*)|(?P<word>[^\W\d]\w*)|(?P<blank>\s+)|.")


def language():
    with open(WORDS, encoding="utf-8") as file:
        return {word for line in file for word in re.findall(r"^\| (\S+) \| `(\S+)` \|", line) for word in word}


def code(line):
    """Where the part of a line ends that holds names."""
    end, tokens = len(line), [token for token in TOKEN.finditer(line) if token.lastgroup != "blank"]
    for place, token in enumerate(tokens):
        following = tokens[place + 1].group() if place + 1 < len(tokens) else ""
        is_free = place == 0 and token.start() == 0 and token.group() in FREE
        is_remark = token.group() in REMARKS and following not in ("", "=", ".", ",", ")")
        if is_free or is_remark or token.lastgroup == "comment":
            return token.start()
    return end


def changed(text, change):
    """The text with `change` applied to every word that may be a name."""
    lines = []
    for line in text.split("\n"):
        end = code(line)
        new = TOKEN.sub(
            lambda token: change(token.group()) if token.lastgroup == "word"
            else token.group()[0] + change(token.group()[1:-1]) + token.group()[-1] if token.lastgroup == "text"
            else token.group(), line[:end])
        lines.append(new + line[end:])
    return "\n".join(lines)


def new_names(text):
    known = language() | KEPT
    names = {
        token.group() for line in text.split("\n算例")[0].split("\n") for token in TOKEN.finditer(line[:code(line)])
        if token.lastgroup == "word"
    }
    signs = iter(map(chr, range(0x3400, 0x4DB5)))
    chinese = re.compile("[\u4e00-\u9fff]")
    return {name: chinese.sub(lambda _: next(signs), name) for name in sorted(names - known) if chinese.search(name)}


def many_sheets(text):
    """The tables of which there is a sheet for each month or the like: their names, and what the sheets' names begin with."""
    found, table = [], None
    for line in text.split("\n"):
        if not line.startswith((" ", "#")) and line:
            words = line.split()
            quoted = re.search(r"[\"“](.*?)\*", line[:code(line)])
            table = (words[1], quoted and quoted[1]) if words[0] == "表" else None
        elif table and "取自表名" in line[:code(line)]:
            found.append(table)
    return found


def rename_data(folder, target, names, tables):
    os.mkdir(target)
    for path in glob.glob(folder + "/*.csv"):
        stem = os.path.basename(path)[:-4]
        new = names.get(stem, stem)
        for table, quoted in tables:
            beginning = quoted or table
            if stem.startswith(beginning) and stem != beginning:
                rest = stem[len(beginning):]
                new = (quoted or names.get(table, table)) + names.get(rest, rest)
        with open(path, encoding="utf-8-sig", newline="") as file:
            rows = [[names.get(cell, cell) for cell in row] for row in csv.reader(file)]
        with open(f"{target}/{new}.csv", "w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)


def run(ptrules, folder, *words):
    done = subprocess.run([ptrules, *words, "--lang", "zh"], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


def said(ptrules, folder, tables, keys):
    """All that the program says of the rules and the data in a folder."""
    yield "check", run(ptrules, folder, "check", "plan.rules", "--format", "json")
    for table in tables:
        evaluate = ("eval", "plan.rules", "--data", "data", "--table", table)
        yield "eval", run(ptrules, folder, *evaluate, "--format", "csv")
        for key in keys.get(table, []):
            yield "explain", run(ptrules, folder, *evaluate, "--explain", key)


def compare(ptrules, path, folder):
    """What differs, and how much was compared."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    os.makedirs(folder + "/old")
    os.makedirs(folder + "/new")
    names = new_names(text)
    for place, rules in (("old", text), ("new", changed(text, lambda word: names.get(word, word)))):
        with open(f"{folder}/{place}/plan.rules", "w", encoding="utf-8") as file:
            file.write(rules)
    status, _, error = run(ptrules, folder + "/old", "sample", "plan.rules", "--output", "data", "--rows", "15")
    if status:
        return [("sample", error)], 0
    rename_data(folder + "/old/data", folder + "/new/data", names, many_sheets(text))
    tables = list(dict.fromkeys(re.findall(r"^考核 (\w+)", text, re.M)))
    keys = {}
    for table in tables:
        _, result, _ = run(
            ptrules, folder + "/old", "eval", "plan.rules", "--data", "data", "--table", table, "--format", "csv")
        keys[table] = [row[0] for row in csv.reader(result.split("\n")[1:3]) if row and row[0]]
    others = {names.get(table, table): [names.get(key, key) for key in some] for table, some in keys.items()}
    back = {new: old for old, new in names.items()}
    pattern = re.compile("|".join(sorted(back, key=len, reverse=True)))
    restore = lambda text: pattern.sub(lambda found: back[found.group()], text)
    differences, count = [], 0
    pairs = zip(said(ptrules, folder + "/old", tables, keys), said(ptrules, folder + "/new", list(others), others))
    for (what, before), (_, after) in pairs:
        count += 1
        after = (after[0], restore(after[1]), restore(after[2]))
        if before != after:
            lines = [(old, new) for old, new in zip("".join(before[1:]).split("\n"), "".join(after[1:]).split("\n")) if old != new]
            differences.append((what, "\n".join(f"    {old}\n    {new}" for old, new in lines[:3])))
    return differences, count


def main():
    ptrules, *files = sys.argv[1:]
    ptrules = os.path.abspath(ptrules)
    corpus = os.path.join(ROOT, "Tests", "Corpus")
    files = files or sorted(
        glob.glob(corpus + "/Plans/*.rules") + glob.glob(corpus + "/Meaning/逐条*.rules")
        + [os.path.join(ROOT, "rules", "校本研修.rules")])
    compared = wrong = 0
    for path in files:
        with tempfile.TemporaryDirectory() as folder:
            differences, count = compare(ptrules, path, folder)
        compared += count
        for what, lines in differences:
            wrong += 1
            print(f"{os.path.basename(path)}: {what} differs by names\n{lines}")
    print(f"{len(files)} files renamed: {compared} outputs compared, {wrong} differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
