import RuleSyntax
package import Tables

/// Days off by law that a plan's own list of days off lacks: most likely it is last year's.
extension Program {
    /// The columns of days between which working days are counted.
    package var workingDayColumns: Set<ColumnReference> {
        var found = Set<ColumnReference>()
        for (table, definition) in tables.enumerated() {
            for column in definition.columns {
                if case .value(let formula) = column.definition { found.formUnion(days(in: formula, table)) }
            }
            for requirement in definition.requirements { found.formUnion(days(in: requirement.condition, table)) }
        }
        for assessment in assessments {
            for section in assessment.sections {
                section.body.eachFormula { found.formUnion(days(in: $0, assessment.table)) }
            }
        }
        return found
    }

    private func days(in formula: Formula, _ home: Int) -> Set<ColumnReference> {
        // The rows that a formula runs over, by their frames.
        var rows: [Int: Set<Int>] = [0: [home]]
        var calls: [[Formula]] = []
        formula.visit { part in
            switch part.kind {
            case .aggregate(let aggregate):
                if let plan = aggregate.rows { rows[plan.frame, default: []].insert(plan.table) }
            case .function(.workdays, let parts): calls.append(parts)
            default: break
            }
        }
        var found = Set<ColumnReference>()
        for part in calls.joined() {
            part.visit { inner in
                let columns: [ColumnReference] =
                    switch inner.kind {
                    case .column(let frame, let column): (rows[frame] ?? []).map { ColumnReference($0, column) }
                    case .field(_, let table, let column): [ColumnReference(table, column)]
                    default: []
                    }
                for one in columns where tables[one.table].columns.indices.contains(one.column) {
                    let column = tables[one.table].columns[one.column]
                    if column.schema != nil, column.type.kind == .date { found.insert(one) }
                }
            }
        }
        return found
    }
}

extension WorkingCalendar {
    /// New Year's Day, the 1st of May or the 1st of October between two days that counts as a working day here, although
    /// there is a list of days off.
    package func missingHoliday(from first: CalendarDate, to last: CalendarDate) -> CalendarDate? {
        guard hasHolidays, first <= last, last.day - first.day < 4000 else { return nil }
        for year in first.components.year...last.components.year {
            for month in [1, 5, 10] {
                guard let day = CalendarDate(year: year, month: month, day: 1), first <= day, day <= last,
                    isWorkingDay(day)
                else { continue }
                return day
            }
        }
        return nil
    }
}
