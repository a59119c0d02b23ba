import Platform
import RuleSemantics
import RuleSyntax
import Tables

/// Divides people into grades, group after group.
extension BatchEngine {
    /// Whatever the division into grades asks of each person, one number or condition a person.
    private struct People: Sendable {
        /// The rows of those who take part, and the group of each.
        var rows: [Int32]
        var lists: Members
        /// What people are put in order by; of lower numbers first.
        var keys: [[Int64]]
        /// Of the keys so many decide the place, the others only the order.
        var placing: Int
        /// The grade that each is placed in by 定为, -1 for none.
        var placed: [Int32]
        /// Whether a bar keeps a person out, for each bar.
        var bars: [[Int64]]
        /// Whether the thresholds of each grade are met; `nil` where a grade has none.
        var meets: [[Int64]?]
    }

    mutating func computeGrade(_ assessment: Int, _ index: Int) {
        let grade = program.assessments[assessment].grades[index]
        let table = program.assessments[assessment].table
        guard let people = people(grade, table) else {
            failed = true
            return
        }
        if index == 0, grade.when == nil { state.groups[table] = people.lists }
        let shares = shares(grade, table, people)
        let rowCount = state.rowCount(table)
        let divided = divide(grade, people, shares)
        if divided.failed || divided.grades.contains(where: { $0 < 0 }) { failed = true }
        // Where all rows take part they are the people, in their order.
        if people.rows.count == rowCount {
            state.data.tables[table].columns[grade.gradeColumn] = Column(.integers(.choice, .words(divided.grades)))
            state.data.tables[table].columns[grade.placeColumn] = Column(
                .integers(.number(1), .words(divided.places)))
            return
        }
        var grades = [Int64](repeating: Integers.missing, count: rowCount)
        var places = grades
        for (position, row) in people.rows.enumerated() {
            places[Int(row)] = Int64(divided.places[position])
            grades[Int(row)] = Int64(divided.grades[position])
        }
        state.data.tables[table].columns[grade.gradeColumn] = Column(.integers(.choice, Integers(grades)))
        state.data.tables[table].columns[grade.placeColumn] = Column(.integers(.number(1), Integers(places)))
    }

    /// The values of a formula for people, in one piece.
    mutating func vector(_ formula: Formula, _ table: Int, _ rows: Rows, _ count: Int) -> Vector {
        if case .constant(let value) = formula.kind { return .constant(value) }
        let column = Column(
            batches(table, rows, count) {
                let formula = formula.copied
                return { worker, domain in worker.evaluate(formula, domain) }
            })
        return count == 0 ? .missing : column.slice(0, count)
    }

    private mutating func people(_ grade: Grade, _ table: Int) -> People? {
        let keys = grade.keys + grade.tieKeys
        let shares = grade.rows.compactMap { row -> Formula? in
            switch row.share {
            case .ratio(let formula), .heads(let formula), .atLeastRatio(let formula), .atLeastHeads(let formula):
                formula
            case .rest, .none: nil
            }
        }
        prepare(
            grade.per + keys.map(\.formula) + (grade.when.map { [$0] } ?? []) + shares
                + (grade.placements + grade.bars).map(\.condition) + grade.rows.flatMap { $0.thresholds.map(\.bound) },
            [])
        var (rows, count) = state.population(table)
        if let when = grade.when {
            let takesPart = Vector.places(vector(when, table, rows, count).bools(count))
            rows = rows.through(takesPart)
            count = takesPart.count
        }
        let list = rows.list(count)
        // Rows that stand beside one another are read faster.
        if case .range = rows {} else { rows = .list(list) }
        let per = grade.per.map { vector($0, table, rows, count) }
        let values = keys.map { vector($0.formula, table, rows, count) }
        let (engine, size) = (self, count)
        let (lists, ranked) = Platform.both(
            bytes: size * MemoryLayout<Int64>.size,
            {
                let (index, numbers) = KeyIndex.numbering(per, size, missingCounts: true)
                return KeyIndex.lists(numbers, index.count)
            },
            {
                BatchWorker(engine.state).ranking(
                    values, keys.map(\.formula.type), ascending: keys.map(\.ascending), size)
            })
        guard let ranking = ranked else { return nil }
        var placed = [Int32](repeating: -1, count: count)
        for placement in grade.placements {
            // Of several the lowest grade wins, of equal ones the last.
            let met = vector(placement.condition, table, rows, count).bools(count)
            for index in 0..<count where met[index] == 1 && Int32(placement.row) >= placed[index] {
                placed[index] = Int32(placement.row)
            }
        }
        let bars = grade.bars.map { vector($0.condition, table, rows, count).bools(count) }
        let meets = grade.rows.map { row -> [Int64]? in
            row.thresholds.isEmpty
                ? nil
                : row.thresholds.reduce(Array(repeating: 1, count: count)) { met, threshold in
                    let bound = vector(threshold.bound, table, rows, count)
                    let own = BatchWorker(state).compare(
                        threshold.comparison, values[0], bound, grade.keys[0].formula.type, count
                    ).bools(count)
                    return zip(met, own).map { $0 == 1 && $1 == 1 ? 1 : 0 }
                }
        }
        return People(
            rows: list, lists: lists, keys: ranking,
            placing: grade.keys.count, placed: placed, bars: bars, meets: meets)
    }

