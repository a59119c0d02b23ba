import Diagnostics
import TableFiles
import Tables
import Testing

/// Well and badly formed files, each of the kind that the public collections csv-spectrum and csv-test-data have under
/// the same name.
@Suite struct CSVTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var text: String
        var rows: [[String]] = []
        var problems: [String] = []

        var testDescription: String { name }
    }

    static let good: [Case] = [
        Case(name: "simple", text: "甲,乙,丙\n1,2,3\n", rows: [["1", "2", "3"]]),
        Case(name: "simple_crlf", text: "甲,乙,丙\r\n1,2,3\r\n", rows: [["1", "2", "3"]]),
        Case(name: "comma_in_quotes", text: "甲,乙,丙\n王,\"城关镇, 东街\",3", rows: [["王", "城关镇, 东街", "3"]]),
        Case(name: "empty", text: "甲,乙,丙\n1,\"\",\"\"\n2,3,4", rows: [["1", "", ""], ["2", "3", "4"]]),
        Case(name: "empty_crlf", text: "甲,乙,丙\r\n1,\"\",\"\"\r\n2,3,4", rows: [["1", "", ""], ["2", "3", "4"]]),
        Case(
            name: "escaped_quotes", text: "甲,乙\n1,\"他说 \"\"好\"\" 了\"\n3,4\n", rows: [["1", "他说 \"好\" 了"], ["3", "4"]]),
        Case(name: "json", text: "甲,乙\n1,\"{\"\"a\"\": [1, 2]}\"\n", rows: [["1", "{\"a\": [1, 2]}"]]),
        Case(name: "newlines", text: "甲,乙\n\"上\n下\",2\n3,4\n", rows: [["上\n下", "2"], ["3", "4"]]),
        Case(name: "newlines_crlf", text: "甲,乙\r\n\"上\r\n下\",2\r\n3,4\r\n", rows: [["上\r\n下", "2"], ["3", "4"]]),
        Case(
            name: "quotes_and_newlines", text: "甲,乙\n1,\"上 \n\"\"中\"\" \n下\"\n3,4\n",
            rows: [["1", "上 \n\"中\" \n下"], ["3", "4"]]),
        Case(name: "utf8", text: "甲,乙\n4,ʤ\n", rows: [["4", "ʤ"]]),
        Case(name: "all-empty", text: "甲,乙\n,\n1,2\n", rows: [["1", "2"]]),
        Case(name: "empty-field", text: "甲,乙,丙\n1,,3\n", rows: [["1", "", "3"]]),
        Case(name: "empty-one-column", text: "甲\n1\n\n2\n", rows: [["1"], ["2"]]),
        Case(name: "leading-space", text: "甲,乙\n 1,  2\n", rows: [[" 1", "  2"]]),
        Case(name: "trailing-space", text: "甲,乙\n1 ,2  \n", rows: [["1 ", "2  "]]),
        Case(name: "one-column", text: "甲\n1\n2\n", rows: [["1"], ["2"]]),
        Case(name: "quotes-empty", text: "甲,乙\n\"\",2\n", rows: [["", "2"]]),
        Case(name: "quotes-with-space", text: "甲,乙\n\" 1 \",2\n", rows: [[" 1 ", "2"]]),
        Case(name: "trailing-newline", text: "甲,乙\n1,2\n", rows: [["1", "2"]]),
        Case(name: "trailing-newline-one-field", text: "甲\n1\n", rows: [["1"]]),
        Case(name: "header-simple", text: "\"甲\",\"乙\"\n1,2\n", rows: [["1", "2"]]),
        // A quotation mark that does not stand first is an ordinary sign, as spreadsheets have it.
        Case(name: "bad-unescaped-quote", text: "甲,乙\n他说 \"好\" 了,2\n", rows: [["他说 \"好\" 了", "2"]]),
        Case(name: "bad-header-wrong-header", text: "子,丑,寅", rows: []),
    ]

    static let bad: [Case] = [
        Case(name: "bad-header-less-fields", text: "甲,乙,丙\n1,2\n", problems: ["2:0 D510"]),
        Case(name: "bad-header-more-fields", text: "甲,乙,丙\n1,2,3,4\n", problems: ["2:0 D509"]),
        Case(name: "bad-missing-quote", text: "甲,乙\n1,\"没有完\n3,4\n", problems: ["2:2 D507"]),
        Case(name: "bad-quotes-with-unescaped-quote", text: "甲,乙\n1,\"漏了 \" 一个\"\n", problems: ["2:2 D508"]),
    ]

    static func read(_ text: String) -> CSVReader.Reading {
        CSVReader.read(name: "表", file: "表.csv", bytes: Array(text.utf8), known: ["甲", "乙", "丙"])
    }

    @Test(arguments: good) func isRead(_ example: Case) {
        for separator in [",", ";", "\t"] where separator == "," || !example.text.contains("\"") {
            let text = example.text.split(separator: ",", omittingEmptySubsequences: false).joined(separator: separator)
            let reading = Self.read(text)
            let table = reading.table
            #expect(reading.problems.isEmpty)
            let rows = (0..<table.rowCount).map { row in
                table.headers.indices.map { String(decoding: table.cell(row, $0), as: UTF8.self) }
            }
            #expect(rows == example.rows, "\(separator)")
        }
    }

    @Test(arguments: bad) func isNamed(_ example: Case) {
        let found = Self.read(example.text).problems.map { problem in
            guard case .data(let place) = problem.place else { return problem.code }
            return "\(place.row ?? 0):\(place.column ?? 0) \(problem.code)"
        }
        #expect(found == example.problems)
    }
}
