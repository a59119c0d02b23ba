/// What can be read at a place, by the names under which it is in sight there.
extension RandomPlan {
    /// Something in sight.
    struct Sight {
        var column: Column
        var piece: Piece
        /// The frame and the column, where it is a column of a row in sight itself.
        var frame: Int?
        var position: Int?
    }

    /// A column of a row in sight, or one that up to two references lead to from there.
    private struct Way {
        var frame: Int
        var columns: [Int]
    }

    func columns(_ table: Int) -> [Column] { tables[table].columns }

    /// Something in sight of a kind that is wanted; `nil` where there is none.
    mutating func sight(_ scope: PlanScope, _ wanted: (Column) -> Bool) -> Sight? {
        if chance(15), let sight = constantOrBlock(scope, wanted) { return sight }
        var ways: [Way] = []
        for index in scope.frames.indices.reversed() where index >= scope.lowest {
            collect(scope.frames[index], index, wanted, &ways)
        }
        for _ in 0..<6 where !ways.isEmpty {
            // Near things are wanted more often than the many that references lead to.
            let near = ways.filter { $0.columns.count == 1 }
            let way = !near.isEmpty && chance(65) ? one(of: near) : one(of: ways)
            if let sight = sight(way, scope) { return sight }
        }
        return constantOrBlock(scope, wanted)
    }

    private func collect(_ frame: PlanScope.Frame, _ index: Int, _ wanted: (Column) -> Bool, _ ways: inout [Way]) {
        for (first, column) in columns(frame.table).enumerated() {
            if let keys = frame.keys, !keys.contains(first) { continue }
            if wanted(column) { ways.append(Way(frame: index, columns: [first])) }
            guard case .row(let target) = column.kind else { continue }
            for (second, column) in columns(target).enumerated() {
                if wanted(column) { ways.append(Way(frame: index, columns: [first, second])) }
                guard case .row(let next) = column.kind else { continue }
                for (third, column) in columns(next).enumerated() where wanted(column) {
                    ways.append(Way(frame: index, columns: [first, second, third]))
                }
            }
        }
    }

    private func sight(_ way: Way, _ scope: PlanScope) -> Sight? {
        let frame = scope.frames[way.frame]
        var column = columns(frame.table)[way.columns[0]]
        guard var text = name(of: way.columns[0], in: way.frame, scope) else { return nil }
        let isShown = frame.present.contains(way.columns[0])
        var mayBeMissing = !isShown && self.mayBeMissing(column, frame)
        for next in way.columns.dropFirst() {
            guard case .row(let target) = column.kind else { return nil }
            column = columns(target)[next]
            text += "." + qualified(column)
            mayBeMissing = mayBeMissing || column.mayBeMissing || column.isAssessed && tables[target].hasPopulation
        }
        let isDirect = way.columns.count == 1
        return Sight(
            column: column, piece: piece(text, column, mayBeMissing), frame: isDirect ? way.frame : nil,
            position: isDirect ? way.columns[0] : nil)
    }

    /// Whether a column of a row in sight may have no value: a score has none where the row is not assessed.
    func mayBeMissing(_ column: Column, _ frame: PlanScope.Frame) -> Bool {
        column.mayBeMissing || column.isAssessed && tables[frame.table].hasPopulation && !frame.isAssessed
    }

    private func piece(_ text: String, _ column: Column, _ mayBeMissing: Bool) -> Piece {
        Piece(text: text, mayBeMissing: mayBeMissing, isWhole: column.isWhole, isPositive: column.isPositive)
    }

    private mutating func constantOrBlock(_ scope: PlanScope, _ wanted: (Column) -> Bool) -> Sight? {
        let block = scope.block.filter { scope.lowest <= $0.lowest }.map(\.column)
        let known = (constants + block + block).filter(wanted)
        guard !known.isEmpty else { return nil }
        let column = one(of: known)
        return Sight(column: column, piece: piece(column.name, column, column.mayBeMissing))
    }

    /// How a column is called from outside its section.
    func qualified(_ column: Column) -> String {
        column.section.map { "\(sections[$0]).\(column.name)" } ?? column.name
    }

    /// How a column of a row in sight is called at a place; `nil` where no name leads to it or several meanings do.
    func name(of position: Int, in index: Int, _ scope: PlanScope) -> String? {
        let frame = scope.frames[index]
        let column = columns(frame.table)[position]
        let last = scope.frames.count - 1
        let isShared = scope.frames.indices.contains { other in
            other != index && scope.frames[other].table != frame.table && has(column.name, scope.frames[other])
        }
        if frame.keys != nil { return index == last && !isShared ? column.name : nil }
        let isOwn = column.section.map { scope.sections.contains($0) && frame.table == scope.frames[0].table } ?? true
        if index == last {
            if isShared, index > 0 { return "\(frame.name).\(qualified(column))" }
            return isOwn ? column.name : qualified(column)
        }
        let isHidden = scope.frames[(index + 1)...].contains { $0.table == frame.table }
        if !isHidden, !isShared { return isOwn ? column.name : qualified(column) }
        // The row around the innermost bracket has a word of its own.
        let around = scope.frames[..<last].lastIndex { $0.keys == nil }
        guard isOwn, index == around else { return nil }
        let isClear = !scope.frames[..<index].contains { $0.table != frame.table && has(column.name, $0) }
        return isClear ? "本.\(column.name)" : nil
    }

