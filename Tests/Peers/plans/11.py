"""11 乡村骨干教师培育站学员终期考核, computed with exact fractions."""

from common import by, number, rounded, score, total, within, yes

LESSONS = {
    ("省级", "一等"): 15,
    ("省级", "二等"): 10,
    ("省级", "参赛"): 3,
    ("市级", "一等"): 8,
    ("市级", "二等"): 6,
    ("市级", "三等"): 4,
    ("市级", "参赛"): 3,
    ("县级", "一等"): 6,
    ("县级", "二等"): 4,
    ("县级", "参赛"): 3,
}
CONTEST = {"省一等": 15, "省二等": 10, "上报市评选": 6, "参赛": 3}
PAPERS = {"核心期刊": 15, "省级期刊": 10, "省级获奖": 8, "市级获奖": 6, "县级获奖": 4}
PROJECTS = {"省级": 10, "市级": 8, "县级": 6, "校级": 5}
PARTS = ["参加研修", "自主阅读", "交流研讨", "优课评比", "论文参赛", "发表获奖", "课题研究", "引领同伴", "辐射影响"]


def assess(data):
    lists = {
        table: by(data[table], "学员")
        for table in ["研修考勤", "读书心得", "研讨评分", "优课", "论文参赛", "论文", "课题", "讲座", "公开课"]
    }
    rows = []
    for person in data["学员"]:
        key = person["学员"]
        own = {table: of_person.get(key, []) for table, of_person in lists.items()}
        part = {}
        part["参加研修"] = within(10 - 2 * sum(1 for row in own["研修考勤"] if not yes(row["出勤"])), 0, 10)
        lacking = 10 - len({row["篇目"] for row in own["读书心得"]})
        part["自主阅读"] = within(20 - max(0, lacking * 4), 0, 20)
        part["交流研讨"] = [number(row["分"]) for row in own["研讨评分"] if row["评者"] == "市评"][0]
        part["优课评比"] = max([LESSONS.get((row["级别"], row["奖次"]), 3) for row in own["优课"]], default=0)
        part["论文参赛"] = within(sum(CONTEST[row["结果"]] for row in own["论文参赛"]), 0, 15)
        best = sorted(
            (max(PAPERS[row["成果"]] for row in paper) for paper in by(own["论文"], "论文").values()), reverse=True
        )
        part["发表获奖"] = within(sum(best[:2]) + 2 * len(best[2:]), 0, 20)
        part["课题研究"] = within(sum(PROJECTS[row["级别"]] for row in own["课题"]), 0, 10)
        talks = sum(1 for row in own["讲座"] if row["范围"] == "校内")
        part["引领同伴"] = within(10 + (talks - 4) * 5, 0, 20)
        part["辐射影响"] = within(sum({"大市级": 20, "县级": 10}[row["级别"]] for row in own["公开课"]), 0, 20)
        part = {name: rounded(value) for name, value in part.items()}
        whole = rounded(within(total(part.values()), 0, 140))
        rows.append([key, person["站点"]] + [score(part[name]) for name in PARTS] + [score(whole)])
    return {"学员": (["学员", "站点", *PARTS, "总分"], sorted(rows))}


def stir(data, random):
    """Few records for each, the same paper several times, and all levels; some people without any record."""
    people = [row["学员"] for row in data["学员"]]
    for row in data["研讨评分"]:
        row["分"] = random.choice(["0", "10", "9.995", "7.125", "3.333", row["分"]])
    data["研讨评分"] = [row for row in data["研讨评分"] if row["评者"] == "市评" or random.random() < 0.5]

    def records(table, most, make):
        data[table] = []
        for person in people:
            for _ in range(random.choice([0, 1, 2, random.randint(0, most), random.randint(0, most)])):
                data[table].append(
                    {"学员": person, "日期": f"2025-{random.randint(1, 12):02}-{random.randint(1, 28):02}", **make()}
                )

    def pick(column, choices):
        return {column: random.choice(choices)}

    records("研修考勤", 12, lambda: pick("出勤", ["是", "否"]))
    records("读书心得", 30, lambda: {"篇目": f"篇目{random.randint(1, 14)}"})
    records("优课", 4, lambda: {**pick("级别", ["省级", "市级", "县级"]), **pick("奖次", ["一等", "二等", "三等", "参赛"])})
    records("论文参赛", 4, lambda: {"论文": "一", **pick("结果", list(CONTEST))})
    records("论文", 9, lambda: {"论文": f"论文{random.randint(1, 6)}", **pick("成果", list(PAPERS))})
    records("课题", 3, lambda: {"课题": "一", **pick("级别", list(PROJECTS))})
    records("讲座", 9, lambda: pick("范围", ["校内", "校内", "校内", "校外"]))
    records("公开课", 3, lambda: pick("级别", ["大市级", "县级"]))
