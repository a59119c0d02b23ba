/// What many evaluations have in sight: for each of them a row in every frame.
struct Domain: Sendable {
    var count: Int
    var sights: [Sight]

    /// Nothing in sight but a number of evaluations; `depth` frames are not looked into.
    init(count: Int, depth: Int = 0) {
        self.count = count
        sights = Array(repeating: Sight(table: -1, rows: .range(0)), count: depth)
    }

    /// The rows of one table, in frame 0.
    init(_ table: Int, _ rows: Rows, _ count: Int) {
        self.count = count
        sights = [Sight(table: table, rows: rows)]
    }

    /// The evaluations at places.
    func selected(_ places: [Int32]) -> Domain {
        var domain = self
        domain.count = places.count
        domain.sights = sights.map { $0.through(places) }
        return domain
    }

    /// So many evaluations from one on.
    func part(_ range: Range<Int>) -> Domain { selected(range.map { Int32($0) }) }
}

/// One frame of many evaluations.
struct Sight: Sendable {
    var table: Int
    var rows: Rows
    /// The rows of each group, where groups stand in the frame.
    var members: Members?

    func through(_ places: [Int32]) -> Sight {
        if table < 0 { return self }
        var sight = self
        sight.rows = rows.through(places)
        sight.members = members?.selected(places)
        return sight
    }
}

/// A row for each evaluation.
enum Rows: Sendable {
    /// Rows beside one another, from this one on.
    case range(Int)
    case list([Int32])
    /// The rows of others, one of which belongs to each evaluation; worked out only where it is looked at.
    indirect case mapped(Rows, [Int32])
    /// The rows of others, each as often as there are numbers between its offset and the next; worked out like that.
    indirect case repeated(Rows, [Int32])

    func through(_ places: [Int32]) -> Rows {
        switch self {
        case .range(let start): .list(start == 0 ? places : places.map { $0 + Int32(start) })
        case .list, .mapped, .repeated: .mapped(self, places)
        }
    }

    /// The rows one by one.
    func list(_ count: Int) -> [Int32] {
        switch self {
        case .range(let start): return (Int32(start)..<Int32(start + count)).map { $0 }
        case .list(let rows): return rows
        case .mapped(let rows, let places):
            switch rows {
            case .range(let start): return places.map { $0 + Int32(start) }
            case .list(let rows):
                let span = rows.span
                return places.map { span[Int($0)] }
            case .mapped(let inner, let others):
                let span = others.span
                return Rows.mapped(inner, places.map { span[Int($0)] }).list(count)
            case .repeated(let inner, let offsets):
                let owners = Elements.owners(offsets)
                let span = owners.span
                return Rows.mapped(inner, places.map { span[Int($0)] }).list(count)
            }
        case .repeated(let rows, let offsets): return Rows.mapped(rows, Elements.owners(offsets)).list(count)
        }
    }
}

/// Lists of rows beside one another: that of the i-th evaluation ends where the next begins.
struct Members: Sendable {
    /// One more than there are lists.
    var offsets: [Int32]
    var rows: [Int32]

    subscript(index: Int) -> ArraySlice<Int32> { rows[Int(offsets[index])..<Int(offsets[index + 1])] }

    func selected(_ places: [Int32]) -> Members {
        var selected = Members(offsets: [0], rows: [])
        for place in places {
            selected.rows += self[Int(place)]
            selected.offsets.append(Int32(selected.rows.count))
        }
        return selected
    }
}

/// The elements of a row set for many evaluations: those of the i-th stand beside one another.
struct Elements {
    /// The evaluations for which the set was asked, with a frame more, one for each element.
    var domain: Domain
    /// Where the elements of each evaluation begin; one more than there are evaluations.
    var offsets: [Int32]

    /// Only the elements at places, which are in order.
    func filtered(_ places: [Int32]) -> Elements {
        if places.count == domain.count { return self }
        var counts = [Int32](repeating: 0, count: offsets.count)
        var position = 0
        for segment in 0..<(offsets.count - 1) {
            let end = offsets[segment + 1]
            while position < places.count, places[position] < end { position += 1 }
            counts[segment + 1] = Int32(position)
        }
        return Elements(domain: domain.selected(places), offsets: counts)
    }

    /// The evaluation to which each element belongs.
    static func owners(_ offsets: [Int32]) -> [Int32] {
        guard let total = offsets.last else { return [] }
        return unsafe Array(unsafeUninitializedCapacity: Int(total)) { buffer, filled in
            for segment in 0..<(offsets.count - 1) {
                for index in Int(offsets[segment])..<Int(offsets[segment + 1]) {
                    unsafe buffer.initializeElement(at: index, to: Int32(segment))
                }
            }
            filled = Int(total)
        }
    }
}
