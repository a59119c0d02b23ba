import Diagnostics
import RuleSemantics
import RuleSyntax
import Tables

/// The records behind a figure: those that counted, and those that did not with the reason.
extension Explainer {
    /// The records of every function over related rows in a formula, one step further in.
    func records(_ formula: Formula, to lines: inout [Line]) {
        for aggregate in aggregates(formula) {
            guard let plan = aggregate.rows else { continue }
            if let citation = plan.citation {
                lines.append(Line(kind: .rule, depth: 1, text: plan.name, citation: citation))
            }
            switch plan.source {
            case .related, .members: counted(aggregate, plan, to: &lines)
            case .all, .population:
                lines.append(cohort(aggregate, plan))
                if plan.drops { leftOut(plan, kept: evaluator.elements(of: plan), onlyDropped: true, to: &lines) }
            }
        }
    }

    /// The outermost functions over rows in a formula.
    private func aggregates(_ formula: Formula) -> [Aggregate] {
        var found: [Aggregate] = []
        func search(_ formula: Formula) {
            if case .aggregate(let aggregate) = formula.kind, aggregate.rows != nil {
                found.append(aggregate)
                return
            }
            switch formula.kind {
            case .constant, .column, .row, .planValue: break
            case .field(let a, _, _), .negate(let a), .convert(let a, _), .has(let a), .not(let a), .orError(let a),
                .rounded(let a, _, _):
                search(a)
            case .find(_, let parts), .findOrError(_, let parts), .all(let parts), .any(let parts),
                .function(_, let parts):
                parts.forEach(search)
            case .arithmetic(_, let a, let b), .comparison(_, let a, let b), .inside(let a, let b),
                .otherwise(let a, let b),
                .floor(let a, let b), .cap(let a, let b), .span(let a, let b):
                search(a)
                search(b)
            case .choose(let branches, let last):
                for branch in branches {
                    search(branch.condition)
                    search(branch.value)
                }
                if let last { search(last.formula) }
            case .aggregate(let aggregate): aggregate.arguments.forEach(search)
            }
        }
        search(formula)
        return found
    }

    private func cohort(_ aggregate: Aggregate, _ plan: RowsPlan) -> Line {
        // Without conditions the rows are only counted.
        let count = plan.operations.isEmpty ? evaluator.baseRows(plan).count : evaluator.elements(of: plan).count
        let value = evaluator.aggregate(aggregate)
        let name = aggregate.function.spellings.text(in: language)
        let result = text(value, aggregate.arguments.first?.type)
        return Line(
            kind: .rule, depth: 1,
            text: say(
                "\(name)：在 \(count) 行“\(plan.name)”中为 \(result)",
                "\(name): over \(count) rows of “\(plan.name)” it is \(result)"))
    }

    private func counted(_ aggregate: Aggregate, _ plan: RowsPlan, to lines: inout [Line]) {
        let elements = evaluator.elements(of: plan)
        let name = firstLine(plan.range)
        if elements.isEmpty {
            let text = say("\(name)：没有计入的记录", "\(name): no record counts")
            lines.append(Line(kind: .rule, depth: 1, text: text))
            leftOut(plan, kept: elements, to: &lines)
            return
        }
        // A plain count says enough by its number.
        if aggregate.function == .count, aggregate.arguments.isEmpty, plan.operations.isEmpty {
            let text = say(
                "\(name)：共 \(elements.count) 条（\(numbers(elements))）",
                "\(name): \(elements.count) records (\(numbers(elements)))")
            lines.append(Line(kind: .rule, depth: 1, text: text))
            return
        }
        let isExtreme = aggregate.function == .max || aggregate.function == .min
        let mayLeaveOut = [.count, .any, .longestRun, .currentRun].contains(aggregate.function)
        guard listsCounted || isExtreme || mayLeaveOut else {
            leftOut(plan, kept: elements, to: &lines)
            return
        }
        let argument = aggregate.arguments.first
        let values = elements.map { element in argument.map { evaluator.value($0, in: element) } ?? .bool(true) }
        let winner = extreme(aggregate, values, argument)
        let run = run(aggregate, values, elements)
        for (index, element) in elements.enumerated() {
            let value = values[index]
            // Only where it is listed.
            func shownValue() -> String { argument.map { say("：", ": ") + shown(value, $0.type) } ?? "" }
            var why: String?
            if let winner, winner != index {
                let isEqual = evaluator.order(value, values[winner], argument!.type) == 0
                let isMax = aggregate.function == .max
                why =
                    shownValue()
                    + (isEqual
                        ? say("，与已计入的相同，只计一次", ", equal to the one counted")
                        : isMax ? say("，不是最高", ", not the highest") : say("，不是最低", ", not the lowest"))
            } else if let run, !run[index] {
                why = shownValue() + say("，不在连着的这一段里", ", not in the unbroken run")
            } else if aggregate.function == .count || aggregate.function == .any, argument != nil, value != .bool(true)
            {
                why = say("，条件不成立", ", the condition does not hold")
            }
            if let why {
                lines.append(Line(kind: .leftOut, depth: 1, text: record(element) + why))
            } else if listsCounted {
                lines.append(Line(kind: .counted, depth: 1, text: record(element) + shownValue()))
            }
            trace(aggregate.arguments, plan, element, to: &lines)
        }
        leftOut(plan, kept: elements, to: &lines)
    }

