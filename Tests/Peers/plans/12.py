"""12 教师专业技术职务量化评分, computed with exact fractions."""

import datetime
from fractions import Fraction

from common import by, date, mean, number, rounded, score, total, within, yes, years_between

CUT_OFF = datetime.date(2026, 12, 31)
LEVELS = ["其他", "高中", "中专", "大专", "大本", "硕士", "博士"]  # from the lowest
FIRST = dict(zip(LEVELS, [16, 18, 20, 25, 30, 35, 40]))
SECOND = {"中专": 17, "大专": 22, "大本": 27, "硕士": 32, "博士": 37}
NEEDED = {"中专": "大本", "高中": "大本", "初中": "大专", "小学": "中专", "幼儿园": "中专"}
YEAR = {"优秀": 6, "称职": 4, "基本称职": 2, "不称职": 0}
RESULTS = {"国家": [8, 7, 5, 3], "省": [6, 5, 3, 2], "市": [4, 3, 2, 1], "县": [2, 1, Fraction(1, 2), Fraction(1, 4)]}
PRIZES = ["特等", "一等", "二等", "三等"]
PAPERS = {("国家", 1): 2, ("国家", 2): 1, ("国家", 3): Fraction(1, 2), ("省", 1): 1, ("省", 2): Fraction(1, 2)}
ROLES = ["专著", "主编", "副主编", "参编"]
LONG = dict(zip(ROLES, [4, 3, 1, Fraction(1, 4)]))
SHORT = dict(zip(ROLES, [2, Fraction(3, 2), Fraction(1, 2), Fraction(1, 4)]))
PARTS = ["学历得分", "任职年限得分", "工作年限得分", "年度考核"]
RESEARCH = ["教科研成果", "论文得分", "著作得分"]


def education(person, rows):
    started = date(person["参加工作日期"])
    counted = []
    for row in rows:
        first = date(row["取得日期"]) <= started
        if yes(row["专业对口"]) and (first or years_between(date(row["取得日期"]), CUT_OFF) >= 3):
            counted.append((row["层次"], (FIRST if first else SECOND).get(row["层次"], 0)))
    highest = max((LEVELS.index(level) for level, _ in counted), default=0)
    lacking = max(0, LEVELS.index(NEEDED[person["学段"]]) - highest)
    return within(max((points for _, points in counted), default=0) - lacking, 0, 40)


def result(row):
    points = RESULTS[row["级别"]]
    whole = mean(points) if row["类别"] == "专利" else Fraction(points[PRIZES.index(row["奖次"])])
    return whole if number(row["作者位次"]) == 1 else whole / 2


def assess(data):
    lists = {table: by(data[table], "教师") for table in ["学历", "考核", "成果", "论文", "著作"]}
    rows = []
    for person in data["教师"]:
        key = person["教师"]
        own = {table: of_person.get(key, []) for table, of_person in lists.items()}
        part = {"学历得分": education(person, own["学历"])}
        served = max(0, years_between(date(person["聘任日期"]), CUT_OFF))
        part["任职年限得分"] = within(served * 2, 0, 26)
        part["工作年限得分"] = within(years_between(date(person["参加工作日期"]), CUT_OFF), 0, 30)
        counted = min(served, 5)
        earned = sum(YEAR[row["等次"]] for row in own["考核"] if 2026 - counted + 1 <= int(row["年度"]) <= 2026)
        part["年度考核"] = within(Fraction(earned, counted) * 5 if counted else 0, 0, 30)
        part["教科研成果"] = max((result(row) for row in own["成果"]), default=0)
        part["论文得分"] = total(
            PAPERS.get((row["级别"], int(row["作者位次"])), 0)
            for row in own["论文"]
            if yes(row["有刊号"]) and yes(row["专业对口"])
        )
        part["著作得分"] = total((LONG if number(row["万字"]) >= 20 else SHORT)[row["角色"]] for row in own["著作"])
        part = {name: rounded(value, 4) for name, value in part.items()}
        research = rounded(within(total(part[name] for name in RESEARCH), 0, 14), 4)
        whole = rounded(within(total(part[name] for name in PARTS) + research, 0, 140), 4)
        rows.append(
            [key, person["学段"]]
            + [score(part[name], 4) for name in PARTS + RESEARCH]
            + [score(research, 4), score(whole, 4)]
        )
    return {"教师": (["教师", "学段", *PARTS, *RESEARCH, "教科研", "总分"], sorted(rows))}


def stir(data, random):
    """Careers from 1985 on, with days around the whole years; a few records for each."""
    people = [row["教师"] for row in data["教师"]]

    def some_day(first, last):
        if random.random() < 0.3:
            day = random.choice(["12-30", "12-31", "01-01", "02-28"])
            return datetime.date.fromisoformat(f"{random.randint(first.year, last.year)}-{day}")
        return first + datetime.timedelta(random.randint(0, (last - first).days))

    for row in data["教师"]:
        started = some_day(datetime.date(1985, 1, 1), datetime.date(2026, 12, 31))
        appointed = some_day(started, CUT_OFF)
        row["参加工作日期"], row["聘任日期"] = str(started), str(max(started, appointed))
        row["学段"] = random.choice(list(NEEDED))

    data["学历"], data["考核"], data["成果"], data["论文"], data["著作"] = [], [], [], [], []
    started = {row["教师"]: row["参加工作日期"] for row in data["教师"]}
    for person in people:
        for _ in range(random.randint(0, 3)):
            day = random.choice(
                [started[person], str(some_day(datetime.date(2000, 1, 1), CUT_OFF)), "2023-12-31", "2024-01-01"]
            )
            data["学历"].append(
                {"教师": person, "层次": random.choice(LEVELS), "取得日期": day, "专业对口": random.choice("是是是否")}
            )
        for year in range(2019, 2029):
            if random.random() < 0.7:
                data["考核"].append({"年度": str(year), "教师": person, "等次": random.choice(list(YEAR))})
        for _ in range(random.choice([0, 1, 1, 3])):
            kind = random.choice(["政府奖", "专利"])
            prize = random.choice(PRIZES if kind == "政府奖" else ["", "一等"])
            data["成果"].append(
                {
                    "教师": person,
                    "成果": "一",
                    "类别": kind,
                    "级别": random.choice(list(RESULTS)),
                    "奖次": prize,
                    "作者位次": str(random.randint(1, 3)),
                }
            )
        for _ in range(random.choice([0, 1, 2, 4])):
            data["论文"].append(
                {
                    "教师": person,
                    "论文": "一",
                    "级别": random.choice(["国家", "省"]),
                    "作者位次": str(random.randint(1, 5)),
                    "有刊号": random.choice("是是否"),
                    "专业对口": random.choice("是是否"),
                }
            )
        for _ in range(random.choice([0, 1, 2])):
            data["著作"].append(
                {
                    "教师": person,
                    "书名": "一",
                    "万字": random.choice(["20", "19.9", "20.1", "0", "300"]),
                    "角色": random.choice(ROLES),
                }
            )
