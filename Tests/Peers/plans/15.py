"""15 年度优秀量化评定, computed with exact fractions."""

import datetime
from fractions import Fraction

from common import by, date, days_of, mean, number, overlap, place, rounded, score, total, within, yes

TERMS = ["上学期", "本学期"]
SPANS = {
    "上学期": (datetime.date(2025, 9, 1), datetime.date(2026, 1, 31)),
    "本学期": (datetime.date(2026, 3, 1), datetime.date(2026, 6, 30)),
}
NORMAL, HALF = Fraction(65, 2), Fraction(1, 2)
PARTS = ["德", "能", "勤", "绩", "量", "招生", "保生"]


def star(own, kind, points):
    """Last term by the star, this term by deductions."""
    last = points if any(row["学期"] == "上学期" and row["星别"] == kind + "星" for row in own["星级"]) else 0
    lost = total(number(row["分值"]) for row in own["扣分"] if row["学期"] == "本学期" and row["项目"] == kind)
    return within(last + rounded(within(points - lost, 0, points)), 0, 2 * points)


def assess(data):
    people = {row["工号"]: row for row in data["教师"]}
    lists = {table: by(data[table], "工号") for table in ["任职", "星级", "扣分", "出勤", "课时", "任教"]}
    lists["新生"] = by(data["新生"], "招生人")
    months = {row["月"] for row in data["出勤"]}
    department_of = {row["班级"]: row["学部"] for row in data["班级"]}

    # 绩: the sum of each term, an examination not taken at the mean of the department; ranked within the department.
    taken = {(row["学期"], row["次"], row["工号"]): number(row["奖罚额"]) for row in data["考绩"]}
    by_test = {}
    for (term, test, key), amount in taken.items():
        by_test.setdefault((people[key]["学部"], term, test), []).append(amount)
    sums = {term: {} for term in TERMS}
    for key, person in people.items():
        for term in TERMS:
            sums[term][key] = rounded(
                total(
                    taken.get((term, test, key), mean(amounts))
                    for (department, of_term, test), amounts in by_test.items()
                    if department == person["学部"] and of_term == term
                )
            )

    # 保生: the share of pupils who stayed, by class and term; classes without one at the mean of their department.
    stayed = {(row["学期"], row["班级"]): number(row["期末人数"]) / number(row["期初人数"]) for row in data["保生"]}
    by_department = {}
    for (term, class_), share in stayed.items():
        by_department.setdefault((department_of[class_], term), []).append(share)
    mean_of = {key: mean(shares) for key, shares in by_department.items()}

    rows = []
    for key, person in people.items():
        own = {table: of_person.get(key, []) for table, of_person in lists.items()}
        part = {"德": star(own, "德", 10), "能": star(own, "能", 5)}
        part["勤"] = within(10 - (len(months) - sum(1 for row in own["出勤"] if yes(row["满勤"]))), 0, 10)

        part["绩"] = 0
        fellows = [other for other in people if people[other]["学部"] == person["学部"]]
        for term in TERMS:
            if place(sums[term][key], [sums[term][other] for other in fellows]) <= len(fellows) * HALF:
                part["绩"] += 10

        hours = mean(number(row["节数"]) + number(row["辅导节数"]) / 2 for row in own["课时"])
        whole_term = any(
            days_of(piece for row in own["任职"] for piece in overlap((date(row["起"]), date(row["止"])), SPANS[term]))
            >= days_of([SPANS[term]])
            for term in TERMS
        )
        part["量"] = max(0, 10 + (hours - NORMAL) * HALF + (5 if whole_term else 0))

        more = len(own["新生"]) - number(person["招生任务"], default=0)
        part["招生"] = max(0, 20 + (more if more > 0 else more * HALF))

        by_term = {}
        for row in own["任教"]:
            share = stayed.get((row["学期"], row["班级"]))
            if share is None:
                share = mean_of[department_of[row["班级"]], row["学期"]]
            by_term.setdefault(row["学期"], []).append(share)
        share = mean(mean(shares) for shares in by_term.values())
        if share is None:
            share = mean(value for (department, _), value in mean_of.items() if department == person["学部"])
        points = (share - Fraction(90, 100)) * 100
        part["保生"] = max(0, 10 + (points if points > 0 else points * HALF))

        part = {name: rounded(value) for name, value in part.items()}
        rows.append(
            [key, person["姓名"], person["学部"]] + [score(part[name]) for name in PARTS] + [score(total(part.values()))]
        )
    return {"教师": (["工号", "姓名", "学部", *PARTS, "总分"], sorted(rows))}


