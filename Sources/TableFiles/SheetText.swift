/// Data as comma-separated values, as the program reads them back: nothing is changed to please a spreadsheet.
package enum SheetText {
    package static func csv(_ headers: [String], _ rows: [[String]]) -> String {
        var text = "\u{FEFF}" + line(headers)
        for row in rows { text += line(row) }
        return text
    }

    private static func line(_ cells: [String]) -> String { cells.map(field).joined(separator: ",") + "\n" }

    private static func field(_ cell: String) -> String {
        guard cell.unicodeScalars.contains(where: { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }) else {
            return cell
        }
        return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