    /// Which of the rows make the unbroken run that 最长连续 or 当前连续 found; `nil` for other functions.
    private func run(_ aggregate: Aggregate, _ values: [Value], _ elements: [Evaluator.Frame]) -> [Bool]? {
        let last: Value?
        switch aggregate.function {
        case .longestRun: last = nil
        case .currentRun: last = elements.first.map { evaluator.value(aggregate.arguments[1], in: $0) } ?? .missing
        default: return nil
        }
        if aggregate.arguments[0].type.kind == .span {
            let piece =
                last.map { evaluator.currentRun(values, $0, aggregate.arguments[0].type) }
                ?? evaluator.fold(.longestRun, values, aggregate.arguments[0].type)
            guard case .span(let start, let end) = piece else { return values.map { _ in false } }
            return values.map { if case .span(let first, _) = $0 { start <= first && first <= end } else { false } }
        }
        let counted = Set(evaluator.run(values, endingAt: last))
        return values.map { $0.number.map(counted.contains) ?? false }
    }

    /// Below a record how those of its own values came about that formulas read, each after those that it reads itself.
    func trace(_ formulas: [Formula], _ plan: RowsPlan, _ element: Evaluator.Frame, to lines: inout [Line]) {
        guard tracesRecords, element.members.count <= 1 else { return }
        let columns = program.tables[element.table].columns
        var seen = Set<Int>()
        var order: [Int] = []
        func visit(_ index: Int) {
            guard case .value(let formula) = columns[index].definition, seen.insert(index).inserted else { return }
            formula.visit { if case .column(0, let read) = $0.kind { visit(read) } }
            order.append(index)
        }
        for formula in formulas {
            formula.visit { if case .column(plan.frame, let read) = $0.kind { visit(read) } }
        }
        evaluator.with(element.table, element.row) {
            for index in order {
                guard case .value(let formula) = columns[index].definition else { continue }
                let line = statement("\(columns[index].name) = ", formula)
                lines.append(Line(kind: .rule, depth: 2, text: line, citation: columns[index].citation))
            }
        }
    }

    /// The row that a highest or lowest comes from.
    private func extreme(_ aggregate: Aggregate, _ values: [Value], _ argument: Formula?) -> Int? {
        guard aggregate.function == .max || aggregate.function == .min, let argument else { return nil }
        let sign = aggregate.function == .max ? 1 : -1
        var best = 0
        for index in values.indices.dropFirst()
        where (evaluator.order(values[index], values[best], argument.type) ?? 0) * sign > 0 {
            best = index
        }
        return best
    }

    /// The rows that a filter or a pick left out, each with its reason; `kept` are those that all of them left. Of rows
    /// that are everybody's only those that a 去 dropped.
    func leftOut(
        _ plan: RowsPlan, kept: [Evaluator.Frame], onlyDropped: Bool = false, to lines: inout [Line]
    ) {
        if plan.operations.isEmpty { return }
        var reduced = plan
        reduced.operations = []
        var before = evaluator.elements(of: reduced)
        for (index, operation) in plan.operations.enumerated() {
            reduced.operations.append(operation)
            let after = index == plan.operations.count - 1 ? kept : evaluator.elements(of: reduced)
            switch operation {
            case .filter(let condition):
                if !onlyDropped { unmet(condition, plan, Self.lost(before, after), to: &lines) }
            case .group: break
            case .pick(let pick):
                let lost = Self.lost(before, after)
                if onlyDropped, pick.keep || lost.count > Self.mostDropped { break }
                for element in lost {
                    let value = shown(evaluator.value(pick.by, in: element), pick.by.type)
                    let text = firstLine(pick.range)
                    let why = say("，“\(text)”之外（\(value)）", ", left out by “\(text)” (\(value))")
                    lines.append(Line(kind: .leftOut, depth: 1, text: record(element) + why))
                }
            }
            before = after
        }
    }

    /// Of everybody's rows so many dropped ones are listed at most.
    private static let mostDropped = 10

