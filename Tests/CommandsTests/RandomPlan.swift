/// A rules file made at random that says something the language can mean: the same seed gives the same text.
///
/// It is for comparing two engines, so it need make no sense to a school. A small model of what has been written so far
/// – tables, their columns, sections – lets every formula use only names that are in sight there, of the kind that is
/// wanted, and only those written before it, so that nothing can go in a circle.
struct RandomPlan {
    /// The text in blocks, because values of a table may use what is written after the table's columns.
    private var blocks: [String] = []
    /// The block that is being written.
    var block = 0
    var dice: Dice
    var lists: [Labels] = []
    var tables: [Table] = []
    var constants: [Column] = []
    /// Names of the sections so far; a column's `section` is a place among them.
    var sections: [String] = []
    private var names = 0
    var hasHugeConstant = false
    /// Whether evaluation cannot go wrong on any data: what could is left out or provided for, so that an engine that
    /// gives up wherever the data hold a mistake is held against the reference on the rest.
    let isSound: Bool
    /// Whether its data are more rows than a batch, so that several batches and threads take part: then no formula
    /// looks at many rows for each of many.
    let isLarge: Bool

    var text: String { blocks.joined() }

    enum Kind: Hashable {
        case number, text, bool, date, month, span
        case choice(Int)
        case row(Int)
    }

    /// A list of choices.
    struct Labels {
        var name: String?
        var labels: [String]
        var isOrdered: Bool
    }

    /// Whatever has a name and a value: a column of a table, a value, a score, a constant of the plan.
    struct Column {
        var name: String
        var kind: Kind
        var mayBeMissing = false
        var isWhole = false
        var isPositive = false
        /// A ratio of at most a third, so that shares made of it never pass the whole.
        var isSmallShare = false
        /// The section in which it is a value of its own; it is called by both names elsewhere.
        var section: Int?
        /// Has values for assessed rows only.
        var isAssessed = false
        /// Stands in the data.
        var isStored = false
    }

    struct Table {
        enum Origin {
            case data
            /// Whether it has a row for every key.
            case lookup(keys: [Kind], isComplete: Bool)
            case derived(from: Int)
        }

        var name: String
        var origin = Origin.data
        var columns: [Column] = []
        var keys: [Int] = []
        /// Whether it is assessed somewhere in the text, and whether that has begun.
        var willBeAssessed = false
        var isAssessed = false
        var hasPopulation = false
        /// Where its values are written.
        var block = 0
        /// Its named row sets, and those of its sections.
        var sets: [NamedRows] = []
    }

    /// `有效 = 记录 当 …`
    struct NamedRows {
        var name: String
        var table: Int
        var section: Int?
        var keys: [Int]?
        var present: Set<Int>
    }

    init(seed: UInt64) {
        dice = Dice(state: seed)
        isSound = Self.isSound(seed)
        isLarge = Self.isLarge(seed)
        beginBlock()
        write(0, "计划 随机计划\(seed)")
        writeChoices()
        writePlan()
        writeTables()
        writeLookups()
        writeTableValues()
        var derived = (0..<below(3)).compactMap { _ in declareDerived() }
        if let first = derived.popLast() { writeDerived(first) }
        let assessed = assessedTables(except: derived)
        for table in assessed { tables[table].willBeAssessed = true }
        for table in assessed {
            writeAssessment(table)
            if let next = derived.popLast() { writeDerived(next) }
        }
        for table in derived { writeDerived(table) }
    }

    /// Two of three plans.
    static func isSound(_ seed: UInt64) -> Bool { seed % 3 != 0 }

    /// Few, all of them sound: the reference takes seconds for each.
    static func isLarge(_ seed: UInt64) -> Bool { seed % 150 == 25 && seed < 1500 }

    // MARK: Writing

    mutating func beginBlock() {
        block = blocks.count
        blocks.append("")
    }

    mutating func write(_ indent: Int, _ line: String) {
        blocks[block] += String(repeating: " ", count: indent * 4) + line + "\n"
    }

    mutating func fresh(_ prefix: String) -> String {
        names += 1
        return "\(prefix)\(names)"
    }

    // MARK: Chance

    mutating func below(_ bound: Int) -> Int { Int(dice.next() % UInt64(bound)) }

    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    mutating func one<T>(of items: [T]) -> T { items[below(items.count)] }

    /// A number of the range, the lower ones as likely as the higher.
    mutating func number(in range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    /// Some of the items, in their order.
    mutating func some<T>(of items: [T], _ count: Int) -> [T] {
        var rest = Array(items.indices)
        while rest.count > count { rest.remove(at: below(rest.count)) }
        return rest.map { items[$0] }
    }

    mutating func rounding() -> String { one(of: ["四舍五入", "五成双", "进一", "去尾"]) }
}

/// A piece of a formula with what must be known of it to put it into a larger one.
struct Piece {
    /// How loosely it binds: what binds more loosely than its place allows goes into brackets.
    enum Level: Int, Comparable {
        case atom, product, sum, test, negation, logic, ending

        static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    var text: String
    var level = Level.atom
    /// Whether it may have no value; rather too often than too seldom.
    var mayBeMissing = false
    /// Whether it certainly is a whole number.
    var isWhole = false
    /// Whether it certainly is greater than 0.
    var isPositive = false

    func within(_ limit: Level) -> String { level <= limit ? text : "(\(text))" }
}

/// What is in sight at a place of the plan.
struct PlanScope {
    struct Frame {
        var table: Int
        var name: String
        /// Set for groups of rows: the columns that they share.
        var keys: [Int]?
        /// Columns that a condition has shown to be there.
        var present: Set<Int> = []
        /// Whether all of its rows are assessed.
        var isAssessed = false
    }

    /// A value of an 逐条 block.
    struct BlockValue {
        var column: RandomPlan.Column
        var lowest: Int
    }

    /// The row at home first.
    var frames: [Frame]
    /// Rows below this frame may not be read: what runs over everybody is the same for everybody.
    var lowest = 0
    /// The sections around this place.
    var sections: [Int] = []
    var block: [BlockValue] = []

    var innermost: Frame { frames[frames.count - 1] }

    func pushing(_ frame: Frame, lowest: Int) -> PlanScope {
        var scope = self
        scope.frames.append(frame)
        scope.lowest = lowest
        return scope
    }
}
