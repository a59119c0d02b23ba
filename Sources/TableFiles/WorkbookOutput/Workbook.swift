package import Tables

/// A workbook as it is to be written: sheets of cells that say what they are, not how they look.
package struct Workbook: Sendable {
    package struct Sheet: Sendable {
        package var name: String
        package var columns: [Column]
        package var rows: RowList<Row> = []
        /// So many columns stay in sight when the sheet is moved sideways.
        package var frozenColumns = 0
        /// Whether the headers have buttons to filter by.
        package var filters = true
        package var isHidden = false

        package init(name: String, columns: [Column]) {
            self.name = name
            self.columns = columns
        }
    }

    package struct Column: Sendable {
        package var header: String
        /// Where its header stands, and its texts.
        package var side: Side
        /// Columns are as wide as their widest cell, up to so many letters; longer texts are broken into lines.
        package var widest: Int
        /// What is told when the pointer rests on the header.
        package var note: String?
        /// What may be typed below the header.
        package var rule: Rule?
        /// How what is typed below the header is stored and shown.
        package var format: Format?

        package init(_ header: String, _ side: Side = .left, widest: Int = 40) {
            self.header = header
            self.side = side
            self.widest = widest
        }
    }

    /// What may be typed into the cells of a column.
    package enum Rule: Hashable, Sendable {
        /// One of the texts, offered in a list.
        case list([String])
        /// One of the texts in a column of another sheet, the first below its header.
        case listed(sheet: String, column: Int)
        case number(low: String?, high: String?, isWhole: Bool)
        case date(low: CalendarDate?, high: CalendarDate?)
    }

    /// How the empty cells of a column are formatted.
    package enum Format: Hashable, Sendable {
        /// As text: leading zeros stay.
        case text
        case general
        case percent
        case date
    }

    package enum Side: Hashable, Sendable {
        case left, middle, right
    }

    package struct Row: Sendable {
        package var cells: [Cell]
        /// Whether a line is drawn above it, because another group begins.
        package var startsGroup: Bool

        package init(_ cells: [Cell], startsGroup: Bool = false) {
            self.cells = cells
            self.startsGroup = startsGroup
        }
    }

    package struct Cell: Sendable {
        package var text: String
        package var kind: Kind
        package var tone: Tone

        /// A text; it never becomes a formula, whatever it begins with.
        package init(_ text: String, _ tone: Tone = .plain) {
            self.text = text
            kind = .text
            self.tone = tone
        }
    }

    package enum Kind: Hashable, Sendable {
        case text
        /// A text that stands where numbers stand.
        case figureText
        /// A decimal, shown with so many places; with as many as it has when `nil`.
        case number(places: Int?)
        /// A decimal shown as per cent with so many places.
        case percent(places: Int)
        /// A day; where nothing stands yet the format alone.
        case date
        case day(CalendarDate)
    }

    /// What a cell is to its reader.
    package enum Tone: Hashable, Sendable {
        case plain, strong, quiet
        /// A grade, by its place from the best, 0.
        case grade(Int)
    }

    /// Stands above each printed page, and in the file's properties.
    package var title: String
    package var sheets: [Sheet]

    package init(title: String, sheets: [Sheet]) {
        self.title = title
        self.sheets = sheets
    }
}

extension Workbook.Cell {
    /// A number, stored as one where a spreadsheet keeps it exactly, else as the text that shows it.
    package static func figure(_ number: Number, percent: Bool = false, places: Int?, shown: String) -> Self {
        var cell = Self(shown)
        guard let decimal = number.finiteDecimal, significantDigits(decimal) <= 15 else {
            cell.kind = .figureText
            return cell
        }
        cell.text = decimal
        // Formats have at most 30 places; a number beyond that is shown as it is.
        if percent {
            cell.kind = .percent(places: min(30, max(0, (number.finiteDecimalPlaces ?? 0) - 2)))
        } else {
            cell.kind = .number(places: places.map { min(30, max(0, $0)) })
        }
        return cell
    }

    /// Spreadsheets keep fifteen of them.
    private static func significantDigits(_ decimal: String) -> Int {
        decimal.utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ".") }
            .drop { $0 == UInt8(ascii: "0") }.count
    }
}
