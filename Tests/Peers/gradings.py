"""Made-up gradings of every kind, given by the program and independently, compared person by person.

    gradings.py PTRULES [--files N] [--seed S]

Each file holds twelve gradings of one set of people: shares, head-counts, thresholds, seats kept, every way of rounding,
ties, people placed and people barred, groups of one to many. Grades and places must be equal.
Exit status: 0 all equal, 1 a difference, or a file that the program refuses.
"""

import argparse
import csv
import io
import os
import random
import subprocess
import sys
import tempfile
from fractions import Fraction

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "plans"))
from common import Grade, by, exact, grade, place, rounded

NAMES = ["优", "良", "中", "合", "差", "末"]
THRESHOLDS = [90, 80, 70, 60, 50]
EACH = ["四舍五入", "五成双", "进一", "去尾"]
HEAD = """计划 各种评定
    小数 2 位 四舍五入

表 教师 主键 工号
    工号  文本
    组    文本
    分    数 0..100
    龄    整数 0..9
    甲    是否
    乙    是否
    丙    是否
    丁    是否

考核 教师
    项目 业绩 满分 100
        得分 = 分
"""


def made_up(chance):
    """A grading: its rows from the best down, and its policies."""
    style = chance.choice(["shares", "shares", "heads", "thresholds", "both", "mixed"])
    rounding = chance.choice(EACH + [how + " 累计" for how in EACH] + ["最大余数"])
    lowest = chance.random() < 0.2
    rows, left = [], Fraction(95)
    for index in range(chance.randint(1, 4)):
        row = {"name": NAMES[index], "share": None, "heads": None, "threshold": None, "rest": False, "kept": None}
        kind = chance.choice(["shares", "heads", "thresholds", "both"]) if style == "mixed" else style
        share = chance.choice([5, 10, Fraction(25, 2), 15, 20, 25, 30, 40])
        if kind in ("shares", "both") or rounding == "最大余数":
            share = min(share, left)
            row["share"], left = share / Fraction(100), left - share
        elif kind == "heads":
            row["heads"] = chance.randint(0, 3)
        if kind in ("thresholds", "both"):
            row["threshold"] = 100 - THRESHOLDS[index] if lowest else THRESHOLDS[index]
        rows.append(row)
    last = {"name": NAMES[len(rows)], "share": None, "heads": None, "threshold": None, "rest": False, "kept": None}
    if chance.random() < 0.3 and rounding != "最大余数":
        last["kept"] = chance.choice([1, 2, 3, Fraction(5, 100), Fraction(20, 100)])
        if len(rows) > 1 and chance.random() < 0.3 and rows[-1]["threshold"] is None:
            rows[-1].update(share=None, heads=None, kept=1)
    else:
        last["rest"] = True
    rows.append(last)
    if last["rest"] and chance.random() < 0.2:
        rows.append({**last, "name": NAMES[len(rows)], "rest": False, "heads": 0})
    names = [row["name"] for row in rows]
    return {
        "rows": rows,
        "rounding": rounding,
        "lowest": lowest,
        "fixed": [(chance.choice(names), column) for column in "甲乙" if chance.random() < 0.3],
        "barred": [(chance.choice(names[:-1]), "丙", chance.choice(["递补", "空缺"]))] if chance.random() < 0.4 else [],
        "ties": chance.choice(["全部入选", "全部落选"]),
        "then": chance.random() < 0.3,
        "base": chance.choice(["全体", "其余"]),
        "per": chance.random() < 0.8,
        "some": chance.random() < 0.2,
    }


def percent(share):
    return exact(share * 100) + "%"


def written(name, plan):
    """The grading in the language."""
    keys = "分 由低到高" if plan["lowest"] else "分"
    lines = [f"    评定 {name} 依 {keys}" + (" 每 组" if plan["per"] else "") + (" 当 非 丁" if plan["some"] else "")]
    lines.append("        等次  份额")
    for row in plan["rows"]:
        parts = []
        if row["share"] is not None:
            parts.append(percent(row["share"]))
        if row["heads"] is not None:
            parts.append(f"{row['heads']} 人")
        if row["rest"]:
            parts.append("其余")
        if row["kept"] is not None:
            parts.append("保底 " + (f"{row['kept']} 人" if isinstance(row["kept"], int) else percent(row["kept"])))
        if row["threshold"] is not None:
            parts.append(("<= " if plan["lowest"] else ">= ") + str(row["threshold"]))
        lines.append(f"        {row['name']}  {' 且 '.join(parts)}")
    if any(row["share"] is not None for row in plan["rows"]):
        lines.append("        份额取整 " + plan["rounding"])
    lines.append("        并列 " + ("依 龄 " if plan["then"] else "") + plan["ties"])
    lines += [f"        定为 {grade_} 当 {column}" for grade_, column in plan["fixed"]]
    lines += [f"        不得 {grade_} 当 {column} {how}" for grade_, column, how in plan["barred"]]
    if plan["fixed"]:
        lines.append("        基数 " + plan["base"])
    return "\n".join(lines) + "\n"


