import Diagnostics
import RuleSyntax
import Tables

/// What the keys of lookups are called, and whose keys are given for references.
extension Resolver {
    func reviewAxes() {
        var declared = Set(choicesByName.keys).union(planByName.keys)
        for table in tables {
            if case .lookup = table.kind { continue }
            declared.formUnion(table.members.keys)
        }
        for assessment in assessments {
            for section in assessment.sections { declared.formUnion(section.locals.keys) }
        }
        let columns = columnTypes()
        for decl in file.lookups {
            guard let index = tablesByName[decl.name.text], case .lookup(let lookup) = tables[index].kind else {
                continue
            }
            let names: [Name?] =
                switch decl.keys {
                case .columns(let keys): keys
                case .axes(let axes): axes.map { $0.count == 1 ? $0[0] : nil }
                }
            for (position, name) in names.enumerated() {
                guard let name, lookup.keyTypes.indices.contains(position) else { continue }
                let used = keyNames[ColumnReference(index, tables[index].keys[position])] ?? []
                if let first = used.first, !declared.contains(name.text) {
                    // Of numbers, or where a key is computed in place, the name is only a description.
                    if isWords(lookup.keyTypes[position].kind), let first,
                        used.allSatisfy({ $0 != nil && $0 != name.text })
                    {
                        report(.axisUnknown(name.text, lookup: decl.name.text, used: first), name.range)
                    }
                } else {
                    reviewKind(name, lookup.keyTypes[position], decl.name.text, columns[name.text] ?? [])
                }
            }
        }
    }

    /// The types of the columns of all tables but lookups, by their names.
    private func columnTypes() -> [String: [ValueType]] {
        var types: [String: [ValueType]] = [:]
        for table in tables {
            if case .lookup = table.kind { continue }
            for (name, column) in table.members {
                if case .done(_, let type) = table.columns[column].state, !type.isUnknown {
                    types[name, default: []].append(type)
                }
            }
        }
        return types
    }

    private func isWords(_ kind: ValueType.Kind) -> Bool {
        switch kind {
        case .choice, .text: true
        case .number, .bool, .date, .month, .row, .span, .unknown: false
        }
    }

    /// A key called like a column whose values can never be what the cells are.
    private func reviewKind(_ name: Name, _ type: ValueType, _ lookup: String, _ columns: [ValueType]) {
        guard choicesByName[name.text] == nil, planByName[name.text] == nil else { return }
        guard let first = columns.first, !columns.contains(where: { isLike($0.kind, type.kind) }) else { return }
        report(
            .axisOfOtherKind(
                name.text, lookup: lookup, column: describe(first.optional(false)), cells: describe(type)), name.range)
    }

    /// Whether cells of one kind can be looked up by values of the other.
    private func isLike(_ column: ValueType.Kind, _ cells: ValueType.Kind) -> Bool {
        switch (column, cells) {
        case (.number, .number), (.date, .date), (.month, .month), (.bool, .bool): true
        case (.number, _), (.date, _), (.month, _), (.bool, _): false
        case (.choice, .choice), (.choice, .text), (.text, .text), (.text, .choice), (.row, .row), (.row, .text),
            (.row, .choice):
            true
        case (.choice, _), (.text, _), (.row, _): false
        case (.span, _), (.unknown, _): true
        }
    }

    /// A key of another table where a reference is wanted: both are texts, and what is found is another row.
    func reviewKey(_ formula: Formula, _ scope: Scope, of column: String, _ wanted: ValueType) {
        guard case .row(let target) = wanted.kind, formula.type.kind == .text else { return }
        let (table, position): (Int, Int)
        switch formula.kind {
        case .column(let frame, let column): (table, position) = (scope.frames[frame].table, column)
        case .field(_, let inner, let column): (table, position) = (inner, column)
        default: return
        }
        guard table != target, tables[table].keys == [position] else { return }
        report(
            .keyOfOtherTable(
                text(formula.range), of: tables[table].name.text, wanted: tables[target].name.text, column: column),
            formula.range)
    }
}
