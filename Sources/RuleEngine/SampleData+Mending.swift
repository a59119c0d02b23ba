import Diagnostics
import RuleSemantics
import Tables

/// Rows that break the rules, or of which evaluation cannot make anything, are mended until none is left: by what the
/// message would tell a person to do.
extension SampleData {
    /// Each round evaluates everything.
    private static let rounds = 40
    /// So many rounds that have left no fewer rows broken are enough.
    private static let patience = 4

    /// What is wrong with the rows as they are.
    private struct Faults {
        struct Cell: Hashable {
            var column: Int
            var text: String
        }

        enum Cause { case rules, evaluation }

        var cause = Cause.rules
        /// Rows that something is wrong with, by table.
        var rows: [Int: Set<Int>] = [:]
        /// Of these the ones that are right when rows elsewhere are added or removed.
        var awaiting: [Int: Set<Int>] = [:]
        /// Rows that are too many.
        var surplus: [Int: Set<Int>] = [:]
        /// Cells of rows that are looked up and not there, by table.
        var lacking: [Int: Set<[Cell]>] = [:]
        /// Cells that follow from others.
        var settled: [(table: Int, row: Int, position: Int, text: String)] = []

        var count: Int { rows.values.reduce(0) { $0 + $1.count } }
    }

    /// Mends what can be mended, and leaves out the rest with all that refers to it; says how much that is.
    mutating func mend() -> [Failure] {
        var left: [Int: Int] = [:]
        var fewest: [Faults.Cause: Int] = [:]
        var turns: [Faults.Cause: Int] = [:]
        var vain = 0
        var faults = self.faults()
        for _ in 0..<Self.rounds where faults.count > 0 {
            // Evaluation starts when the tables' rules are kept, and may find more than was broken by then.
            vain = faults.count < fewest[faults.cause, default: .max] ? 0 : vain + 1
            fewest[faults.cause] = min(fewest[faults.cause, default: .max], faults.count)
            if vain < Self.patience {
                mend(faults, turns[faults.cause, default: 0])
                turns[faults.cause, default: 0] += 1
            } else if faults.rows.allSatisfy({ $0.value.count < rows[$0.key]!.count }) {
                leaveOut(faults.rows, &left)
                (vain, fewest) = (0, [:])
            } else {
                break
            }
            faults = self.faults()
        }
        return left.sorted { $0.key < $1.key }.map { Failure(table: $0.key, rows: $0.value, isLeftOut: true) }
            + faults.rows.sorted { $0.key < $1.key }.map {
                Failure(table: $0.key, rows: $0.value.count, isLeftOut: false)
            }
    }

    // MARK: What is wrong

    private func faults() -> Faults {
        let (data, problems) = DataLoader.load(plainProgram, program.tables.indices.filter(isData).map(plainTable))
        if problems.hasErrors { return unreadable(problems) }
        // Where nothing is wrong there is no need to look for it.
        if BatchEngine.run(plainProgram, data) != nil { return Faults() }
        // Every row that is broken must be known.
        func evaluator() -> Evaluator {
            let evaluator = Evaluator(plainProgram, data)
            evaluator.mostTold = .max
            evaluator.concerns = [:]
            return evaluator
        }
        let rules = evaluator()
        let broken = rules.brokenRules()
        if !broken.isEmpty { return faults(broken, rules, .rules) }
        let all = evaluator()
        all.run()
        return faults(all.problems, all, .evaluation)
    }

    /// Rows that cannot even be read, by their places in the sheets that were made of them.
    private func unreadable(_ problems: [Diagnostic]) -> Faults {
        var faults = Faults()
        for problem in problems where problem.severity == .error {
            guard case .data(let place) = problem.place, let row = place.row,
                let table = program.tables.firstIndex(where: { Sheet.file($0.name) == place.file })
            else { continue }
            faults.rows[table, default: []].insert(row - Sheet.firstRow)
        }
        return faults
    }

    private func faults(_ problems: [Diagnostic], _ evaluator: Evaluator, _ cause: Faults.Cause) -> Faults {
        var faults = Faults(cause: cause)
        for problem in problems {
            guard let concern = evaluator.concerns?[problem] else { continue }
            note(concern.table, [concern.row], evaluator, &faults.rows)
            var isAwaiting = true
            switch concern.remedy {
            case .none: isAwaiting = false
            case .add(let table, let keys):
                let cells = zip(program.tables[table].keys, keys).map { column, value in
                    Faults.Cell(
                        column: column,
                        text: program.text(value, program.tables[table].columns[column].type, evaluator.data))
                }
                isAwaiting = note(lacking: cells, table, &faults)
            case .remove(let table, let rows) where !isReferredTo(table):
                note(table, rows, evaluator, &faults.surplus)
            case .remove: isAwaiting = false
            }
            if isAwaiting { note(concern.table, [concern.row], evaluator, &faults.awaiting) }
        }
        if cause == .rules {
            for (table, broken) in faults.rows { settle(table, broken, evaluator, &faults) }
        }
        return faults
    }