    /// Those of some elements that are not among the kept ones, which stand in the same order.
    private static func lost(_ elements: [Evaluator.Frame], _ kept: [Evaluator.Frame]) -> [Evaluator.Frame] {
        var next = 0
        return elements.filter { element in
            let isKept = next < kept.count && kept[next].row == element.row
            if isKept { next += 1 }
            return !isKept
        }
    }

    /// Those that do not meet a condition; many at once where their own cells say why.
    private func unmet(
        _ condition: Formula, _ plan: RowsPlan, _ elements: [Evaluator.Frame], to lines: inout [Line]
    ) {
        if elements.isEmpty { return }
        let text = source(condition)
        let isClear = speaksOfCells(condition, plan)
        if isClear, elements.count > 2 {
            let (file, rows) = (place(elements[0], isShort: false), numbers(elements))
            let all = say(
                "\(file) 等 \(elements.count) 条（\(rows)），不符合“\(text)”",
                "\(file) and others, \(elements.count) in all (\(rows)), which do not meet “\(text)”")
            lines.append(Line(kind: .leftOut, depth: 1, text: all))
            return
        }
        for element in elements {
            var shown = ""
            if !isClear {
                evaluator.frames.append(element)
                let numbers = substituted(condition)
                evaluator.frames.removeLast()
                if numbers != text { shown = say("（\(numbers)）", " (\(numbers))") }
            }
            let why = say("，不符合“\(text)”\(shown)", ", does not meet “\(text)”\(shown)")
            lines.append(Line(kind: .leftOut, depth: 1, text: record(element) + why))
            trace([condition], plan, element, to: &lines)
        }
    }

    /// Whether a condition reads only the record's own cells, which the record shows; values of its own only where
    /// nothing is said of how they came about.
    private func speaksOfCells(_ condition: Formula, _ plan: RowsPlan) -> Bool {
        var result = true
        condition.visit { part in
            switch part.kind {
            case .column(0, _): result = false
            case .column(plan.frame, let column):
                if tracesRecords, case .value = program.tables[plan.table].columns[column].definition { result = false }
            case .column: break
            case .constant, .comparison, .all, .any, .not, .has: break
            default: result = false
            }
        }
        return result
    }

    func firstLine(_ range: SourceRange) -> String { texts.firstLine(range, program.source) }

    /// A record: its place in the data and its cells, without the reference by which it is related.
    func record(_ frame: Evaluator.Frame) -> String {
        if frame.members.count > 1 {
            return say(
                "\(frame.members.count) 条一组：",
                "a group of \(frame.members.count): ") + cells(frame.table, frame.members[0], shared: frame.members)
        }
        let cells = cells(frame.table, frame.row)
        return place(frame, isShort: false) + (cells.isEmpty ? "" : say("（\(cells)）", " (\(cells))"))
    }

    /// The row numbers of records, or the keys of those that stand nowhere.
    private func numbers(_ elements: [Evaluator.Frame]) -> String {
        var places: [String] = []
        for element in elements {
            let place = place(element, isShort: true)
            // The cells of a line of a wide sheet are records of one row.
            if place != places.last { places.append(place) }
        }
        let list = places.joined(separator: say("、", ", "))
        if case .derived = program.tables[elements[0].table].kind { return list }
        return say("行号 \(list)", "rows \(list)")
    }

    /// Where a record stands: `考勤.csv 第 62 行`, or its row number alone; of the row of a derived table its table, or
    /// its key alone.
    private func place(_ frame: Evaluator.Frame, isShort: Bool) -> String {
        switch evaluator.data.place(table: frame.table, row: frame.row) {
        case .data(let place):
            guard let row = place.row else { return place.file }
            return isShort ? String(row) : say("\(place.file) 第 \(row) 行", "\(place.file) row \(row)")
        case .rules(let range):
            let line = program.source.line(at: range.start)
            return isShort ? String(line) : say("第 \(line) 行", "line \(line)")
        case .none:
            return isShort
                ? program.rowText(frame.table, frame.row, evaluator.data) : program.tables[frame.table].name
        }
    }

    /// The cells of a row, or those that all rows of a group share.
    private func cells(_ table: Int, _ row: Int, shared rows: [Int] = []) -> String {
        evaluator.cells(table, row, shared: rows, separator: say("，", ", "))
    }

    // MARK: Requirements and grades

