import Platform

/// The rows of a table that is to be written. Few are kept. Of many each is made whenever it is read: those of a million
/// would take more memory than all that they are made of.
package struct RowList<Row: Sendable>: RandomAccessCollection, ExpressibleByArrayLiteral, Sendable {
    private enum Source: Sendable {
        case kept([Row])
        case made(Range<Int>, @Sendable (Range<Int>) -> [Row])
    }

    private var source: Source

    /// More rows than this are not kept.
    private static var mostKept: Int { 10_000 }
    /// So many rows are made by a thread at a time.
    package static var pieceSize: Int { 1000 }

    package init(_ rows: [Row]) { source = .kept(rows) }

    package init(arrayLiteral rows: Row...) { source = .kept(rows) }

    /// So many rows; `make` gives those of a range, the same ones each time, on any thread.
    package init(count: Int, make: @escaping @Sendable (Range<Int>) -> [Row]) {
        source = .made(0..<count, make)
        if count <= Self.mostKept { source = .kept(Array(pieces { $1 }.joined())) }
    }

    package var startIndex: Int { 0 }

    package var endIndex: Int {
        switch source {
        case .kept(let rows): rows.count
        case .made(let range, _): range.count
        }
    }

    package subscript(row: Int) -> Row { rows(row..<row + 1)[0] }

    /// The rows of a range.
    package func rows(_ range: Range<Int>) -> [Row] {
        switch part(range).source {
        case .kept(let rows): rows
        case .made(let range, let make): make(range)
        }
    }

    /// A list of the rows of a range.
    package func part(_ range: Range<Int>) -> Self {
        var part = self
        switch source {
        case .kept(let rows): part.source = .kept(Array(rows[range]))
        case .made(let own, let make):
            part.source = .made(own.lowerBound + range.lowerBound..<own.lowerBound + range.upperBound, make)
        }
        return part
    }

    package mutating func append(_ row: Row) {
        var rows = self.rows(indices)
        source = .kept([])
        rows.append(row)
        source = .kept(rows)
    }

    /// What comes of some thousands of rows at a time, made side by side, in the order of the rows; `body` is told
    /// which row is the first.
    package func pieces<Piece: Sendable>(
        _ body: @escaping @Sendable (_ first: Int, _ rows: [Row]) -> Piece
    ) -> [Piece] {
        Platform.map((count + Self.pieceSize - 1) / Self.pieceSize) { piece in
            let first = piece * Self.pieceSize
            return body(first, rows(first..<Swift.min(count, first + Self.pieceSize)))
        }
    }
}
