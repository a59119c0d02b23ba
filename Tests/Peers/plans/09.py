"""09 校本研训学分登记, computed with exact fractions."""

from fractions import Fraction

from common import by, exact, number, rounded, score, total, within, word, yes

LESSONS = {"国家级": 5, "省级": 4, "市级": Fraction(7, 2), "区级": 3, "校级": 2}
PAPERS = {"市级": Fraction(5, 2), "区级": 2, "校级": 1}
PARTS = ["全员培训", "专题研训", "公开课", "听评课", "论文"]


def lacking(*demands):
    """What is not met: the names, and by how much."""
    return "；".join(f"{name}（差 {exact(short)}）" for name, met, short in demands if not met)


def assess(data):
    people = {row["教师"]: row for row in data["教师"]}
    lists = {table: by(data[table], "教师") for table in ["培训", "公开课", "听评课", "论文"]}
    years = []
    for entry in data["年度登记"]:
        key, year = entry["教师"], entry["年度"]
        own = {
            table: [row for row in of_person.get(key, []) if row.get("年度", row.get("日期", "")[:4]) == year]
            for table, of_person in lists.items()
        }
        part = {}
        for name, kind, most_each, most in (("全员培训", "全员", 2, 8), ("专题研训", "专题", 1, 12)):
            part[name] = within(
                total(min(number(row["学时"]), most_each) for row in own["培训"] if row["类型"] == kind), 0, most
            )
        shown = [row for row in own["公开课"] if yes(row["证明"])]
        part["公开课"] = total(max(LESSONS[row["级别"]] for row in rows) for rows in by(shown, "内容").values())
        part["听评课"] = total(
            max(Fraction(0), (total(number(row["节数"]) for row in rows) - 10) * Fraction(1, 4))
            for rows in by(own["听评课"], "学期").values()
        )
        part["论文"] = total(PAPERS[row["级别"]] for row in own["论文"])
        part = {name: rounded(value) for name, value in part.items()}
        school = rounded(total(part.values()))
        elsewhere = number(entry["集中学分"], default=0)
        years.append({"教师": key, "年度": int(year), **part, "校本": school, "集中": elsewhere, "合计": school + elsewhere})

    yearly = []
    for row in sorted(years, key=lambda row: (row["教师"], row["年度"])):
        demands = [("校本够", row["校本"] >= 24, 24 - row["校本"]), ("总学分够", row["合计"] > 30, 30 - row["合计"])]
        yearly.append(
            [row["教师"], str(row["年度"])]
            + [score(row[name]) for name in PARTS + ["校本"]]
            + [exact(row["集中"]), exact(row["合计"]), word(all(demand[1] for demand in demands)), lacking(*demands)]
        )

    overall = []
    for key, person in sorted(people.items()):
        first = int(person["周期起始年"])
        counted = [row for row in years if row["教师"] == key and first <= row["年度"] <= first + 4]
        school, elsewhere = total(row["校本"] for row in counted), total(row["集中"] for row in counted)
        demands = [("五年校本够", school >= 120, 120 - school), ("五年集中够", elsewhere >= 240, 240 - elsewhere)]
        overall.append(
            [
                key,
                person["单位"],
                str(first),
                exact(school),
                exact(elsewhere),
                word(all(demand[1] for demand in demands)),
                lacking(*demands),
            ]
        )
    return {
        "年度登记": (["教师", "年度", *PARTS, "校本研训", "集中学分", "年度总学分", "达标", "缺口"], yearly),
        "教师": (["教师", "单位", "周期起始年", "五年校本", "五年集中", "达标", "缺口"], overall),
    }


def stir(data, random):
    """Seven years for each around one period; records enough to reach the caps and the demands, some exactly."""
    for table in ["年度登记", "培训", "公开课", "听评课", "论文"]:
        data[table] = []
    for row in data["教师"]:
        key, good = row["教师"], random.choice([0, 1, 3, 6])
        row["周期起始年"] = random.choice(["2021", "2022"])
        for year in range(2021, 2028):
            if random.random() < 0.9:
                data["年度登记"].append(
                    {
                        "教师": key,
                        "年度": str(year),
                        "集中学分": random.choice(
                            ["", "0", "6", "48", "60", "7.5", "5.995"] if good < 6 else ["6", "48", "48", "60"]
                        ),
                    }
                )
            day = lambda: random.choice([f"{year}-01-01", f"{year}-12-31", f"{year}-06-15"])
            for _ in range(random.randint(0, 5 * good)):
                data["培训"].append(
                    {
                        "日期": day(),
                        "教师": key,
                        "类型": random.choice(["全员", "专题", "专题"]),
                        "学时": random.choice(["0", "0.5", "1", "1.005", "1.114", "2", "3"]),
                    }
                )
            for _ in range(random.randint(0, 2 * good)):
                data["公开课"].append(
                    {
                        "日期": day(),
                        "教师": key,
                        "内容": f"内容{random.randint(1, 3)}",
                        "级别": random.choice(list(LESSONS)),
                        "证明": random.choice(["", "否", "是", "是", "是"]),
                    }
                )
            for _ in range(random.randint(0, good) // 2):
                data["听评课"].append(
                    {
                        "年度": str(year),
                        "学期": random.choice(["第一学期", "第二学期"]),
                        "教师": key,
                        "节数": random.choice(["0", "5", "9", "10", "11", "46"]),
                    }
                )
            for _ in range(random.randint(0, 1)):
                data["论文"].append({"日期": day(), "教师": key, "篇目": "一", "级别": random.choice(list(PAPERS))})