    /// Rows of the data; instead of rows of a derived table those that it groups.
    private func note(_ table: Int, _ places: [Int], _ evaluator: Evaluator, _ found: inout [Int: Set<Int>]) {
        switch program.tables[table].kind {
        case .data: found[table, default: []].formUnion(places)
        case .lookup: break
        case .derived(let plan, _):
            let places = Set(places)
            let members = (evaluator.caches.derived[table] ?? []).enumerated().filter {
                places.contains(Int($0.element))
            }
            note(plan.table, members.map(\.offset), evaluator, &found)
        }
    }

    /// A row that is to be there; for one of a derived table a row that it would group. Rows of the rules cannot be added.
    private func note(lacking cells: [Faults.Cell], _ table: Int, _ faults: inout Faults) -> Bool {
        switch program.tables[table].kind {
        case .data:
            let fits = cells.allSatisfy { cell in
                guard let schema = program.tables[table].columns[cell.column].schema else { return false }
                switch schema.kind {
                case .text, .number, .date: return SampleWords.fits(cell.text, schema)
                case .ratio, .yesno, .month, .choice, .reference: return true
                }
            }
            if fits { faults.lacking[table, default: []].insert(cells) }
            return fits
        case .lookup: return false
        case .derived(let plan, let keys):
            let groups = program.tables[table].keys
            let below = cells.compactMap { cell in
                groups.firstIndex(of: cell.column).map { Faults.Cell(column: keys[$0], text: cell.text) }
            }
            return note(lacking: below, plan.table, &faults)
        }
    }

    private func settle(_ table: Int, _ broken: Set<Int>, _ evaluator: Evaluator, _ faults: inout Faults) {
        for settled in demands[table].settled {
            let column = program.tables[table].columns[settled.column]
            guard let position = position(table, settled.column), let schema = column.schema else { continue }
            for row in broken.sorted() {
                let value = evaluator.with(table, row) { evaluator.value(settled.value) }
                let text = program.text(value, column.type, evaluator.data)
                if value != .missing, SampleWords.fits(text, schema) {
                    faults.settled.append((table, row, position, text))
                }
            }
        }
    }

    static func plain(_ program: Program) -> Program {
        var program = program
        for table in program.tables.indices {
            program.tables[table].sheet = program.tables[table].name
            for column in program.tables[table].columns.indices {
                guard var schema = program.tables[table].columns[column].schema else { continue }
                schema.origin = .cell
                program.tables[table].columns[column].definition = .stored(schema)
            }
        }
        return program
    }

    private func plainTable(_ table: Int) -> RawTable {
        Sheet(
            table: table, name: program.tables[table].name, headers: stored[table].map(\.schema.header),
            rows: rows[table] ?? []
        ).raw
    }

    // MARK: Mending

    private mutating func mend(_ faults: Faults, _ turn: Int) {
        for (table, rows) in faults.lacking.sorted(by: { $0.key < $1.key }) { add(rows, table) }
        for cell in faults.settled { rows[cell.table]![cell.row][cell.position] = cell.text }
        // What settles cells may be enough.
        let settled = turn % 2 == 0 ? Set(faults.settled.map(\.table)) : []
        for (table, all) in faults.rows.sorted(by: { $0.key < $1.key }) where !settled.contains(table) {
            let broken = all.subtracting(faults.awaiting[table] ?? [])
            if broken.isEmpty { continue }
            if wide(table) != nil {
                mendWide(broken, table, turn)
            } else if faults.cause == .rules {
                replace(broken, table)
            } else if broken.count == rows[table]!.count {
                replaceAll(table, turn)
            } else if !dependants(table).isEmpty {
                liken(broken, table, withCells: turn % 2 == 1)
            } else {
                replace(broken, table)
            }
        }
        for (table, rows) in faults.surplus { remove(rows, table) }
        for table in rows.keys.sorted() { arrange(table) }
    }

    /// Throws all rows of a table anew; if that does not help those that refer to it, or those to which it refers.
    private mutating func replaceAll(_ table: Int, _ turn: Int) {
        replace(Set(rows[table]!.indices), table)
        if turn % 2 == 1 {
            for (other, _) in dependants(table) where wide(other) == nil { replace(Set(rows[other]!.indices), other) }
        }
        if turn % 4 == 2 {
            for target in Set(targets(table)).sorted() where target != table && isData(target) {
                replace(Set(rows[target]!.indices), target)
            }
        }
    }

