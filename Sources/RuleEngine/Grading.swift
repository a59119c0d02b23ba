import RuleSemantics
import RuleSyntax
package import Tables

/// What one 评定 came to: its groups, with the places and seats of each.
package struct Grading: Sendable {
    package struct Group: Sendable {
        /// The values that its members share, as texts.
        package var name: [String]
        package var members: [Int]
        /// The number that the shares are taken of.
        package var base: Int
        /// For each grade the seats before rounding, where the grade has a share.
        package var exact: [Number?]
        /// For each grade how many places it and those above it have; `nil` is no limit.
        package var limits: [Int?]
        /// Those placed by 定为, by the index of the condition.
        package var placed: [Int: Int]
        /// Those kept out of a grade by 不得, by the index of the condition.
        package var barred: [Int: [Int]]
        package var grades: [Int: Int]
        package var places: [Int: Int]
    }

    package var groups: [Group] = []
}

/// Divides people into grades.
extension Evaluator {
    func computeGrade(_ assessment: Int, _ index: Int) {
        let grade = program.assessments[assessment].grades[index]
        let table = program.assessments[assessment].table
        var grades = [Value](repeating: .missing, count: data.tables[table].rowCount)
        var places = grades
        let grading = grading(assessment, index)
        for group in grading.groups {
            for row in group.members {
                places[row] = .number(Number(group.places[row] ?? 0))
                if let won = group.grades[row] { grades[row] = .choice(won) }
            }
        }
        knownGradings?[GradeID(assessment: assessment, grade: index)] = grading
        data.tables[table].columns[grade.gradeColumn] = Column(packing: grades)
        data.tables[table].columns[grade.placeColumn] = Column(packing: places)
    }

    /// What a 评定 comes to.
    func grading(_ assessment: Int, _ index: Int) -> Grading {
        let grade = program.assessments[assessment].grades[index]
        let table = program.assessments[assessment].table
        var grading = Grading()
        for members in groups(grade, table) {
            var group = seats(grade, table, members)
            divide(grade, table, &group)
            let without = members.filter { group.grades[$0] == nil }
            if !without.isEmpty {
                report(
                    .noGrade(
                        grade: grade.name, group: groupName(group), size: members.count,
                        who: without.map { program.rowText(table, $0, data) }.sorted()))
            }
            grading.groups.append(group)
        }
        return grading
    }

    /// The group in which a row was graded; `nil` for one that takes no part.
    package func group(of row: Int, _ grade: GradeID) -> Grading.Group? {
        gradings[grade]?.groups.first { $0.places[row] != nil }
    }

    private func groupName(_ group: Grading.Group) -> String {
        group.name.isEmpty ? "全体" : group.name.joined(separator: " ")
    }

    func with<T>(_ table: Int, _ row: Int, _ body: () -> T) -> T {
        let outer = (frames, results)
        // What is remembered is another row's.
        (frames, results) = ([Frame(table: table, row: row, members: [])], nil)
        defer { (frames, results) = outer }
        return body()
    }

    /// Those who take part, by the values of 每.
    private func groups(_ grade: Grade, _ table: Int) -> [[Int]] {
        var order: [[Value]] = []
        var groups: [[Value]: [Int]] = [:]
        for row in population(table) {
            let (takesPart, key) = with(table, row) {
                (applies(grade.when), grade.per.map(value))
            }
            guard takesPart else { continue }
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(row)
        }
        return order.map { groups[$0]! }
    }

    // MARK: Seats

    /// The seats of each grade in a group.
    private func seats(_ grade: Grade, _ table: Int, _ members: [Int]) -> Grading.Group {
        let first = members[0]
        var placed: [Int: Int] = [:]
        for row in members {
            let met = with(table, row) {
                grade.placements.indices.filter { decides(grade.placements[$0].condition) }
            }
            // Of several the lowest grade wins.
            placed[row] = met.max { grade.placements[$0].row < grade.placements[$1].row }
        }
        let base = grade.baseIncludesPlaced ? members.count : members.count - placed.count
        let names = with(table, first) { zip(grade.per, grade.per.map(value)).map { program.text($1, $0.type, data) } }
        var group = Grading.Group(
            name: names, members: members, base: base, exact: [], limits: [], placed: placed, barred: [:], grades: [:],
            places: [:])
        with(table, first) { self.limits(grade, &group) }
        return group
    }

