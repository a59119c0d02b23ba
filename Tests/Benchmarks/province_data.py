"""The data of the sample plan for as many teachers as a whole province has: province_data.py FOLDER TEACHERS

    --seed N     the same number gives the same data, 1 unless told
    --shuffle    the rows of every event table in random order, instead of teacher by teacher
    --quote      every field in quotes
    --gb18030    in GB18030, as spreadsheets save CSV in China
    --untidy     a title above the names of the columns, blank rows between the others, commas behind some
    --wrong-key  one award is of somebody who is no teacher
    --broken-rule  one training has its second day before the first
    --same-key   one teacher stands there twice

Writes the eight CSV files of rules/校本研修.rules, some 16.7 rows for each teacher. The variants of a seed hold the same
rows, but for the one that is wrong. Needs numpy.
"""
import argparse
import datetime
import os

import numpy

SURNAMES = list("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗")
GIVEN = list("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅云鹏")
SUBJECTS = "语文 数学 英语 物理 化学 生物 政治 历史 地理 体育 音乐 美术 信息 心理".split()
FIRST_DAY = datetime.date(2026, 9, 1)
TERM = 120  # days
LATEST = 7  # days from the return to the second training
YES_OR_NO = ["否", "是"]
ROWS_AT_A_TIME = 500_000


class Column:
    """Texts, and for every row the number of its text."""

    def __init__(self, texts, picks):
        self.texts = numpy.array(texts, dtype=object)
        self.picks = picks

    def rows(self, some):
        return self.texts[self.picks[some]].tolist()


def numbers(picks):
    """A column of small numbers that are written as they are."""
    return Column([str(number) for number in range(int(picks.max(initial=0)) + 1)], picks)


def write(folder, name, columns, order=None, quote=False, encoding="utf-8", untidy=False):
    """One file: the columns by name, their rows as they are or in the order given."""
    before, between, after = ('"', '","', '"\n') if quote else ("", ",", "\n")
    count = len(next(iter(columns.values())).picks)
    with open(os.path.join(folder, name + ".csv"), "w", encoding=encoding, newline="\n") as file:
        blank = "," * (len(columns) - 1) + "\n"
        if untidy:
            file.write(name + blank + blank)
        file.write(before + between.join(columns) + after)
        for start in range(0, count, ROWS_AT_A_TIME):
            some = slice(start, start + ROWS_AT_A_TIME)
            if order is not None:
                some = order[some]
            rows = map(between.join, zip(*(column.rows(some) for column in columns.values())))
            if untidy:
                # Every thousandth row has commas behind it and a blank row below.
                rows = [row + ",,\n" + blank[:-1] if number % 1000 == 0 else row for number, row in enumerate(rows)]
            file.write(before + (after + before).join(rows) + after)