def whole_seats(rows, rounding, size):
    """The seats of each grade that has a share or a head-count."""
    parts = [row["share"] * size if row["share"] is not None else row["heads"] for row in rows]
    if rounding == "最大余数":
        known = [Fraction(part or 0) for part in parts]
        known = [size - sum(known) if row["rest"] else part for row, part in zip(rows, known)]
        seats = [int(rounded(part, 0, "去尾")) for part in known]
        order = sorted(range(len(rows)), key=lambda index: (seats[index] - known[index], index))
        for index in order[: size - sum(seats)]:
            seats[index] += 1
        return [None if part is None else seat for part, seat in zip(parts, seats)]
    if rounding.endswith("累计"):
        seats, upto, taken = [], Fraction(0), 0
        for part in parts:
            upto += part or 0
            limit = int(rounded(upto, 0, rounding.split()[0]))
            seats.append(None if part is None else limit - taken)
            taken = limit
        return seats
    return [None if part is None else int(rounded(part, 0, rounding)) for part in parts]


def graded(plan, people):
    """Grade and place of each person who takes part."""
    result = {}
    sign = -1 if plan["lowest"] else 1
    names = [row["name"] for row in plan["rows"]]
    part = [person for person in people if not (plan["some"] and person["丁"] == "是")]
    for members in by(part, "组").values() if plan["per"] else [part] if part else []:
        own = {person["工号"]: person for person in members}
        fixed = {}
        for key, person in own.items():
            met = [name for name, column in plan["fixed"] if person[column] == "是"]
            if met:
                fixed[key] = max(met, key=names.index)
        size = len(own) - (len(fixed) if plan["fixed"] and plan["base"] == "其余" else 0)
        seats = whole_seats(plan["rows"], plan["rounding"], size)
        grades = []
        for row, number in zip(plan["rows"], seats):
            kept = row["kept"] or 0
            kept = kept if isinstance(kept, int) else int(rounded(kept * size, 0, "进一"))
            threshold = None if row["threshold"] is None else sign * row["threshold"]
            grades.append(Grade(row["name"], seats=number, rest=row["rest"], threshold=threshold, kept=kept))
        bars = {"递补": {}, "空缺": {}}
        for name, column, how in plan["barred"]:
            bars[how][name] = {key for key, person in own.items() if person[column] == "是"}
        points = {key: sign * person["分"] for key, person in own.items()}
        won = grade(
            list(own),
            grades,
            score=points.get,
            then=(lambda key: own[key]["龄"]) if plan["then"] else None,
            ties=plan["ties"],
            fixed=fixed,
            base=plan["base"] if plan["fixed"] else "全体",
            barred=bars["空缺"],
            passed=bars["递补"],
        )
        for key in own:
            result[key] = (won[key], str(place(points[key], points.values())))
    return result


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("ptrules")
    parser.add_argument("--files", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    compared = 0
    with tempfile.TemporaryDirectory() as folder:
        rules, data = os.path.join(folder, "评定.rules"), os.path.join(folder, "教师.csv")
        for seed in range(options.seed, options.seed + options.files):
            chance = random.Random(seed)
            plans = {f"评{index}": made_up(chance) for index in range(12)}
            points = chance.choice(
                [range(101), range(40, 100, 10), [Fraction(half, 2) for half in range(100, 180)], [80, 90]]
            )
            groups = chance.choice([3, 10, 40])
            people = []
            for index in range(chance.choice([1, 40, 120])):
                person = {"工号": f"T{index:03}", "组": f"组{chance.randint(1, groups)}"}
                person |= {"分": Fraction(chance.choice(points)), "龄": chance.randint(0, 3)}
                people.append(person | {column: chance.choice("是否否否否") for column in "甲乙丙丁"})
            with open(data, "w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerow(people[0])
                writer.writerows(
                    [exact(cell) if isinstance(cell, Fraction) else cell for cell in person.values()] for person in people
                )
            with open(rules, "w", encoding="utf-8") as file:
                file.write("\n".join([HEAD, *(written(name, plan) for name, plan in plans.items())]))
                file.write("\n    输出 工号, " + ", ".join(f'{name}, {name}.名次 "{name}名"' for name in plans) + "\n")
            command = [options.ptrules, "eval", rules, "--data", data, "--format", "csv", "--lang", "en"]
            done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            if done.returncode:
                print(f"file {seed} is refused:\n{done.stderr.decode('utf-8')[:2000]}", file=sys.stderr)
                return 1
            rows = {row["工号"]: row for row in csv.DictReader(io.StringIO(done.stdout.decode("utf-8-sig")))}
            for name, plan in plans.items():
                expected = graded(plan, people)
                for key, row in rows.items():
                    compared += 1
                    mine, theirs = (row[name], row[name + "名"]), expected.get(key, ("", ""))
                    if mine != theirs:
                        print(f"file {seed}, {key}: {mine}, expected {theirs}, by\n{written(name, plan)}", file=sys.stderr)
                        return 1
    print(f"{options.files * 12} gradings, {compared} grades and places, all equal")
    return 0


if __name__ == "__main__":
    sys.exit(main())
