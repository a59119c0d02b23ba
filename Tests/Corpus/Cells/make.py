"""Writes the data of the cases in this folder: cells as people type them, files as programs save them.

python3 make.py writes the CSV files and, with openpyxl, the workbooks. What the program says of each case and what it
reckons stands beside them; the tests compare.
"""

import datetime
import os
import shutil

import openpyxl

HERE = os.path.dirname(os.path.abspath(__file__))
TEACHERS = "工号,姓名,在岗,比例\nT1,甲,是,10%\nT2,乙,是,20%\nT3,丙,否,0.3\n"
RECORDS = "工号,日期,登记,月,学时,等级\nT1,2026-09-10,2026-09-11,2026-09,3,优秀\nT2,2026-09-12,,,2.5,良好\n"
HEADERS = "工号,日期,登记,月,学时,等级\n"


def case(name, rules=None, **files):
    """A case: files by name, as text in UTF-8 or as bytes."""
    folder = os.path.join(HERE, name, "data")
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    for file, content in {"教师": TEACHERS, "记录": RECORDS, **files}.items():
        if content is None:
            continue
        if isinstance(content, openpyxl.Workbook):
            content.save(os.path.join(folder, file + ".xlsx"))
            continue
        if isinstance(content, str):
            content = content.encode()
        with open(os.path.join(folder, file + ".csv"), "wb") as out:
            out.write(content)
    if rules:
        with open(os.path.join(HERE, name, "rules.rules"), "w") as out:
            out.write(rules)


def workbook(**sheets):
    """A workbook of rows; a cell is a value, or a value with its number format."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row, cells in enumerate(rows, 1):
            for column, cell in enumerate(cells, 1):
                value, form = cell if isinstance(cell, tuple) else (cell, None)
                place = sheet.cell(row, column, value)
                if form:
                    place.number_format = form
    return book


def records(*rows):
    return HEADERS + "".join(",".join(row) + "\n" for row in rows)


def row(date="2026-09-10", hours="1", level="优秀", who="T1", noted="", month=""):
    return (who, date, noted, month, hours, level)


# ---- Files as they are saved

case("utf8-mark", 教师=b"\xef\xbb\xbf" + TEACHERS.encode(), 记录=b"\xef\xbb\xbf" + RECORDS.encode())
case("gb18030", 教师=TEACHERS.encode("gb18030"), 记录=RECORDS.encode("gb18030"))
case("gb18030-one", 教师=TEACHERS.encode("gb18030"))
# Names with signs beyond GBK, which only GB18030 holds.
case("gb18030-rare-signs", 教师=TEACHERS.replace("甲", "㼆𠮷").encode("gb18030"))
case("utf16-little", 教师=b"\xff\xfe" + TEACHERS.encode("utf-16-le"), 记录=b"\xff\xfe" + RECORDS.encode("utf-16-le"))
case("utf16-big", 教师=b"\xfe\xff" + TEACHERS.encode("utf-16-be"), 记录=b"\xfe\xff" + RECORDS.encode("utf-16-be"))
case("utf16-cut", 教师=b"\xff\xfe" + TEACHERS.encode("utf-16-le")[:-1])
case("mark-lies", 教师=b"\xef\xbb\xbf" + TEACHERS.encode("gb18030"))
case("big5", 教师="工號,姓名,在崗,比例\nT1,陳大文,是,10%\nT2,黃國棟,是,20%\n".encode("big5"))
case("damaged-utf8", 教师=TEACHERS.encode().replace("乙".encode(), "乙".encode()[:2]))
case("damaged-gb18030", 教师=TEACHERS.encode("gb18030").replace("乙".encode("gb18030"), b"\xff\xd2"))
# A rules file in Latin letters: the headers do not tell the encodings apart, and every sign fits both.
latin = """计划 拉丁列名
    小数 2 位 四舍五入
表 教师 主键 id
    id    文本
    group 文本
考核 教师
    项目 得分项 满分 1
        得分 = 1 当 group = "模"
        得分 = 0
    输出 id, group, 得分项