    /// What each group shares out: groups of a size with the same shares are alike.
    private struct Shares: Sendable {
        /// For each grade the share that each group names, as its first member has it.
        var values: [Vector?]
        /// The number of each group's kind, and how many kinds there are.
        var kinds: [Int32]
        var kindCount: Int
    }

    private mutating func shares(_ grade: Grade, _ table: Int, _ people: People) -> Shares {
        let offsets = people.lists.offsets
        let groups = offsets.count - 1
        let firsts = (0..<groups).map { people.rows[Int(people.lists.rows[Int(offsets[$0])])] }
        let values = grade.rows.map { row -> Vector? in
            switch row.share {
            case .ratio(let formula), .heads(let formula), .atLeastRatio(let formula), .atLeastHeads(let formula):
                vector(formula, table, .list(firsts), groups)
            case .rest, .none: nil
            }
        }
        let sizes = Vector.numbers((0..<groups).map { Int64(offsets[$0 + 1] - offsets[$0]) })
        let (index, kinds) = KeyIndex.numbering([sizes] + values.compactMap { $0 }, groups, missingCounts: true)
        return Shares(values: values, kinds: kinds, kindCount: index.count)
    }

    // MARK: Groups

    private struct Divided: Sendable {
        var places: [Int32]
        var grades: [Int32]
        var failed = false
    }

    /// Some thousands of groups at a time on each thread.
    private func divide(_ grade: Grade, _ people: People, _ shares: Shares) -> Divided {
        let groups = people.lists.offsets.count - 1
        let size = 4096
        let parts = Platform.map((groups + size - 1) / size) { index -> Divided in
            var division = GroupDivision(grade, people, shares)
            return division.divide((index * size)..<min(groups, (index + 1) * size))
        }
        var all = Divided(
            places: Array(repeating: 0, count: people.rows.count),
            grades: Array(repeating: -1, count: people.rows.count))
        var next = 0
        for part in parts {
            for index in part.places.indices {
                let position = Int(people.lists.rows[next])
                all.places[position] = part.places[index]
                all.grades[position] = part.grades[index]
                next += 1
            }
            all.failed = all.failed || part.failed
        }
        return all
    }

    /// Divides groups, one after another, with the same scratch memory.
    private struct GroupDivision {
        let grade: Grade
        let people: People
        let shares: Shares
        /// The seats of each kind of group, once they are known.
        private var known: [Seats?]
        /// The keys of the members, key after key, and the members in order.
        private var keys: [Int64] = []
        private var order: [Int32] = []
        private var line: [Int32] = []
        private var waiting: [Int32] = []

        private let gradeCount: Int
        private let tiesIn: Bool
        private let hasPlacements: Bool
        private let hasBars: Bool

        init(_ grade: Grade, _ people: People, _ shares: Shares) {
            self.grade = grade
            self.people = people
            self.shares = shares
            known = Array(repeating: nil, count: shares.kindCount)
            gradeCount = grade.rows.count
            tiesIn = grade.tiesIn
            hasPlacements = !grade.placements.isEmpty
            hasBars = !grade.bars.isEmpty
        }

