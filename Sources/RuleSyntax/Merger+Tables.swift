import Diagnostics

/// Changes to tables and lookups.
extension Merger {
    // MARK: 表

    mutating func change(_ old: inout TableDecl, _ new: TableDecl) {
        let isRead = new.sheet != nil || !new.keys.isEmpty || new.optional || !new.columns.isEmpty
        if new.grouping != nil ? old.grouping == nil : old.grouping != nil && isRead {
            problems.report(SyntaxProblem.otherTable(new.name.text), at: new.name.range)
            return
        }
        for removal in new.removals {
            if let index = old.columns.firstIndex(where: { $0.name.text == removal.name.text }) {
                old.columns.remove(at: index)
            } else if let index = old.values.firstIndex(where: { $0.name.text == removal.name.text }) {
                old.values.remove(at: index)
            } else if !removeLines(removal, from: &old, unless: new) {
                refuse(removal, old.columns.map(\.name.text) + old.values.map(\.name.text))
            }
        }
        if let sheet = new.sheet { old.sheet = sheet }
        if !new.keys.isEmpty { old.keys = new.keys }
        if let grouping = new.grouping { old.grouping = grouping }
        old.optional = old.optional || new.optional
        for column in new.columns {
            edit(&old.columns, of: old.name, with: column, column.isNew, Self.column, column.name) {
                $0.name
            } change: { _, old, new in
                old = new
            }
        }
        for value in new.values {
            edit(&old.values, of: old.name, with: value, value.isNew, Self.value, value.name) {
                $0.name
            } change: { _, old, new in
                old = new
            }
        }
        if old.hasNoColumn { old.name = new.name }
        replace(&old.requirements, by: new.requirements, of: old.name, \.isNew) { ($0.name?.text ?? "", $0.range) }
        cite(&old.tail, new.tail, at: new.name)
    }

    /// Clause and note where they are given, and where else the header stands.
    func cite(_ old: inout Tail, _ new: Tail, at name: Name) {
        if let clause = new.clause { old.clause = clause }
        if let note = new.note { old.note = note }
        old.restated.append(name.range)
    }

    // MARK: 对照表

    /// A matrix: the cells that are given. Keyed rows: the rows that are given. A ladder of one key: the whole, or the
    /// rows that are given if one of them is marked. With other keys or columns it is another table.
    mutating func change(_ old: inout LookupDecl, _ new: LookupDecl) {
        cite(&old.tail, new.tail, at: new.name)
        let isMarked = new.rows.contains { $0.cells.first?.marked.word != nil }
        switch (old.keys, new.keys) {
        case (.axes(let axes), .axes(let given)) where axes.map(\.last?.text) == given.map(\.last?.text):
            if axes.count == 2 {
                changeMatrix(&old, new)
            } else if isMarked {
                changeRows(&old.rows, new.rows, of: old.name) {
                    $0.label(axes.count)
                } fill: { _, row, _ in
                    row
                }
            } else {
                rewrite(&old, new)
            }
        case (.columns(let keys), .columns(let given))
        where keys.map(\.text) == given.map(\.text) && old.rows.first?.texts == new.rows.first?.texts:
            let header = old.rows.removeFirst()
            let places = keys.compactMap { header.texts.firstIndex(of: $0.text) }
            changeRows(&old.rows, Array(new.rows.dropFirst()), of: old.name) { row in
                places.map { $0 == 0 ? row.label : $0 < row.cells.count ? row.cells[$0].text : "" }
            } fill: { _, row, _ in
                row
            }
            old.rows.insert(header, at: 0)
        default: rewrite(&old, new)
        }
        if old.rows.isEmpty { old.name = new.name }
    }

    /// The whole lookup anew: what is said of its rows is said of the file that has them.
    private mutating func rewrite(_ old: inout LookupDecl, _ new: LookupDecl) {
        noteReplaced(old.name, old.rows.map { ("", $0.range) }, by: new.rows.map { ("", $0.range) })
        old.name = new.name
        old.keys = new.keys
        old.rows = new.rows.map { plain($0) }
    }

