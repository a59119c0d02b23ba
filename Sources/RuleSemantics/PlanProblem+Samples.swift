import Diagnostics

extension PlanProblem {
    /// One of each, with names by way of example: the list and the titles of the pages that `explain` prints.
    package static let samples: [PlanProblem] = [
        .conditionAlways("分 >= 0"), .conditionNever("分 > 100"), .clampNever(isCap: true, "120", reach: "100"),
        .clampAlways(isCap: false, "100"), .fullUnreachable("业绩", full: "10", reach: "8"),
        .gap("档", [Bilingual("89 与 90 之间（如 89.5）", "what lies between 89 and 90 (such as 89.5)")]), .overlap("80"),
        .rowUnreachable("> 100", range: "0..100"), .caseUnreachable("80..100"),
        .countDiffers(Bilingual("项", "items"), declared: 3, listed: 2), .totalUnsaid("110"),
        .negativeAmount(deduct: true), .voidAboveFloor("业绩", floor: "-5"), .fullNotRounded(full: "12.345", places: 2),
        .fullMissing("品德", among: "德"), .writtenTwice("加 3 当 分 > 90"),
        .seriesBroken("折算.分", step: "0.5"), .axisUnknown("次", lookup: "考核分", used: "等次"),
        .axisOfOtherKind(
            "位次", lookup: "论文分", column: Bilingual("数", "a number"),
            cells: Bilingual("选项（国家、省）", "a choice (国家, 省)")),
        .keyOfOtherTable("步骤.步骤", of: "步骤", wanted: "学员", column: "步骤"),
        .notCounted("带徒", in: "总分"), .noDay("2026-08-31 至 2025-09-01"),
        .barAboveBetter("良好", bar: "90", better: "优秀", lower: "80"), .weightsOff("专任", sum: "90%"),
        .figuresOutOfOrder("论文分", ["国家 8", "省 6", "市 7"]), .scaleReversed("优秀", worse: "良好"),
        .otherShare("课时", of: "学时", isHighest: true, ownIsDivisor: false), .countedTwice("合计(获奖.分)", "业绩", other: "科研"),
        .holidayMissing("工作日数(开学日, 放假日)", day: "2026-10-01"),
        .daysReversed("工作日数(返校日期, 出发日期)", rule: "返校日期 >= 出发日期", isSpan: false),
        .roundedBeforeRanking("整分"),
        .dependsOnOthers("业绩", formula: "最高(全体.分)", table: "教师", condition: nil, voids: true),
        .scoreWithoutRecords("读书活动", score: "10"), .gradedByItem("等级", item: "出勤"),
        .notShown("师徒结对", total: "总分"),
    ]
}