    /// Names that an assessment has from its beginning.
    static let implicit: Set = ["总分", "达标", "缺口"]

    func has(_ name: String, _ frame: PlanScope.Frame) -> Bool {
        if frame.keys == nil, tables[frame.table].willBeAssessed, Self.implicit.contains(name) { return true }
        return columns(frame.table).enumerated().contains { position, column in
            column.name == name && column.section == nil && frame.keys.map { $0.contains(position) } ?? true
        }
    }

    /// Writes a value of a table, a section or a block of any kind and gives its column.
    @discardableResult
    mutating func value(_ table: Int, _ scope: PlanScope, _ indent: Int, section: Int? = nil, isAssessed: Bool = false)
        -> Column
    {
        let name = fresh("值")
        let (kind, piece) = anyPiece(scope, number(in: 2...3))
        write(indent, "\(name) = \(piece.text)")
        let column = Column(
            name: name, kind: kind, mayBeMissing: piece.mayBeMissing, isWhole: piece.isWhole,
            isPositive: piece.isPositive, section: section, isAssessed: isAssessed)
        tables[table].columns.append(column)
        return column
    }

    /// A formula of any kind.
    mutating func anyPiece(_ scope: PlanScope, _ depth: Int) -> (Kind, Piece) {
        switch below(20) {
        case 0, 1, 2: return (.bool, boolPiece(scope, depth))
        case 3: return (.date, datePiece(scope, depth - 1))
        case 4: return (.month, monthPiece(scope, depth - 1))
        case 5: return (.span, spanPiece(scope, depth - 1))
        case 6, 7: if let (kind, piece) = choicePiece(scope, depth - 1) { return (kind, piece) }
        case 8: if let (kind, piece) = rowPiece(scope, depth - 1) { return (kind, piece) }
        default: break
        }
        return (.number, numberPiece(scope, depth))
    }

    /// A value that has an order, for 最高 and 依: mostly a number.
    mutating func orderedPiece(_ scope: PlanScope, _ depth: Int) -> (kind: Kind, piece: Piece) {
        switch below(8) {
        case 0: return (.date, datePiece(scope, depth))
        case 1: return (.month, monthPiece(scope, depth))
        case 2:
            if let (kind, piece) = choicePiece(scope, depth), case .choice(let list) = kind, lists[list].isOrdered {
                return (kind, piece)
            }
            return (.number, numberPiece(scope, depth))
        default: return (.number, numberPiece(scope, depth))
        }
    }

    // MARK: Missing values

    /// The piece where a value must be there.
    mutating func present(_ piece: Piece, _ kind: Kind, _ scope: PlanScope) -> Piece {
        guard piece.mayBeMissing else { return piece }
        var result = Piece(text: piece.text + " 若缺 ", level: .ending)
        if chance(4) {
            if isSound, kind == .number { return surelyThere() }
            if !isSound {
                result.text += "报错"
                result.isWhole = piece.isWhole
                return result
            }
        }
        let fallback = fallback(kind)
        result.text += fallback.text
        result.isWhole = piece.isWhole && fallback.isWhole
        result.isPositive = piece.isPositive && fallback.isPositive
        return result
    }

    /// A number with 报错 that is always there, though the check cannot know.
    private mutating func surelyThere() -> Piece {
        // Of constants alone: the key of a lookup's row is none where a range stands in its place.
        let condition = boolPiece(PlanScope(frames: []), 0)
        if condition.mayBeMissing { return Piece(text: literal(), isPositive: true) }
        let cases = "\(condition.text): \(literal()), 非 (\(condition.text)): \(literal())"
        return Piece(text: "按 (\(cases)) 若缺 报错", level: .ending)
    }

    /// A value of a kind that is always there.
    private mutating func fallback(_ kind: Kind) -> Piece {
        switch kind {
        case .number:
            let number = one(of: ["0", "1", "2.5", "60", "(-3)"])
            return Piece(text: number, isWhole: number != "2.5", isPositive: number != "0" && number != "(-3)")
        case .text: return Piece(text: "\"文\(below(4))\"")
        case .bool: return Piece(text: one(of: ["是", "否"]))
        case .date: return Piece(text: dateLiteral())
        case .month: return Piece(text: "2026年\(number(in: 1...12))月")
        case .span: return Piece(text: "(\(dateLiteral(2025)) 至 \(dateLiteral(2026)))")
        case .choice(let list): return Piece(text: one(of: lists[list].labels))
        case .row: return Piece(text: "报错")
        }
    }
}
