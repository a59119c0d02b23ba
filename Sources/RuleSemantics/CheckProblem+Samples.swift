import Diagnostics

extension CheckProblem {
    /// One of each, with … where a name would stand: the list and the titles of the pages that `explain` prints.
    package static let samples: [CheckProblem] = [
        .unknownName("…", nearest: nil, elsewhere: nil), .unknownTable("…", nearest: nil),
        .unknownType("…", nearest: nil), .unknownColumn("…", table: "…", nearest: nil),
        .unknownChoice("…", known: ["…"], nearest: nil), .duplicate(Bilingual("名称", "the name"), "…"),
        .ambiguous("…", inner: "…"), .ambiguousMember("…", "…"), .wrongKind(found: dots, wanted: dots),
        .incomparable(Bilingual("一类值", "one kind of value"), Bilingual("另一类值", "another")), .notOrdered,
        .noCommonChoice,
        .arguments("…", dots), .mayBeMissing(cause: dots, isCondition: false), .rowsForValue("…"), .needsRows("…"),
        .rangeReversed, .badDefault(dots), .unrelated("…", home: "…"), .severalPaths("…", columns: ["…"]),
        .notAssessed("…"), .noSuchMatch("…", table: "…"), .groupOnlyKeys("…"), .dependsOnOuter, .pickNeedsRounding,
        .pickNeedsBy, .noKey("…"), .keyCount(table: "…", wanted: 2, found: 1), .lookupCell("…", dots), .lookupRepeated,
        .lookupUnreachable, .lookupWidth(expected: 4, found: 3), .circle(["…", "…", "…"]), .chainTooLong(200),
        .scoreAndParts, .scoreNeedsLast, .floorAboveFull, .pickWithoutChildren, .emptySection("…"), .zeroDivisor,
        .shareRange("…"), .sharesOver("105%"), .shareNotConstant("…"), .shareNeedsHeads, .exampleBase("…"),
        .exampleNoExpectation("…"), .exampleUnknown("…", nearest: nil), .outputTwice("…"), .wideNeedsCells("…"),
        .originTwice, .originKind("…"), .sameBothSides("…"), .noUse(Bilingual("量", "value"), "…"), .sharesUnder("70%"),
        .undeclaredTies, .undeclaredQuotaRounding, .undeclaredBase, .undeclaredBar, .everyoneTaken, .undeclaredDecimals,
        .maximaDiffer(section: "…", declared: "10", sum: "9"), .neverMissing, .ratioWithPoints, .floorUnsaid("…"),
        .amountOverFull("…", amount: "20", full: "10"), .everybodysRows("…", column: "…"),
    ]

    private static var dots: Bilingual { Bilingual("…", "…") }
}
