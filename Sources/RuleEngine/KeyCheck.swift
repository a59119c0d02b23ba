import Diagnostics
import RuleSemantics
import Tables

/// Finds the rows of a table whose keys another row has too, or nearly has.
struct KeyCheck {
    private(set) var problems: [Diagnostic] = []
    /// The rows whose keys a row before them has.
    private(set) var repeated: [Int] = []
    private var tally = ColumnTally()
    private let program: Program
    private let data: Dataset
    private let index: Int

    init(_ program: Program, _ data: Dataset, _ index: Int) {
        self.program = program
        self.data = data
        self.index = index
        let table = program.tables[index]
        guard case .data = table.kind, !table.keys.isEmpty else { return }
        let columns = table.keys.compactMap { data.tables[index].columns[$0] }
        guard columns.count == table.keys.count else { return }
        if columns.count == 1, columns[0].hasFoldedTexts { compare(columns[0]) } else { number(columns) }
        guard tally.isOver, case .data(var place) = data.place(table: index, row: 0) else { return }
        place.row = nil
        problems.report(
            DataProblem.tooMany(DataProblem.toldOfColumn, column: table.columns[table.keys[0]].name), at: place)
    }

    /// Keys that are alike only when they are the same, or combinations of several.
    private mutating func number(_ columns: [Column]) {
        let count = data.tables[index].rowCount
        if count == 0 { return }
        let (keys, numbers) = KeyIndex.numbering(columns.map { $0.slice(0, count) }, count)
        if keys.count == numbers.count(where: { $0 >= 0 }) { return }
        var firsts = [Int](repeating: -1, count: keys.count)
        for row in 0..<count where numbers[row] >= 0 {
            let number = Int(numbers[row])
            if firsts[number] < 0 { firsts[number] = row } else { reportRepeated(row, firsts[number]) }
        }
    }

    /// Rows of those assessed in which the figures of the others are added up: as a person such a row would be the best.
    static func rowsOfTotals(_ program: Program, _ data: Dataset, _ index: Int) -> [Diagnostic] {
        let table = program.tables[index]
        guard program.assessments.contains(where: { $0.table == index }), let key = table.keys.first,
            let column = data.tables[index].columns[key], !column.isASCII
        else { return [] }
        return column.enumerated().compactMap { row, key in
            guard case .text(let text) = key, totals.contains(foldedKey(text)) else { return nil }
            return Diagnostic(DataProblem.totals(text, table: table.name), at: data.place(table: index, row: row))
        }
    }

    private static let totals: Set<String> = ["合计", "总计", "小计", "共计", "平均", "平均分", "平均值", "均分", "总分", "最高分", "最低分"]

    private mutating func compare(_ column: Column) {
        var seen: [Value: Int] = [:]
        seen.reserveCapacity(data.tables[index].rowCount)
        var folded: [String: Int] = [:]
        for (row, key) in column.enumerated() where key != .missing {
            if let first = seen[key] {
                reportRepeated(row, first)
                continue
            }
            seen[key] = row
            guard case .text(let text) = key else { continue }
            let short = foldedKey(text)
            if short != text || folded[short] != nil,
                let other = folded.updateValue(row, forKey: short) ?? (short != text ? seen[.text(short)] : nil),
                other != row, tally.isTold()
            {
                report(.similarKey(text, other: keyText(other)), row)
            }
            folded[short] = row
        }
    }

    private mutating func reportRepeated(_ row: Int, _ first: Int) {
        repeated.append(row)
        guard tally.isTold() else { return }
        report(.duplicateKey(keyText(row), first: data.rowName(table: index, first, besides: row)), row)
    }

    private mutating func report(_ problem: DataProblem, _ row: Int) {
        problems.append(Diagnostic(problem, at: data.place(table: index, row: row)))
    }

    private func keyText(_ row: Int) -> String { program.rowText(index, row, data) }
}

extension Column {
    /// Whether no text holds a sign beyond ASCII.
    fileprivate var isASCII: Bool {
        switch storage {
        case .texts(let pool): unsafe pool.bytes.withUnsafeBytes { unsafe $0.allSatisfy { $0 < 0x80 } }
        case .coded(_, let texts):
            texts.allSatisfy { if case .text(let text) = $0 { text.utf8.allSatisfy { $0 < 0x80 } } else { true } }
        case .values, .integers, .ratios: false
        }
    }

    /// Whether some text differs from itself without widths and blanks, so that texts may be alike that are not the same.
    var hasFoldedTexts: Bool {
        func isFolded(_ value: Value) -> Bool {
            if case .text(let text) = value { foldedKey(text) != text } else { false }
        }
        return switch storage {
        case .texts(let pool):
            unsafe !pool.bytes.withUnsafeBytes { unsafe TextPool.isPlainKey($0) } && contains(where: isFolded)
        case .coded(_, let texts): texts.contains(where: isFolded)
        case .values(let texts): texts.contains(where: isFolded)
        case .integers, .ratios: false
        }
    }
}
