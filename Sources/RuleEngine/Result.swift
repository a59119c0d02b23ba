import Diagnostics
package import RuleSemantics
package import Tables

/// What an evaluation gives to its reader: a table of texts for each assessment.
package struct Result: Sendable {
    package struct Sheet: Sendable {
        package struct Column: Sendable {
            package var header: String
            package var isNumber: Bool
            package var role: Role
            /// Decimals to print, where they are declared.
            package var places: Int?
            package var isPercent: Bool
        }

        /// What a column is to its reader.
        package enum Role: Hashable, Sendable {
            /// Names the person.
            case key
            case plain
            /// The score of a section.
            case score
            case total
            case place
            case grade
            /// What a grade brings with it.
            case gradeValue
        }

        /// Those who are compared with one another in the first 评定, beside one another.
        package struct Group: Sendable {
            /// What they share; empty without 每.
            package var name: [String]
            package var rows: Range<Int>
            /// How many have each grade, from the best.
            package var counts: [Int]
        }

        package var name: String
        package var columns: [Column]
        package var rows: Rows
        /// The row of the assessed table that each row is about.
        package var people: [Int]
        /// The columns by which people are grouped.
        package var groupHeaders: [String]
        package var groups: [Group]
        /// The grades of the first 评定, from the best; empty without one.
        package var grades: [String]
    }

    package struct Cell: Hashable, Sendable {
        /// As it is printed: numbers at the declared decimals, ratios as per cent.
        package var text: String
        /// The exact number, where it is one.
        package var number: Number?
        package var isEmpty: Bool
        /// The place of a grade from the best, 0, where the cell is one.
        package var grade: Int?
    }

    /// The rows of a sheet. Where the evaluation has made columns of them, the cells of a row are made when it is asked
    /// for: those of a million would take more memory than all that they are made of.
    package struct Rows: RandomAccessCollection, Equatable, Sendable {
        private enum Source: Sendable {
            case cells([[Cell]])
            case columns(OutputCells)
        }

        private let source: Source

        fileprivate init(_ cells: [[Cell]]) { source = .cells(cells) }

        fileprivate init(_ columns: OutputCells) { source = .columns(columns) }

        package var startIndex: Int { 0 }

        package var endIndex: Int {
            switch source {
            case .cells(let cells): cells.count
            case .columns(let columns): columns.order.count
            }
        }

        package subscript(row: Int) -> [Cell] {
            switch source {
            case .cells(let cells): cells[row]
            case .columns(let columns): columns.row(row)
            }
        }

        /// The cells of a column in some of the rows.
        package func cells(ofColumn column: Int, _ rows: Range<Int>) -> Cells {
            switch source {
            case .cells(let cells):
                Cells(different: cells[rows].map { $0[column] }, places: Array(0..<Int32(rows.count)))
            case .columns(let columns): columns.cells(ofColumn: column, rows)
            }
        }

        package static func == (left: Self, right: Self) -> Bool { left.elementsEqual(right) }
    }

    /// Cells of a column, equal ones made once: many people have the same number of points.
    package struct Cells: RandomAccessCollection, Sendable {
        package private(set) var different: [Cell]
        /// Which of them stands in each row.
        private var places: [Int32]

        fileprivate init(different: [Cell] = [], places: [Int32] = []) {
            self.different = different
            self.places = places
        }

        package var startIndex: Int { 0 }
        package var endIndex: Int { places.count }
        package subscript(row: Int) -> Cell { different[Int(places[row])] }

        /// What becomes of each cell, where equal cells become equal things.
        package func mapEach<T>(_ body: (Cell) -> T) -> [T] {
            let mapped = different.map(body)
            return places.map { mapped[Int($0)] }
        }

        fileprivate mutating func append(_ place: Int32) { places.append(place) }

        /// One that did not occur yet; gives its place.
        fileprivate mutating func append(_ cell: Cell) -> Int32 {
            different.append(cell)
            places.append(Int32(different.count - 1))
            return places[places.count - 1]
        }
    }

    package var title: String
    package var sheets: [Sheet]
}

