/// The plan's own lines, choices, tables and lookups.
extension RandomPlan {
    static let words = ["省级", "市级", "县级", "校级", "片级", "优等", "良等", "中等", "差等", "特等"]

    /// Named lists of choices, ordered both ways and not at all, some with labels in common.
    mutating func writeChoices() {
        for (position, sign) in [">", "<", "|"].enumerated() where position == 0 || chance(70) {
            let labels = some(of: Self.words, number(in: 3...5))
            lists.append(Labels(name: fresh("档"), labels: labels, isOrdered: sign != "|"))
        }
    }

    mutating func writePlan() {
        write(1, "年度 2026")
        constants.append(Column(name: "年度", kind: .number, isWhole: true, isPositive: true))
        if chance(isSound ? 90 : 70) { write(1, "小数 \(below(4)) 位 \(rounding())") }
        if chance(50) { write(1, "假日 2026-01-01, 2026-05-01..2026-05-05, 2026-10-01..2026-10-07") }
        if chance(50) { write(1, "调休 2026-05-09, 2026-10-10") }
        let fixed: [(Kind, String)] = [
            (.number, literal()), (.date, dateLiteral()), (.span, "\(dateLiteral(2025)) 至 \(dateLiteral(2026))"),
            (.text, "\"文\(below(4))\""), (.month, "2026年\(number(in: 1...12))月"),
        ]
        for (kind, value) in fixed where chance(60) { constant(kind, Piece(text: value)) }
        if !isSound, chance(3) {
            // Twice as long a number would be longer than any may be. It stands for itself alone: others would be slow.
            write(1, "常大 = 1\(String(repeating: "0", count: 30_200))")
            hasHugeConstant = true
        }
        for _ in 0..<below(3) {
            let scope = PlanScope(frames: [])
            constant(.number, present(numberPiece(scope, 2), .number, scope))
        }
        for list in lists {
            write(0, "选项 \(list.name!)  \(list.labels.joined(separator: list.isOrdered ? sign(list) : " | "))")
        }
    }

    private mutating func constant(_ kind: Kind, _ value: Piece) {
        let name = fresh("常")
        write(1, "\(name) = \(value.text)")
        constants.append(Column(name: name, kind: kind, isWhole: value.isWhole))
    }

    /// Only the order of writing differs; each list has its own.
    private func sign(_ list: Labels) -> String { list.labels.count % 2 == 0 ? " > " : " < " }

    // MARK: Tables

    mutating func writeTables() {
        // The name of a column that several tables have, for 同.
        let common = ["类甲", "类乙"]
        let kinds: [(Kind, String)] = [(.choice(0), lists[0].name!), (.text, "文本")]
        func shared(_ position: Int) -> (Column, String) {
            (Column(name: common[position], kind: kinds[position].0, isStored: true), kinds[position].1)
        }
        var post: Int?
        if chance(40) { post = writePosts() }
        var above: Int?
        if chance(50) { above = table("学校", key: "校名", references: [], [shared(1)]) }
        let groups = table("班组", key: "组名", references: above.map { [$0] } ?? [], [shared(0)])
        let people = table(
            "人员", key: "工号", references: [groups] + (post.map { [$0] } ?? []),
            chance(50) ? [shared(0), shared(1)] : [shared(1)])
        for position in 0..<number(in: 1...3) {
            var targets = [people]
            if chance(25) { targets.append(people) }
            if chance(25) { targets.append(groups) }
            let columns = [0, 1].filter { _ in chance(50) }.map(shared)
            _ = table("记录\("甲乙丙".dropFirst(position).prefix(1))", key: nil, references: targets, columns)
        }
        if chance(60) { _ = table("登记", key: "期次", references: [people], [shared(0)], isKeyedByReference: true) }
        if chance(50) { _ = table("通知", key: nil, references: [], [shared(0), shared(1)]) }
    }

    /// Writes a table and gives its place.
    private mutating func table(
        _ name: String, key: String?, references: [Int], _ shared: [(Column, String)], isKeyedByReference: Bool = false
    ) -> Int {
        var table = Table(name: name)
        var lines: [String] = []
        if let key {
            table.keys.append(0)
            let isChoice = isKeyedByReference && chance(50)
            lines.append("\(key)  \(isChoice ? lists[0].name! : "文本")")
            table.columns.append(Column(name: key, kind: isChoice ? .choice(0) : .text, isStored: true))
        }
        for target in references {
            let name = fresh("属")
            if isKeyedByReference { table.keys.append(table.columns.count) }
            let isOptional = key != nil && !isKeyedByReference && chance(20)
            lines.append("\(name)  引用 \(tables[target].name)\(isOptional ? "  可空" : "")")
            table.columns.append(Column(name: name, kind: .row(target), mayBeMissing: isOptional, isStored: true))
        }
        for (column, type) in shared {
            lines.append("\(column.name)  \(type)")
            table.columns.append(column)
        }
        for _ in 0..<number(in: 2...5) {
            let (column, type) = storedColumn()
            lines.append("\(column.name)  \(type)")
            table.columns.append(column)
        }
        beginBlock()
        table.block = block
        let keys = table.keys.map { table.columns[$0].name }.joined(separator: ", ")
        write(0, "表 \(name)\(keys.isEmpty ? "" : " 主键 \(keys)")\(chance(20) ? " 可空" : "")")
        for line in lines { write(1, line) }
        tables.append(table)
        return tables.count - 1
    }

