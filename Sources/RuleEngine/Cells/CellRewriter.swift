import RuleSemantics
import Tables

/// Writes plainly what people type into the cells of a column, as far as it can mean only one thing.
struct CellRewriter {
    let column: ColumnSchema
    private let years: YearRule
    private let isWorkbook: Bool
    private let hasDecimalCommas: Bool
    private let hasOtherEpoch: Bool
    /// The bytes of the sheet.
    private let bytes: [UInt8]
    /// The choices without widths and blanks; two that differ only by those are not here.
    private let labels: [String: String]

    init(_ column: ColumnSchema, _ years: YearRule, _ table: RawTable) {
        self.column = column
        self.years = years
        isWorkbook = !table.kinds.isEmpty
        hasDecimalCommas = table.hasDecimalCommas
        hasOtherEpoch = table.hasOtherEpoch
        bytes = table.kinds.isEmpty ? [] : table.bytes
        if case .choice(let labels) = column.kind {
            self.labels = Dictionary(labels.map { (FoldedText($0).compact, $0) }, uniquingKeysWith: { _, _ in "" })
        } else {
            labels = [:]
        }
    }

    /// What the spreadsheet shows in the cell of a number of the kind `shown`.
    func shown(_ number: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        bytes[(number.endIndex + 1)...].prefix(Int(bytes[number.endIndex]))
    }

    enum Result {
        /// The plain text, and what was done to it; nothing where only blanks were left out.
        case plain(String, Conversion?)
        case problem(DataProblem)
    }

    func rewrite(_ text: String, _ kind: RawTable.CellKind) -> Result? {
        guard text.utf8.count <= Self.limit else { return nil }
        let folded = FoldedText(text)
        switch column.kind {
        case .number: return number(folded, text, kind)
        case .ratio: return ratio(folded, kind)
        case .yesno: return yesNo(folded)
        case .date: return date(folded, text, kind)
        case .month: return month(folded, kind)
        case .choice:
            guard let label = labels[folded.compact], !label.isEmpty else { return nil }
            return .plain(label, folded.isWidened || FoldedText(label).isWidened ? .fullWidth : nil)
        case .text, .reference: return nil
        }
    }

    /// Longer cells hold no such thing.
    private static let limit = 1200

    private func number(_ folded: FoldedText, _ text: String, _ kind: RawTable.CellKind) -> Result? {
        guard let typed = TypedNumber(folded), !(typed.hasThousands && hasDecimalCommas) else { return nil }
        let plainForm: Conversion? = kind == .text ? .storedAsText : folded.isWidened ? .fullWidth : nil
        if typed.rest.isEmpty { return .plain(typed.plain, typed.hasThousands ? .thousands : plainForm) }
        switch UnitWord.fit(typed.rest, [column.header, column.name]) {
        case .fits: return .plain(typed.plain, .unit)
        case .other: return .problem(.otherUnit(text, unit: typed.rest, column: column.header))
        case .noUnit: return nil
        }
    }

    private func ratio(_ folded: FoldedText, _ kind: RawTable.CellKind) -> Result? {
        guard let typed = TypedNumber(folded), !typed.hasThousands, typed.rest.isEmpty || typed.rest == "%" else {
            return nil
        }
        return .plain(typed.plain + typed.rest, kind == .text ? .storedAsText : folded.isWidened ? .fullWidth : nil)
    }

    private static let yes: Set<String> = ["是", "√", "✓", "✔", "☑", "对", "y", "yes", "t", "true", "1"]
    private static let no: Set<String> = ["否", "×", "✗", "✘", "错", "n", "no", "f", "false", "0"]

    private func yesNo(_ folded: FoldedText) -> Result? {
        let word = folded.compact.lowercased()
        if Self.yes.contains(word) { return .plain("是", .yes) }
        if Self.no.contains(word) { return .plain("否", .no) }
        return nil
    }

    // MARK: Days and months

    private func date(_ folded: FoldedText, _ text: String, _ kind: RawTable.CellKind) -> Result? {
        if kind == .number || kind == .shown, let date = serial(folded) { return .plain(date.description, .serial) }
        switch TypedDate.read(folded) {
        case .day(let date, let hasTime):
            let form: Conversion? = folded.isWidened ? .fullWidth : folded.text.contains("号") ? .dateForm : nil
            return .plain(date.description, hasTime ? .timeOfDay : form)
        case .dayOfYear(let month, let day, _):
            // A workbook keeps 9.10 as 9.1, and a CSV file saved from one has lost the nought, too.
            let hasPoint = folded.text.contains(".")
            if kind == .number || hasPoint, (1...3).contains(day), !folded.text.hasSuffix("0\(day)") {
                return .problem(.dayOrTens(text, column: column.header, isMonth: false))
            }
            return dayOfYear(month, day, text)
        case .month, .monthOfYear, nil: return nil
        }
    }

    private func dayOfYear(_ month: Int, _ day: Int, _ text: String) -> Result {
        var low: CalendarDate?
        var high: CalendarDate?
        if case .date(let bound)? = column.low { low = bound }
        if case .date(let bound)? = column.high { high = bound }
        switch years.year(month: month, day: day, low: low, high: high) {
        case .year(let year):
            let plain = "\(year)-\(month)-\(day)"
            return .plain(CalendarDate(text: plain)?.description ?? plain, .year(year))
        case .noSuchDay: return .problem(.noSuchDay(text, column: column.header))
        case .outside:
            return .problem(
                .outOfRange(text, column: column.header, low: low?.description, high: high?.description))
        case .open: return .problem(.noYear(text, column: column.header, isMonth: false))
        }
    }

    private func month(_ folded: FoldedText, _ kind: RawTable.CellKind) -> Result? {
        if kind == .number || kind == .shown, let date = serial(folded), date.components.day == 1 {
            return .plain(CalendarMonth(of: date).description, .serial)
        }
        switch TypedDate.read(folded) {
        case .month(let month):
            // As a day without its year, 2026.10 becomes 2026.1, but not in the name of a sheet.
            if month.month == 1, column.origin != .sheet, folded.compact.hasSuffix(".1") {
                return .problem(.dayOrTens(folded.compact, column: column.header, isMonth: true))
            }
            return .plain(month.description, folded.isWidened ? .fullWidth : nil)
        case .day(let date, _) where date.components.day == 1:
            return .plain(CalendarMonth(of: date).description, .dateForMonth)
        case .monthOfYear(let month):
            guard case .year(let year) = years.year(month: month, day: 1, low: nil, high: nil) else {
                return .problem(.noYear(folded.text, column: column.header, isMonth: true))
            }
            return .plain(CalendarMonth(year: year, month: month)?.description ?? "", .year(year))
        default: return nil
        }
    }

    /// The day that a workbook's number means in a column of days; its fraction is the time.
    private func serial(_ folded: FoldedText) -> CalendarDate? {
        let digits = folded.scalars.prefix(while: \.isDigit)
        guard !hasOtherEpoch, digits.count == 5, let number = Int(FoldedText.text(digits)),
            (20_000...80_000).contains(number), Number(decimal: folded.text) != nil
        else { return nil }
        return CalendarDate(year: 1899, month: 12, day: 30)?.adding(days: number)
    }
}