/// The cells of an assessment's output, out of the columns that batches made.
private struct OutputCells: Sendable {
    let program: Program
    let data: Dataset
    let output: [OutputColumn]
    /// Whether the cells of each column are grades.
    let isGrade: [Bool]
    let columns: [Column]
    /// Which of the assessed rows stands in each row.
    let order: [Int32]

    func row(_ row: Int) -> [Result.Cell] {
        output.indices.map { cell($0, columns[$0][Int(order[row])]) }
    }

    private func cell(_ column: Int, _ value: Value) -> Result.Cell {
        var cell = output[column].cell(value, program, data)
        if isGrade[column], case .choice(let place) = value { cell.grade = place }
        return cell
    }

    func cells(ofColumn column: Int, _ rows: Range<Int>) -> Result.Cells {
        var cells = Result.Cells()
        /// `code` tells equal values in a row of the column.
        func add(_ code: (Int) -> Int64) {
            var known: [Int64: Int32] = [:]
            for row in order[rows] {
                let code = code(Int(row))
                if let place = known[code] {
                    cells.append(place)
                } else {
                    known[code] = cells.append(cell(column, columns[column][Int(row)]))
                }
            }
        }
        switch columns[column].storage {
        case .integers(_, let numbers): add { numbers[$0] }
        case .coded(let codes, _): add { Int64(codes[$0]) }
        case .values, .ratios, .texts:
            for row in order[rows] { _ = cells.append(cell(column, columns[column][Int(row)])) }
        }
        return cells
    }
}

extension Evaluator {
    /// The output of every assessment, its rows by group, place and key: whatever the order of the data.
    package func result() -> Result {
        Result(title: program.title, sheets: program.assessments.indices.map(sheet))
    }

    private func sheet(_ index: Int) -> Result.Sheet {
        let assessment = program.assessments[index]
        let table = program.tables[assessment.table]
        let assessed = outputs.isEmpty ? [] : population(assessment.table)
        let people = outputs.isEmpty ? sortedRows(assessment) : orders[index].map { assessed[Int($0)] }
        let columns = assessment.output.map { column in
            Result.Sheet.Column(
                header: column.header, isNumber: column.formula.type.kind == .number, role: role(column, table),
                places: column.places, isPercent: column.percent)
        }
        let rows: Result.Rows
        if outputs.isEmpty {
            rows = Result.Rows(
                people.map { row in
                    with(assessment.table, row) {
                        zip(assessment.output, columns).map { self.cell($0, isGrade: $1.role == .grade) }
                    }
                })
        } else {
            rows = Result.Rows(
                OutputCells(
                    program: program, data: data, output: assessment.output,
                    isGrade: columns.map { $0.role == .grade }, columns: outputs[index], order: orders[index]))
        }
        let grade = assessment.grades.first
        return Result.Sheet(
            name: table.name, columns: columns, rows: rows, people: people, groupHeaders: grade?.perNames ?? [],
            groups: groups(people, assessment), grades: grade?.rows.map(\.label) ?? [])
    }

    /// Rows beside one another that share the values of 每.
    private func groups(_ people: [Int], _ assessment: Assessment) -> [Result.Sheet.Group] {
        var groups: [Result.Sheet.Group] = []
        let grade = assessment.grades.first
        for (position, row) in people.enumerated() {
            let name = groupName(row, assessment)
            if groups.last?.name != name || groups.isEmpty {
                let counts = Array(repeating: 0, count: grade?.rows.count ?? 0)
                groups.append(Result.Sheet.Group(name: name, rows: position..<position, counts: counts))
            }
            groups[groups.count - 1].rows = groups[groups.count - 1].rows.lowerBound..<(position + 1)
            if let grade, case .choice(let won) = cell(assessment.table, grade.gradeColumn, row) {
                groups[groups.count - 1].counts[won] += 1
            }
        }
        return groups
    }

