import Diagnostics

extension CheckProblem {
    /// One of each, with names by way of example: the list and the titles of the pages that `explain` prints.
    package static let samples: [CheckProblem] = [
        .unknownName("分值", nearest: nil, elsewhere: nil), .unknownTable("获奖", nearest: nil),
        .unknownType("数字", nearest: nil), .unknownColumn("分值", table: "获奖", nearest: nil),
        .unknownChoice("特等奖", known: ["一等奖", "二等奖"], nearest: nil), .duplicate(Bilingual("名称", "name"), "学时"),
        .ambiguous("日期", inner: "获奖"), .ambiguousMember("获奖", "分值"), .wrongKind(found: text, wanted: number),
        .incomparable(text, number), .notOrdered(isChoice: true), .noCommonChoice, .arguments("工作日数", number),
        .mayBeMissing(
            cause: Bilingual("“平均(获奖.分值)”可能一条记录也没有", "“平均(获奖.分值)” may run over no record at all"), isCondition: false),
        .rowsForValue("获奖"), .needsRows("合计"), .rangeReversed, .badDefault(number), .unrelated("通知", home: "教师"),
        .severalPaths("结对", columns: ["师傅", "徒弟"]), .notAssessed("教研组"), .noSuchMatch("日期", table: "教师"),
        .groupOnlyKeys("分值"), .dependsOnOuter, .pickNeedsRounding, .pickNeedsBy, .noKey("班级"),
        .keyCount(table: "班级", wanted: 2, found: 1), .lookupCell("> 五", number), .lookupRepeated, .lookupUnreachable,
        .lookupWidth(expected: 4, found: 3), .circle(["总分", "业绩", "总分"]), .chainTooLong(200), .tooManyRowSets(20_000),
        .scoreAndParts,
        .scoreNeedsLast, .floorAboveFull, .pickWithoutChildren, .emptySection("业绩"), .zeroDivisor, .shareRange("比例"),
        .sharesOver("105%"), .shareNotConstant("比例"), .shareNeedsHeads, .exampleBase("补课"),
        .exampleNoExpectation("补课"), .exampleUnknown("业迹", nearest: nil), .outputTwice("总分"), .wideNeedsCells("学科"),
        .originTwice, .originKind("学科"), .sameBothSides("日期"), .noUse(Bilingual("量", "value"), "学时"),
        .sharesUnder("70%"), .undeclaredTies, .undeclaredQuotaRounding(sizes: []), .undeclaredBase, .undeclaredBar,
        .everyoneTaken, .floorTakesAll("优秀", below: ["良好", "合格"]), .undeclaredDecimals,
        .maximaDiffer(section: "业绩", declared: "10", sum: "9"), .neverMissing,
        .ordersDiffer("优秀", "合格"),
        .ratioWithPoints, .floorUnsaid("读书活动"), .amountOverFull("学习笔记", amounts: ["20"], full: "10"),
        .everybodysRows("获奖", column: "工号"),
    ]

    private static var text: Bilingual { Bilingual("文本", "a text") }
    private static var number: Bilingual { Bilingual("数", "a number") }
}
