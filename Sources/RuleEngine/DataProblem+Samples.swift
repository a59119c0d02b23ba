extension DataProblem {
    /// One of each, with … where a name would stand: the list and the titles of the pages that `explain` prints.
    package static let samples: [DataProblem] = [
        .missingTable("…", sheet: "…"), .missingColumn("…", table: "…", nearest: nil), .repeatedColumn("…"),
        .ignoredColumn("…", table: "…"), .absentColumn("…", table: "…", instead: ""), .ignoredFile("…", nearest: nil),
        .twoFiles("…"), .empty(column: "…"), .notNumber("…", column: "…", lookAlike: false),
        .notWhole("…", column: "…"), .notRatio("…", column: "…"), .outOfRange("25", column: "…", low: "0", high: "5"),
        .ratioTooLarge("30", percent: "3000%", column: "…", high: "60%"), .notDate("…", column: "…"),
        .noSuchDay("…", column: "…"), .notMonth("…", column: "…"), .notYesNo("…", column: "…"),
        .unknownChoice("…", column: "…", known: ["…"], nearest: nil),
        .unknownReference("…", column: "…", table: "…", nearest: nil), .duplicateKey("…", firstRow: 2),
        .similarKey("…", other: "…"), .ruleBroken("…", cells: "…", note: nil), .noRow(table: "…", keys: "…", who: "…"),
        .noValue(formula: "…", who: "…"), .severalRows(formula: "…", count: 2, who: "…"),
        .dateOutOfRange(formula: "…", who: "…"), .notAWholeCount(formula: "…", who: "…"),
        .rankOutside(formula: "…", who: "…"), .sharesOver(grade: "…", group: "…", sum: "105%"),
        .noGrade(grade: "…", group: "…", size: 9, who: ["…"]), .unknownPerson("…", key: "…", nearest: nil),
        .notGiven(column: "…", table: "…"), .numberTooLarge(formula: "…", who: "…"), .otherColumns("…", first: "…"),
    ]
}
