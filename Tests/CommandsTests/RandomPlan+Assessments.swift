/// 考核 with its sections, values, requirements, grades and output.
extension RandomPlan {
    /// The tables to assess, in the order in which their assessments may use one another.
    mutating func assessedTables(except unfinished: [Int]) -> [Int] {
        let people = tables.firstIndex { $0.name == "人员" }!
        let groups = tables.firstIndex { $0.name == "班组" }!
        var result = chance(50) ? [people] : chance(50) ? [groups, people] : [people, groups]
        let others = tables.indices.filter { index in
            if case .lookup = tables[index].origin { false } else { !(result + unfinished).contains(index) }
        }
        if chance(25) { result.insert(one(of: others), at: below(result.count + 1)) }
        return result
    }

    mutating func writeAssessment(_ table: Int) {
        beginBlock()
        let scope = PlanScope(frames: [.init(table: table, name: tables[table].name, isAssessed: true)])
        // Who is assessed is known before any score is.
        let population = chance(30) ? selection(scope) : nil
        tables[table].isAssessed = true
        tables[table].hasPopulation = population != nil
        let isPicking = chance(10)
        let header = "考核 \(tables[table].name)\(population.map { " 当 \($0)" } ?? "")"
        write(0, header + range(30, isAfterCondition: population != nil) + (isPicking ? " " + pickOfSections() : ""))
        if chance(20) { write(1, "小数 \(below(3)) 位 \(rounding())") }
        for _ in 0..<number(in: 1...2) {
            if chance(40) { nameRows(scope, 1, section: nil) }
            value(table, scope, 1, isAssessed: true)
        }
        for _ in 0..<number(in: 2...3) { writeSection(scope, 1) }
        if hasHugeConstant {
            write(1, "项目 \(fresh("段"))")
            write(2, "加 常大 * 常大 若缺 1")
        }
        if !isPicking, chance(12) { write(1, "总分 = \(presentNumber(scope, 2).text)") }
        tables[table].columns.append(Column(name: "总分", kind: .number, isAssessed: true))
        if chance(50) { value(table, scope, 1, isAssessed: true) }
        let requires = writeRequirements(scope)
        for _ in 0..<below(3) { writeGrade(table, scope) }
        writeOutput(table, requires: requires)
    }

    /// `满分 30`, `满分 -3..3`, `保底 0`
    private mutating func range(_ percent: Int, isAfterCondition: Bool = false) -> String {
        var words = ""
        if chance(percent) {
            words = chance(75) ? " 满分 \(number(in: 5...60))" : " 满分 -\(number(in: 1...9)).5..\(number(in: 3...90))"
        }
        // Directly behind a condition 保底 would belong to it.
        if words.isEmpty, isAfterCondition { return "" }
        return words + (chance(20) ? " 保底 \(one(of: ["0", "-2", "1.5"]))" : "")
    }

    private mutating func pickOfSections() -> String {
        "\(one(of: ["取", "去"])) \(one(of: ["最高", "最低"])) \(number(in: 1...2)) 项"
    }

    // MARK: 项目

    private mutating func writeSection(_ outer: PlanScope, _ indent: Int) {
        let table = outer.frames[0].table
        let name = fresh("段")
        sections.append(name)
        var scope = outer
        scope.sections.append(sections.count - 1)
        let hasChildren = indent < 4 && chance(25)
        let isScore = !hasChildren && chance(45)
        let isPicking = !isScore && chance(35)
        write(indent, "项目 \(name)" + range(60) + (isPicking ? " " + pickOfSections() : ""))
        if chance(12) { write(indent + 1, "小数 \(below(4)) 位 \(rounding())") }
        let section = sections.count - 1
        if chance(40) { value(table, scope, indent + 1, section: section, isAssessed: true) }
        if chance(20) { nameRows(scope, indent + 1, section: section) }
        if hasChildren { for _ in 0..<number(in: 2...3) { writeSection(scope, indent + 1) } }
        if isScore { writeScore(scope, indent + 1) } else { writeParts(scope, indent + 1, isNeeded: !hasChildren) }
        for _ in 0..<below(3) where chance(35) { write(indent + 1, "不计分 当 \(verdict(scope, 2).text)") }
        tables[table].columns.append(Column(name: name, kind: .number, isAssessed: true))
    }

    private mutating func writeScore(_ scope: PlanScope, _ indent: Int) {
        for _ in 0..<below(3) {
            write(indent, "得分 = \(presentNumber(scope, 2).text) 当 \(verdict(scope, 2).text)")
        }
        write(indent, "得分 = \(presentNumber(scope, 3).text)")
    }