"""
case("two-encodings", latin, 教师="id,group\nT1,模\nT2,莫\n".encode("gb18030"), 记录=None)
case("two-encodings-headers-tell", latin.replace("group", "模").replace('"模"', '"膜"'), 教师="id,模\nT1,膜\nT2,莫\n".encode("gb18030"), 记录=None)
case("two-encodings-mark-tells", latin, 教师=b"\xef\xbb\xbf" + "id,group\nT1,模\nT2,莫\n".encode(), 记录=None)
case("workbook-called-csv", 教师=b"PK\x03\x04rest")
case("semicolons", 教师=TEACHERS.replace(",", ";"), 记录=RECORDS.replace(",", ";").replace("2.5", "2.5"))
case("semicolons-decimal-comma", 记录=RECORDS.replace(",", ";").replace("2.5", "1,250"))
case("tabs", 教师=TEACHERS.replace(",", "\t"), 记录=RECORDS.replace(",", "\t").encode("gb18030"))
case("tabs-utf16", 教师=b"\xff\xfe" + TEACHERS.replace(",", "\t").encode("utf-16-le"))
case(
    "titles",
    教师="二〇二六学年教师名册,,,\n填表人：王老师,,2026-09-01,\n,,,\n" + TEACHERS + ",,,\n \nT4,丁,否,0\n",
    记录="校本研修记录表,,,,,,,\n工号,日期,登记,月,学时,等级,备注,\nT1,2026-09-10,,,3,优秀,好,见附页\n,,,,,,,\nT3,2026-09-11,,,2,优秀,,\n",
)
case("title-error", 记录="校本研修记录表,,,,,\n" + RECORDS.replace("2.5", "两个"))
case(
    "two-row-header",
    """计划 两行列名
    小数 2 位 四舍五入
表 教师 主键 工号
    工号  文本
    考勤  「校本培训/考勤」  数 0..100
    活动  「校本培训/活动」  数 0..100
考核 教师
    项目 培训 满分 200
        得分 = 考勤 + 活动
""",
    教师="培训成绩,,\n工号,校本培训,\n,考勤,活动\nT1,10,20\nT2,5,x\n",
    记录=None,
)

# ---- Cells as they are typed

case(
    "numbers",
    教师=TEACHERS.replace("10%", "１０％").replace("20%", "20 %"),
    记录=records(
        row(hours="３"), row(hours="－３"), row(hours="− 1"), row(hours="+2"), row(hours='"1,234"'),
        row(hours='"1，234.5"'), row(hours="3学时"), row(hours="２ 学时"), row(hours="\u00a04\u00a0"), row(hours="\u30005"),
        row(hours="1.50"),
    ),
)
case(
    "numbers-not-safe",
    记录=records(
        row(hours="3次"), row(hours="3小时"), row(hours="1 2"), row(hours='"1,23"'), row(hours='"12,34,567"'),
        row(hours="约3"), row(hours="3-4"), row(hours="30%"), row(hours="三"), row(hours="3万"), row(hours="1/2"),
        row(hours="６０００学时"), row(hours='"0,123"'),
    ),
)
# Units that are the end of a greater or lesser one.
units = """计划 单位
    小数 2 位 四舍五入
表 教师 主键 工号
    工号  文本
表 记录
    工号  引用 教师
    经费  「经费（万元）」  数 默认 0
    字数  「字数（千字）」  数 默认 0
    请假  「请假（半天）」  数 默认 0
    得分  「百分制得分」  数 默认 0
    学时  「进修（满一百学时）」  数 默认 0
考核 教师 满分 10000
    项目 合计数 满分 10000
        得分 = 合计(记录.经费) * 1000 + 合计(记录.字数) * 100 + 合计(记录.请假) * 10 + 合计(记录.得分) + 合计(记录.学时) * 0.1
