extension WorkbookProblem {
    /// One of each, likewise.
    package static let samples: [WorkbookProblem] = [
        .notAWorkbook, .damaged, .locked, .old, .foreign(".et"), .tooLarge, .unsafe, .climbsOut("../../secret.xml"),
        .noCells, .tooManyCells(limit: 100_000_000), .tooManyMerged(limit: 2_000_000), .hiddenSheet, .hiddenRows(2),
        .mergedCells(3),
    ]
}

extension FileProblem {
    /// One of each, with names by way of example: the list and the titles of the pages that `explain` prints.
    package static let samples: [FileProblem] = [
        .notThere("校本研修.rules"), .unreadable("校本研修.rules"), .notWritable("结果.csv"),
        .outputIsInput("数据.xlsx"), .sameOutput("结果.csv"), .wouldReplace("模板.xlsx"), .outputLost, .noTables("数据"),
        .empty, .notText,
        .openQuote, .textAfterQuote, .tooManyFields(expected: 5, found: 6), .tooFewFields(expected: 5, found: 4),
        .tooLarge(limit: CSVReader.sizeLimit), .tooManyBadRows(CSVReader.toldRows), .unknownFormat("结果.doc"),
        .planNotText("计划.docx"), .twoEncodings, .notAsMarked("UTF-16"), .noConverter, .workbookInside,
        .readAsGB18030(["教师.csv"]), .otherSeparator(["教师.csv"], .semicolon), .unreadFolder(tables: 2),
    ]
}
