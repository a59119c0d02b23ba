"""The sample plan as one would write it for polars, with binary fractions: province_polars.py DATA OUT.csv

Reads the CSV files of rules/校本研修.rules from the folder DATA and writes the columns that the plan puts out.
"""
import datetime
import os
import sys

import polars
from polars import col, lit, when

ALMOST_NOTHING = 1e-9  # so that halves that binary fractions make a little smaller are rounded up nevertheless


def calendar():
    """The number of workdays up to each day."""
    date = datetime.date
    day = col("day")
    worked = day.is_in([date(2026, 9, 20), date(2026, 10, 10)])
    holiday = (day.is_between(date(2026, 9, 25), date(2026, 9, 27)) | day.is_between(date(2026, 10, 1), date(2026, 10, 7))
               | (day == date(2027, 1, 1)))
    days = polars.date_range(date(2026, 8, 1), date(2027, 2, 28), "1d", eager=True).alias("day").to_frame().lazy()
    return days.with_columns(workdays=(worked | ((day.dt.weekday() < 6) & ~holiday)).cast(polars.Int32).cum_sum())


def share_of_30(figure):
    highest = col(figure).max()
    return when(highest == 0).then(0.).otherwise((30 * col(figure) / highest + ALMOST_NOTHING).round(2))


def points(column, table):
    return col(column).replace_strict(table, return_dtype=polars.Float64)


def plan(folder):
    def read(name):
        return polars.scan_csv(os.path.join(folder, name + ".csv"), try_parse_dates=True)

    def by_teacher(name):
        return read(name).group_by("工号")

    days = calendar()
    trainings = (
        read("外出培训")
        .join(days.rename({"day": "返校日期", "workdays": "back"}), on="返校日期")
        .join(days.rename({"day": "二次培训日期", "workdays": "second"}), on="二次培训日期")
        .filter(col("second") - col("back") <= 3)
        .group_by("工号").agg(credits=col("学分").sum()))
    offences = by_teacher("违纪").agg(offences=col("扣分").sum())
    counted = col("状态").is_in(["签到", "迟到"]) | (col("补课") == "是")
    attendance = by_teacher("考勤").agg(
        hours=col("学时").filter(counted).sum(), times=polars.len(), missed=(col("状态") == "无故缺勤").sum())
    activities = by_teacher("活动记录").agg(activities=col("学分").sum())
    reading = by_teacher("读书").agg(
        amiss=(col("情况") == "未按要求").sum(), deducted=col("扣分").filter(col("情况") == "质量不高").sum())
    prize = points("奖次", {"一等奖": 0, "二等奖": 1, "三等奖": 2})
    awards = by_teacher("获奖").agg(
        contests=(points("级别", {"省": 5, "市": 4, "县": 3}) - .5 * prize).filter(col("类别") == "竞赛").max(),
        papers=(points("级别", {"省": 3, "市": 2, "县": 1}) - .25 * prize).filter(col("类别") == "评选").max())

    people = read("教师")
    for events in (trainings, offences, attendance, activities, reading, awards):
        people = people.join(events, on="工号", how="left")
    teams = read("教研组").with_columns(excellent=col("优秀比例").str.strip_chars("%").cast(polars.Float64) / 100)
    barred = (col("missed") * 5 > col("times")) | (col("未完成任务") == "是")
    good = (col("people") * .4 + ALMOST_NOTHING + .5).floor()
    excellent = (col("people") * col("excellent") + ALMOST_NOTHING + .5).floor()
    return (
        people.join(teams, on="教研组", how="left")
        .with_columns(col("credits", "offences", "hours", "times", "missed", "activities", "amiss", "deducted",
                          "contests", "papers", "加分").fill_null(0))
        .with_columns(away=(col("credits").cast(polars.Int64) - col("offences")).clip(0))
        .with_columns(
            外出学习=share_of_30("away"),
            教师考勤=when(barred).then(0.).otherwise(share_of_30("hours")),
            学习笔记=points("笔记等级", {"优秀": 10, "良好": 9, "合格": 8, "不合格": 5}),
            活动=col("activities").clip(upper_bound=20),
            读书活动=(10 - 3 * col("amiss").cast(polars.Int64) - col("deducted")).clip(0),
            教学加分=(col("contests") + col("papers") + col("加分")).clip(upper_bound=10))
        .with_columns(总分=polars.sum_horizontal("外出学习", "教师考勤", "学习笔记", "活动", "读书活动", "教学加分").round(2))
        .with_columns(名次=col("总分").rank("min", descending=True).over("教研组"), people=polars.len().over("教研组"))
        .with_columns(等级=when(col("名次") <= excellent).then(lit("优秀"))
                      .when(col("名次") <= excellent + good).then(lit("良好")).otherwise(lit("合格")))
        .with_columns(师德=col("等级").replace_strict({"优秀": 10, "良好": 8, "合格": 6}), 上报学时=lit(12))
        .select("工号", "姓名", "教研组", "外出学习", "教师考勤", "学习笔记", "活动", "读书活动", "教学加分", "总分", "名次",
                "等级", "师德", "上报学时")
        .sort("教研组", "名次", "工号"))


def main():
    plan(sys.argv[1]).collect(engine="streaming").write_csv(sys.argv[2])


if __name__ == "__main__":
    main()
