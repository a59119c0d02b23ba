import RuleSyntax
import Tables

/// What names mean at a place: the rows in sight, from the home row inwards, and the section.
struct Scope {
    struct Frame {
        var table: Int
        /// How the rows are called here: the table, or the name of a row set.
        var name: String
        /// Set when an element is a group of rows: the columns that the group shares.
        var groupKeys: [Int]?
        /// Columns equal to the enclosing row's by construction: no doubt can arise from them.
        var links: Set<Int> = []
        /// Whether all of its rows are assessed, whatever conditions say: others have no scores.
        var isAssessed = false
    }

    /// The values that an 逐条 block defines. They are put in where they are used, but mean what their names mean in
    /// the block itself.
    struct Block {
        var values: [String: ValueDecl]
        /// The number of frames that they may see.
        var frames: Int
    }

    /// A value of a block, by the block's place among those around it.
    struct BlockValue: Equatable {
        var block: Int
        var name: String
    }

    var frames: [Frame]
    var section: SectionDraft?
    /// The 逐条 blocks around this place, from outside in.
    var blocks: [Block] = []
    /// The values of blocks that are being put in, the last of them the one whose text is read here.
    var puttingIn: [BlockValue] = []
    /// What a condition to the left has shown to be there.
    var present: Set<FormulaKey> = []
    /// The conditions that hold for the rows in sight.
    var holding: [Formula] = []

    var home: Frame? { frames.first }
    var innermost: Frame { frames[frames.count - 1] }

    func pushing(_ frame: Frame) -> Scope {
        var scope = self
        scope.frames.append(frame)
        return scope
    }

    /// The value of a block that a bare name means: that of the innermost block which has one. In its own text the name
    /// means what it means outside.
    func blockValue(_ name: String) -> BlockValue? {
        for index in blocks.indices.reversed() {
            let found = BlockValue(block: index, name: name)
            if blocks[index].values[name] != nil, blocks[index].frames <= frames.count, found != puttingIn.last {
                return found
            }
        }
        return nil
    }

    /// Seen from the row of an outer frame: what is known of rows further inside is known of none here.
    func cut(toFrames count: Int) -> Scope {
        if count == frames.count { return self }
        var scope = self
        scope.frames = Array(frames.prefix(count))
        scope.present = present.filter { $0.frame < count }
        scope.holding = holding.filter { !$0.reads(framesFrom: count) }
        return scope
    }
}

/// A column of a row in sight, as far as `有 x` can speak of it.
struct FormulaKey: Hashable {
    var frame: Int
    var columns: [Int]
    /// How the row was found whose columns they are; empty for the row of a frame.
    var found = ""
}

extension Formula {
    /// The key of a column or of a column reached through references.
    var key: FormulaKey? {
        switch kind {
        case .column(let frame, let column): FormulaKey(frame: frame, columns: [column])
        case .field(let inner, _, let column):
            inner.key.map { FormulaKey(frame: $0.frame, columns: $0.columns + [column]) }
        default: nil
        }
    }

    /// The key by which `有 x` is known again, also of a row found by its keys: `登记[工号].分`.
    var presenceKey: FormulaKey? {
        if let key { return key }
        guard case .field(let inner, _, let column) = kind else { return nil }
        switch inner.kind {
        case .find, .findOrError: return FormulaKey(frame: 0, columns: [column], found: inner.signature)
        default:
            return inner.presenceKey.map {
                FormulaKey(frame: $0.frame, columns: $0.columns + [column], found: $0.found)
            }
        }
    }

    /// The conditions that all hold where this one does.
    var conjuncts: [Formula] {
        if case .all(let parts) = kind { parts.flatMap(\.conjuncts) } else { [self] }
    }