def stir(data, random):
    """Two departments of many and one of one; small amounts that tie; terms served to the day; classes without figures."""
    names = ["小学", "中学"]
    data["班级"] = [{"班级": f"班级{index}", "学部": names[index % 2]} for index in range(8)] + [
        {"班级": "班级8", "学部": "独"}
    ]
    data["保生"] = []
    for term in TERMS:
        for index, row in enumerate(data["班级"]):
            if index in (0, 1, 8) or random.random() < 0.6:
                before = random.choice([10, 25, 40, 48, 50])
                data["保生"].append(
                    {
                        "学期": term,
                        "班级": row["班级"],
                        "期初人数": str(before),
                        "期末人数": str(before * 9 // 10 + random.choice([-8, -1, 0, 0, 1, 3])),
                    }
                )
    for table in ["任职", "星级", "扣分", "出勤", "考绩", "课时", "新生", "任教"]:
        data[table] = []
    lasts, firsts = ["2026-01-31", "2026-01-30", "2026-08-31"], ["2025-09-01", "2025-08-31", "2025-09-02"]
    for index, row in enumerate(data["教师"]):
        key = row["工号"]
        row["学部"] = "独" if index == 0 else random.choice(names)
        row["招生任务"] = random.choice(["", "0", "1", "3", "10", "45"])
        for term in TERMS:
            for kind in ("德星", "能星"):
                if random.random() < 0.5:
                    data["星级"].append({"学期": term, "工号": key, "星别": kind})
            for _ in range(random.choice([0, 0, 1, 3])):
                data["扣分"].append(
                    {
                        "学期": term,
                        "工号": key,
                        "日期": "2026-04-01",
                        "项目": random.choice("德能"),
                        "分值": random.choice(["0", "0.5", "2", "2.125", "1.005", "7"]),
                    }
                )
            for test in range(1, 4):
                if random.random() < 0.7:
                    data["考绩"].append(
                        {
                            "学期": term,
                            "次": str(test),
                            "工号": key,
                            "奖罚额": random.choice(
                                ["-100", "0", "0", "50", "100", "100", "33.335", str(random.randint(-300, 300))]
                            ),
                        }
                    )
            data["课时"].append(
                {
                    "学期": term,
                    "工号": key,
                    "节数": random.choice(["30", "32.5", "36", "0", "31.25", "12.5"]),
                    "辅导节数": random.choice(["0", "8", "0.5", "7"]),
                }
            )
            for class_ in random.sample(data["班级"], random.choice([0, 0, 1, 2, 3])):
                data["任教"].append({"学期": term, "工号": key, "班级": class_["班级"]})
        for month in ["2025-09", "2025-10", "2025-11", "2025-12", "2026-01", "2026-03"]:
            if random.random() < 0.9:
                data["出勤"].append({"月": month, "工号": key, "满勤": random.choice("是是是否")})
        if random.random() < 0.5:
            data["任职"].append({"工号": key, "职务": "班主任", "起": random.choice(firsts), "止": random.choice(lasts)})
        if random.random() < 0.5:
            data["任职"].append(
                {"工号": key, "职务": "班主任", "起": random.choice(["2026-03-01", "2026-03-02"]), "止": "2026-04-30"}
            )
            data["任职"].append(
                {
                    "工号": key,
                    "职务": "中层",
                    "起": random.choice(["2026-05-01", "2026-05-02", "2026-04-15"]),
                    "止": random.choice(["2026-06-30", "2026-06-29", "2026-08-01"]),
                }
            )
        for _ in range(random.choice([0, 1, 2, 5])):
            data["新生"].append({"新生": f"新生{len(data['新生'])}", "招生人": key})
