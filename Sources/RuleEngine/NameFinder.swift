import RuleSemantics
import Tables

/// The rows of a table by the names of what they stand for, for cells that hold a name where the key should stand.
struct NameFinder {
    private var rowsByName: [String: [Int]] = [:]

    /// The name stands in the text column called so, or else in the only one beside the key.
    init(_ table: ProgramTable, _ data: Dataset.Table) {
        guard case .data = table.kind, table.keys.count == 1 else { return }
        var texts: [Int] = []
        var named: [Int] = []
        for (index, column) in table.columns.enumerated() where !table.keys.contains(index) {
            guard let schema = column.schema, schema.kind == .text else { continue }
            texts.append(index)
            if Self.headers.contains(schema.header.lowercased()) { named.append(index) }
        }
        let candidates = named.isEmpty ? texts : named
        guard candidates.count == 1, let values = data.columns[candidates[0]] else { return }
        for (row, value) in values.enumerated() {
            if case .text(let name) = value { rowsByName[foldedKey(name), default: []].append(row) }
        }
    }

    private static let headers: Set<String> = ["姓名", "名字", "教师姓名", "学生姓名", "name", "full name"]

    func rows(_ name: String) -> [Int] { rowsByName[foldedKey(name)] ?? [] }
}