    /// Whether it says of the row at home what another formula says of the row of a frame; false where that is not seen.
    func isSame(as other: Formula, in frame: Int) -> Bool {
        func same(_ parts: [Formula], _ others: [Formula]) -> Bool {
            parts.count == others.count && zip(parts, others).allSatisfy { $0.isSame(as: $1, in: frame) }
        }
        switch (kind, other.kind) {
        case (.constant(let a), .constant(let b)): return a == b
        case (.column(0, let a), .column(frame, let b)): return a == b
        case (.planValue(let a), .planValue(let b)): return a == b
        case (.field(let a, let table, let column), .field(let b, let otherTable, let otherColumn)):
            return table == otherTable && column == otherColumn && same([a], [b])
        case (.convert(let a, let map), .convert(let b, let otherMap)): return map == otherMap && same([a], [b])
        case (.comparison(let sign, let a, let b), .comparison(let otherSign, let c, let d)):
            return sign == otherSign && same([a, b], [c, d])
        case (.arithmetic(let sign, let a, let b), .arithmetic(let otherSign, let c, let d)):
            return sign == otherSign && same([a, b], [c, d])
        case (.function(let function, let a), .function(let otherFunction, let b)):
            return function == otherFunction && same(a, b)
        case (.has(let a), .has(let b)), (.not(let a), .not(let b)), (.negate(let a), .negate(let b)),
            (.orError(let a), .orError(let b)):
            return same([a], [b])
        case (.inside(let a, let b), .inside(let c, let d)), (.otherwise(let a, let b), .otherwise(let c, let d)):
            return same([a, b], [c, d])
        case (.all(let a), .all(let b)), (.any(let a), .any(let b)): return same(a, b)
        default: return false
        }
    }

    /// Calls the body with this formula and every formula inside, those of rows included.
    package func visit(_ body: (Formula) -> Void) {
        body(self)
        switch kind {
        case .constant, .column, .row, .planValue: break
        case .field(let inner, _, _), .negate(let inner), .convert(let inner, _), .has(let inner), .not(let inner),
            .orError(let inner), .rounded(let inner, _, _):
            inner.visit(body)
        case .find(_, let keys), .findOrError(_, let keys): for key in keys { key.visit(body) }
        case .arithmetic(_, let left, let right), .comparison(_, let left, let right), .inside(let left, let right),
            .otherwise(let left, let right), .floor(let left, let right), .cap(let left, let right),
            .span(let left, let right):
            left.visit(body)
            right.visit(body)
        case .all(let parts), .any(let parts), .function(_, let parts): for part in parts { part.visit(body) }
        case .choose(let branches, let last):
            for branch in branches {
                branch.condition.visit(body)
                branch.value.visit(body)
            }
            last?.formula.visit(body)
        case .aggregate(let aggregate):
            for argument in aggregate.arguments { argument.visit(body) }
            aggregate.rows?.visit(body)
        }
    }

    /// Whether it reads a row of a frame below the given one.
    func reads(framesBelow limit: Int) -> Bool { reads { $0 < limit } }

    /// Whether it reads a row of the given frame or of one further inside.
    func reads(framesFrom limit: Int) -> Bool { reads { $0 >= limit } }

    private func reads(_ isMeant: (Int) -> Bool) -> Bool {
        var found = false
        visit { formula in
            switch formula.kind {
            case .column(let frame, _), .row(let frame): if isMeant(frame) { found = true }
            case .aggregate(let aggregate):
                if case .members(let frame)? = aggregate.rows?.source, isMeant(frame) { found = true }
            default: break
            }
        }
        return found
    }
}

extension RowsPlan {
    /// How many elements there can be at most, where 取 says so.
    var most: Int? {
        guard case .pick(let pick)? = operations.last, pick.keep, pick.count.type.unit != .percent else { return nil }
        return pick.count.type.interval.high?.floor.toInt()
    }

    package func visit(_ body: (Formula) -> Void) {
        if case .related(let home, _) = source { home.visit(body) }
        for match in matches { match.value.visit(body) }
        for operation in operations {
            switch operation {
            case .filter(let condition): condition.visit(body)
            case .group: break
            case .pick(let pick):
                pick.count.visit(body)
                pick.by.visit(body)
            }
        }
    }

    /// Whether what is done to the rows, their choice by key aside, reads an outer row.
    package var operationsReadOutside: Bool {
        operations.contains { operation in
            switch operation {
            case .filter(let condition): condition.reads(framesBelow: frame)
            case .group: false
            case .pick(let pick): pick.count.reads(framesBelow: frame) || pick.by.reads(framesBelow: frame)
            }
        }
    }
}
