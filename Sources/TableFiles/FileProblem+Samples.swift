extension FileProblem {
    /// One of each, with names by way of example: the list and the titles of the pages that `explain` prints.
    package static let samples: [FileProblem] = [
        .notThere("校本研修.rules"), .unreadable("校本研修.rules"), .notWritable("结果.csv"), .noTables("数据"), .empty, .notText,
        .openQuote, .textAfterQuote, .tooManyFields(expected: 5, found: 6), .tooFewFields(expected: 5, found: 4),
        .tooLarge(limit: CSVReader.sizeLimit), .unknownFormat("结果.doc"), .workbook("成绩.xlsx"),
        .workbookIgnored("成绩.xlsx"), .planNotText("计划.docx"),
    ]
}