    private func limits(_ grade: Grade, _ group: inout Grading.Group) {
        let shares = grade.rows.map { row -> Number in
            switch row.share {
            case .ratio(let share), .heads(let share), .atLeastRatio(let share), .atLeastHeads(let share):
                value(share).number ?? 0
            case .rest, .none: 0
            }
        }
        let seats = Seats(
            grade, members: group.members.count, placed: group.placed.values.map { grade.placements[$0].row },
            shares: shares)
        if seats.shareSum > 1 {
            report(
                .sharesOver(
                    grade: grade.name, group: groupName(group), sum: CellReader.percentText(seats.shareSum)))
        }
        group.exact = seats.exact
        group.limits = seats.limits
    }

    // MARK: Places

    /// Gives each member a place and a grade, from the top grade down.
    private func divide(_ grade: Grade, _ table: Int, _ group: inout Grading.Group) {
        let keys = (grade.keys + grade.tieKeys)
        let values = Dictionary(
            uniqueKeysWithValues: group.members.map { row in (row, with(table, row) { keys.map { value($0.formula) } })
            })
        func order(_ left: Int, _ right: Int, _ count: Int) -> Int {
            for index in 0..<count {
                let order = self.order(values[left]![index], values[right]![index], keys[index].formula.type) ?? 0
                if order != 0 { return keys[index].ascending ? order : -order }
            }
            return 0
        }
        let sorted = group.members.sorted { order($0, $1, keys.count) < 0 }
        for (position, row) in sorted.enumerated() {
            let isTied = position > 0 && order(sorted[position - 1], row, grade.keys.count) == 0
            group.places[row] = isTied ? group.places[sorted[position - 1]]! : position + 1
        }
        for (row, condition) in group.placed { group.grades[row] = grade.placements[condition].row }
        var waiting = sorted.filter { group.placed[$0] == nil }
        var taken = 0
        for index in grade.rows.indices {
            let bars = self.bars(grade, index, table, waiting)
            for (row, bar) in bars { group.barred[row, default: []].append(bar) }
            let line = waiting.filter { row in bars[row].map { !grade.bars[$0].refill } ?? true }
            let winners = Set(
                self.winners(line, of: grade, index, taken, group.limits[index], table) {
                    order($0, $1, keys.count) == 0
                }
                .filter { bars[$0] == nil })
            for row in winners { group.grades[row] = index }
            if !winners.isEmpty { coverage?.reached.insert(.row(grade.rows[index].range)) }
            taken += winners.count
            waiting.removeAll { winners.contains($0) }
        }
    }

    private func bars(_ grade: Grade, _ index: Int, _ table: Int, _ waiting: [Int]) -> [Int: Int] {
        var bars: [Int: Int] = [:]
        for (position, bar) in grade.bars.enumerated() where bar.row == index {
            for row in waiting where bars[row] == nil && with(table, row, { decides(bar.condition) }) {
                bars[row] = position
            }
        }
        return bars
    }

    /// Those of a line, best first, whose place is within the limit and who meet the thresholds.
    private func winners(
        _ line: [Int], of grade: Grade, _ index: Int, _ taken: Int, _ limit: Int?, _ table: Int,
        _ tied: (Int, Int) -> Bool
    ) -> [Int] {
        var winners: [Int] = []
        var start = 0
        while start < line.count {
            var end = start + 1
            while end < line.count, tied(line[start], line[end]) { end += 1 }
            // All tied have the place of the first, or, where ties fall out, of the last.
            let place = taken + (grade.tiesIn ? start + 1 : end)
            if limit.map({ place > $0 }) ?? false { break }
            winners += line[start..<end].filter { meets(grade, index, table, $0) }
            start = end
        }
        return winners
    }

    private func meets(_ grade: Grade, _ index: Int, _ table: Int, _ row: Int) -> Bool {
        with(table, row) {
            let score = value(grade.keys[0].formula)
            return grade.rows[index].thresholds.allSatisfy {
                compare($0.comparison, score, value($0.bound), grade.keys[0].formula.type) == .bool(true)
            }
        }
    }
}
