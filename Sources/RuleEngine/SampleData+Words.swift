import RuleSemantics
import RuleSyntax
import Tables

/// The texts and numbers that rules ask columns for: `学年 = 年度`, `学期["上"]`. Data made at random hold them often,
/// so that the rules have something to find.
struct SampleWords {
    private let program: Program
    private(set) var words: [ColumnReference: [String]] = [:]
    /// The columns that are looked up: a word that the lookup has not got may lead to an error.
    private(set) var lookedUp: Set<ColumnReference> = []
    /// How many rows of a table lookups name by their keys, which stand first among its words: they must be there.
    private(set) var named: [Int: Int] = [:]
    /// Columns that hold the texts of another column, since rules look them up there or ask for the same: `申报表[教师]`,
    /// `全部 荣誉表 同 教师`.
    private(set) var kin: [ColumnReference: ColumnReference] = [:]
    /// The table whose rows stand in each frame of the formula being looked at.
    private var frames: [Int: Int] = [:]

    init(_ program: Program) {
        self.program = program
        lookAtLookups()
        look()
        // What a rule asks for need not be what the column allows: `分 = 100` of a column 0..10.
        for (reference, texts) in words {
            guard let schema = program.tables[reference.table].columns[reference.column].schema else { continue }
            words[reference] = texts.filter { Self.fits($0, schema) }
        }
    }

    /// Whether a column can hold the text.
    static func fits(_ text: String, _ schema: ColumnSchema) -> Bool {
        switch schema.kind {
        case .text: return true
        case .number(let whole):
            guard let number = Number(decimal: text), number.isWhole || !whole else { return false }
            return schema.low?.number.map { $0 <= number } ?? true && schema.high?.number.map { number <= $0 } ?? true
        case .date:
            guard let date = CalendarDate(text: text) else { return false }
            if case .date(let low)? = schema.low, date < low { return false }
            if case .date(let high)? = schema.high, date > high { return false }
            return true
        case .yesno, .ratio, .month, .choice, .reference: return false
        }
    }

    /// The rows of other tables to which rows of lookups belong.
    private mutating func lookAtLookups() {
        for table in program.tables {
            guard case .lookup(let lookup) = table.kind else { continue }
            for (position, type) in lookup.keyTypes.enumerated() {
                guard case .row(let target) = type.kind, program.tables[target].keys.count == 1 else { continue }
                let column = ColumnReference(target, program.tables[target].keys[0])
                for row in lookup.rows where position < row.keys.count {
                    if case .value(let value) = row.keys[position], let text = text(value) { add(text, column) }
                }
                named[target] = words[column]?.count
            }
        }
    }

    private mutating func look() {
        for (index, table) in program.tables.enumerated() {
            for column in table.columns {
                switch column.definition {
                case .value(let formula), .population(let formula): look(formula, home: index)
                default: break
                }
            }
            if case .derived(let plan, _) = table.kind {
                frames = [plan.frame: plan.table]
                plan.visit { look(at: $0) }
            }
        }
        for assessment in program.assessments {
            for section in assessment.sections { look(section.body, home: assessment.table) }
        }
    }

    private mutating func look(_ body: SectionBody, home: Int) {
        for choice in body.score {
            look(choice.value, home: home)
            if let when = choice.when { look(when, home: home) }
        }
        for part in body.parts {
            if let when = part.when { look(when, home: home) }
            switch part.kind {
            case .amount(let formula): look(formula, home: home)
            case .each(let plan, let inner):
                frames = [0: home, plan.frame: plan.table]
                plan.visit { look(at: $0) }
                look(inner, home: home)
            }
        }
        for void in body.voids { look(void.condition, home: home) }
    }

    private mutating func look(_ formula: Formula, home: Int) {
        frames[0] = home
        formula.visit { look(at: $0) }
    }