"""
of_units = "工号,经费（万元）,字数（千字）,请假（半天）,百分制得分,进修（满一百学时）\n"
case("units", units, 教师="工号\nT1\n", 记录=of_units + "T1,3万元,2千字,1半天,5分,4学时\n")
case("units-not-safe", units, 教师="工号\nT1\n", 记录=of_units + "T1,30000元,2000字,1天,,\nT1,,2万字,,5学分,4课时\n")
# What stands where a word should stand.
case(
    "words-not-safe",
    教师=TEACHERS.replace("甲", "#N/A").replace("乙", "张\ufffd").replace("T3", "#REF!")
    + "工号,姓名,否,0.1\nT5,# 1,是,0.1\n1.10101E+17,A+B+12,是,0.1\nE+17,1.E+17,是,0.1\n",
    记录=records(row(who="#VALUE!"), row(who="T\ufffd"), row(who="#REF!"), row(who="工号"), row(who="1.10101E+17")),
)
# In a column that the rules do not know anything may stand.
case("words-beside", 教师="工号,姓名,在岗,比例,旁注\nT1,甲,是,10%,#N/A\nT2,乙,是,20%,旁注\nT3,丙,否,0.3,\ufffd\n")

case(
    "yes-no",
    教师="工号,姓名,在岗,比例\n"
    + "".join(
        f"T{i},人{i},{word},10%\n"
        for i, word in enumerate(["是", "√", "✓", "Y", "t", "1", "对", "TRUE", "１", "否", "×", "✗", "n", "F", "0", "错", "false"], 1)
    ),
)
case("yes-no-not-safe", 教师=TEACHERS.replace("否", "x").replace("T1,甲,是", "T1,甲,○").replace("T2,乙,是", "T2,乙,有"))
dates = [
    "2026/9/10", "2026.9.11", "2026-9-12", "2026年9月13日", "20260914", "9月15日", "9-16", "9/17", "9.18", "1月5日",
    "２０２６－０９－１９", "2026-09-20 08:30", "2026/9/21 8:30:05", "2026年9月22日8时30分", "2026年9月23日 下午3:05",
    "2026-09-24T08:30:00.000", "9月25号", "2026 年 9 月 26 日", "9月27日 8:30",
]
case("dates", 记录=records(*[row(date, noted=date) for date in dates]))
case(
    "dates-not-safe",
    记录=records(
        *[row(date) for date in ["26-9-1", "45900", "9月31日", "2月29日", "9月", "8月31日", "2026-09-10 25:00", "九月一日", "2026-9"]],
        *[row(noted=date) for date in ["13-1", "1月5日", "3月5日", "0026-09-01", "1899-12-31", "2201-01-01"]],
    ),
)
no_year = open(os.path.join(HERE, "rules.rules")).read().replace("    年度 2026\n", "")
case("dates-no-year", no_year, 记录=records(row("9月15日", month="9月")))
no_days = open(os.path.join(HERE, "rules.rules")).read().replace(", 2027-01-01", "")
case("dates-open-year", no_days, 记录=records(row(noted="9月15日"), row(noted="1月15日", month="3月")))
case(
    "months",
    记录=records(*[row(month=month) for month in ["2026年9月", "2026-09", "202610", "2026/11", "2026.12", "2026.10", "2026.01", "9月", "１０月", "2026-11-01", "1月份"]]),
)
case("months-not-safe", 记录=records(*[row(month=month) for month in ["9", "13月", "2026-11-02", "秋季", "2026.1", "2026--09", "2026月9年", "-2026-9", "2026-+9"]]))
case("choices", 记录=records(row(level=" 优秀"), row(level="优\u3000秀"), row(level="良好\u00a0")))
case("choices-width", open(os.path.join(HERE, "rules.rules")).read().replace("优秀 |", "A等 |").replace("优秀: 3", "A等: 3"), 记录=records(row(level="Ａ等"), row(level="A 等"), row(level="Ｂ等")))
case("keys", 记录=records(row(who="Ｔ１"), row(who=" T2"), row(who="T 3")))
case("keys-zeros", 教师=TEACHERS.replace("T1", "001"), 记录=records(row(who="1")))
case("names", 记录=records(row(who="甲"), row(who="乙"), row(who="乙 "), row(who="T3")))
case("names-twice", 教师=TEACHERS.replace("丙", "甲"), 记录=records(row(who="甲"), row(who="乙"), row(who="丁")))

# ---- The same in workbooks

book = workbook(
    教师=[["工号", "姓名", "在岗", "比例"], ["T1", "甲", True, 0.1], ["T2", "乙", "√", "20%"], ["T3", "丙", False, (0.3, "0%")]],
    记录=[
        ["工号", "日期", "登记", "月", "学时", "等级"],
        ["T1", datetime.date(2026, 9, 10), datetime.datetime(2026, 9, 11, 8, 30), (datetime.date(2026, 9, 1), 'yyyy"年"m"月"'), 3, "优秀"],
        ["T1", 46276, 46276.35, 202610, "３", "优秀"],
        ["T2", "9月15日", 9.15, "9月", "1,234", "良好"],
        ["T2", 20260916, None, (46296, "General"), " 2 ", "良好 "],
        ["甲", "2026/9/17", None, None, "3学时", "合格"],
    ],
)
case("workbook", 教师=None, 记录=None, 数据=book)
book = workbook(
    教师=[["工号", "姓名", "在岗", "比例"], ["T1", "甲", "是", 0.1]],
    记录=[
        ["工号", "日期", "登记", "月", "学时", "等级"],
        ["T1", 9.1, 9.2, 9, (3, "yyyy-mm-dd"), "优秀"],
        ["T1", 15000, 90000, 46277, "三", "优秀"],
        ["T1", datetime.time(8, 30), None, None, True, "优秀"],
    ],
)
case("workbook-not-safe", 教师=None, 记录=None, 数据=book)
# Numbers that a workbook shows otherwise: T007, 008, 35%, 12.50%; TRUE.
book = workbook(
    教师=[
        ["工号", "姓名", "在岗", "比例"], [(7, '"T"000'), (0.35, "0%"), "是", (0.1, "0%")],
        [(8, "000"), (0.125, "0.00%"), True, 0.2], [True, (1234, "0"), "是", 0.3],
    ],
    记录=[
        ["工号", "日期", "登记", "月", "学时", "等级"],
        ["T007", (20260901, "00000000"), None, (202609, "000000"), (3, "000"), "优秀"],
        [(7, '"T"000'), datetime.date(2026, 9, 2), None, None, (7, '"约"000'), "优秀"],
        ["008", datetime.date(2026, 9, 3), None, None, (0.5, "0%"), "良好"],
        [True, datetime.date(2026, 9, 4), None, None, 1, "合格"],
    ],
)
case("workbook-shown", 教师=None, 记录=None, 数据=book)
# What a workbook makes of words, and times where numbers and days should stand.
time = datetime.time(8, 30)
book = workbook(
    教师=[
        ["工号", "姓名", "在岗", "比例"], [(datetime.date(2026, 3, 1), 'm"月"d"日"'), "甲", "是", (time, "h:mm")],
        [110101199001011234, time, "是", 0.2], ["T3", 1234567890123456, "是", (0.0625, "[h]:mm")],
    ],
    记录=[
        ["工号", "日期", "登记", "月", "学时", "等级"],
        ["T3", datetime.date(2026, 9, 1), (time, "h:mm:ss"), (time, "h:mm"), (datetime.timedelta(hours=25, minutes=30), "[h]:mm"), "优秀"],
        ["T3", datetime.date(2026, 9, 2), None, 2026.1, (0.0625, "h:mm"), (time, "h:mm")],
        [datetime.date(2026, 3, 2), datetime.date(2026, 9, 3), None, 2026.2, (0.5, "yyyy-mm-dd"), "优秀"],
        [(110101199001011234, "0"), datetime.date(2026, 9, 4), None, None, 1, "优秀"],
    ],
)
case("workbook-words-not-safe", 教师=None, 记录=None, 数据=book)
months = """计划 按月的表
    小数 2 位 四舍五入
