import Tables

extension DataProblem {
    /// One of each, with names by way of example: the list and the titles of the pages that `explain` prints.
    package static let samples: [DataProblem] = [
        .missingTable("违纪", sheet: "违纪"), .missingColumn("学时", table: "考勤", nearest: nil), .repeatedColumn("学时"),
        .ignoredColumn("备注", table: "考勤"), .absentColumn("日期", table: "考勤", instead: ""),
        .ignoredFile("备注.csv", rows: 3, nearest: nil), .twoFiles("考勤"), .empty(column: "工号"),
        .notNumber("三", column: "学时", lookAlike: false), .notWhole("3.5", column: "次数"),
        .notRatio("四成", column: "比例"), .outOfRange("25", column: "学时", low: "0", high: "5"),
        .ratioTooLarge("30", percent: "3000%", column: "比例", high: "60%"), .notDate("九月十一", column: "日期"),
        .noSuchDay("2026-09-31", column: "日期"), .notMonth("2026-13", column: "月份"), .notYesNo("对", column: "补课"),
        .unknownChoice("出勤", column: "状态", known: ["签到", "请假"], nearest: nil),
        .unknownReference("T9", column: "工号", table: "教师", nearest: nil),
        .duplicateKey("T1", first: RowName(2, in: nil)),
        .similarKey("Ｔ1", other: "T1"), .ruleBroken("扣分 >= 1", cells: "扣分 0", note: nil),
        .noRow(table: "奖分", keys: "国家", who: "T1"), .noValue(formula: "平均(测评.分)", who: "T1"),
        .severalRows(formula: "测评.分", count: 2, who: "T1"), .dateOutOfRange(formula: "入职 + 顺延", who: "T1"),
        .notAWholeCount(formula: "计几项", who: "T1"), .rankOutside(formula: "教师", who: "T1"),
        .sharesOver(grade: "等级", group: "语文组", sum: "105%"),
        .noGrade(grade: "等级", group: "语文组", size: 9, who: ["T1"]), .unknownPerson("T9", key: "工号", nearest: nil),
        .notAssessed("T9", table: "教师"),
        .notGiven(column: "学时", table: "考勤"), .numberTooLarge(formula: "量 * 量", who: "T1"),
        .otherColumns("值班9月.csv", first: "值班10月.csv", more: ["次"], missing: ["次数"]), .errorCell("#N/A", column: "学时"),
        .formulaWithoutValue(column: "学时"), .unnamedColumn(cells: 2),
        .converted([]), .noYear("9月1日", column: "日期", isMonth: false), .dayOrTens("9.1", column: "日期", isMonth: false),
        .otherUnit("3次", unit: "次", column: "学时"),
        .severalNamed("李晓燕", column: "工号", table: "教师", keys: ["T1", "T2"]),
        .tooMany(DataProblem.toldOfColumn, column: "日期"), .tooLarge(table: "考勤", limit: RawTable.sizeLimit),
        .madeDate("2026-03-01", column: "班级", isTime: false), .timeOfDay("1:30", column: "学时", isNumber: true),
        .longNumber("110101199003071000", column: "身份证号"), .lostSign("张\u{FFFD}", column: "姓名"),
        .headerAgain(column: "姓名"), .totals("合计", table: "教师"),
        .sameWord("9月", file: "考勤9月.csv", first: "考勤(9月).csv"), .blankSheet, .absentChoices(["数学"], table: "成绩"),
        .rowAbove(headerRow: 7, namesColumns: true),
        .similarGroup("高一（1）班", column: "班级", other: "高一(1)班", first: RowName(2, in: nil)),
    ]
}
