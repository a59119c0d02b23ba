import Diagnostics

extension SyntaxProblem {
    /// One of each, with … where a name would stand: the list and the titles of the pages that `explain` prints.
    package static let samples: [SyntaxProblem] = [
        .expected(Bilingual("…", "…"), found: "…"), .unclosed("("), .unexpected("…"),
        .unknownStatement("…", nearest: nil), .misplaced(.add, wants: Bilingual("…", "…")),
        .glued(Bilingual("…", "…"), rest: "…"), .openQuote, .unknownSign("…"), .rangeSign("～"), .doubleEqual,
        .badDate("…"), .digitLookAlike("…"), .mixedLogic, .chainedComparison,
        .endingThenMore(ending: "…", left: "…", right: "…"), .wordComparison("…", sign: "…"), .reserved("…"),
        .unknownFunction("…", nearest: nil), .unevenIndent(expected: 8, found: 6), .noBlock("…"), .needsBlock(.example),
        .repeated(Bilingual("…", "…")), .wholeNumber, .rowLength(expected: 3, found: 2), .tooDeep(64),
        .tooLarge(bytes: 6_000_000, limit: 5_000_000),
        .lineTooLong(limit: 65536), .notText, .severalPlans, .noAssessment, .tooLong(1000), .gradeHeader, .constantsRow,
        .changeMissing(Bilingual("…", "…"), "…", nearest: nil), .newExists(Bilingual("…", "…"), "…"),
        .removeMissing("…", nearest: nil), .editWithoutBase(.new), .useNotFirst, .useRefused("…"), .useCircle("…"),
        .useTooDeep(8), .useNotThere("…"), .baseHasErrors("…"), .blockReplaced("…", old: 2, new: 1),
    ]
}
