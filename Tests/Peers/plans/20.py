"""20 樟树市中小学教师师德考核, computed with exact fractions."""

from fractions import Fraction

from common import Grade, by, date, exact, grade, mean, number, place, rounded, score, total, within, word, yes

YEAR = 2026
PARTS = {"教师测评": ("教师", 30), "学生家长测评": ("学生家长", 30), "考核组评分": ("考核组", 40)}


def assess(data):
    ratings, offences = by(data["测评"], "教师"), by(data["负面清单"], "教师")
    results = {}
    for person in data["教师"]:
        key = person["教师"]
        mean_of = {
            side: mean(
                number(row["分"]) for row in ratings.get(key, []) if row["测评方"] == side and int(row["年份"]) == YEAR
            )
            for side, _ in PARTS.values()
        }
        if not yes(person["任课"], default="是"):
            mean_of["学生家长"] = (mean_of["教师"] * 30 + mean_of["考核组"] * 40) / 70
        part = {
            name: rounded(within(mean_of[side] * Fraction(share, 100), 0, share)) for name, (side, share) in PARTS.items()
        }
        vetoed = any(row["查实日期"] and date(row["查实日期"]).year == YEAR for row in offences.get(key, []))
        whole = Fraction(0) if vetoed else rounded(within(total(part.values()), 0, 100))
        results[key] = {**part, "学校": person["学校"], "总分": whole, "否决": vetoed}

    rows = []
    for school in sorted(data["学校"], key=lambda school: school["学校"]):
        people = [key for key, result in results.items() if result["学校"] == school["学校"]]
        seats = rounded(len(people) * number(school["优秀比例"], default="0.2"), 0, "去尾")
        grades = [
            Grade("优秀", seats=seats, threshold=80),
            Grade("良好", threshold=70),
            Grade("合格", threshold=60),
            Grade("不合格"),
        ]
        won = grade(
            people,
            grades,
            score=lambda key: results[key]["总分"],
            ties="全部落选",
            fixed={key: "不合格" for key in people if results[key]["否决"]},
        )
        scores = [results[key]["总分"] for key in people]
        places = {key: place(results[key]["总分"], scores) for key in people}
        for key in sorted(people, key=lambda key: (places[key], key)):
            result = results[key]
            rows.append(
                [school["学校"], key]
                + [score(result[name]) for name in PARTS]
                + [score(result["总分"]), word(result["否决"]), str(places[key]), won[key]]
            )
    return {"教师": (["学校", "教师", *PARTS, "总分", "一票否决", "名次", "等次"], rows)}


def stir(data, random):
    """More schools, of one to many people; scores around the limits; offences around the ends of the year."""
    count = max(2, len(data["教师"]) // 12)
    data["学校"] = [
        {"学校": f"学校{index + 1}", "优秀比例": random.choice(["", "20%", "0%", "10%", "12.5%"])} for index in range(count)
    ]
    data["测评"], data["负面清单"] = [], []
    for index, row in enumerate(data["教师"]):
        row["学校"] = "学校1" if index == 0 else f"学校{random.randint(min(2, count), count)}"
        row["任课"] = random.choice(["", "是", "是", "否"])
        level = random.choice([58, 60, 69, 70, 79, 80, 80, 85, 90])
        for side, _ in PARTS.values():
            if side == "学生家长" and row["任课"] == "否" and random.random() < 0.8:
                continue
            for rater in range(random.choice([1, 1, 2, 3])):
                points = level + random.choice([0, 0, 0, -1, 1, Fraction(1, 2)])
                data["测评"].append(
                    {"年份": "2026", "教师": row["教师"], "测评方": side, "评者": f"评者{rater}", "分": exact(points)}
                )
        data["测评"].append({"年份": "2025", "教师": row["教师"], "测评方": "教师", "评者": "评者1", "分": "3"})
        if random.random() < 0.3:
            found = random.choice(["", "2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01"])
            data["负面清单"].append({"日期": "2025-06-01", "教师": row["教师"], "情形": "有偿家教", "查实日期": found})