    private mutating func look(at part: Formula) {
        switch part.kind {
        case .aggregate(let aggregate):
            guard let rows = aggregate.rows else { return }
            frames[rows.frame] = rows.table
            for match in rows.matches {
                if let other = column(match.value) { relate(origin(ColumnReference(rows.table, match.column)), other) }
            }
        case .comparison(let comparison, let left, let right):
            if comparison == .equal, let one = column(left), let other = column(right) { relate(one, other) }
            if let column = column(left), let text = constant(right, comparison) { add(text, column) }
            if let column = column(right), let text = constant(left, comparison) { add(text, column) }
        case .find(let table, let keys), .findOrError(let table, let keys):
            for (position, key) in zip(program.tables[table].keys, keys) {
                if let text = constant(key, .equal) { add(text, origin(ColumnReference(table, position))) }
                if let column = column(key) { relate(column, origin(ColumnReference(table, position))) }
            }
            // A column that is looked up holds the words of the lookup.
            if case .lookup(let lookup) = program.tables[table].kind {
                for (position, key) in keys.enumerated() {
                    guard let column = column(key) else { continue }
                    lookedUp.insert(column)
                    for row in lookup.rows where position < row.keys.count {
                        if case .value(let value) = row.keys[position], let text = text(value) { add(text, column) }
                    }
                }
            }
        default: break
        }
    }

    private mutating func add(_ text: String, _ column: ColumnReference) {
        if !(words[column] ?? []).contains(text) { words[column, default: []].append(text) }
    }

    /// Of two columns that are compared the one that names rows, or stands in the earlier table, has the texts.
    private mutating func relate(_ one: ColumnReference, _ other: ColumnReference) {
        func isText(_ column: ColumnReference) -> Bool {
            guard case .data = program.tables[column.table].kind,
                case .text? = program.tables[column.table].columns[column.column].schema?.kind
            else { return false }
            return true
        }
        guard one.table != other.table, isText(one), isText(other) else { return }
        func isName(_ column: ColumnReference) -> Bool { program.tables[column.table].keys == [column.column] }
        let (from, to) = isName(other) || !isName(one) && other.table < one.table ? (one, other) : (other, one)
        if kin[from].map({ !isName($0) }) ?? true, kin[to] != from { kin[from] = to }
    }

    /// The stored column that a formula reads.
    private func column(_ formula: Formula) -> ColumnReference? {
        switch formula.kind {
        case .column(let frame, let column): frames[frame].map { origin(ColumnReference($0, column)) }
        case .field(_, let table, let column): origin(ColumnReference(table, column))
        case .otherwise(let value, _), .orError(let value): column(value)
        default: nil
        }
    }

    /// Where the values of a column come from: the keys of a derived table are those of its rows, a named value may be
    /// another column.
    private func origin(_ reference: ColumnReference) -> ColumnReference {
        let table = program.tables[reference.table]
        switch table.columns[reference.column].definition {
        case .groupKey(let position):
            guard case .derived(let plan, let keys) = table.kind else { return reference }
            return origin(ColumnReference(plan.table, keys[position]))
        case .value(let formula):
            switch formula.kind {
            case .column(0, let column): return origin(ColumnReference(reference.table, column))
            case .field(_, let table, let column): return origin(ColumnReference(table, column))
            default: return reference
            }
        default: return reference
        }
    }

    private func text(_ value: Value) -> String? {
        switch value {
        case .text(let text): text
        case .number(let number): number.description
        default: nil
        }
    }

    /// The text of a constant that a cell could hold.
    private func constant(_ formula: Formula, _ comparison: Comparison) -> String? {
        guard comparison == .equal else { return nil }
        switch formula.kind {
        case .constant(.text(let text)): return text
        case .constant(.number(let number)): return number.description
        case .constant(.date(let date)): return date.description
        case .planValue(let index): return constant(program.planValues[index].formula, comparison)
        case .find(_, let keys) where keys.count == 1: return constant(keys[0], comparison)
        default: return nil
        }
    }
}
