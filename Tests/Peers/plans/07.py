"""07 莆田第十中学班主任津贴, computed with exact fractions."""

import datetime
from fractions import Fraction

from common import DAY, Grade, by, date, exact, grade, month, number, overlap, place, rounded, score, years_of

TERM = "2019-2020学年下学期"
TODAY = datetime.date(2020, 8, 31)
OLD = (datetime.date(1980, 9, 1), datetime.date(2017, 8, 31))
NEW = (datetime.date(2017, 9, 1), TODAY)
STAGES = ["初一", "初二", "初三", "高一", "高二", "高三"]
TESTS = ["期中", "期末", "质检", "高考"]
MONTHLY = {"一等": 450, "二等": 400, "三等": 300}
TERMLY = {"一等": 600, "二等": 500, "三等": 350}


def monthly(data, classes):
    """The grades of each month: 30 % first, two of four failings third, the others second."""
    missed = {(month(row["月"]), row["班级"]) for row in data["活动缺失"]}
    rows = {(month(row["月"]), row["班级"]): row for row in data["月量化"]}
    groups = {}
    for when, class_ in rows:
        groups.setdefault((when, STAGES.index(classes[class_]["年段"])), []).append((when, class_))
    table, money = [], {}
    for (when, stage), members in sorted(groups.items()):
        failings = {}
        for key in members:
            low = [
                place(number(rows[key][column]), [number(rows[other][column]) for other in members], lowest_first=True) <= 3
                for column in ("量化总分", "两操得分", "卫生得分")
            ]
            failings[key] = sum(low) + (key in missed)
        points = {key: number(rows[key]["量化总分"]) for key in members}
        first = rounded(len(members) * Fraction(30, 100), 0, "去尾")
        won = grade(
            members,
            [Grade("一等", seats=first), Grade("二等", rest=True), Grade("三等", seats=0)],
            score=points.get,
            ties="全部落选",
            fixed={key: "三等" for key in members if failings[key] >= 2},
        )
        places = {key: place(points[key], points.values()) for key in members}
        for key in sorted(members, key=lambda key: (places[key], key)):
            money[key] = MONTHLY[won[key]]
            table.append(
                [
                    f"{when // 12}-{when % 12 + 1:02}",
                    STAGES[stage],
                    key[1],
                    exact(points[key]),
                    str(failings[key]),
                    str(places[key]),
                    won[key],
                    str(money[key]),
                ]
            )
    return table, money


def termly(data, classes, terms):
    """The grades of each examination that counts: 30 %, 50 %, 20 % of the classes, rounded as they add up."""
    groups = {}
    for row in data["总评"]:
        class_ = classes[row["班级"]]
        last = class_["年段"] == "高三" and terms[row["学期"]]["上下"] == "下"
        if row["考试"] in (("质检", "高考") if last else ("期中", "期末")):
            groups.setdefault((row["学期"], TESTS.index(row["考试"]), STAGES.index(class_["年段"])), {})[row["班级"]] = (
                number(row["总评分"])
            )
    table, money = [], {}
    for (term, test, _), points in sorted(groups.items()):
        first, second = (int(rounded(len(points) * Fraction(share, 100), 0)) for share in (30, 80))
        won = grade(
            list(points),
            [Grade("一等", seats=first), Grade("二等", seats=second - first), Grade("三等", seats=len(points) - second)],
            score=points.get,
        )
        places = {class_: place(points[class_], points.values()) for class_ in points}
        for class_ in sorted(points, key=lambda class_: (places[class_], class_)):
            money[term, test, class_] = TERMLY[won[class_]]
            table.append(
                [
                    term,
                    TESTS[test],
                    class_,
                    exact(points[class_]),
                    str(places[class_]),
                    won[class_],
                    str(TERMLY[won[class_]]),
                ]
            )
    return table, money


def further_years(spells):
    """The years beyond five that are paid for, as far as they are unbroken up to the day."""
    spans = [(date(row["起"]), min(date(row["止"]), TODAY) if row["止"] else TODAY) for row in spells]
    old = min(5, years_of(piece for span in spans for piece in overlap(span, OLD)))
    new = years_of(piece for span in spans for piece in overlap(span, NEW))
    unbroken = 0
    if any(end == TODAY for _, end in spans):
        begins = [start for start, _ in spans if not any(other < start and end + DAY >= start for other, end in spans)]
        unbroken = years_of([(max(begins, default=TODAY), TODAY)])
    return max(0, min(old + new - 5, unbroken))


