import Diagnostics
import RuleSemantics
import RuleSyntax
import Tables

/// The data of an example: its tables read like a worksheet, the rows that are only referred to added.
struct ExampleData {
    let program: Program
    private var rows: [Int: Rows] = [:]
    private var order: [Int] = []

    /// The rows of one table: the columns listed and a cell for each.
    private struct Rows {
        var headers: [String]
        var columns: [Int]
        var rows: [[Cell]]
        var ranges: [SourceRange]
        var range: SourceRange
    }

    init(_ program: Program) {
        self.program = program
    }

    /// Adds the rows of a table; rows of a key that an earlier example has replace it.
    mutating func add(_ table: ExampleDecl.Table) {
        guard let index = program.tables.firstIndex(where: { $0.name == table.name.text }) else { return }
        let columns = table.headers.map { program.column($0.text, index) ?? -1 }
        let new = Rows(
            headers: table.headers.map(\.text), columns: columns, rows: table.rows,
            ranges: table.rows.map { $0.first?.range ?? table.range }, range: table.range)
        guard var old = rows[index] else {
            rows[index] = new
            order.append(index)
            return
        }
        let keys = program.tables[index].keys
        func key(_ set: Rows, _ row: [Cell]) -> [String]? {
            let positions = keys.compactMap { set.columns.firstIndex(of: $0) }
            return positions.count == keys.count && !keys.isEmpty ? positions.map { row[$0].text } : nil
        }
        let replaced = Set(new.rows.compactMap { key(new, $0) })
        let kept = old.rows.indices.filter { position in
            key(old, old.rows[position]).map { !replaced.contains($0) } ?? true
        }
        for column in new.columns where !old.columns.contains(column) {
            old.columns.append(column)
            old.headers.append(new.headers[new.columns.firstIndex(of: column)!])
        }
        func widened(_ set: Rows, _ row: [Cell]) -> [Cell] {
            old.columns.map { column in
                set.columns.firstIndex(of: column).map {
                    $0 < row.count ? row[$0] : Cell(text: "-", range: set.range, quoted: false)
                }
                    ?? Cell(text: "-", range: set.range, quoted: false)
            }
        }
        var merged = old
        merged.rows = kept.map { widened(old, old.rows[$0]) } + new.rows.map { widened(new, $0) }
        merged.ranges = kept.map { old.ranges[$0] } + new.ranges
        rows[index] = merged
    }

    /// The typed data. Tables that are not listed are empty.
    func dataset(title: SourceRange) -> (data: Dataset, problems: [Diagnostic]) {
        var loader = ExampleLoader(program, title: title)
        for index in program.tables.indices {
            if case .data = program.tables[index].kind {
                let given = rows[index]
                loader.load(
                    index, columns: given?.columns ?? [], rows: given?.rows ?? [], ranges: given?.ranges ?? [],
                    range: given?.range ?? title, isListed: given != nil)
            } else if let given = rows[index] {
                loader.loadGiven(
                    index, columns: given.columns, rows: given.rows, ranges: given.ranges, range: given.range)
            } else {
                loader.fillLookup(index)
            }
        }
        return loader.finish()
    }
}
