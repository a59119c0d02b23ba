"""The sample plan as one would write it for DuckDB, with exact decimals: province_duckdb.py DATA OUT.csv

Reads the CSV files of rules/校本研修.rules from the folder DATA and writes the columns that the plan puts out.
"""
import string
import sys

import duckdb

PLAN = string.Template("""
set preserve_insertion_order = false;

-- 30 / most * figure to two decimals, halves up: in whole numbers, so nothing is lost on the way.
create macro share_of_30(figure, most) as
    case when most = 0 then 0.00 else cast((6000 * figure + most) // (2 * most) as integer) * 0.01 end;

-- The number of workdays up to each day.
create table calendar as
    select day, sum(case
            when day in (date '2026-09-20', date '2026-10-10') then 1
            when isodow(day) > 5
                or day between date '2026-09-25' and date '2026-09-27'
                or day between date '2026-10-01' and date '2026-10-07'
                or day = date '2027-01-01' then 0
            else 1 end) over (order by day) as workdays
    from (select cast(range as date) as day from range(date '2026-08-01', date '2027-03-01', interval 1 day));

create table teachers as
    select * from read_csv('$DATA/教师.csv', header = true);

create table teams as
    select 教研组, cast(rtrim(优秀比例, '%') as integer) as excellent, cast(加分 as decimal(9, 2)) as 加分
    from read_csv('$DATA/教研组.csv', header = true, all_varchar = true);

create table trainings as
    select 工号, cast(sum(学分) as bigint) as credits
    from read_csv('$DATA/外出培训.csv', header = true)
    join calendar back on back.day = 返校日期
    join calendar second on second.day = 二次培训日期
    where second.workdays - back.workdays <= 3
    group by 工号;

create table offences as
    select 工号, cast(sum(扣分) as bigint) as deducted
    from read_csv('$DATA/违纪.csv', header = true) group by 工号;

create table attendance as
    select 工号,
        cast(100 * cast(sum(学时) filter (where 状态 in ('签到', '迟到') or 补课 = '是') as decimal(18, 2)) as bigint) as hundredths,
        count(*) as times,
        count(*) filter (where 状态 = '无故缺勤') as missed
    from read_csv('$DATA/考勤.csv', header = true, types = {'学时': 'decimal(9, 2)', '补课': 'varchar'}) group by 工号;

create table activities as
    select 工号, cast(sum(学分) as bigint) as credits
    from read_csv('$DATA/活动记录.csv', header = true) group by 工号;

create table reading as
    select 工号,
        count(*) filter (where 情况 = '未按要求') as amiss,
        cast(sum(扣分) filter (where 情况 = '质量不高') as bigint) as deducted
    from read_csv('$DATA/读书.csv', header = true) group by 工号;

create table awards as
    select 工号,
        max(case 级别 when '省' then 5 when '市' then 4 else 3 end
            - 0.5 * case 奖次 when '一等奖' then 0 when '二等奖' then 1 else 2 end) filter (where 类别 = '竞赛') as contests,
        max(case 级别 when '省' then 3 when '市' then 2 else 1 end
            - 0.25 * case 奖次 when '一等奖' then 0 when '二等奖' then 1 else 2 end) filter (where 类别 = '评选') as papers
    from read_csv('$DATA/获奖.csv', header = true) group by 工号;

create table figures as
    select teachers.*,
        greatest(0, coalesce(trainings.credits, 0) - coalesce(offences.deducted, 0)) as away,
        coalesce(hundredths, 0) as hours,
        coalesce(missed, 0) * 5 > coalesce(times, 0) or 未完成任务 = '是' as barred,
        case 笔记等级 when '优秀' then 10 when '良好' then 9 when '合格' then 8 else 5 end as 学习笔记,
        least(20, coalesce(activities.credits, 0)) as 活动,
        greatest(0, 10 - 3 * coalesce(amiss, 0) - coalesce(reading.deducted, 0)) as 读书活动,
        cast(least(10, coalesce(contests, 0) + coalesce(papers, 0) + coalesce(teams.加分, 0)) as decimal(9, 2)) as 教学加分,
        coalesce(excellent, 30) as excellent
    from teachers
    left join trainings using (工号)
    left join offences using (工号)
    left join attendance using (工号)
    left join activities using (工号)
    left join reading using (工号)
    left join awards using (工号)
    left join teams using (教研组);

create table highest as select max(away) as away, max(hours) as hours from figures;

create table scores as
    select figures.*,
        share_of_30(figures.away, highest.away) as 外出学习,
        case when barred then 0.00 else share_of_30(figures.hours, highest.hours) end as 教师考勤
    from figures, highest;

create table totals as
    select *, 外出学习 + 教师考勤 + 学习笔记 + 活动 + 读书活动 + 教学加分 as 总分 from scores;

create table ranked as
    select *,
        rank() over (partition by 教研组 order by 总分 desc) as 名次,
        count(*) over (partition by 教研组) as people
    from totals;

-- Each quota is rounded by itself, halves up.
create table graded as
    select *, case
            when 名次 <= (people * excellent + 50) // 100 then '优秀'
            when 名次 <= (people * excellent + 50) // 100 + (people * 40 + 50) // 100 then '良好'
            else '合格' end as 等级
    from ranked;

copy (
    select 工号, 姓名, 教研组, 外出学习, 教师考勤, 学习笔记, 活动, 读书活动, 教学加分, 总分, 名次, 等级,
        case 等级 when '优秀' then 10 when '良好' then 8 else 6 end as 师德,
        12 as 上报学时
    from graded order by 教研组, 名次, 工号
) to '$OUTPUT' (header true);
""")


def main():
    data, output = (path.replace("'", "''") for path in sys.argv[1:3])
    duckdb.connect().execute(PLAN.substitute(DATA=data, OUTPUT=output))


if __name__ == "__main__":
    main()