    private mutating func storedColumn() -> (Column, String) {
        switch below(16) {
        case 0...5: return numberColumn()
        case 6:
            let isSmall = chance(60)
            let column = Column(name: fresh("率"), kind: .number, isSmallShare: isSmall, isStored: true)
            return optional(column, isSmall ? "比例 0%..30%" : "比例", "10%")
        case 7, 8:
            return optional(
                Column(name: fresh("日"), kind: .date, isStored: true),
                chance(50) ? "日期" : "日期 2020-01-01..2027-12-31", "2026-03-01")
        case 9: return optional(Column(name: fresh("月"), kind: .month, isStored: true), "月份", nil)
        case 10, 11: return optional(Column(name: fresh("标"), kind: .bool, isStored: true), "是否", "否")
        case 12:
            return optional(Column(name: fresh("文"), kind: .text, isStored: true), "文本", "文9")
        case 13:
            let labels = some(of: Self.words, number(in: 2...4))
            let sign = one(of: [" > ", " < ", " | "])
            lists.append(Labels(name: nil, labels: labels, isOrdered: sign != " | "))
            let column = Column(name: fresh("级"), kind: .choice(lists.count - 1), isStored: true)
            return optional(column, labels.joined(separator: sign), labels[0])
        default:
            let named = lists.indices.filter { lists[$0].name != nil }
            let list = one(of: named)
            let column = Column(name: fresh("级"), kind: .choice(list), isStored: true)
            return optional(column, lists[list].name!, lists[list].labels[0])
        }
    }

    private mutating func numberColumn() -> (Column, String) {
        var column = Column(name: fresh("量"), kind: .number, isStored: true)
        let type = one(of: ["数", "数 0..100", "数 -5..5", "整数 0..20", "整数 1..9", "整数", "数 0.5..40", "整数 2018..2026"])
        column.isWhole = type.hasPrefix("整数")
        column.isPositive = ["整数 1..9", "数 0.5..40", "整数 2018..2026"].contains(type)
        return optional(column, type, type.contains("2018") ? "2020" : "3")
    }

    private mutating func optional(_ column: Column, _ type: String, _ value: String?) -> (Column, String) {
        var column = column
        var words = type
        switch below(10) {
        case 0, 1:
            column.mayBeMissing = true
            words += "  可空"
        case 2, 3: if let value { words += "  默认 \(value)" }
        default: break
        }
        return (column, words + (chance(10) ? "  酌情" : ""))
    }

    // MARK: 每

    /// `表 班考 每 考试, 班级 于 成绩`, all of them before anything follows the ways between tables.
    mutating func declareDerived() -> Int? {
        let sources = tables.indices.filter { index in
            if case .data = tables[index].origin { !tables[index].columns.isEmpty } else { false }
        }
        let source = one(of: sources)
        let columns = tables[source].columns.enumerated().filter { item in
            !item.element.mayBeMissing && item.element.section == nil && !item.element.isAssessed
                && item.element.kind != .span
        }
        guard !columns.isEmpty else { return nil }
        let keys = some(of: columns, number(in: 1...2))
        let name = fresh("汇")
        let scope = PlanScope(frames: [.init(table: source, name: tables[source].name)])
        var operations = ""
        if chance(40) { operations += " 当 " + verdict(scope, 1).text }
        if chance(15) {
            let (kind, by) = orderedPiece(scope, 0)
            operations += " \(pickWords(PlanScope(frames: []))) 依 \(present(by, kind, scope).within(.sum))"
        }
        beginBlock()
        let keyNames = keys.map(\.element.name).joined(separator: ", ")
        write(0, "表 \(name) 每 \(keyNames) 于 \(tables[source].name)\(operations)")
        var table = Table(name: name, origin: .derived(from: source), block: block)
        for key in keys {
            var column = key.element
            column.isStored = false
            table.keys.append(table.columns.count)
            table.columns.append(column)
        }
        tables.append(table)
        return tables.count - 1
    }

    /// Values of a derived table, which may use whatever has been written by then.
    mutating func writeDerived(_ table: Int) {
        block = tables[table].block
        let scope = PlanScope(frames: [.init(table: table, name: tables[table].name)])
        for _ in 0..<number(in: 1...3) { value(table, scope, 1) }
    }

    /// Values in the blocks of the tables of the data, and rules about their rows.
    mutating func writeTableValues() {
        for (index, table) in tables.enumerated() {
            guard case .data = table.origin else { continue }
            block = table.block
            let scope = PlanScope(frames: [.init(table: index, name: table.name)])
            for _ in 0..<below(2) { value(index, scope, 1) }
            if chance(20) {
                let condition = verdict(scope, 1).text
                // A rule that some rows break is a mistake of the data; this one no row breaks.
                write(1, isSound ? "要求 ((\(condition)) 或 非 (\(condition)))" : "要求 (\(condition))")
            }
        }
    }
}
