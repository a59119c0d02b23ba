"""03 县统考学科教学成绩考核, computed with exact fractions."""

from fractions import Fraction

from common import by, exact, mean, number, place, rounded, score, total, trimmed, within, yes

TERM = "2025-2026学年第二学期"
SUBJECTS = ["语文", "数学", "英语"]


def assess(data):
    classes = {row["班级"]: row for row in data["班级"]}
    terms = {row["学期"]: row for row in data["学期"]}
    before = terms[TERM]["上期"]
    standard = {
        school: rounded(mean(number(row["班额"]) for row in rows), 0, "进一")
        for school, rows in by(data["班级"], "学校").items()
    }

    # The examinations: the lowest 8 % of each class left out; places among the classes of the school and grade.
    marks = {key: [number(row["分"]) for row in rows] for key, rows in by(data["成绩"], "学期", "班级", "学科").items()}
    kept = {key: trimmed(own, 0, int(rounded(len(own) * Fraction(8, 100), 0))) for key, own in marks.items()}
    peers = {}
    for term, class_, subject in kept:
        peers.setdefault((term, subject, classes[class_]["学校"], classes[class_]["年级"]), []).append(
            (term, class_, subject)
        )
    tests = {}
    for keys in peers.values():
        means = [mean(kept[key]) for key in keys]
        level = total(total(kept[key]) for key in keys) / sum(len(kept[key]) for key in keys)
        for key in keys:
            rank = place(mean(kept[key]), means)
            last = rank > 1 and place(mean(kept[key]), means, lowest_first=True) == 1
            tests[key] = (mean(kept[key]), level, rank, last)

    taught, rows = {}, []
    for row in sorted(data["任课"], key=lambda row: (row["班级"], SUBJECTS.index(row["学科"]))):
        class_, subject = classes[row["班级"]], row["学科"]
        own_mean, level, rank, last = tests[TERM, row["班级"], subject]
        order = {1: Fraction(7, 2), 2: Fraction(3)}.get(rank, Fraction(5, 2))
        if yes(row["新接手"] or "否") or (class_["年级"] == "一年级" and terms[TERM]["第几"] == "第一学期"):
            movement = Fraction(7, 2)
        else:
            _, _, rank_before, last_before = tests[before, row["班级"], subject]
            if rank_before == rank:
                movement = (
                    Fraction(7, 2) if rank == 1 else Fraction(2) if last else Fraction(3) if rank == 2 else Fraction(5, 2)
                )
            else:
                movement = Fraction(7, 2) + rank_before - rank
                if last and last_before:
                    movement = min(movement, Fraction(2))
        movement = rounded(within(movement, 0, 6))
        places = rounded(within(order + movement, 0, Fraction(19, 2)))
        below = level - own_mean
        assert below <= 12, row
        progress = Fraction(8 if below <= 0 else 7 if below <= 5 else 6)
        taught.setdefault(row["教师"], []).append((class_, places, progress))
        rows.append(
            [
                row["教师"],
                row["班级"],
                subject,
                exact(own_mean),
                exact(level),
                str(rank),
                score(order),
                score(movement),
                score(places),
                score(progress),
            ]
        )

    people = []
    for key, lessons in sorted(taught.items()):
        largest = max(number(class_["班额"]) for class_, _, _ in lessons)
        lacking = {standard[class_["学校"]] - largest for class_, _, _ in lessons if number(class_["班额"]) == largest}
        assert len(lacking) == 1, key
        lacking = lacking.pop()
        size = Fraction(5) if lacking <= 0 else Fraction(9, 2) if lacking <= 5 else Fraction(4)
        places, progress = rounded(mean(lesson[1] for lesson in lessons)), rounded(mean(lesson[2] for lesson in lessons))
        people.append([key] + [score(value) for value in (size, places, progress, size + places + progress)])
    return {
        "任课": (["教师", "班级", "学科", "均分", "级均", "名次", "位次顺序", "位次升降", "单科位次", "单科进步"], rows),
        "教师": (["教师", "班级人数", "位次", "进步", "总分"], people),
    }


def stir(data, random):
    """Schools with one to seven classes in a grade, means that are often equal, classes of all sizes."""
    people = [row["教师"] for row in data["教师"]]
    last_term, new_term = "上期", "上下期"
    data["学期"] = [
        {"学期": TERM, "第几": random.choice(["第一学期", "第二学期"]), "上期": last_term},
        {"学期": new_term, "第几": "第一学期", "上期": "无"},
    ]
    data["学校"], data["班级"], data["任课"], data["成绩"] = [], [], [], []
    for index in range(max(2, len(people) // 20)):
        school = f"学校{index + 1}"
        data["学校"].append({"学校": school})
        for grade in ["一年级", "三年级", "六年级"]:
            for number_ in range(random.choice([1, 2, 3, 4, 6, 7])):
                # Every school has sizes of its own, so that the largest of a teacher's classes is one school's.
                size = 20 + (index * 7) % 40 + random.choice([0, 1, 4, 5, 6, 10])
                data["班级"].append({"班级": f"{school}{grade}{number_}", "学校": school, "年级": grade, "班额": str(size)})
    for row in data["班级"]:
        mine = [
            people[index] for index in range(len(people)) if index % len(data["学校"]) == int(row["学校"][2:]) - 1
        ] or people[:1]
        for subject in SUBJECTS:
            if random.random() < 0.8:
                data["任课"].append(
                    {
                        "班级": row["班级"],
                        "学科": subject,
                        "教师": random.choice(mine),
                        "新接手": random.choice(["", "否", "否", "是"]),
                    }
                )
            for term in (TERM, last_term):
                level = random.choice([70, 75, 75, 80, 80, 80])
                spread = random.choice([[0], [0], [-1, 0, 1], [-2, 3, Fraction(1, 2)]])
                for pupil in range(random.choice([6, 7, 10, 13, 18, 19])):
                    points = level + random.choice(spread)
                    data["成绩"].append(
                        {"学期": term, "班级": row["班级"], "学科": subject, "学号": f"{pupil:03}", "分": exact(points)}
                    )
