import Diagnostics
package import RuleSemantics
package import Tables

/// What an evaluation gives to its reader: a table of texts for each assessment.
package struct Result: Sendable {
    package struct Sheet: Sendable {
        package struct Column: Sendable {
            package var header: String
            package var isNumber: Bool
        }

        package var name: String
        package var columns: [Column]
        package var rows: [[Cell]]
    }

    package struct Cell: Hashable, Sendable {
        /// As it is printed: numbers at the declared decimals, ratios as per cent.
        package var text: String
        /// The exact number, where it is one.
        package var number: Number?
        package var isEmpty: Bool
    }

    package var title: String
    package var sheets: [Sheet]
}

extension Evaluator {
    /// The output of every assessment, its rows by group, place and key: whatever the order of the data.
    package func result() -> Result {
        Result(
            title: program.title,
            sheets: program.assessments.map { assessment in
                Result.Sheet(
                    name: program.tables[assessment.table].name,
                    columns: assessment.output.map {
                        Result.Sheet.Column(header: $0.header, isNumber: $0.formula.type.kind == .number)
                    },
                    rows: sortedRows(assessment).map { row in
                        with(assessment.table, row) { assessment.output.map(self.cell) }
                    })
            })
    }

    private func cell(_ column: OutputColumn) -> Result.Cell {
        let value = value(column.formula)
        guard case .number(let number) = value else {
            return Result.Cell(
                text: program.text(value, column.formula.type, data), number: nil, isEmpty: value == .missing)
        }
        if column.percent {
            return Result.Cell(text: CellReader.percentText(number), number: number, isEmpty: false)
        }
        let text: String
        if let places = column.places, (number.finiteDecimalPlaces ?? Int.max) <= places {
            text = number.decimal(places: places)
        } else {
            text = number.description
        }
        return Result.Cell(text: text, number: number, isEmpty: false)
    }

    /// Rows by the groups of the first grade, then by place, then by key, each in its own order.
    package func sortedRows(_ assessment: Assessment) -> [Int] {
        let table = assessment.table
        let grade = assessment.grades.first
        let keys: [(row: Int, group: [(Value, ValueType)], place: Number)] = population(table).map { row in
            with(table, row) {
                let group = grade.map { $0.per.map { (value($0), $0.type) } } ?? []
                return (row, group, grade.flatMap { cell(table, $0.placeColumn, row).number } ?? 0)
            }
        }
        return keys.sorted { left, right in
            for (a, b) in zip(left.group, right.group) {
                let order = listed(a.0, b.0, a.1)
                if order != 0 { return order < 0 }
            }
            if left.place != right.place { return left.place < right.place }
            return listedRows(table, left.row, right.row) < 0
        }.map(\.row)
    }

    /// The order in which values are listed: numbers, dates and months by size, choices as they are declared, texts by
    /// their letters, rows by their keys. Negative when the first comes first.
    private func listed(_ left: Value, _ right: Value, _ type: ValueType) -> Int {
        func sign<T: Comparable>(_ a: T, _ b: T) -> Int { a < b ? -1 : a > b ? 1 : 0 }
        switch (left, right) {
        case (.row(let a), .row(let b)):
            guard case .row(let table) = type.kind else { return sign(a, b) }
            return listedRows(table, a, b)
        case (.choice(let a), .choice(let b)): return sign(a, b)
        case (.text(let a), .text(let b)): return sign(a, b)
        case (.missing, .missing): return 0
        case (.missing, _): return 1
        case (_, .missing): return -1
        default:
            if let a = left.position, let b = right.position { return sign(a, b) }
            return sign(program.text(left, type, data), program.text(right, type, data))
        }
    }

    private func listedRows(_ table: Int, _ left: Int, _ right: Int) -> Int {
        for key in program.tables[table].keys {
            let order = listed(cell(table, key, left), cell(table, key, right), program.tables[table].columns[key].type)
            if order != 0 { return order }
        }
        return 0
    }

    /// The assessed row with a key, if there is one.
    package func row(key: String, _ assessment: Assessment) -> Int? {
        population(assessment.table).first { program.rowText(assessment.table, $0, data) == key }
    }

    /// The keys of all assessed rows.
    package func keys(_ assessment: Assessment) -> [String] {
        population(assessment.table).map { program.rowText(assessment.table, $0, data) }
    }
}
