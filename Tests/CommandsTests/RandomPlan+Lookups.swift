/// Lookups whose rows stand in the file, and values found by keys.
extension RandomPlan {
    mutating func writeLookups() {
        for _ in 0..<number(in: 1...3) {
            switch below(7) {
            case 0, 1: writeMatrix()
            case 2: writeList()
            case 3: writeLadder(dates: true)
            case 4: writeWords()
            default: writeLadder(dates: false)
            }
        }
    }

    /// A lookup to whose rows people refer, by the words of its key.
    mutating func writePosts() -> Int {
        let key = Column(name: lists[0].name!, kind: .choice(0))
        let results = [Column(name: fresh("果"), kind: .number), Column(name: fresh("果"), kind: .bool)]
        beginBlock()
        write(0, "对照表 岗位 主键 \(key.name)")
        write(1, ([key] + results).map(\.name).joined(separator: "  "))
        for label in lists[0].labels { write(1, ([label] + results.map { result($0.kind) }).joined(separator: "  ")) }
        add("岗位", keys: [key], results: results, isComplete: true)
        return tables.count - 1
    }

    private mutating func add(_ name: String, keys: [Column], results: [Column], isComplete: Bool) {
        let origin = Table.Origin.lookup(keys: keys.map(\.kind), isComplete: isComplete)
        tables.append(Table(name: name, origin: origin, columns: keys + results, keys: Array(keys.indices)))
    }

    private mutating func named() -> (list: Int, column: Column) {
        let list = one(of: lists.indices.filter { lists[$0].name != nil })
        return (list, Column(name: lists[list].name!, kind: .choice(list)))
    }

    /// A key whose steps are ranges and comparisons, of which no row gives a value.
    private mutating func axis() -> Column { Column(name: fresh("轴"), kind: .number, mayBeMissing: true) }

    /// Numbers from the best down, the last row for the rest perhaps.
    private mutating func steps(dates: Bool) -> [String] {
        switch below(3) {
        case 0: dates ? ["< 2024-03-01", "2024-03-01", "其余"] : ["< 2", "2..9.5", "10..49", "其余"]
        case 1: dates ? ["2025-01-01..2025-12-31", "2026-02-01..2026-08-31"] : ["0..9", "10..80.5"]
        default: dates ? [">= 2026-06-01", "> 2024-02-29", "其余"] : [">= 90", ">= 60%", "> 0", "其余"]
        }
    }

    private mutating func result(_ kind: Kind) -> String {
        switch kind {
        case .bool: one(of: ["是", "否"])
        case .date: dateLiteral()
        case .choice(let list): one(of: lists[list].labels)
        default: one(of: ["0", "1", "2.5", "4", "10", "-3", "12.345"])
        }
    }

    /// One key, one result; the result's kind is read off its cells.
    private mutating func writeLadder(dates: Bool) {
        let name = fresh("阶")
        var key = axis()
        if dates { key.kind = .date }
        let steps = steps(dates: dates)
        // A word would be of the first named list that has all of them.
        let kind: Kind = chance(60) ? .number : one(of: [.bool, .date, .choice(0)])
        let hasGap = chance(30)
        beginBlock()
        write(0, "对照表 \(name) \(key.name)")
        for (position, step) in steps.enumerated() {
            write(1, "\(step)  \(hasGap && position == 1 ? "-" : result(kind))")
        }
        let column = Column(name: name, kind: kind, mayBeMissing: hasGap)
        add(name, keys: [key], results: [column], isComplete: steps.contains("其余"))
    }

    /// Two keys crossing: words with words or with steps.
    private mutating func writeMatrix() {
        let name = fresh("阵")
        let (across, second) = named()
        let labels = lists[across].labels
        let header = chance(70) ? labels : Array(labels.dropLast())
        var rows = steps(dates: false)
        var first = axis()
        if chance(50) {
            let (down, column) = named()
            if down != across { (rows, first) = (lists[down].labels, column) }
        }
        let hasGap = chance(30)
        beginBlock()
        write(0, "对照表 \(name) \(first.name), \(second.name)")
        write(2, header.joined(separator: "  "))
        for row in rows {
            let cells = header.map { _ in hasGap && chance(30) ? "-" : result(.number) }
            write(1, "\(row)  \(cells.joined(separator: "  "))")
        }
        let isWhole = header.count == labels.count && first.kind != .number
        let column = Column(name: name, kind: .number, mayBeMissing: hasGap)
        add(name, keys: [first, second], results: [column], isComplete: isWhole)
    }

