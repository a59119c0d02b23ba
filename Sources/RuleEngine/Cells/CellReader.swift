import Diagnostics
import RuleSemantics
import Tables

/// Reads one cell as its column demands.
///
/// With a rewriter it also reads what people type instead; that costs time only where the plain reading failed.
struct CellReader {
    let column: ColumnSchema
    private let choices: [String: Int]
    /// The labels as the bytes that most cells have.
    private let labels: [[UInt8]]
    private let rewriter: CellRewriter?
    private let isNumeric: Bool
    private let header: [UInt8]

    init(_ column: ColumnSchema, _ rewriter: CellRewriter? = nil) {
        self.column = column
        self.rewriter = rewriter
        switch column.kind {
        case .number, .ratio: isNumeric = true
        default: isNumeric = false
        }
        header = Array(column.header.utf8)
        if case .choice(let labels) = column.kind {
            choices = Dictionary(labels.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
            self.labels = labels.count <= Self.comparedLabels ? labels.map { Array($0.utf8) } : []
        } else {
            choices = [:]
            labels = []
        }
    }

    enum Result {
        case value(Value)
        /// A value that was typed in another way, and how it is plainly written.
        case converted(Value, Conversion, String)
        /// The key of another table's row, to be found once that table is read.
        case key(String)
        case problem(DataProblem)
    }

    func read(_ cell: ArraySlice<UInt8>, _ kind: RawTable.CellKind = .plain) -> Result {
        let bytes = Self.trimmed(cell)
        if bytes.isEmpty {
            if let value = column.defaultValue { return .value(value) }
            return column.optional ? .value(.missing) : .problem(.empty(column: column.header))
        }
        let result = ofSheet(bytes, kind) ?? plain(bytes)
        if case .problem(let problem) = result { return rewritten(Self.text(bytes), kind, problem) ?? result }
        if isNumeric, kind == .text, case .value(let value) = result {
            return .converted(value, .storedAsText, Self.text(bytes))
        }
        return result
    }

    /// What a cell of a workbook means by how it is stored; `nil` where its text alone says it.
    private func ofSheet(_ bytes: ArraySlice<UInt8>, _ kind: RawTable.CellKind) -> Result? {
        switch kind {
        case .date, .time:
            if column.holdsWords {
                return .problem(.madeDate(Self.text(bytes), column: column.header, isTime: kind == .time))
            }
            guard kind == .time else { return nil }
            switch column.kind {
            case .number, .ratio, .date, .month:
                return .problem(.timeOfDay(Self.text(bytes), column: column.header, isNumber: isNumeric))
            default: return nil
            }
        case .bool where column.holdsWords:
            return plain(Array((Self.isEqual(bytes, Self.yes) ? "TRUE" : "FALSE").utf8)[...])
        case .number where column.holdsWords, .shown where column.holdsWords:
            if bytes.prefix(while: { $0 != UInt8(ascii: ".") }).count > Self.sheetDigits {
                return .problem(.longNumber(Self.text(bytes), column: column.header))
            }
            return kind == .shown ? rewriter.map { plain($0.shown(bytes)) } : nil
        default: return nil
        }
    }

    /// A spreadsheet keeps so many digits of a number.
    private static let sheetDigits = 15

    /// What is wrong with words: what a spreadsheet shows in place of a value, a number that it cut short, a sign that was
    /// lost, the column's own header.
    func slip(_ bytes: ArraySlice<UInt8>) -> DataProblem? {
        if bytes.first == UInt8(ascii: "#"), Self.errors.contains(Self.text(bytes)) {
            return .errorCell(Self.text(bytes), column: column.header)
        }
        if Self.isCutShort(bytes) { return .longNumber(Self.text(bytes), column: column.header) }
        if bytes.contains(0xEF), Self.text(bytes).unicodeScalars.contains("\u{FFFD}") {
            return .lostSign(Self.text(bytes), column: column.header)
        }
        // A party member may be marked 党员 below 党员; nobody has the key 工号.
        if column.isKey, column.kind == .text, column.origin == .cell, Self.isEqual(bytes, header) {
            return .headerAgain(column: column.header)
        }
        return nil
    }

    private static let errors: Set<String> = [
        "#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!",
    ]

    /// `1.10101E+17`: all that a spreadsheet writes into a CSV file of a number that is wider than its cell.
    private static func isCutShort(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count > 4, bytes.dropLast(2).suffix(2).elementsEqual("E+".utf8) else { return false }
        let parts = bytes.dropLast(4).split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let digits = parts + [bytes.suffix(2)]
        return parts.count <= 2 && parts[0].count == 1
            && digits.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0 &- UInt8(ascii: "0") <= 9 } }
    }

    /// What people type instead; `nil` where it is nothing that can be understood.
    private func rewritten(_ text: String, _ kind: RawTable.CellKind, _ problem: DataProblem) -> Result? {
        guard let rewriter, problem.isOfForm else { return nil }
        switch rewriter.rewrite(text, kind) {
        case nil: return nil
        case .problem(let problem): return .problem(problem)
        case .plain(let plain, let conversion):
            let result = self.plain(Array(plain.utf8)[...])
            if case .value(let value) = result, let conversion { return .converted(value, conversion, plain) }
            return result
        }
    }

    private func plain(_ bytes: ArraySlice<UInt8>) -> Result {
        switch column.kind {
        case .text:
            if column.holdsWords, let problem = slip(bytes) { return .problem(problem) }
            return .value(.text(Self.text(bytes)))
        case .number(let whole): return number(bytes, whole: whole)
        case .ratio: return ratio(bytes)
        case .yesno:
            if Self.isEqual(bytes, Self.yes) { return .value(.bool(true)) }
            if Self.isEqual(bytes, Self.no) { return .value(.bool(false)) }
            let text = Self.text(bytes)
            if text == "是" || text == "yes" { return .value(.bool(true)) }
            if text == "否" || text == "no" { return .value(.bool(false)) }
            return .problem(.notYesNo(text, column: column.header))
        case .date: return date(bytes)
        case .month:
            let text = Self.text(bytes)
            guard let month = CalendarMonth(text: text) else {
                return .problem(.notMonth(text, column: column.header))
            }
            return .value(.month(month))
        case .choice(let labels):
            if let index = self.labels.firstIndex(where: { Self.isEqual(bytes, $0) }) { return .value(.choice(index)) }
            let text = Self.text(bytes)
            if let index = choices[text] { return .value(.choice(index)) }
            return .problem(
                .unknownChoice(text, column: column.header, known: labels, nearest: nearest(text, in: labels)))
        case .reference: return slip(bytes).map { .problem($0) } ?? .key(Self.text(bytes))
        }
    }

    /// Of more labels one is found faster by its hash.
    private static let comparedLabels = 16
    private static let yes = Array("是".utf8)
    private static let no = Array("否".utf8)

    private static func isEqual(_ cell: ArraySlice<UInt8>, _ text: [UInt8]) -> Bool {
        guard cell.count == text.count else { return false }
        for index in text.indices where cell[cell.startIndex + index] != text[index] { return false }
        return true
    }

    private func number(_ bytes: ArraySlice<UInt8>, whole: Bool) -> Result {
        guard bytes.count <= Self.digitLimit, let number = Number(decimalUTF8: bytes.span) else {
            let text = Self.text(bytes)
            return .problem(.notNumber(text, column: column.header, lookAlike: Self.looksLikeDigits(text)))
        }
        if whole, !number.isWhole { return .problem(.notWhole(Self.text(bytes), column: column.header)) }
        if let problem = bounds(number, Self.text(bytes)) { return .problem(problem) }
        return .value(.number(number))
    }

    /// `30%`, `0.3`; `30` is caught by the range.
    private func ratio(_ bytes: ArraySlice<UInt8>) -> Result {
        let percent = bytes.last == UInt8(ascii: "%")
        guard bytes.count <= Self.digitLimit,
            let typed = Number(decimalUTF8: percent ? Self.trimmed(bytes.dropLast()) : bytes)
        else {
            return .problem(.notRatio(Self.text(bytes), column: column.header))
        }
        let number = percent ? typed.divided(by: 100) ?? typed : typed
        if !percent, number > 1, case .number(let high)? = column.high, number > high {
            return .problem(
                .ratioTooLarge(
                    Self.text(bytes), percent: Self.percentText(number), column: column.header,
                    high: Self.percentText(high)))
        }
        if let problem = bounds(number, Self.text(bytes)) { return .problem(problem) }
        return .value(.number(number))
    }

    /// A number in a cell has at most so many digits.
    private static let digitLimit = 1000

    private func bounds(_ number: Number, _ text: @autoclosure () -> String) -> DataProblem? {
        let low = column.low?.number
        let high = column.high?.number
        if low.map({ number < $0 }) ?? false || high.map({ number > $0 }) ?? false {
            let show = column.kind == .ratio ? Self.percentText : { $0.description }
            return .outOfRange(text(), column: column.header, low: low.map(show), high: high.map(show))
        }
        return nil
    }

    private func date(_ bytes: ArraySlice<UInt8>) -> Result {
        guard let date = CalendarDate(utf8: bytes.span) else {
            let text = Self.text(bytes)
            let looksRight =
                text.allSatisfy { $0.isNumber || "-/.年月日".contains($0) } && text.count >= 8
                && text.prefix(4).allSatisfy(\.isNumber)
            return .problem(
                looksRight ? .noSuchDay(text, column: column.header) : .notDate(text, column: column.header))
        }
        var low: CalendarDate?
        var high: CalendarDate?
        if case .date(let bound)? = column.low { low = bound }
        if case .date(let bound)? = column.high { high = bound }
        // What a bound does not say is left to what is likely.
        if low == nil, date < Self.likely.low { low = Self.likely.low }
        if high == nil, date > Self.likely.high { high = Self.likely.high }
        if low.map({ date < $0 }) ?? false || high.map({ date > $0 }) ?? false {
            return .problem(
                .outOfRange(
                    date.description, column: column.header, low: low?.description, high: high?.description))
        }
        return .value(.date(date))
    }

    /// A day before or after these, in a column without bounds, is a slip.
    private static let likely = (
        low: CalendarDate(year: 1900, month: 1, day: 1)!, high: CalendarDate(year: 2200, month: 12, day: 31)!
    )

    static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

    static func percentText(_ number: Number) -> String { (number * 100).description + "%" }

    /// Without blanks at either end: ASCII blanks, the no-break space and the full-width space.
    static func trimmed(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        if let first = cell.first, let last = cell.last, !canBeginBlank(first), !canEndBlank(last) { return cell }
        var rest = cell
        while let first = rest.first {
            if first == 0x20 || first == 0x09 || first == 0x0D || first == 0x0A {
                rest = rest.dropFirst()
            } else if let blank = blanks.first(where: { rest.starts(with: $0) }) {
                rest = rest.dropFirst(blank.count)
            } else {
                break
            }
        }
        while let last = rest.last {
            if last == 0x20 || last == 0x09 || last == 0x0D || last == 0x0A {
                rest = rest.dropLast()
            } else if let blank = blanks.first(where: { rest.suffix($0.count).elementsEqual($0) }) {
                rest = rest.dropLast(blank.count)
            } else {
                break
            }
        }
        return rest
    }

    private static func canBeginBlank(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == 0xC2 || byte == 0xE3 || byte == 0xEF
    }

    private static func canEndBlank(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte == 0xA0 || byte == 0x80 || byte == 0xBF
    }

    private static let blanks: [[UInt8]] = [[0xC2, 0xA0], [0xE3, 0x80, 0x80], [0xEF, 0xBB, 0xBF]]

    private static func looksLikeDigits(_ text: String) -> Bool {
        func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
        return text.contains(where: isDigit) && text.allSatisfy { isDigit($0) || "OolI.〇".contains($0) }
    }
}

/// A key as keys are compared: full-width letters and digits as half-width, without blanks.
func foldedKey(_ text: String) -> String {
    var plain = text
    if plain.withUTF8({ unsafe TextPool.isPlainKey(UnsafeRawBufferPointer($0)) }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0x20, 0xA0, 0x3000: continue
        case 0xFF01...0xFF5E: result.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
        default: result.append(scalar)
        }
    }
    return String(result)
}
