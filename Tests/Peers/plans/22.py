"""22 班级流动红旗评比, computed with exact integers."""

import datetime

from common import by, date, place, within

MONDAY = datetime.date(2015, 3, 2)
# The most for the section, the most for one inspection, and what is deducted from.
ITEMS = {
    "礼仪": (20, 10, "礼仪"),
    "早读": (10, 10, "未到"),
    "课间操": (10, 10, 10),
    "午写": (10, 10, "未到"),
    "眼操": (10, 10, 10),
    "国学诵读": (10, 10, 10),
    "放学路队": (4, 2, 2),
    "上课纪律": (12, 2, 2),
    "课外活动": (2, 2, 2),
    "课间纪律": (10, 10, 10),
    "卫生": (20, 10, 10),
}
REASONS = {"不读书": 2, "打闹": 2, "不写字": 2, "不整齐": 2, "不认真": 4}
SLOT = ["日期", "班级", "项目", "时段"]


def start(kind, absent):
    if kind == "礼仪":
        return 10 if absent <= 0 else 8 if absent <= 3 else 6 if absent <= 6 else 4 if absent <= 10 else 0
    if kind == "未到":
        return 10 if absent <= 5 else 8 if absent <= 10 else 6 if absent <= 15 else 2
    return kind


def assess(data):
    deductions = {}
    for row in data["扣分"]:
        slot = tuple(row[column] for column in SLOT)
        deductions[slot] = deductions.get(slot, 0) + (
            int(row["酌扣"] or 0) if row["事由"] == "其他" else REASONS[row["事由"]]
        )
    days = []
    for (day, class_), inspections in by(data["日检"], "日期", "班级").items():
        part = {}
        for item, (most, most_each, kind) in ITEMS.items():
            scores = []
            for row in inspections:
                if row["项目"] == item:
                    points = start(kind, int(row["不达标人数"] or 0))
                    if item != "礼仪":
                        points -= deductions.get(tuple(row[column] for column in SLOT), 0)
                    scores.append(within(points, 0, most_each))
            part[item] = within(sum(scores), 0, most)
        days.append(
            {
                "日期": day,
                "班级": class_,
                "周次": (date(day) - MONDAY).days // 7 + 1,
                **part,
                "总分": within(sum(part.values()), 0, 118),
            }
        )
    weeks = [
        {"周次": week, "班级": class_, "周得分": sum(day["总分"] for day in days_)}
        for (week, class_), days_ in by(days, "周次", "班级").items()
    ]
    classes = {row["班级"]: row for row in data["班级"]}
    daily = [
        [day["日期"], day["班级"], str(day["周次"])] + [str(day[item]) for item in ITEMS] + [str(day["总分"])]
        for day in sorted(days, key=lambda day: (day["班级"], day["日期"]))
    ]
    weekly = []
    for week in sorted(weeks, key=lambda week: (week["周次"], week["班级"])):
        rank = place(week["周得分"], [other["周得分"] for other in weeks if other["周次"] == week["周次"]])
        class_ = classes[week["班级"]]
        weekly.append([str(week["周次"]), week["班级"], class_["年级"], class_["班主任"], str(week["周得分"]), str(rank)])
    return {
        "班日": (["日期", "班级", "周次", *ITEMS, "总分"], daily),
        "班周": (["周次", "班级", "年级", "班主任", "周得分", "周名次"], weekly),
    }


def stir(data, random):
    """Three weeks of full inspections, numbers around the steps, one to three reasons for deductions."""
    classes = [f"班级{index + 1}" for index in range(max(2, len(data["日检"]) // 200))]
    data["班级"] = [
        {"班级": class_, "年级": f"年级{index % 6}", "班主任": f"班主任{index}"} for index, class_ in enumerate(classes)
    ]
    data["日检"], data["扣分"] = [], []
    for class_ in classes:
        for offset in range(21):
            if random.random() < 0.3:
                continue
            day = str(MONDAY + datetime.timedelta(offset))
            for item in ITEMS:
                for time in range(random.choice([0, 1, 1, 2, 7])):
                    slot = dict(zip(SLOT, [day, class_, item, f"第{time}节"]))
                    data["日检"].append(
                        {
                            **slot,
                            "不达标人数": random.choice(
                                ["", "0", "1", "3", "4", "5", "6", "7", "10", "11", "15", "16", "80"]
                            ),
                        }
                    )
                    for reason in (
                        random.sample([*REASONS, "其他"], random.choice([0, 0, 1, 2, 3])) if item != "礼仪" else []
                    ):
                        data["扣分"].append(
                            {**slot, "事由": reason, "酌扣": random.choice(["", "1", "3", "10"]) if reason == "其他" else ""}
                        )