    func requirements(_ assessment: Assessment, _ row: Int) -> Explanation.Part? {
        guard !assessment.requirements.isEmpty else { return nil }
        var part = Explanation.Part(kind: .requirements, name: "")
        for (index, column) in program.tables[assessment.table].columns.enumerated() {
            guard case .requirement(let position) = column.definition else { continue }
            let requirement = assessment.requirements[position]
            let value = evaluator.cell(assessment.table, index, row)
            let word =
                value == .missing
                ? say("不适用", "does not apply") : value == .bool(true) ? say("达到", "met") : say("未达到", "not met")
            var line = say("要求 ", "require ") + requirement.name
            if requirement.rows == nil {
                let numbers = substituted(requirement.condition)
                if numbers != requirement.name { line += say("：", ": ") + numbers }
            }
            line += say("，", ", ") + word
            part.lines.append(Line(kind: .rule, text: line, citation: requirement.citation))
        }
        if let column = program.tables[assessment.table].columns.firstIndex(where: {
            if case .lacking = $0.definition { true } else { false }
        }),
            case .text(let lacking) = evaluator.cell(assessment.table, column, row), !lacking.isEmpty
        {
            part.lines.append(Line(kind: .effect, text: say("缺口：", "lacking: ") + lacking))
        }
        return part
    }

    func grade(_ assessment: Int, _ index: Int, _ row: Int) -> Explanation.Part {
        let grade = program.assessments[assessment].grades[index]
        let table = program.assessments[assessment].table
        var part = Explanation.Part(kind: .grade, name: grade.name)
        guard let group = evaluator.group(of: row, Evaluator.GradeID(assessment: assessment, grade: index)) else {
            part.remark = say("：不参加评定", ": takes no part")
            return part
        }
        part.figure = text(evaluator.cell(table, grade.gradeColumn, row), ValueType(.choice(grade.choices)))
        part.citation = grade.citation
        let name = group.name.isEmpty ? say("全体", "everyone") : group.name.joined(separator: " ")
        var texts = [
            say(
                "\(name) \(group.members.count) 人中第 \(group.places[row] ?? 0) 名",
                "place \(group.places[row] ?? 0) of \(group.members.count) in \(name)")
        ]
        let ties = group.places.values.count { $0 == group.places[row] }
        if ties > 1 {
            texts.append(
                say(
                    "与他人并列（共 \(ties) 人），\(grade.tiesIn ? "并列全部入选" : "并列全部落选")",
                    "tied (\(ties) people); ties are all \(grade.tiesIn ? "in" : "out")"))
        }
        if group.base != group.members.count {
            texts.append(say("份额的基数 \(group.base) 人", "the shares are of \(group.base) people"))
        }
        texts += grade.rows.indices.map { seats($0, of: grade, group) }
        texts += exceptions(row, grade, group)
        for (value, column) in grade.valueColumns.enumerated() {
            let figure = text(evaluator.cell(table, column, row), program.tables[table].columns[column].type)
            texts.append("\(grade.valueNames[value])\(say("：", ": "))\(figure)")
        }
        part.lines = texts.map { Line(kind: .effect, text: $0) }
        return part
    }

    /// How many seats a grade has in a group, and how many got it.
    private func seats(_ position: Int, of grade: Grade, _ group: Grading.Group) -> String {
        let item = grade.rows[position]
        let count = group.grades.values.count { $0 == position }
        var line = item.label + say("：", ": ")
        if let exact = group.exact[position] { line += say("名额 \(shown(exact))，", "quota \(shown(exact)), ") }
        if let limit = group.limits[position] {
            line += say("到本等次为止至多 \(limit) 人，", "up to and including it at most \(limit), ")
        }
        if !item.thresholds.isEmpty {
            let bounds = item.thresholds.map {
                "\($0.comparison.rawValue) \(shown(evaluator.value($0.bound), $0.bound.type))"
            }
            line += say("须 \(bounds.joined(separator: "、"))，", "needs \(bounds.joined(separator: ", ")), ")
        }
        return line + say("实际 \(count) 人", "\(count) got it")
    }

    /// What placed a person outside the shares, or kept the person out of a grade.
    private func exceptions(_ row: Int, _ grade: Grade, _ group: Grading.Group) -> [String] {
        var texts: [String] = []
        if let placement = group.placed[row].map({ grade.placements[$0] }) {
            let label = grade.rows[placement.row].label
            let condition = source(placement.condition)
            texts.append(say("按“定为 \(label) 当 \(condition)”定等", "placed by “place \(label) when \(condition)”"))
        }
        for bar in (group.barred[row] ?? []).map({ grade.bars[$0] }) {
            let label = grade.rows[bar.row].label
            let condition = source(bar.condition)
            texts.append(
                say(
                    "按“不得 \(label) 当 \(condition)”不能评为\(label)",
                    "kept out of \(label) by “bar \(label) when \(condition)”"))
        }
        return texts
    }
}

extension RowsPlan {
    /// Whether rows are dropped by a 去.
    fileprivate var drops: Bool {
        operations.contains { if case .pick(let pick) = $0 { !pick.keep } else { false } }
    }
}
