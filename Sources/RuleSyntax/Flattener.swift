package import Diagnostics
import Tables

/// Writes a file that builds on others out as one whole file, in canonical layout. A comment goes with the line that
/// it stands above or behind, those of a header that is written again with the header; those of lines that were replaced or removed go with these.
package struct Flattener {
    private let source: SourceFile
    private let lexer: Lexer
    private var lines: [String] = []
    /// The lines of the sources, by index, whose comments have been written.
    private var passed: Set<Int> = []

    private init(_ source: SourceFile) {
        self.source = source
        lexer = Lexer(source)
    }

    /// The whole file's text; `nil` when the files cannot be read.
    package static func flatten(_ source: SourceFile, keywords language: Language?) -> String? {
        let (file, problems) = Parser.parse(source)
        if problems.hasErrors { return nil }
        var flattener = Flattener(source)
        flattener.write(file)
        flattener.lines += flattener.comments(before: source.lineStarts.count)
        let whole = SourceFile(name: source.name, text: flattener.lines.joined(separator: "\n") + "\n")
        return Formatter.format(whole, keywords: language ?? .zh).text
    }

    private func text(_ range: SourceRange) -> String { source.text(range) }

    /// A line, with the comments that stand at the place it came from.
    private mutating func line(
        _ depth: Int, _ text: String, _ tail: Tail = Tail(), at range: SourceRange? = nil, isRow: Bool = false
    ) {
        let indent = String(repeating: " ", count: depth * 4)
        var behind: [String] = []
        if let range {
            let first = source.lineIndex(at: range.start)
            lines += comments(before: first).map { indent + $0 }
            for index in first...source.lineIndex(at: max(range.start, range.end - 1)) {
                if passed.insert(index).inserted, let comment = comment(index, isRow: isRow) { behind.append(comment) }
            }
            lines += behind.dropFirst().map { indent + $0 }
        }
        for index in tail.restated.map({ source.lineIndex(at: $0.start) }) {
            lines += comments(before: index).map { indent + $0 }
            if passed.insert(index).inserted, let comment = comment(index) { lines.append(indent + comment) }
        }
        var whole = indent + text
        if let clause = tail.clause { whole += "  依据 \(clause.text)" }
        if let note = tail.note { whole += "  说明 \(note.text)" }
        if let first = behind.first { whole += "  " + first }
        lines.append(whole)
    }

    private func comment(_ index: Int, isRow: Bool = false) -> String? {
        let range = source.lineRange(index)
        let code = isRow ? lexer.row(range) : lexer.withoutComment(range)
        let comment = source.text(SourceRange(code.end, range.end)).trimmedBlanks
        return comment.isEmpty ? nil : comment
    }

    /// The lines of comment directly above a line, blank lines among them.
    private mutating func comments(before index: Int) -> [String] {
        var found: [String] = []
        var above = index - 1
        while above >= 0, isWithoutCode(above) {
            if passed.insert(above).inserted, let comment = comment(above) { found.append(comment) }
            above -= 1
        }
        return found.reversed()
    }

    private func isWithoutCode(_ index: Int) -> Bool {
        let range = lexer.withoutComment(source.lineRange(index))
        return source.text(range).trimmedBlanks.isEmpty
    }

    private mutating func write(_ file: RulesFile) {
        if let plan = file.plans.first { write(plan) }
        lines.append("")
        for choices in file.choices {
            let sign = !choices.labels.ordered ? "|" : choices.labels.ascending ? "<" : ">"
            let labels = choices.labels.labels.map { text($0.range) }.joined(separator: " \(sign) ")
            line(0, "选项 \(choices.name.text)  \(labels)", choices.tail, at: choices.name.range)
        }
        for table in file.tables { write(table) }
        for lookup in file.lookups { write(lookup) }
        for assessment in file.assessments {
            lines.append("")
            var header = "考核 \(assessment.table.text)"
            if let population = assessment.population { header += " 当 \(text(population.range))" }
            line(0, header + attributes(assessment.body), assessment.body.tail, at: assessment.table.range)
            write(assessment.body.items, depth: 1)
        }
        lines.append("")
        for unscored in file.unscored {
            line(
                0, "未入规则 \(unscored.clauses.text)" + (unscored.note.map { "  说明 \($0.text)" } ?? ""),
                at: unscored.clauses.range)
        }
        for example in file.examples { write(whole(example, file.inherited)) }
    }

    private mutating func write(_ plan: PlanDecl) {
        line(0, "计划 \(plan.title.text)", at: plan.title.range)
        if let year = plan.year { line(1, "年度 \(year.text)", plan.lines[.year]) }
        if let rounding = plan.rounding { line(1, text(rounding.range), plan.lines[.decimals]) }
        for (word, days) in [(Keyword.holidays, plan.holidays), (.workdays, plan.workdays)] where !days.isEmpty {
            let list = days.map {
                $0.lowerBound == $0.upperBound ? "\($0.lowerBound)" : "\($0.lowerBound)..\($0.upperBound)"
            }
            line(1, "\(word.zh) \(list.joined(separator: ", "))", plan.lines[word])
        }
        for value in plan.values { line(1, value) }
        notes(1, plan.tail)
    }

    private mutating func line(_ depth: Int, _ text: String, _ stated: StatedLine?) {
        line(depth, text, stated?.tail ?? Tail(), at: stated?.range)
    }

    private mutating func line(_ depth: Int, _ value: ValueDecl) {
        let range = value.name.range.union(value.value.range)
        line(depth, "\(value.name.text) = \(text(value.value.range))", value.tail, at: range)
    }

    /// Clause and note on lines of their own.
    private mutating func notes(_ depth: Int, _ tail: Tail) {
        if let clause = tail.clause { line(depth, "依据 \(clause.text)") }
        if let note = tail.note { line(depth, "说明 \(note.text)") }
    }

    // MARK: Tables

    private mutating func write(_ table: TableDecl) {
        lines.append("")
        var header = "表 \(table.name.text)"
        if let grouping = table.grouping {
            header += " " + text(grouping.range)
        } else {
            if let sheet = table.sheet { header += " " + text(sheet.range) }
            if !table.keys.isEmpty { header += " 主键 " + table.keys.map(\.text).joined(separator: ", ") }
            if table.optional { header += " 可空" }
        }
        line(0, header, table.tail, at: table.name.range)
        for column in table.columns { line(1, text(column.range), column.tail, at: column.range) }
        for value in table.values { line(1, value) }
        for requirement in table.requirements {
            line(1, text(requirement.range), requirement.tail, at: requirement.range)
        }
    }

    private mutating func write(_ lookup: LookupDecl) {
        lines.append("")
        let keys: String
        var isMatrix = false
        switch lookup.keys {
        case .columns(let names): keys = "主键 " + names.map(\.text).joined(separator: ", ")
        case .axes(let axes):
            keys = axes.map { $0.map(\.text).joined(separator: ".") }.joined(separator: ", ")
            isMatrix = axes.count == 2
        }
        line(0, "对照表 \(lookup.name.text) \(keys)", lookup.tail, at: lookup.name.range)
        for (index, row) in lookup.rows.enumerated() {
            line(
                isMatrix && index == 0 ? 3 : 1, row.cells.map(cell).joined(separator: "  "), at: row.range,
                isRow: true)
        }
    }

    private func cell(_ cell: Cell) -> String { cell.quoted ? "\"\(cell.text)\"" : cell.text }

    // MARK: Sections

    private func attributes(_ section: SectionDecl) -> String {
        var words = ""
        if let declared = section.declared { words += " " + text(declared.range) }
        if let full = section.full { words += " " + text(full.range) }
        if let floor = section.floor { words += " " + text(floor.range) }
        if let pick = section.pick { words += " " + text(pick.range) }
        return words
    }

    private mutating func write(_ items: [Item], depth: Int) {
        for item in items {
            switch item {
            case .section(let section):
                line(depth, "项目 \(section.name.text)\(attributes(section))", section.tail, at: section.name.range)
                write(section.items, depth: depth + 1)
            case .value(let value): line(depth, value)
            case .score(let change), .start(let change), .change(let change, _), .void(let change):
                line(depth, text(change.range), change.tail, at: change.range)
            case .each(let each):
                line(depth, text(each.range), each.body.tail, at: each.range)
                let isBlock = each.body.items.contains { ($0.range?.start ?? each.range.end) >= each.range.end }
                if isBlock { write(each.body.items, depth: depth + 1) }
            case .rounding(let rounding, let tail): line(depth, text(rounding.range), tail, at: rounding.range)
            case .require(let requirement):
                line(depth, text(requirement.range), requirement.tail, at: requirement.range)
            case .grade(let grade): write(grade, depth: depth)
            case .output(let output): line(depth, text(output.range), output.tail, at: output.range)
            }
        }
    }

    private mutating func write(_ grade: GradeDecl, depth: Int) {
        var header = "评定 \(grade.name.text)"
        if let declared = grade.declared { header += " " + text(declared.range) }
        header += " 依 \(keys(grade.keys))"
        if !grade.per.isEmpty {
            header += " 每 " + grade.per.map { $0.map(\.text).joined(separator: ".") }.joined(separator: ", ")
        }
        if let when = grade.when { header += " 当 \(text(when.range))" }
        line(depth, header, grade.tail, at: grade.name.range)
        line(
            depth + 1, grade.headers.map(\.text).joined(separator: "  "), at: grade.headers.first?.range,
            isRow: true)
        for row in grade.rows {
            // Without 新增 before it.
            line(depth + 1, text(SourceRange(row.label.range.start, row.range.end)), at: row.range, isRow: true)
        }
        if let rounding = grade.quotaRounding {
            line(depth + 1, "份额取整 \(words(rounding))", grade.lines[.shares])
        }
        if let ties = grade.ties {
            let then = ties.then.isEmpty ? "" : " 依 \(keys(ties.then))"
            line(depth + 1, "并列\(then) \(ties.allIn ? "全部入选" : "全部落选")", grade.lines[.ties])
        }
        for placement in grade.placements {
            let range = placement.label.range.union(placement.when.range)
            line(
                depth + 1, "定为 \(text(placement.label.range)) 当 \(text(placement.when.range))", placement.tail,
                at: range)
        }
        for bar in grade.bars { line(depth + 1, text(bar.range), bar.tail, at: bar.range) }
        if let included = grade.baseIncludesPlaced {
            line(depth + 1, "基数 \(included ? "全体" : "其余")", grade.lines[.base])
        }
    }

    private func keys(_ keys: [GradeDecl.Key]) -> String {
        keys.map { text($0.value.range) + ($0.ascending ? " 由低到高" : "") }.joined(separator: ", ")
    }

    private func words(_ rounding: GradeDecl.QuotaRounding) -> String {
        switch rounding {
        case .each(let mode): RoundingName(mode).rawValue
        case .cumulative(let mode): RoundingName(mode).rawValue + " 累计"
        case .largestRemainder: "最大余数"
        }
    }

    // MARK: Examples

    /// With the tables of those that it starts from, where these stand in another file: what they expect is of that file.
    private func whole(_ example: ExampleDecl, _ inherited: [ExampleDecl]) -> ExampleDecl {
        var (whole, others) = (example, inherited)
        while let index = others.firstIndex(where: { $0.title.text == whole.base?.text }) {
            let base = others.remove(at: index)
            let known = whole.constants.map(\.name.text)
            whole.constants = base.constants.filter { !known.contains($0.name.text) } + whole.constants
            whole.tables = base.tables + whole.tables
            whole.base = base.base
        }
        return whole
    }

    private mutating func write(_ example: ExampleDecl) {
        lines.append("")
        line(0, "算例 \(example.title.text)" + (example.base.map { " 沿用 \($0.text)" } ?? ""), at: example.title.range)
        if !example.constants.isEmpty {
            line(
                1, "计划   " + example.constants.map(\.name.text).joined(separator: "  "),
                at: example.constants.first?.name.range, isRow: true)
            line(
                4, example.constants.map { text($0.value.range) }.joined(separator: "  "),
                at: example.constants.first?.value.range, isRow: true)
        }
        for table in example.tables { write(table, name: table.name.text) }
        for table in example.expectations {
            write(table, name: table.name.text.isEmpty ? "期望" : "期望 \(table.name.text)")
        }
    }

    private mutating func write(_ table: ExampleDecl.Table, name: String) {
        line(1, name + "   " + table.headers.map(cell).joined(separator: "  "), at: table.range, isRow: true)
        for row in table.rows { line(4, row.map(cell).joined(separator: "  "), at: row.first?.range, isRow: true) }
    }
}