def make(folder, teachers, seed=1, shuffle=False, quote=False, encoding="utf-8", untidy=False,
         wrong_key=False, broken_rule=False, same_key=False):
    random = numpy.random.default_rng(seed)
    shuffler = numpy.random.default_rng([seed, 1])  # another one: the rows stay the same
    os.makedirs(folder, exist_ok=True)
    keys = [f"T{number:07d}" for number in range(1, teachers + 1)]
    days = [str(FIRST_DAY + datetime.timedelta(days)) for days in range(TERM + LATEST + 1)]

    def table(name, columns):
        write(folder, name, columns, quote=quote, encoding=encoding, untidy=untidy)

    def events(name, mean, columns):
        """So many rows for each teacher on average; columns gives the columns for a number of rows."""
        teacher = numpy.repeat(numpy.arange(teachers), random.poisson(mean, teachers))
        order = shuffler.permutation(len(teacher)) if shuffle else None
        people = keys
        if wrong_key and name == "获奖" and len(teacher):
            people = keys + ["X0000000"]
            teacher[len(teacher) // 2] = teachers
        write(folder, name, {"工号": Column(people, teacher), **columns(len(teacher))}, order, quote, encoding, untidy)

    def choice(texts, count, shares=None):
        """One of the texts for each row, by their shares where told."""
        if shares is None:
            return Column(texts, random.integers(0, len(texts), count))
        return Column(texts, random.choice(len(texts), count, p=shares))

    def day(count):
        return Column(days, random.integers(0, TERM, count))

    def rarely(share, count):
        return Column(YES_OR_NO, (random.random(count) < share).astype(int))

    # The groups, some twelve teachers each.
    groups = max(3, teachers // 12)
    if groups > len(SUBJECTS):
        group_names = [f"{SUBJECTS[number % len(SUBJECTS)]}组{number // len(SUBJECTS) + 1:05d}" for number in range(groups)]
    else:
        group_names = [f"{subject}组" for subject in SUBJECTS[:groups]]
    group = random.integers(0, groups, teachers)
    parts = [random.integers(0, len(part), teachers).tolist() for part in (SURNAMES, GIVEN, GIVEN)]
    names = [SURNAMES[first] + GIVEN[second] + GIVEN[third] for first, second, third in zip(*parts)]
    every = numpy.arange(teachers)
    people = {
        "工号": Column(keys, every),
        "姓名": Column(names, every),
        "教研组": Column(group_names, group),
        "笔记等级": choice(["优秀", "良好", "合格", "不合格"], teachers, [.3, .4, .25, .05]),
        "未完成任务": rarely(.02, teachers),
    }
    if same_key and teachers:
        for column in people.values():
            column.picks = numpy.append(column.picks, column.picks[teachers // 2])
    table("教师", people)
    table("教研组", {
        "教研组": Column(group_names, numpy.arange(groups)),
        "优秀比例": choice(["30%", "35%", "25%"], groups, [.7, .2, .1]),
        "加分": choice(["0.0", "0.5", "1.0", "1.5"], groups, [.6, .2, .1, .1]),
    })

    # The events.
    def training(count):
        back = day(count)
        second = Column(days, back.picks + random.integers(0, LATEST + 1, count))
        if broken_rule and count:
            back.picks[count // 2], second.picks[count // 2] = 5, 3
        return {"返校日期": back, "二次培训日期": second, "学分": numbers(random.integers(1, 4, count))}

    def reading(count):
        how = random.choice(3, count, p=[.85, .07, .08])
        return {
            "日期": day(count),
            "情况": Column(["按要求", "未按要求", "质量不高"], how),
            "扣分": numbers(numpy.where(how == 2, random.integers(1, 3, count), 0)),
        }

    events("外出培训", 2, training)
    events("违纪", .05, lambda count: {"日期": day(count), "扣分": numbers(random.integers(5, 11, count))})
    events("考勤", 6, lambda count: {
        "日期": day(count),
        "学时": choice(["0.5", "1.0", "1.5", "2.0"], count),
        "状态": choice(["签到", "迟到", "请假", "无故缺勤"], count, [.88, .04, .04, .04]),
        "补课": rarely(.5, count),
    })
    events("活动记录", 4, lambda count: {
        "日期": day(count),
        "类型": choice(["主讲", "公开课", "材料", "任务"], count),
        "学分": numbers(random.integers(1, 4, count)),
    })
    events("读书", 3, reading)
    events("获奖", .6, lambda count: {
        "类别": choice(["竞赛", "评选"], count),
        "级别": choice(["省", "市", "县"], count, [.15, .35, .5]),
        "奖次": choice(["一等奖", "二等奖", "三等奖"], count, [.2, .35, .45]),
    })


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("teachers", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shuffle", action="store_true")
    parser.add_argument("--quote", action="store_true")
    parser.add_argument("--gb18030", action="store_true")
    parser.add_argument("--untidy", action="store_true")
    parser.add_argument("--wrong-key", action="store_true")
    parser.add_argument("--broken-rule", action="store_true")
    parser.add_argument("--same-key", action="store_true")
    told = parser.parse_args()
    make(told.folder, told.teachers, told.seed, told.shuffle, told.quote, "gb18030" if told.gb18030 else "utf-8",
         told.untidy, told.wrong_key, told.broken_rule, told.same_key)


if __name__ == "__main__":
    main()
