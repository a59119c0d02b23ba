package import Diagnostics
import RuleSemantics
import RuleSyntax
import Tables

/// Says for one person how every figure came about: each formula with its numbers, the records that counted and those
/// that did not, every clamp and void, the place, the quota and the grade.
///
/// Nothing of this is kept during evaluation: it is worked out again from the person's rows and the finished columns.
package struct Explainer {
    let evaluator: Evaluator
    let program: Program
    let language: Language
    /// Whether the records that count are listed one by one.
    let listsCounted: Bool
    /// Whether it is said of each record how its own figures came about.
    let tracesRecords: Bool
    /// The rules' own words are the same for everybody.
    let texts = FormulaTexts()
    /// The values of each assessment that belong to no item.
    private let ownValues: [[Int]]
    /// The values that 逐条 blocks define, by their names.
    let blockValues: [String: [ValueDecl]]
    /// How many bytes the longest of their names has.
    let longestBlockName: Int

    package init(_ evaluator: Evaluator, language: Language, listsCounted: Bool = true, tracesRecords: Bool = true) {
        self.evaluator = evaluator
        program = evaluator.program
        ownValues = evaluator.program.assessments.map(evaluator.program.valuesWithoutItem)
        blockValues = evaluator.program.file.blockValues
        longestBlockName = blockValues.keys.map(\.utf8.count).max() ?? 0
        self.language = language
        self.listsCounted = listsCounted
        self.tracesRecords = tracesRecords
    }

    func say(_ zh: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String {
        language == .zh ? zh() : en()
    }

    typealias Line = Explanation.Line

    /// The explanation of one row of an assessment.
    package func explain(_ index: Int, _ row: Int) -> Explanation {
        let assessment = program.assessments[index]
        var explanation = Explanation(language: language, who: [])
        evaluator.with(assessment.table, row) {
            evaluator.remembering {
                explanation.who = facts(assessment, row)
                if let part = values(index, assessment, row) { explanation.parts.append(part) }
                for section in assessment.sections.dropFirst() where isComputed(section, assessment) {
                    explanation.parts.append(self.section(section, assessment, row))
                }
                if let root = assessment.sections.first, isComputed(root, assessment), root.hasScore {
                    explanation.parts.append(total(root, assessment, row))
                }
                if let part = requirements(assessment, row) { explanation.parts.append(part) }
                for grade in assessment.grades.indices { explanation.parts.append(self.grade(index, grade, row)) }
            }
        }
        return explanation
    }

    /// In an example only what is expected is computed.
    private func isComputed(_ section: Section, _ assessment: Assessment) -> Bool {
        evaluator.data.tables[assessment.table].columns[section.column] != nil
    }

    private func facts(_ assessment: Assessment, _ row: Int) -> [Explanation.Fact] {
        let table = program.tables[assessment.table]
        return table.columns.enumerated().compactMap { index, column in
            guard column.isGiven, evaluator.data.tables[assessment.table].columns[index] != nil else { return nil }
            let value = evaluator.cell(assessment.table, index, row)
            if value == .missing { return nil }
            return Explanation.Fact(name: column.name, text: evaluator.typed(value, column.type))
        }
    }

    // MARK: Values and sections

    /// The figures of the row that are part of no score: those of its table, and where nothing is scored all of them.
    private func values(_ index: Int, _ assessment: Assessment, _ row: Int) -> Explanation.Part? {
        var lines: [Line] = []
        for column in ownValues[index] where evaluator.data.tables[assessment.table].columns[column] != nil {
            value(column, assessment, row, to: &lines)
        }
        if lines.isEmpty { return nil }
        return Explanation.Part(kind: .values, name: program.tables[assessment.table].name, lines: lines)
    }

    private func value(_ index: Int, _ assessment: Assessment, _ row: Int, to lines: inout [Line]) {
        let column = program.tables[assessment.table].columns[index]
        guard case .value(let formula) = column.definition else { return }
        let name = column.name.split(separator: ".").last.map(String.init) ?? ""
        if evaluator.given.contains(ColumnReference(assessment.table, index)) {
            let figure = shown(evaluator.cell(assessment.table, index, row), column.type)
            let text = say("\(name) = \(figure)，由算例给出", "\(name) = \(figure), given by the example")
            lines.append(Line(kind: .effect, text: text))
        } else {
            self.formula(name, formula, column.citation, to: &lines)
        }
    }

    private func section(_ section: Section, _ assessment: Assessment, _ row: Int) -> Explanation.Part {
        let score = evaluator.cell(assessment.table, section.column, row)
        var part = Explanation.Part(
            kind: .section, depth: section.depth - 1, name: section.name, figure: text(score, nil),
            citation: section.citation)
        if let high = section.body.high {
            let low = section.body.low ?? 0
            part.full = high.description
            part.remark =
                low.isZero
                ? say("（满分 \(high)）", " (max \(high))") : say("（\(low) 至 \(high) 分）", " (\(low) to \(high))")
        }
        part.lines = body(section, assessment, row)
        return part
    }

    private func body(_ section: Section, _ assessment: Assessment, _ row: Int) -> [Line] {
        if evaluator.given.contains(ColumnReference(assessment.table, section.column)) {
            return [Line(kind: .effect, text: say("由算例给出", "given by the example"))]
        }
        var lines: [Line] = []
        for column in section.values { value(column, assessment, row, to: &lines) }
        voids(section.body, to: &lines)
        if section.body.voids.contains(where: { evaluator.value($0.condition) == .bool(true) }) {
            return lines + [Line(kind: .effect, text: say("本项不计分，得 0 分", "this item does not count: 0"))]
        }
        ways(section.body, in: (section, assessment, row), to: &lines)
        return lines
    }

    private func voids(_ body: SectionBody, to lines: inout [Line]) {
        for void in body.voids {
            let met = evaluator.value(void.condition) == .bool(true)
            let shown = substituted(void.condition)
            let text = source(void.condition)
            var line = say("不计分 当 ", "void when ") + text
            if shown != text { line += say("：", ": ") + shown }
            line += met ? say("，成立", ", holds") : say("，不成立", ", does not hold")
            lines.append(Line(kind: .rule, text: line, citation: void.citation))
            records(void.condition, to: &lines)
        }
    }

    /// How the score of a section, or of a record in an 逐条 block, comes about, up to its rounding.
    private func ways(
        _ body: SectionBody, in item: (section: Section, assessment: Assessment, row: Int)?, to lines: inout [Line]
    ) {
        if !body.score.isEmpty {
            for choice in body.score {
                if let when = choice.when, evaluator.value(when) != .bool(true) {
                    lines.append(rule(condition(say("得分", "score"), when, false)))
                    continue
                }
                if let when = choice.when { lines.append(rule(condition(say("得分", "score"), when, true))) }
                formula(say("得分", "score"), choice.value, choice.citation, to: &lines)
                break
            }
        } else {
            if let start = body.start {
                formula(say("起评", "start"), isRule: true, start, body.startCitation, to: &lines)
            }
            if let item { children(item.section, item.assessment, item.row, to: &lines) }
            let pick = body.children.isEmpty ? body.pick : nil
            for part in body.parts { self.part(part, pick, to: &lines) }
        }
        finish(evaluator.base(body), body, to: &lines)
    }

    private func children(_ section: Section, _ assessment: Assessment, _ row: Int, to lines: inout [Line]) {
        if section.body.children.isEmpty { return }
        var scores: [Number] = []
        var list = ""
        for index in assessment.sections.indices {
            let column = assessment.sections[index].column
            guard section.body.children.contains(column) else { continue }
            let score = evaluator.cell(assessment.table, column, row).number ?? 0
            if !scores.isEmpty { list += say("，", ", ") }
            list += "\(assessment.sections[index].name) \(score)"
            scores.append(score)
        }
        let sum = evaluator.counted(scores, section.body.pick)
        if let pick = section.body.pick {
            let rule = program.source.text(pick.range)
            lines.append(Line(kind: .rule, text: say("\(list)；\(rule)：\(sum)", "\(list); \(rule): \(sum)")))
        } else {
            lines.append(rule(say("各项相加：\(list)，共 \(sum)", "parts: \(list), together \(sum)")))
        }
    }

    private func part(_ part: SectionBody.Part, _ pick: SectionDecl.Pick?, to lines: inout [Line]) {
        let word = part.deduct ? say("扣", "deduct") : say("加", "add")
        if let when = part.when, evaluator.value(when) != .bool(true) {
            lines.append(rule(condition(word, when, false)))
            return
        }
        switch part.kind {
        case .amount(let formula):
            if evaluator.value(formula) == .missing {
                let text = say(
                    "\(word) \(source(formula))：没有记录，不\(word)分",
                    "\(word) \(source(formula)): no record, nothing to \(word)")
                lines.append(Line(kind: .rule, text: text, citation: part.citation))
                records(formula, to: &lines)
                return
            }
            if let when = part.when {
                lines.append(rule(condition(word, when, true)))
            }
            self.formula(word, isRule: true, formula, part.citation, to: &lines)
        case .each(let plan, let body): each(part, plan, body, pick, to: &lines)
        }
    }

    /// One line for each record or group of an 逐条.
    private func each(
        _ part: SectionBody.Part, _ plan: RowsPlan, _ body: SectionBody, _ pick: SectionDecl.Pick?,
        to lines: inout [Line]
    ) {
        let elements = evaluator.elements(of: plan)
        let scores = elements.map { element in
            evaluator.frames.append(element)
            defer { evaluator.frames.removeLast() }
            return evaluator.score(body)
        }
        let total = evaluator.counted(scores, pick)
        let head = firstLine(part.range) + say("：共 \(total)", ": together \(total)")
        lines.append(Line(kind: .rule, text: head, citation: part.citation))
        let counted = Set(pick?.places(scores) ?? Array(scores.indices))
        for (index, element) in elements.enumerated() {
            let counts = counted.contains(index)
            if counts, !listsCounted { continue }
            let why = counts ? "" : (pick.map { say("，", ", ") + program.source.text($0.range) } ?? "")
            lines.append(
                Line(
                    kind: counts ? .counted : .leftOut, depth: 1,
                    text: record(element) + say("：", ": ") + "\(scores[index])" + why))
            if tracesRecords { steps(body, plan, element, to: &lines) }
        }
        leftOut(plan, kept: elements, to: &lines)
    }

    /// How the score of one record came about, below the record.
    private func steps(_ body: SectionBody, _ plan: RowsPlan, _ element: Evaluator.Frame, to lines: inout [Line]) {
        trace(body.formulas, plan, element, to: &lines)
        evaluator.frames.append(element)
        defer { evaluator.frames.removeLast() }
        var own: [Line] = []
        for (decl, formula) in defined(in: body.formulas) {
            let line = statement("\(decl.name.text) = ", formula)
            own.append(Line(kind: .rule, text: line, citation: Citation(decl.tail)))
        }
        voids(body, to: &own)
        if !body.voids.contains(where: { evaluator.value($0.condition) == .bool(true) }) {
            ways(body, in: nil, to: &own)
        }
        // An amount that the record or the rule itself shows needs no line.
        if isPlain(body, plan) { own.removeAll { $0.kind != .effect } }
        for var line in own {
            line.depth += 2
            lines.append(line)
        }
    }

    /// Whether all that a block does is to add or deduct a number, or a cell of the record.
    private func isPlain(_ body: SectionBody, _ plan: RowsPlan) -> Bool {
        guard body.parts.count == 1, body.parts[0].when == nil, body.score.isEmpty, body.start == nil,
            body.voids.isEmpty, case .amount(let formula) = body.parts[0].kind
        else { return false }
        switch formula.kind {
        case .constant: return true
        case .column(plan.frame, let column): return program.tables[plan.table].columns[column].isGiven
        default: return false
        }
    }

    /// Clamps and rounding that took effect.
    private func finish(_ base: Number, _ body: SectionBody, to lines: inout [Line]) {
        func add(_ text: String) { lines.append(Line(kind: .effect, text: text)) }
        var score = base
        if let low = body.low, score < low {
            add(say("\(shown(score)) 低于 \(low)，按 \(low) 分计", "\(shown(score)) is below \(low): \(low) counts"))
            score = low
        }
        if let high = body.high, score > high {
            add(say("\(shown(score)) 超过满分，按 \(high) 分计", "\(shown(score)) is above the maximum: \(high) counts"))
            score = high
        }
        if let rounding = body.rounding {
            let rounded = score.rounded(toPlaces: rounding.places, rounding.mode)
            if rounded != score {
                let mode = program.source.text(rounding.range)
                add(say("\(shown(score)) 按“\(mode)”得 \(rounded)", "\(shown(score)) rounded by “\(mode)”: \(rounded)"))
            }
        }
    }

    private func total(_ root: Section, _ assessment: Assessment, _ row: Int) -> Explanation.Part {
        let score = evaluator.cell(assessment.table, root.column, row)
        return Explanation.Part(
            kind: .total, name: root.name, figure: text(score, nil), full: root.body.high?.description,
            lines: body(root, assessment, row))
    }

    private func rule(_ text: String) -> Line { Line(kind: .rule, text: text) }

    /// `加 当 条件：成立`, with the numbers of the condition where its words do not show them.
    private func condition(_ word: String, _ when: Formula, _ holds: Bool) -> String {
        let (text, numbers) = (source(when), substituted(when))
        let shown = numbers == text || numbers == "是" || numbers == "否" ? "" : say("（\(numbers)）", " (\(numbers))")
        return say(
            "\(word) 当 \(text)\(shown)：\(holds ? "成立" : "不成立")",
            "\(word) when \(text)\(shown): \(holds ? "holds" : "does not hold")")
    }
}

extension ProgramColumn {
    /// Whether it is there before anything is computed: read, or what the rows of a derived table have in common.
    var isGiven: Bool {
        switch definition {
        case .stored, .groupKey: true
        default: false
        }
    }
}

extension Section {
    /// Whether something is scored in it.
    fileprivate var hasScore: Bool {
        !body.score.isEmpty || body.start != nil || !body.children.isEmpty || !body.parts.isEmpty
    }
}

extension Program {
    /// The values of an assessed table that no score contains: those of the table itself that results or scores come
    /// from, and the assessment's own where it has no score.
    fileprivate func valuesWithoutItem(_ assessment: Assessment) -> [Int] {
        let table = assessment.table
        var shown = Set(assessment.sections.map { ColumnReference(table, $0.column) })
        shown.formUnion(assessment.grades.map { ColumnReference(table, $0.gradeColumn) })
        for column in assessment.output {
            column.formula.visit { part in
                if case .column(0, let column) = part.kind { shown.insert(ColumnReference(table, column)) }
            }
        }
        let used = closure(shown) { $0.table == table }
        let scored = assessment.sections.filter(\.hasScore).flatMap(\.values)
        return tables[table].columns.indices.filter { column in
            guard case .value = tables[table].columns[column].definition else { return false }
            return !scored.contains(column) && used.contains(ColumnReference(table, column))
        }
    }
}
