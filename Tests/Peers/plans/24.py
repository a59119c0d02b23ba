"""24 校本研修课程学员考核, computed with exact fractions."""

from fractions import Fraction

from common import Grade, by, grade, number, place, rounded, score, total, within, word, yes

PARTS = ["课程学习", "作业成绩", "互动交流", "研修总结"]
WORK = {"优秀": 100, "合格": 60, "抄袭": 0}


def assess(data):
    steps = {(row["学员"], row["阶段"]): row for row in data["课程步骤"]}
    lists = {table: by(data[table], "学员") for table in ["作业", "互动", "总结", "工作坊活动"]}
    results = []
    for person in data["学员"]:
        key = person["学员"]
        own = {table: of_person.get(key, []) for table, of_person in lists.items()}
        finished = Fraction(80)
        for stage in data["阶段"]:
            step = steps.get((key, stage["阶段"]))
            if not (step and yes(step["完成"]) and yes(step["合格"])):
                finished -= number(stage["分值"])
        finished = rounded(within(finished, 0, 80))
        part = {"课程学习": within(finished * Fraction(30, 100), 0, 24)}
        part["作业成绩"] = within(Fraction(sum(WORK[row["等第"]] for row in own["作业"]), 10), 0, 40)
        first = sum(1 for row in own["互动"] if row["类别"] == "甲类")
        second = len(own["互动"]) - first
        part["互动交流"] = within(Fraction(min(first * 2, 50) + min(second, 50), 10), 0, 10)
        part["研修总结"] = within(total(number(row["分"]) for row in own["总结"]) * Fraction(20, 100), 0, 20)
        part = {name: rounded(value) for name, value in part.items()}
        whole = rounded(within(total(part.values()), 0, 94))
        attended = sum(1 for row in own["工作坊活动"] if yes(row["完成任务"]))
        results.append({"key": key, "学科": person["学科"], **part, "总分": whole, "次数": attended})

    by_key = {result["key"]: result for result in results}
    won = grade(
        list(by_key),
        [Grade("优秀学员", threshold=85), Grade("合格", threshold=60), Grade("不合格")],
        score=lambda key: by_key[key]["总分"],
        barred={"优秀学员": {key for key in by_key if by_key[key]["次数"] < 2}},
    )
    scores = [result["总分"] for result in results]
    rows = []
    for result in results:
        result["名次"] = place(result["总分"], scores)
    for result in sorted(results, key=lambda result: (result["名次"], result["key"])):
        rows.append(
            [result["key"], result["学科"]]
            + [score(result[name]) for name in PARTS + ["总分"]]
            + [word(result["总分"] >= 85), str(result["次数"]), str(result["名次"]), won[result["key"]]]
        )
    return {"学员": (["学员", "学科", *PARTS, "总分", "评优资格", "参加次数", "名次", "等次"], rows)}


def stir(data, random):
    """Diligent people near the limits; steps, papers and summaries missing here and there."""
    stages = random.choice([["20", "30", "15.125", "14.875"], ["80"], ["0", "26.685", "53.315"]])
    data["阶段"] = [{"阶段": f"阶段{index + 1}", "分值": points} for index, points in enumerate(stages)]
    data["课程步骤"], data["作业"], data["互动"], data["总结"], data["工作坊活动"] = [], [], [], [], []
    for row in data["学员"]:
        key, good = row["学员"], random.choice([0.1, 0.5, 0.9, 1])
        for stage in data["阶段"]:
            if random.random() < 0.95:
                data["课程步骤"].append(
                    {
                        "学员": key,
                        "阶段": stage["阶段"],
                        "完成": "是" if random.random() <= good else "否",
                        "合格": "是" if random.random() <= good else "否",
                    }
                )
        for index in range(1, 5):
            if random.random() <= good:
                data["作业"].append(
                    {"学员": key, "序号": str(index), "等第": random.choice(["优秀", "优秀", "优秀", "合格", "抄袭"])}
                )
        for kind, most in (("甲类", 28), ("乙类", 55)):
            for _ in range(random.choice([0, 2, 25, most])):
                data["互动"].append({"学员": key, "日期": "2026-03-02", "类别": kind})
        if random.random() <= good:
            data["总结"].append({"学员": key, "分": random.choice(["100", "85", "77.775", "77.725", "99.975", "60"])})
        for day in range(random.choice([0, 1, 2, 3])):
            data["工作坊活动"].append({"学员": key, "日期": f"2026-04-{day + 1:02}", "完成任务": random.choice("是是是否")})
