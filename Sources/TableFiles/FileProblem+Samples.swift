extension FileProblem {
    /// One of each, with … where a name would stand: the list and the titles of the pages that `explain` prints.
    package static let samples: [FileProblem] = [
        .notThere("…"), .unreadable("…"), .notWritable("…"), .noTables("…"), .empty, .notText, .openQuote,
        .textAfterQuote, .tooManyFields(expected: 5, found: 6), .tooFewFields(expected: 5, found: 4),
        .tooLarge(limit: CSVReader.sizeLimit), .unknownFormat("…"), .workbook("…"), .workbookIgnored("…"),
    ]
}