    /// Several keys and several results under a header.
    private mutating func writeList() {
        let name = fresh("列")
        let (list, plain) = named()
        var first = plain
        let second = axis()
        // 其余 stands in it.
        first.mayBeMissing = true
        let results: [Column] = [
            Column(name: fresh("果"), kind: .number), Column(name: fresh("果"), kind: one(of: [.bool, .number, .date])),
        ]
        beginBlock()
        write(0, "对照表 \(name) 主键 \(first.name), \(second.name)")
        write(1, ([first, second] + results).map(\.name).joined(separator: "  "))
        for label in lists[list].labels {
            for step in [">= 20", "3..8"] where chance(80) {
                write(1, ([label, step] + results.map { result($0.kind) }).joined(separator: "  "))
            }
        }
        let isComplete = chance(50)
        if isComplete { write(1, (["其余", "其余"] + results.map { result($0.kind) }).joined(separator: "  ")) }
        // Without any row its kinds would be unknown.
        if !isComplete { write(1, (["其余", "1..2"] + results.map { result($0.kind) }).joined(separator: "  ")) }
        add(name, keys: [first, second], results: results, isComplete: isComplete)
    }

    /// Texts, rows or yes and no as keys.
    private mutating func writeWords() {
        let name = fresh("词")
        var key = Column(name: "类乙", kind: .text)
        var cells = ["文0", "文1", "文2"]
        switch below(3) {
        case 0:
            key = Column(name: fresh("轴"), kind: .bool)
            cells = ["是", "否"]
        case 1:
            let tables = tables
            let references = tables.flatMap(\.columns).filter { column in
                if case .row(let target) = column.kind { tables[target].name != "岗位" } else { false }
            }
            key = one(of: references)
            key.mayBeMissing = false
            guard case .row(let target) = key.kind else { return }
            cells = (1...3).map { "\(tables[target].name)\($0)" }
        default: break
        }
        let isComplete = key.kind != .bool && chance(50)
        key.mayBeMissing = isComplete
        beginBlock()
        write(0, "对照表 \(name) \(key.name)")
        for cell in cells + (isComplete ? ["其余"] : []) { write(1, "\(cell)  \(result(.number))") }
        add(name, keys: [key], results: [Column(name: name, kind: .number)], isComplete: isComplete)
    }

    // MARK: T[k]

    /// Values for the keys of a table; `nil` where nothing in sight could be one.
    mutating func keys(of table: Int, _ scope: PlanScope, _ depth: Int) -> [Piece]? {
        var keys: [Piece] = []
        for position in tables[table].keys {
            let column = columns(table)[position]
            guard let key = key(column.kind, scope, depth) else { return nil }
            keys.append(key)
        }
        return keys
    }

    private mutating func key(_ kind: Kind, _ scope: PlanScope, _ depth: Int) -> Piece? {
        switch kind {
        case .number: return numberPiece(scope, depth > 1 ? 1 : 0)
        case .date: return datePiece(scope, 0)
        case .month: return monthPiece(scope, 0)
        case .text: return chance(80) ? textPiece(scope) : Piece(text: "\"文\(below(4))\"")
        case .bool: return sight(scope) { $0.kind == .bool }?.piece ?? Piece(text: one(of: ["是", "否"]))
        case .choice(let list):
            let lists = lists
            let labels = lists[list].labels
            let same = sight(scope) { column in
                guard case .choice(let other) = column.kind else { return false }
                return lists[other].labels.contains { labels.contains($0) }
            }
            guard let same, case .choice(let other) = same.column.kind, chance(80) else {
                return Piece(text: one(of: labels))
            }
            var piece = same.piece
            if other != list, !lists[other].labels.allSatisfy(labels.contains) { piece.mayBeMissing = true }
            return piece
        case .row(let target):
            if let sight = sight(scope, { $0.kind == .row(target) }), chance(85) { return sight.piece }
            guard tables[target].keys.count == 1 else { return nil }
            return Piece(text: "\"\(tables[target].name)\(number(in: 1...5))\"", mayBeMissing: true)
        case .span: return nil
        }
    }

    /// A value of a keyed table that is found by its keys.
    mutating func lookupPiece(_ scope: PlanScope, _ depth: Int, _ wanted: (Column) -> Bool) -> (
        kind: Kind, piece: Piece
    )? {
        var known: [(table: Int, column: Int)] = []
        for (index, table) in tables.enumerated() where !table.keys.isEmpty {
            for (position, column) in table.columns.enumerated() where wanted(column) && !table.keys.contains(position)
            {
                known.append((index, position))
            }
        }
        guard !known.isEmpty else { return nil }
        let (index, position) = one(of: known)
        guard let keys = keys(of: index, scope, depth) else { return nil }
        let table = tables[index]
        let column = table.columns[position]
        var isAlone = false
        var isCertain = false
        if case .lookup(_, let isComplete) = table.origin {
            isAlone = table.columns.count == table.keys.count + 1
            isCertain = isComplete
        }
        let row = "\(table.name)[\(keys.map(\.text).joined(separator: ", "))]"
        let piece = Piece(
            text: isAlone ? row : "\(row).\(qualified(column))",
            mayBeMissing: keys.contains(where: \.mayBeMissing) || column.mayBeMissing
                || column.isAssessed && table.hasPopulation, isWhole: column.isWhole, isPositive: column.isPositive)
        if isCertain || !isSound && chance(15) { return (column.kind, piece) }
        // A row that is not there is an error, unless 若缺 provides for it.
        var missing = piece
        missing.mayBeMissing = true
        return (column.kind, present(missing, column.kind, scope))
    }
}