    /// Rows with the cells that are looked up.
    private mutating func add(_ rows: Set<[Faults.Cell]>, _ table: Int) {
        var taken = Set(keys[table] ?? [])
        let texts = rows.map { cells in
            (cells: cells, order: cells.map(\.text).joined(separator: "\u{1F}"))
        }
        for (cells, _) in texts.sorted(by: { $0.order < $1.order }) {
            var row = self.row(table, self.rows[table]!.count)
            for cell in cells {
                if let position = position(table, cell.column) { row[position] = cell.text }
            }
            let key = key(of: row, table)
            guard key.isEmpty || taken.insert(key).inserted else { continue }
            wanted[table, default: []].insert(key)
            self.rows[table]!.append(row)
        }
    }

    /// Throws rows anew.
    private mutating func replace(_ broken: Set<Int>, _ table: Int) {
        let isNamed = isReferredTo(table)
        let wanted = wanted[table] ?? []
        var taken = Set(keys[table] ?? [])
        for place in broken.sorted() {
            var row = self.row(table, place)
            let old = key(of: rows[table]![place], table)
            // Others may refer to its key, and another row may have the new one.
            if isNamed || wanted.contains(old) || !old.isEmpty && taken.contains(key(of: row, table)) {
                for (index, text) in zip(keyPositions[table], old) { row[index] = text }
            }
            taken.remove(old)
            taken.insert(key(of: row, table))
            rows[table]![place] = row
        }
    }

    /// Of wide sheets the cells are thrown anew; if that does not help the words are left out, and where none would be
    /// left everything is thrown anew.
    private mutating func mendWide(_ broken: Set<Int>, _ table: Int, _ turn: Int) {
        let cells = wide(table)! + 1
        if turn % 2 == 0 {
            for place in broken.sorted() { rows[table]![place][cells] = row(table, place)[cells] }
        } else if broken.count < rows[table]!.count {
            remove(broken, table)
        } else {
            replaceAll(table, turn + 1)
        }
    }

    private mutating func remove(_ places: Set<Int>, _ table: Int) {
        rows[table] = rows[table]!.enumerated().filter { !places.contains($0.offset) }.map(\.element)
    }

    // MARK: Rows behind rows

    /// Tables whose rows refer to a table, with the place of the reference; none of them is referred to itself.
    private func dependants(_ table: Int) -> [(table: Int, position: Int)] {
        program.tables.indices.filter { $0 != table && isData($0) && !isReferredTo($0) }.compactMap { other in
            let position = stored[other].firstIndex { item in
                if case .reference(table) = item.schema.kind { true } else { false }
            }
            return position.map { (other, $0) }
        }
    }

    /// Whoever cannot be assessed gets the records of somebody who can, and if that is not enough the same cells.
    private mutating func liken(_ broken: Set<Int>, _ table: Int, withCells: Bool) {
        let fine = rows[table]!.indices.filter { !broken.contains($0) }
        var models: [(name: String, model: String)] = []
        for (turn, place) in broken.sorted().enumerated() {
            let model = fine[turn % fine.count]
            models.append((reference(to: rows[table]![place], table), reference(to: rows[table]![model], table)))
            if withCells {
                var row = rows[table]![model]
                for position in keyPositions[table] { row[position] = rows[table]![place][position] }
                rows[table]![place] = row
            }
        }
        let changed = Set(models.map(\.name))
        for (other, position) in dependants(table) {
            let behind = Dictionary(grouping: rows[other]!) { $0[position] }
            var new = rows[other]!.filter { !changed.contains($0[position]) }
            var taken = Set(new.map { key(of: $0, other) })
            for (name, model) in models {
                for var row in behind[model] ?? [] {
                    row[position] = name
                    let key = key(of: row, other)
                    if key.isEmpty || taken.insert(key).inserted { new.append(row) }
                }
            }
            rows[other] = new
        }
    }

    /// Removes rows, and those that refer to them.
    private mutating func leaveOut(_ broken: [Int: Set<Int>], _ left: inout [Int: Int]) {
        var removed: [Int: Set<String>] = [:]
        for table in order() {
            let references = stored[table].enumerated().compactMap { position, item -> (Int, Int)? in
                if case .reference(let target) = item.schema.kind { (position, target) } else { nil }
            }
            let gone = rows[table]!.indices.filter { place in
                broken[table]?.contains(place) ?? false
                    || references.contains { removed[$0.1]?.contains(rows[table]![place][$0.0]) ?? false }
            }
            if gone.isEmpty { continue }
            removed[table] = Set(gone.map { reference(to: rows[table]![$0], table) })
            left[table, default: 0] += gone.count
            remove(Set(gone), table)
            self.references[table] = nil
            arrange(table)
        }
    }
}