    private mutating func writeParts(_ scope: PlanScope, _ indent: Int, isNeeded: Bool) {
        if chance(35) { write(indent, "起评 \(presentNumber(scope, 1).text)") }
        for _ in 0..<number(in: isNeeded ? 1...3 : 0...2) {
            if chance(45), writeEach(scope, indent) { continue }
            write(indent, amount(scope, 3) + (chance(35) ? " 当 \(verdict(scope, 2).text)" : ""))
        }
    }

    /// `加 …` or `扣 …`; the highest of no rows adds nothing.
    private mutating func amount(_ scope: PlanScope, _ depth: Int) -> String {
        let piece = numberPiece(scope, depth)
        let addsNothing = piece.level == .atom && (piece.text.hasPrefix("最高(") || piece.text.hasPrefix("最低("))
        let isList = !piece.mayBeMissing
        let amount = addsNothing && !isList ? piece : present(piece, .number, scope)
        return "\(chance(70) ? "加" : "扣") \(amount.text)"
    }

    // MARK: 逐条

    /// False where there were no rows to go through.
    private mutating func writeEach(_ scope: PlanScope, _ indent: Int, depth: Int = 0) -> Bool {
        guard let rows = rows(scope, 1, grouped: chance(25) ? true : nil) else { return false }
        let header = "逐条 \(rows.text)\(range(45, isAfterCondition: rows.operations.contains("当")))"
        if chance(50) {
            write(indent, "\(header) \(amount(rows.inner, 2))\(chance(25) ? " 当 \(verdict(rows.inner, 1).text)" : "")")
            return true
        }
        write(indent, header)
        var inner = rows.inner
        if chance(50) {
            let name = fresh("量块")
            let (kind, piece) = anyPiece(inner, 2)
            write(indent + 1, "\(name) = \(piece.text)")
            let column = Column(name: name, kind: kind, mayBeMissing: piece.mayBeMissing, isWhole: piece.isWhole)
            inner.block.append(PlanScope.BlockValue(column: column, lowest: inner.lowest))
        }
        if chance(30) {
            writeScore(inner, indent + 1)
        } else {
            if chance(25) { write(indent + 1, "起评 \(presentNumber(inner, 1).text)") }
            for _ in 0..<number(in: 1...2) {
                write(indent + 1, amount(inner, 2) + (chance(35) ? " 当 \(verdict(inner, 1).text)" : ""))
            }
            if depth == 0, chance(25) { _ = writeEach(inner, indent + 1, depth: 1) }
        }
        if chance(20) { write(indent + 1, "不计分 当 \(verdict(inner, 1).text)") }
        if chance(20) { write(indent + 1, "小数 \(below(3)) 位 \(rounding())") }
        return true
    }

    // MARK: 要求

    private mutating func writeRequirements(_ scope: PlanScope) -> Bool {
        guard chance(40) else { return false }
        let table = scope.frames[0].table
        for _ in 0..<number(in: 1...3) {
            if chance(30), let rows = rows(scope, 1) {
                write(1, "逐条 \(rows.text) 要求 (\(verdict(rows.inner, 1).text))")
                continue
            }
            let name = fresh("求")
            let hasCondition = chance(35)
            let condition = "要求 \(name) = \(verdict(scope, 2).text)"
            write(1, condition + (hasCondition ? " 当 \(verdict(scope, 1).text)" : ""))
            tables[table].columns.append(
                Column(name: name, kind: .bool, mayBeMissing: hasCondition, isAssessed: true))
        }
        tables[table].columns.append(Column(name: "达标", kind: .bool, isAssessed: true))
        return true
    }

    // MARK: 输出

    private mutating func writeOutput(_ table: Int, requires: Bool) {
        // Without 输出 the language chooses.
        guard chance(75) else { return }
        var shown: [String] = tables[table].keys.map { columns(table)[$0].name }
        var headers = Set(shown)
        if requires { shown.append("缺口") }
        for (position, column) in columns(table).enumerated() where !tables[table].keys.contains(position) {
            guard column.isAssessed || chance(20) else { continue }
            let name = qualified(column)
            let isPlain = column.name != "名次" && headers.insert(column.name).inserted
            let isRounded = column.kind == .number && chance(20)
            let header = isPlain && chance(90) ? "" : " \"\(fresh("头"))\""
            shown.append(name + (isRounded ? " 小数 \(below(3)) 位 \(rounding())" : "") + header)
            guard case .row(let target) = column.kind, let inner = columns(target).randomElement(using: &dice) else {
                continue
            }
            shown.append("\(name).\(qualified(inner)) \"\(fresh("头"))\"")
        }
        if shown.isEmpty { shown = ["总分"] }
        write(1, "输出 \(shown.joined(separator: ", "))")
    }
}