    private mutating func changeMatrix(_ old: inout LookupDecl, _ new: LookupDecl) {
        guard let header = old.rows.first?.cells, let given = new.rows.first?.cells else { return }
        let places = given.map { column in header.firstIndex { $0.text == column.text } }
        for (column, place) in zip(given, places) where place == nil {
            let name = column.marked.label
            let near = nearest(name.text, in: header.map(\.text))
            problems.report(SyntaxProblem.columnMissing(old.name.text, name.text, nearest: near), at: name.range)
        }
        for column in given.map(\.marked.label) where isTwice(Self.column, column, of: old.name) {
            sayTwice(Self.column, column)
        }
        if places.contains(nil) { return }
        var rows = Array(old.rows.dropFirst())
        changeRows(&rows, Array(new.rows.dropFirst()), of: old.name) {
            [$0.label]
        } fill: { merger, row, old in
            let expected = old == nil ? header.count : given.count
            guard row.cells.count == given.count + 1, given.count >= expected else {
                merger.problems.report(
                    SyntaxProblem.rowLength(expected: expected + 1, found: row.cells.count), at: row.range)
                return old
            }
            var filled = old ?? row
            for (place, cell) in zip(places, row.cells.dropFirst()) { filled.cells[(place ?? 0) + 1] = cell }
            return filled
        }
        old.rows.replaceSubrange(1..., with: rows)
    }

    /// The rows that are given, found by their keys. One that is new stands behind the one that is written above it, or
    /// else before the one that is written below it; what takes all the rest stays last.
    mutating func changeRows(
        _ old: inout [LookupDecl.Row], _ new: [LookupDecl.Row], of lookup: Name, key: (LookupDecl.Row) -> [String],
        fill: (inout Merger, LookupDecl.Row, LookupDecl.Row?) -> LookupDecl.Row?
    ) {
        func find(_ row: LookupDecl.Row) -> Int? { old.firstIndex { key($0) == key(row) } }
        var next: Int?
        for (position, row) in new.enumerated() {
            guard let first = row.cells.first else { continue }
            var plain = row
            plain.cells[0].text = first.marked.label.text
            let index = find(row)
            let name = Name(key(row).joined(separator: "，"), first.range)
            let known = old.map { key($0).joined(separator: "，") }
            if first.marked.word == .remove {
                if isTwice(Self.row, name, of: lookup) {
                    sayTwice(Self.row, name)
                } else if let index {
                    old.remove(at: index)
                    next = index
                } else {
                    refuse(Removal(kind: nil, name: name), known)
                }
                continue
            }
            switch verdict(index != nil, first.marked.word == .new, Self.row, name, of: lookup, known: known) {
            case .change:
                guard let index else { continue }
                if let filled = fill(&self, plain, old[index]) { old[index] = filled }
                next = index + 1
            case .add:
                let end = old.last?.isRest ?? false ? old.count - 1 : old.count
                let place = plain.isRest ? old.count : min(next ?? new[position...].firstNonNil(find) ?? end, end)
                if let filled = fill(&self, plain, nil) { old.insert(filled, at: place) }
                next = place + 1
            case .refused: break
            }
        }
    }

    /// A row of a lookup that is written as a whole: without 新增 before it, and nothing to take away.
    mutating func plain(_ row: LookupDecl.Row) -> LookupDecl.Row {
        guard let (word, label) = row.cells.first?.marked, word != nil else { return row }
        if word == .remove { refuse(Removal(kind: nil, name: label), []) }
        var plain = row
        plain.cells[0].text = label.text
        return plain
    }
}

extension LookupDecl.Row {
    fileprivate var texts: [String] { cells.map(\.text) }

    fileprivate var isRest: Bool { cells.first.map { Keyword(word: $0.text) == .rest } ?? false }

    /// Its first cell, without 新增 or 删去.
    fileprivate var label: String { cells.first?.marked.label.text ?? "" }

    /// Its first cells: the keys of a ladder.
    fileprivate func label(_ count: Int) -> [String] { [label] + cells.prefix(count).dropFirst().map(\.text) }
}

extension Sequence {
    /// The first result that there is.
    func firstNonNil<Result>(_ body: (Element) -> Result?) -> Result? {
        for element in self { if let result = body(element) { return result } }
        return nil
    }
}
