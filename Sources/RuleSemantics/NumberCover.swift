import RuleSyntax
import Tables

/// The numbers that no test of a list has taken yet: what is left of a range when ranges and bounds are taken away.
struct NumberCover {
    /// A piece without holes; an end without a number is open to infinity.
    struct Piece: Hashable {
        var low: Number?
        var hasLow: Bool
        var high: Number?
        var hasHigh: Bool

        var isEmpty: Bool {
            guard let low, let high else { return false }
            return low > high || low == high && !(hasLow && hasHigh)
        }
    }

    /// What a row or case takes.
    enum Test {
        case value(Number)
        case range(Number, Number)
        case compared(Comparison, Number)

        var piece: Piece {
            switch self {
            case .value(let value), .compared(.equal, let value):
                Piece(low: value, hasLow: true, high: value, hasHigh: true)
            case .range(let low, let high): Piece(low: low, hasLow: true, high: high, hasHigh: true)
            case .compared(.less, let bound): Piece(low: nil, hasLow: false, high: bound, hasHigh: false)
            case .compared(.lessEqual, let bound): Piece(low: nil, hasLow: false, high: bound, hasHigh: true)
            case .compared(.greater, let bound): Piece(low: bound, hasLow: false, high: nil, hasHigh: false)
            case .compared(.greaterEqual, let bound): Piece(low: bound, hasLow: true, high: nil, hasHigh: false)
            // All but one number: for what is left it takes everything.
            case .compared(.unequal, _): Piece(low: nil, hasLow: false, high: nil, hasHigh: false)
            }
        }
    }

    private(set) var pieces: [Piece]
    let isWhole: Bool

    /// All numbers of an interval, or its whole numbers only.
    init(_ interval: Interval, isWhole: Bool) {
        self.isWhole = isWhole
        pieces = [
            Piece(
                low: interval.low, hasLow: interval.low != nil, high: interval.high, hasHigh: interval.high != nil)
        ]
        pieces = pieces.map(tightened).filter { !$0.isEmpty }
    }

    /// Takes what a test takes; false when nothing of it was left.
    mutating func take(_ test: Test) -> Bool {
        let taken = test.piece
        var rest: [Piece] = []
        for piece in pieces {
            // What lies below and above the taken piece.
            let below = Piece(
                low: piece.low, hasLow: piece.hasLow, high: taken.low, hasHigh: !taken.hasLow && taken.low != nil)
            let above = Piece(
                low: taken.high, hasLow: !taken.hasHigh && taken.high != nil, high: piece.high, hasHigh: piece.hasHigh)
            if taken.low != nil { rest.append(meet(piece, below)) }
            if taken.high != nil { rest.append(meet(piece, above)) }
        }
        rest = rest.map(tightened).filter { !$0.isEmpty }
        defer { pieces = rest }
        return rest != pieces
    }

    /// The numbers in both pieces.
    private func meet(_ a: Piece, _ b: Piece) -> Piece {
        var result = a
        if let low = b.low, a.low.map({ low > $0 || low == $0 && !b.hasLow }) ?? true {
            result.low = low
            result.hasLow = b.hasLow
        }
        if let high = b.high, a.high.map({ high < $0 || high == $0 && !b.hasHigh }) ?? true {
            result.high = high
            result.hasHigh = b.hasHigh
        }
        return result
    }

    /// Of whole numbers an end that is not taken itself moves to the next one.
    private func tightened(_ piece: Piece) -> Piece {
        guard isWhole else { return piece }
        var result = piece
        if let low = piece.low {
            result.low = low.isWhole ? (piece.hasLow ? low : low + 1) : low.rounded(toPlaces: 0, .ceiling)
            result.hasLow = true
        }
        if let high = piece.high {
            result.high = high.isWhole ? (piece.hasHigh ? high : high - 1) : high.rounded(toPlaces: 0, .floor)
            result.hasHigh = true
        }
        return result
    }
}
