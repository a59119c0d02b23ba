import Diagnostics
import RuleSyntax
import Tables

/// Collects the lines of a rules file.
struct LineCollector {
    private(set) var lines: [CitedLine] = []
    /// What a name stands for: where the numbers behind it are written.
    private(set) var definitions: [String: [Definition]] = [:]
    private let source: SourceFile

    struct Definition {
        /// A column means something only beside its table.
        var table: String?
        /// Whether the names in it matter too.
        var goesOn: Bool
        var line: CitedLine

        /// A value that rests on other clauses is held against those.
        func isOpen(to other: CitedLine) -> Bool {
            !goesOn || line.citations.isEmpty
                || line.citations.contains { own in
                    other.citations.contains { $0.text == own.text }
                }
        }
    }

    init(_ file: RulesFile, _ source: SourceFile) {
        self.source = source
        for plan in file.plans { add(plan) }
        for choices in file.choices {
            add(line(choices.tail, nil, choices.name.range, [], levels: [choices.labels.labels.count]))
        }
        for table in file.tables {
            add(table, isAssessed: file.assessments.contains { $0.table.text == table.name.text })
        }
        for lookup in file.lookups { add(lookup) }
        for assessment in file.assessments { add(assessment.body, nil, assessment.population.map { [$0.range] } ?? []) }
    }

    private mutating func add(_ line: CitedLine) { lines.append(line) }

    /// A line with the citation of its block where it has none of its own.
    private func line(
        _ tail: Tail, _ block: CitedLine?, _ range: SourceRange, _ parts: [SourceRange], levels: [Int] = []
    ) -> CitedLine {
        CitedLine(
            citations: tail.clause.map { [$0] } ?? block?.citations ?? [], notes: [tail.note?.text].compactMap { $0 },
            range: range, parts: parts, levels: levels)
    }

    private mutating func define(_ name: Name, _ line: CitedLine, table: String? = nil, goesOn: Bool = false) {
        definitions[name.text, default: []].append(Definition(table: table, goesOn: goesOn, line: line))
    }

    private mutating func add(_ plan: PlanDecl) {
        let block = line(plan.tail, nil, plan.title.range, [])
        add(block)
        for (word, stated) in plan.lines.sorted(by: { $0.value.range.start < $1.value.range.start }) {
            add(line(stated.tail, block, stated.range, word == .decimals ? [stated.range] : []))
        }
        for value in plan.values { add(value, block) }
    }

    private mutating func add(_ value: ValueDecl, _ block: CitedLine) {
        let own = line(value.tail, block, value.name.range, [value.value.range], levels: cases(value.value))
        add(own)
        define(value.name, own, goesOn: true)
    }

    private mutating func add(_ table: TableDecl, isAssessed: Bool) {
        let block = line(table.tail, nil, table.name.range, [table.grouping?.range].compactMap { $0 })
        add(block)
        for column in table.columns {
            var levels: [Int] = []
            if case .labels(let list) = column.type { levels = [list.labels.count] }
            let own = line(column.tail, block, column.range, [column.range], levels: levels)
            add(own)
            define(column.name, own, table: isAssessed ? nil : table.name.text)
        }
        for value in table.values { add(value, block) }
        for require in table.requirements { add(line(require.tail, block, require.range, [require.range])) }
    }

    private mutating func add(_ lookup: LookupDecl) {
        let rows = lookup.rows.map(\.range)
        var own = line(lookup.tail, nil, lookup.name.range, rows, levels: [lookup.rows.count, lookup.rows.count - 1])
        own.lookup = LookupSteps(lookup)
        add(own)
        define(lookup.name, own)
    }

    private mutating func add(_ section: SectionDecl, _ around: CitedLine?, _ more: [SourceRange] = []) {
        let inner = section.items.compactMap { if case .section(let inner) = $0 { inner } else { nil } }
        var ranges = [section.full?.range, section.floor?.range, section.pick?.range].compactMap { $0 } + more
        // A clause may list what the sections inside are worth.
        ranges += inner.compactMap(\.full?.range)
        var block = line(section.tail, around, section.name.range, ranges)
        if !inner.isEmpty { block.sections = [inner.count] }
        add(block)
        for item in section.items { add(item, block) }
    }

    private mutating func add(_ item: Item, _ block: CitedLine) {
        switch item {
        case .section(let section): add(section, block)
        case .value(let value): add(value, block)
        case .score(let change), .start(let change), .change(let change, _), .void(let change):
            add(line(change.tail, block, change.range, [change.range], levels: cases(change.value)))
        case .each(let each): add(each.body, block, [each.rows.range])
        case .rounding(let rounding, let tail): add(line(tail, block, rounding.range, [rounding.range]))
        case .require(let require): add(line(require.tail, block, require.range, [require.range]))
        case .grade(let grade): add(grade, block)
        case .output(let output): add(line(output.tail, block, output.range, []))
        }
    }

    private mutating func add(_ grade: GradeDecl, _ block: CitedLine) {
        let own = line(grade.tail, block, grade.name.range, grade.rows.map(\.range), levels: [grade.rows.count])
        add(own)
        for stated in grade.lines.values.sorted(by: { $0.range.start < $1.range.start }) {
            add(line(stated.tail, own, stated.range, []))
        }
        for place in grade.placements { add(line(place.tail, own, place.label.range, [place.when.range])) }
        for bar in grade.bars { add(line(bar.tail, own, bar.range, [bar.when.range])) }
    }

    /// The cases of 按.
    private func cases(_ value: Expression) -> [Int] {
        if case .choose(_, let cases) = value.kind { [cases.count] } else { [] }
    }
}
