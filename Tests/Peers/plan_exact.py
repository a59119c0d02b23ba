"""The assessment plan 校本研修培训考核, computed with exact fractions.

    plan_exact.py DATA OUT.csv

DATA is a folder with the eight tables of the plan as CSV files (UTF-8, with or without BOM): 教研组 教师 外出培训 违纪 考勤
活动记录 读书 获奖. OUT.csv gets one row a teacher, ordered by 工号: six scores and their sum with two decimals, the place
within the teaching group, the grade and its points.

It is an oracle: it shares no code with any other program, needs the standard library alone, takes one plain step after the
other, and is slow. Every figure is a fractions.Fraction; nothing is rounded but each score, once, to two decimals, half
away from zero. Ranks and grades use the rounded scores.

How the plan was read:
- Notes count 10, 9, 8, 5: the plan has 20, 18, 16, 10 in an item of 10 points, so they are halved.
- A training counts when the second training was held within three working days after the return. Working days are Monday
  to Friday without the holidays, and the make-up days; the day of the return is not counted, the day of the second
  training is. Without a date of the second training it does not count.
- The highest sum is taken over all teachers of the school, also those whose own score is void. If it is 0, all get 0.
- Attendance is void (0) when more than 20 % of a teacher's sessions are 无故缺勤, or 未完成任务 is 是.
- The places of a grade are share times size of the group, rounded half away from zero, each grade for itself. Equal scores
  have equal places (1, 2, 2, 4), and everybody whose place lies within the limit gets the grade.
- Empty cells: 优秀比例 30%, 加分 0, 未完成任务 and 补课 否. Anything else that is missing or unknown stops the program.
"""
import csv
import datetime
import os
import re
import sys
from fractions import Fraction

DAY = datetime.timedelta(days=1)
HOLIDAYS = [("2026-09-25", "2026-09-27"), ("2026-10-01", "2026-10-07"), ("2027-01-01", "2027-01-01")]
MAKE_UP_DAYS = ["2026-09-20", "2026-10-10"]

NOTES = {"优秀": 10, "良好": 9, "合格": 8, "不合格": 5}
CONTEST = {"省": 5, "市": 4, "县": 3}        # first prize; each prize lower costs 1/2
REVIEW = {"省": 3, "市": 2, "县": 1}         # first prize; each prize lower costs 1/4
PRIZES = {"一等奖": 0, "二等奖": 1, "三等奖": 2}
GRADE_POINTS = {"优秀": 10, "良好": 8, "合格": 6}

SCORES = ["外出学习", "教师考勤", "学习笔记", "活动", "读书活动", "教学加分"]
HEADER = ["工号", "姓名", "教研组"] + SCORES + ["总分", "名次", "等级", "师德"]


# Reading

class BadData(Exception):
    pass


