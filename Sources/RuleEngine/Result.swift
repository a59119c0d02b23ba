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

    /// Rows by the groups of the first grade, then by place, then by key.
    package func sortedRows(_ assessment: Assessment) -> [Int] {
        let table = assessment.table
        let grade = assessment.grades.first
        let keys: [(row: Int, group: [String], place: Number, key: String)] = population(table).map { row in
            with(table, row) {
                let group = grade.map { $0.per.map { program.text(value($0), $0.type, data) } } ?? []
                let place = grade.flatMap { cell(table, $0.placeColumn, row).number } ?? 0
                return (row, group, place, program.rowText(table, row, data))
            }
        }
        return keys.sorted { left, right in
            if left.group != right.group { return left.group.lexicographicallyPrecedes(right.group) }
            if left.place != right.place { return left.place < right.place }
            return left.key < right.key
        }.map(\.row)
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
