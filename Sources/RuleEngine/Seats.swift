import RuleSemantics
import RuleSyntax
import Tables

/// How many of a group may have each grade.
struct Seats: Sendable {
    /// The number that the shares are taken of.
    let base: Int
    /// For each grade the seats before rounding, where the grade has a share.
    let exact: [Number?]
    /// For each grade how many places it and those above it have; `nil` is no limit.
    private(set) var limits: [Int?]
    /// What the shares come to together.
    let shareSum: Number

    /// `placed` are the grades of the members who do not stand in line; `shares` are the values of the shares, 0 for a
    /// grade without one.
    init(_ grade: Grade, members: Int, placed: [Int], shares: [Number]) {
        base = grade.baseIncludesPlaced ? members : members - placed.count
        let size = Number(base)
        var exact: [Number?] = []
        var sum = Number(0)
        for (row, share) in zip(grade.rows, shares) {
            switch row.share {
            case .ratio:
                sum += share
                exact.append(share * size)
            case .heads: exact.append(share)
            case .rest, .atLeastRatio, .atLeastHeads, .none: exact.append(nil)
            }
        }
        self.exact = exact
        shareSum = sum
        limits = []
        let seats = Self.rounded(exact, grade, size)
        let others = seats.reduce(0) { $0 + ($1 ?? 0) }
        var upTo = 0
        for (index, row) in grade.rows.enumerated() {
            switch row.share {
            case .ratio, .heads: upTo += seats[index] ?? 0
            case .rest: upTo += max(0, base - others)
            case .atLeastRatio, .atLeastHeads, .none: break
            }
            let isOpen: Bool
            switch row.share {
            case .none, .atLeastRatio, .atLeastHeads: isOpen = true
            case .ratio, .heads, .rest: isOpen = false
            }
            // The last grade takes all who remain.
            limits.append(index == grade.rows.count - 1 || isOpen ? nil : min(upTo, base))
        }
        keepMinima(grade, inLine: members - placed.count, placed, shares)
    }

    /// `保底 20%` of a later grade takes its seats from all before it.
    ///
    /// The limits speak of those who stand in line; people placed in the grade or below it fill its seats too, people placed
    /// between the two do not.
    private mutating func keepMinima(_ grade: Grade, inLine: Int, _ placed: [Int], _ shares: [Number]) {
        let everybody = Number(inLine + placed.count)
        var kept = 0
        // How many of those in line must be left for the grades below.
        var needed = 0
        for index in grade.rows.indices.reversed() {
            if needed > 0 {
                let most = max(0, inLine - needed)
                limits[index] = min(limits[index] ?? most, most)
            }
            switch grade.rows[index].share {
            case .atLeastRatio: kept += Self.whole((shares[index] * Number(base)).ceiling, most: everybody)
            case .atLeastHeads: kept += Self.whole(shares[index].ceiling, most: everybody)
            case .rest, .ratio, .heads, .none: continue
            }
            needed = max(needed, kept - placed.count { $0 >= index })
        }
    }

    /// A whole number of seats, of which there are no more than people.
    private static func whole(_ number: Number, most: Number) -> Int { max(0, min(number, most)).toInt() ?? 0 }

    /// Whole seats for the shares, by the declared convention.
    private static func rounded(_ exact: [Number?], _ grade: Grade, _ base: Number) -> [Int?] {
        func whole(_ number: Number) -> Int { Self.whole(number, most: base) }
        switch grade.rounding {
        case .each(let mode): return exact.map { $0.map { whole($0.rounded(toPlaces: 0, mode)) } }
        case .cumulative(let mode):
            var sum = Number(0)
            var taken = 0
            return exact.map { seats in
                guard let seats else { return nil }
                sum += seats
                let upTo = whole(sum.rounded(toPlaces: 0, mode))
                defer { taken = upTo }
                return upTo - taken
            }
        case .largestRemainder:
            // Hamilton's method, the rest taking part as a share of its own; equal remainders go to the higher grade.
            let given = exact.reduce(Number(0)) { $0 + ($1 ?? 0) }
            let hasRest = grade.rows.contains { if case .rest = $0.share { true } else { false } }
            let all = exact.enumerated().compactMap { index, seats -> (index: Int, exact: Number)? in
                if let seats { return (index, seats) }
                guard case .rest = grade.rows[index].share else { return nil }
                return (index, max(0, base - given))
            }
            var seats = exact.map { $0.map { whole($0.floor) } }
            let total = whole((hasRest ? base : given).rounded(toPlaces: 0, .halfUp))
            var left = total - all.reduce(0) { $0 + whole($1.exact.floor) }
            for item in all.sorted(by: { a, b in
                let (x, y) = (a.exact - a.exact.floor, b.exact - b.exact.floor)
                return x != y ? x > y : a.index < b.index
            }) where left > 0 {
                if seats[item.index] != nil { seats[item.index]! += 1 }
                left -= 1
            }
            return seats
        }
    }
}