    private func groupName(_ row: Int, _ assessment: Assessment) -> [String] {
        guard let per = assessment.grades.first?.per else { return [] }
        return with(assessment.table, row) { per.map { program.text(value($0), $0.type, data) } }
    }

    private func role(_ column: OutputColumn, _ table: ProgramTable) -> Result.Sheet.Role {
        var formula = column.formula
        if case .rounded(let inner, _, _) = formula.kind { formula = inner }
        guard case .column(0, let index) = formula.kind else { return .plain }
        switch table.columns[index].definition {
        case .score(0): return .total
        case .score: return .score
        case .place: return .place
        case .grade: return .grade
        case .gradeValue: return .gradeValue
        case .stored, .value, .population, .groupKey, .requirement, .met, .lacking:
            return table.keys.contains(index) ? .key : .plain
        }
    }

    private func cell(_ column: OutputColumn, isGrade: Bool) -> Result.Cell {
        let value = value(column.formula)
        var cell = column.cell(value, program, data)
        if isGrade, case .choice(let place) = value { cell.grade = place }
        return cell
    }

    /// Rows by the groups of the first grade, then by place, those without one last, then by key, each in its own order.
    package func sortedRows(_ assessment: Assessment) -> [Int] {
        let table = assessment.table
        let grade = assessment.grades.first
        let per = grade?.per ?? []
        // Groups are few beside people: they are put in order first.
        var numbers: [[Value]: Int] = [:]
        var groups: [[Value]] = []
        let keys: [(row: Int, group: Int, place: Number)] = population(table).map { row in
            let group = with(table, row) { per.map { value($0) } }
            let number = numbers[group] ?? groups.count
            if number == groups.count {
                numbers[group] = number
                groups.append(group)
            }
            let place = grade.map { cell(table, $0.placeColumn, row).number ?? Number(Int.max) } ?? 0
            return (row, number, place)
        }
        let sorted = groups.indices.sorted { left, right in
            for (index, formula) in per.enumerated() {
                let order = listed(groups[left][index], groups[right][index], formula.type)
                if order != 0 { return order < 0 }
            }
            return false
        }
        var ranks = [Int](repeating: 0, count: groups.count)
        for (rank, group) in sorted.enumerated() {
            // Groups that are listed alike, as two rows of one name, stand together.
            let isLike =
                rank > 0
                && per.indices.allSatisfy {
                    listed(groups[sorted[rank - 1]][$0], groups[group][$0], per[$0].type) == 0
                }
            ranks[group] = isLike ? ranks[sorted[rank - 1]] : rank
        }
        return keys.sorted { left, right in
            if left.group != right.group, ranks[left.group] != ranks[right.group] {
                return ranks[left.group] < ranks[right.group]
            }
            if left.place != right.place { return left.place < right.place }
            return listedRows(table, left.row, right.row) < 0
        }.map(\.row)
    }

    /// The order in which values are listed: numbers, dates and months by size, choices as they are declared, texts by
    /// their letters, rows by their keys. Negative when the first comes first.
    func listed(_ left: Value, _ right: Value, _ type: ValueType) -> Int {
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

    func listedRows(_ table: Int, _ left: Int, _ right: Int) -> Int {
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

    /// The assessed table in which some row has a key, assessed or not.
    package func assessedTable(with key: String) -> String? {
        for assessment in program.assessments {
            let table = assessment.table
            if (0..<data.tables[table].rowCount).contains(where: { program.rowText(table, $0, data) == key }) {
                return program.tables[table].name
            }
        }
        return nil
    }

    /// The keys of all assessed rows.
    package func keys(_ assessment: Assessment) -> [String] {
        population(assessment.table).map { program.rowText(assessment.table, $0, data) }
    }
}