def assess(data):
    classes = {row["班级"]: row for row in data["班级"]}
    terms = {row["学期"]: row for row in data["学期"]}
    month_rows, month_money = monthly(data, classes)
    term_rows, term_money = termly(data, classes, terms)
    first, last = month(terms[TERM]["首月"]), month(terms[TERM]["末月"])
    spells = by(data["任职"], "教师")
    rows = []
    for key in sorted(row["教师"] for row in data["教师"]):
        mine = {class_ for class_, row in classes.items() if row["班主任"] == key}
        paid = {
            when_class: money
            for when_class, money in month_money.items()
            if when_class[1] in mine and first <= when_class[0] <= last
        }
        monthly_sum = sum(paid.values())
        termly_sum = sum(money for (term, _, class_), money in term_money.items() if class_ in mine and term == TERM)
        each = further_years(spells.get(key, [])) * 60
        years_sum = each * len({when for when, _ in paid})
        rows.append(
            [
                key,
                score(monthly_sum),
                score(termly_sum),
                str(each),
                score(years_sum),
                score(monthly_sum + termly_sum + years_sum),
            ]
        )
    return {
        "月量化": (["月", "年段", "班级", "量化总分", "情形数", "名次", "月等", "月奖"], month_rows),
        "总评": (["学期", "考试", "班级", "总评分", "名次", "总评等", "总评奖"], term_rows),
        "教师": (["教师", "量化津贴", "总评津贴", "每月", "年限津贴", "合计"], rows),
    }


def stir(data, random):
    """Stages of one to many classes, few different points; spells that touch, overlap, or leave a gap of a day."""
    people = [row["教师"] for row in data["教师"]]
    data["学期"] = [
        {"学期": TERM, "上下": "下", "首月": "2020-02", "末月": "2020-06"},
        {"学期": "上学期", "上下": "上", "首月": "2019-09", "末月": "2020-01"},
    ]
    data["班级"] = [{"班级": "班级0", "年段": "初一", "班主任": people[0]}]
    for index in range(1, max(4, len(people) // 5)):
        data["班级"].append(
            {
                "班级": f"班级{index}",
                "年段": random.choice(STAGES[1:]),
                "班主任": random.choice(people[: len(people) // 3 + 1]),
            }
        )
    for table in ["月量化", "活动缺失", "总评", "任职"]:
        data[table] = []
    for row in data["班级"]:
        for when in ["2020-01", "2020-02", "2020-03", "2020-06", "2020-07"]:
            if random.random() < 0.9:
                points = lambda: random.choice(["90", "91", "92", "93.5", str(random.randint(60, 99))])
                data["月量化"].append(
                    {"月": when, "班级": row["班级"], "量化总分": points(), "两操得分": points(), "卫生得分": points()}
                )
            if random.random() < 0.3:
                data["活动缺失"].append({"月": when, "班级": row["班级"], "事由": "一"})
        for term in (TERM, "上学期"):
            for test in TESTS:
                if random.random() < 0.9:
                    data["总评"].append(
                        {
                            "学期": term,
                            "考试": test,
                            "班级": row["班级"],
                            "总评分": random.choice(["80", "81", "82", str(random.randint(60, 99))]),
                        }
                    )
    days = [
        datetime.date(2020, 8, 31),
        datetime.date(2017, 8, 31),
        datetime.date(2017, 9, 1),
        datetime.date(2012, 2, 29),
        datetime.date(2019, 8, 31),
    ]
    for key in people:
        start = random.choice(
            [
                datetime.date(2000, 9, 1),
                datetime.date(2011, 9, 1),
                datetime.date(2012, 9, 1),
                datetime.date(2012, 2, 29),
                datetime.date(2012, 1, 31),
                datetime.date(2010, 1, 1) + datetime.timedelta(random.randint(0, 3500)),
            ]
        )
        for _ in range(random.choice([0, 1, 2, 3, 4])):
            if start > TODAY:
                break
            end = max(
                start,
                random.choice(
                    [*days, datetime.date(2021, 1, 1)]
                    + [start + datetime.timedelta(random.randint(0, 1500)) for _ in range(4)]
                ),
            )
            data["任职"].append(
                {"教师": key, "起": str(start), "止": "" if random.random() < 0.2 else str(end), "学校": "一"}
            )
            start = end + datetime.timedelta(random.choice([1, 1, 1, 0, 2, 30, -100]))