表 教师 主键 工号
    工号  文本
表 考勤 「考勤(*)」
    工号  引用 教师
    月    文本  取自表名
    次数  整数 0..31
考核 教师 满分 131
    项目 九月 满分 31
        得分 = 合计(考勤.次数 当 月 = "9月")
    项目 全勤 满分 100
        得分 = 合计(考勤.次数)
"""
book = workbook(
    **{
        "教师": [["工号"], ["T1"], ["T2"]],
        "考勤(9月)": [["九月考勤"], ["工号", "次数"], ["T1", 20], ["T2", "19"]],
        "考勤(10月)": [["工号", "次数"], ["T2", "16次"], [None, None], ["T1", "15"]],
        "说明": [["本工作簿由教务处填写"]],
    }
)
case("workbook-months-of-year", months.replace("小数 2", "年度 2026\n    小数 2").replace('月    文本', '月    月份').replace('"9月"', "2026年9月"), 教师=None, 记录=None, 数据=book)
case("workbook-months", months, 教师=None, 记录=None, 数据=book)
book = workbook(
    **{
        "教师": [["工号"], ["T1"], ["T2"]],
        "考勤(9月)": [["工号", "次数"], ["T1", 20], ["T2", 19.5]],
        "考勤(10月)": [["十月考勤"], ["工号", "次数"], ["T9", 16], ["T1", "多"]],
    }
)
case("workbook-months-bad", months, 教师=None, 记录=None, 数据=book)
merged = """计划 两行列名
    小数 2 位 四舍五入
表 教师 主键 工号
    工号  文本
    姓名  文本
    考勤  「校本培训/考勤」  数 0..100
    活动  「校本培训/活动」  数 0..100
    读书  「读书/得分」  数 0..100
考核 教师
    项目 合计分 满分 300
        得分 = 考勤 + 活动 + 读书
    输出 工号, 姓名, 合计分
"""
book = workbook(
    教师=[
        ["教师培训成绩（2026 年）"], ["工号", "姓名", "校本培训", None, "读书"], [None, None, "考勤", "活动", "得分"],
        ["T1", "甲", 10, "20", 5], ["T2", "乙", 1, 2, "３"],
    ]
)
for area in ["A1:E1", "A2:A3", "B2:B3", "C2:D2"]:
    book["教师"].merge_cells(area)
case("workbook-merged-header", merged, 教师=None, 记录=None, 数据=book)
# Rows that are called by days and by numbers: what a workbook holds is what is meant.
days = """计划 值日
    小数 2 位 四舍五入
表 值日 主键 日期
    日期  日期
    楼层  引用 楼层
表 楼层 主键 层
    层    整数 1..9
表 记录
    日期  引用 值日
    分    数 0..10
考核 值日
    项目 得分项 满分 100
        得分 = 合计(记录.分) + 计数(记录)
    输出 日期, 楼层, 得分项
"""
day = datetime.date(2026, 9, 1)
book = workbook(
    值日=[["日期", "楼层"], [day, (3, "000")]], 楼层=[["层"], [(3, "00")], [4]], 记录=[["日期", "分"], [day, 2], [day, 3]]
)
case("workbook-other-keys", days, 教师=None, 记录=None, 数据=book)