        mutating func divide(_ groups: Range<Int>) -> Divided {
            let first = Int(people.lists.offsets[groups.lowerBound])
            let count = Int(people.lists.offsets[groups.upperBound]) - first
            var divided = Divided(
                places: Array(repeating: 0, count: count), grades: Array(repeating: -1, count: count))
            for group in groups {
                let members = people.lists[group]
                let seats = seats(group, members)
                if seats.shareSum > 1 { divided.failed = true }
                divide(members, seats, Int(people.lists.offsets[group]) - first, &divided)
            }
            return divided
        }

        private mutating func seats(_ group: Int, _ members: ArraySlice<Int32>) -> Seats {
            let kind = Int(shares.kinds[group])
            if !hasPlacements, let seats = known[kind] { return seats }
            let placed = members.compactMap { people.placed[Int($0)] < 0 ? nil : Int(people.placed[Int($0)]) }
            let seats = Seats(
                grade, members: members.count, placed: placed, shares: shares.values.map { $0?[group].number ?? 0 })
            if !hasPlacements { known[kind] = seats }
            return seats
        }

        /// Gives each member a place and a grade, from the top grade down.
        private mutating func divide(
            _ members: ArraySlice<Int32>, _ seats: Seats, _ start: Int, _ divided: inout Divided
        ) {
            let base = members.startIndex
            keys.removeAll(keepingCapacity: true)
            for key in people.keys { for member in members { keys.append(key[Int(member)]) } }
            sort(members.count)
            for (position, member) in order.enumerated() {
                let isTied = position > 0 && isTied(order[position - 1], member, members.count, people.placing)
                divided.places[start + Int(member)] =
                    isTied ? divided.places[start + Int(order[position - 1])] : Int32(position + 1)
            }
            waiting.removeAll(keepingCapacity: true)
            for member in order {
                // Members lie far apart: nothing of theirs is looked at for nothing.
                let placed = hasPlacements ? people.placed[Int(members[base + Int(member)])] : -1
                if placed >= 0 { divided.grades[start + Int(member)] = placed } else { waiting.append(member) }
            }
            var taken = 0
            for index in 0..<gradeCount where !waiting.isEmpty {
                line.removeAll(keepingCapacity: true)
                for member in waiting
                where !hasBars || !isBarred(members[base + Int(member)], from: index, refilled: true) {
                    line.append(member)
                }
                var winners = 0
                var from = 0
                while from < line.count {
                    var end = from + 1
                    while end < line.count, isTied(line[from], line[end], members.count, people.keys.count) { end += 1 }
                    // All tied have the place of the first, or, where ties fall out, of the last.
                    let place = taken + (tiesIn ? from + 1 : end)
                    if let limit = seats.limits[index], place > limit { break }
                    for member in line[from..<end] {
                        let person = members[base + Int(member)]
                        if people.meets[index]?[Int(person)] == 0 { continue }
                        if hasBars, isBarred(person, from: index, refilled: false) { continue }
                        divided.grades[start + Int(member)] = Int32(index)
                        winners += 1
                    }
                    from = end
                }
                if winners == 0 { continue }
                taken += winners
                waiting.removeAll { divided.grades[start + Int($0)] >= 0 }
            }
        }

        /// Whether a person is kept out of a grade: by a bar after which others move up, or by one that leaves the
        /// seat empty. Of several bars the first counts.
        private func isBarred(_ person: Int32, from row: Int, refilled: Bool) -> Bool {
            for (position, bar) in grade.bars.enumerated()
            where bar.row == row && people.bars[position][Int(person)] == 1 {
                return bar.refill == refilled
            }
            return false
        }

        /// Whether two members are equal in so many keys.
        private func isTied(_ left: Int32, _ right: Int32, _ size: Int, _ count: Int) -> Bool {
            for index in 0..<count where keys[index * size + Int(left)] != keys[index * size + Int(right)] {
                return false
            }
            return true
        }

        /// Puts the positions of the members in order; those that are equal stay in their order.
        private mutating func sort(_ size: Int) {
            order.removeAll(keepingCapacity: true)
            for index in 0..<size { order.append(Int32(index)) }
            let (keys, count) = (keys, people.keys.count)
            func precedes(_ left: Int32, _ right: Int32) -> Bool {
                for index in 0..<count {
                    let (a, b) = (keys[index * size + Int(left)], keys[index * size + Int(right)])
                    if a != b { return a < b }
                }
                return left < right
            }
            sortFew(&order, precedes)
        }
    }
}
