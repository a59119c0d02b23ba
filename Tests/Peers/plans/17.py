"""17 音乐学院课堂教学质量评价, computed with exact fractions."""

from fractions import Fraction

from common import Grade, by, exact, grade, mean, number, place, rounded, score, trimmed, within, word, yes

YEAR = 2017
SMALL = {"管弦", "钢琴", "声乐"}
LARGE = {"作曲", "音乐学", "舞蹈", "播音主持", "表演"}
TENTH = Fraction(10, 100)
FIFTH = Fraction(20, 100)


def course_means(rows):
    """The mean of the trimmed means of this year's courses, by teacher."""
    courses = {}
    for (year, _, teacher), marks in by(rows, "学年", "课程", "教师").items():
        if int(year) == YEAR:
            marks = [number(row["分"]) for row in marks]
            out = int(rounded(len(marks) * TENTH, 0))
            courses.setdefault(teacher, []).append(mean(trimmed(marks, out, out)))
    return {teacher: mean(means) for teacher, means in courses.items()}


def assess(data):
    students, panel, history = course_means(data["学生评教"]), course_means(data["小组评教"]), by(data["历年等级"], "教师")
    results = {}
    for person in data["教师"]:
        key = person["教师"]
        small = person["系部"] in SMALL
        assert small or person["系部"] in LARGE
        weight = Fraction(40 if small else 70, 100)
        whole = rounded(within(students[key] * weight + panel[key] * (1 - weight), 0, 100))
        good = {int(row["学年"]) for row in history.get(key, []) if row["等级"] == "优秀" and not yes(row["顺延"])}
        run = 0
        while YEAR - 1 - run in good:
            run += 1
        results[key] = {
            "系部": person["系部"],
            "课型": "小课" if small else "大课",
            "学生分": students[key],
            "小组分": panel[key],
            "总分": whole,
            "顺延": run >= 3,
        }

    people = list(results)
    fifth = len(people) * FIFTH
    grades = [
        Grade("优秀", seats=rounded(fifth, 0, "去尾")),
        Grade("良好", rest=True),
        Grade("合格", threshold=60, kept=rounded(fifth, 0, "进一")),
        Grade("不合格"),
    ]
    won = grade(
        people,
        grades,
        score=lambda key: results[key]["总分"],
        then=lambda key: results[key]["学生分"],
        ties="全部落选",
        fixed={key: "优秀" for key in people if results[key]["顺延"]},
        base="其余",
    )
    scores = [result["总分"] for result in results.values()]
    places = {key: place(results[key]["总分"], scores) for key in people}
    rows = []
    for key in sorted(people, key=lambda key: (places[key], key)):
        result = results[key]
        rows.append(
            [
                key,
                result["系部"],
                result["课型"],
                exact(result["学生分"]),
                exact(result["小组分"]),
                score(result["总分"]),
                word(result["顺延"]),
                str(places[key]),
                won[key],
            ]
        )
    return {"教师": (["教师", "系部", "课型", "学生分", "小组分", "总分", "顺延优秀", "名次", "等级"], rows)}


def stir(data, random):
    """Courses with four to sixteen marks, many of them equal; runs of good years of all lengths."""
    data["学生评教"], data["小组评教"], data["历年等级"] = [], [], []
    coarse = random.choice(
        [[80], [55, 60, 80], list(range(56, 64)), list(range(50, 100)), [Fraction(k, 2) for k in range(100, 200)]]
    )
    for row in data["教师"]:
        key = row["教师"]
        row["系部"] = random.choice(sorted(SMALL | LARGE))
        for table, who in (("学生评教", "学生"), ("小组评教", "评委")):
            for course in range(random.choice([1, 1, 2, 3])):
                same = random.choice(coarse)
                for index in range(random.choice([1, 4, 5, 6, 14, 15, 16])):
                    points = random.choice([same, same, random.choice(coarse)])
                    data[table].append(
                        {"学年": "2017", "课程": f"课程{course}", "教师": key, who: f"{who}{index}", "分": exact(points)}
                    )
            data[table].append({"学年": "2016", "课程": "课程0", "教师": key, who: "旧", "分": "1"})
        for year in range(2010, 2019):
            if random.random() < 0.9:
                data["历年等级"].append(
                    {
                        "学年": str(year),
                        "教师": key,
                        "等级": random.choice(["优秀"] * 5 + ["良好"]),
                        "顺延": random.choice(["", "否", "否", "否", "是"]),
                    }
                )