def rows_of(folder, table, columns):
    """The rows of one table as dictionaries, blanks around the cells removed."""
    path = os.path.join(folder, table + ".csv")
    if not os.path.exists(path):
        raise BadData(f"{table}.csv is missing")
    with open(path, encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        header = [cell.strip() for cell in next(reader, [])]
        lacking = [column for column in columns if column not in header]
        if lacking:
            raise BadData(f"{table}.csv has no column {', '.join(lacking)}")
        rows = []
        for cells in reader:
            if not cells:
                continue
            if len(cells) != len(header):
                raise BadData(f"{table}.csv, line {reader.line_num}: {len(cells)} cells under {len(header)} headings")
            row = {column: cell.strip() for column, cell in zip(header, cells)}
            row["place"] = f"{table}.csv, line {reader.line_num}"
            rows.append(row)
        return rows


def number(row, column, default=None):
    """A plain decimal as a fraction; with a per cent sign, that part of one."""
    text = row[column]
    if text == "" and default is not None:
        return Fraction(default)
    match = re.fullmatch(r"([+-]?\d+(?:\.\d+)?)(%?)", text, re.ASCII)
    if not match:
        raise BadData(f"{row['place']}: {column} is not a number: {text!r}")
    value = Fraction(match[1])
    return value / 100 if match[2] else value


def choice(row, column, choices, default=None):
    text = row[column]
    if text == "" and default is not None:
        return default
    if text not in choices:
        raise BadData(f"{row['place']}: {column} is not one of {'、'.join(choices)}: {text!r}")
    return text


def yes(row, column):
    return choice(row, column, ["是", "否"], default="否") == "是"


def date(row, column):
    text = row[column]
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            raise ValueError
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise BadData(f"{row['place']}: {column} is not a date: {text!r}") from None


def keyed(rows, column):
    result = {}
    for row in rows:
        if row[column] == "" or row[column] in result:
            raise BadData(f"{row['place']}: {column} is empty or occurs twice: {row[column]!r}")
        result[row[column]] = row
    return result


# Arithmetic

def rounded(value, decimals):
    """Half away from zero, exactly."""
    scale = 10 ** decimals
    size = abs(value) * scale
    whole = size.numerator // size.denominator
    if size - whole >= Fraction(1, 2):
        whole += 1
    return Fraction(-whole if value < 0 else whole, scale)


def decimal(value, decimals):
    """A fraction that has at most that many decimals, written with exactly that many."""
    scaled = value * 10 ** decimals
    if scaled.denominator != 1:
        raise ValueError(f"{value} has more than {decimals} decimals")
    digits = str(abs(scaled.numerator)).rjust(decimals + 1, "0")
    sign = "-" if scaled < 0 else ""
    return sign + (digits[:-decimals] + "." + digits[-decimals:] if decimals else digits)


def calendar():
    holidays, make_up = set(), {datetime.date.fromisoformat(day) for day in MAKE_UP_DAYS}
    for first, last in HOLIDAYS:
        day, end = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
        while day <= end:
            holidays.add(day)
            day += DAY
    return holidays, make_up


FREE, EXTRA = calendar()


def is_working_day(day):
    if day in EXTRA:
        return True
    return day.isoweekday() <= 5 and day not in FREE


def working_days(start, end):
    """Working days after start up to and including end; negative when end lies before start."""
    if end < start:
        return -working_days(end, start)
    count, day = 0, start
    while day < end:
        day += DAY
        if is_working_day(day):
            count += 1
    return count


def within(value, low, high):
    return max(Fraction(low), min(Fraction(high), Fraction(value)))


# The plan

def assess(folder):
    groups = keyed(rows_of(folder, "教研组", ["教研组", "优秀比例", "加分"]), "教研组")
    teachers = keyed(rows_of(folder, "教师", ["工号", "姓名", "教研组", "笔记等级", "未完成任务"]), "工号")
    for row in teachers.values():
        if row["教研组"] not in groups:
            raise BadData(f"{row['place']}: no such 教研组: {row['教研组']!r}")

    def events(table, *columns):
        """The rows of one table, by teacher."""
        result = {key: [] for key in teachers}
        for row in rows_of(folder, table, ["工号", *columns]):
            if row["工号"] not in teachers:
                raise BadData(f"{row['place']}: no such 工号: {row['工号']!r}")
            result[row["工号"]].append(row)
        return result

    trainings = events("外出培训", "返校日期", "二次培训日期", "学分")
    offences = events("违纪", "日期", "扣分")
    sessions = events("考勤", "日期", "学时", "状态", "补课")
    activities = events("活动记录", "日期", "类型", "学分")
    readings = events("读书", "日期", "情况", "扣分")
    awards = events("获奖", "类别", "级别", "奖次")

    # 五、1  Training elsewhere: credits in time, less the deductions, not below 0.
    def counts(row):
        returned = date(row, "返校日期")
        return row["二次培训日期"] != "" and working_days(returned, date(row, "二次培训日期")) <= 3

    away = {}
    for key in teachers:
        earned = sum((number(row, "学分") for row in trainings[key] if counts(row)), Fraction(0))
        lost = sum((number(row, "扣分") for row in offences[key]), Fraction(0))
        away[key] = max(Fraction(0), earned - lost)

    # 五、2（1）  Attendance: hours attended or made up.
    hours, absences = {}, {}
    for key in teachers:
        hours[key], absences[key] = Fraction(0), 0
        for row in sessions[key]:
            state = choice(row, "状态", ["签到", "迟到", "请假", "无故缺勤"])
            if state in ("签到", "迟到") or yes(row, "补课"):
                hours[key] += number(row, "学时")
            if state == "无故缺勤":
                absences[key] += 1

    most_away = max(away.values(), default=Fraction(0))
    most_hours = max(hours.values(), default=Fraction(0))

    results = {}
    for key, teacher in teachers.items():
        score = {}
        score["外出学习"] = 30 * away[key] / most_away if most_away else Fraction(0)

        attendance = 30 * hours[key] / most_hours if most_hours else Fraction(0)
        absence_rate = Fraction(absences[key], len(sessions[key])) if sessions[key] else Fraction(0)
        void = absence_rate > Fraction(20, 100) or yes(teacher, "未完成任务")
        score["教师考勤"] = Fraction(0) if void else attendance

        # 五、2（2）  Notes and activities.
        score["学习笔记"] = Fraction(NOTES[choice(teacher, "笔记等级", list(NOTES))])
        score["活动"] = within(sum(number(row, "学分") for row in activities[key]), 0, 20)

        # 五、3  Reading: from 10 downwards.
        reading = Fraction(10)
        for row in readings[key]:
            how = choice(row, "情况", ["按要求", "未按要求", "质量不高"])
            if how == "未按要求":
                reading -= 3
            elif how == "质量不高":
                reading -= number(row, "扣分")
        score["读书活动"] = within(reading, 0, 10)

        # 五、4  Additions: the best contest, the best review, the teaching group.
        contest, review = Fraction(0), Fraction(0)
        for row in awards[key]:
            level, prize = choice(row, "级别", list(CONTEST)), PRIZES[choice(row, "奖次", list(PRIZES))]
            if choice(row, "类别", ["竞赛", "评选"]) == "竞赛":
                contest = max(contest, CONTEST[level] - Fraction(1, 2) * prize)
            else:
                review = max(review, REVIEW[level] - Fraction(1, 4) * prize)
        score["教学加分"] = within(contest + review + number(groups[teacher["教研组"]], "加分", default=0), 0, 10)

        score = {name: rounded(value, 2) for name, value in score.items()}
        score["总分"] = sum(score[name] for name in SCORES)
        results[key] = score

    # 六  Places and grades within each teaching group.
    for name, group in groups.items():
        members = [key for key, teacher in teachers.items() if teacher["教研组"] == name]
        size = len(members)
        best = rounded(size * number(group, "优秀比例", default=Fraction(30, 100)), 0)
        good = rounded(size * Fraction(40, 100), 0)
        for key in members:
            place = 1 + sum(1 for other in members if results[other]["总分"] > results[key]["总分"])
            grade = "优秀" if place <= best else "良好" if place <= best + good else "合格"
            results[key].update({"名次": place, "等级": grade, "师德": GRADE_POINTS[grade]})

    return teachers, results


def main(arguments):
    if len(arguments) != 2:
        print("usage: plan_exact.py DATA OUT.csv", file=sys.stderr)
        return 2
    folder, out = arguments
    try:
        teachers, results = assess(folder)
    except BadData as problem:
        print(problem, file=sys.stderr)
        return 1
    with open(out, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        for key in sorted(teachers):
            result = results[key]
            writer.writerow([key, teachers[key]["姓名"], teachers[key]["教研组"]]
                            + [decimal(result[name], 2) for name in SCORES + ["总分"]]
                            + [result["名次"], result["等级"], result["师德"]])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
