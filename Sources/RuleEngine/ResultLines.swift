import Platform
import RuleSemantics
import RuleSyntax
import Tables

/// The rows of a result as comma-separated values, written straight from the columns.
///
/// The same bytes as those of a table of texts: numbers at their declared decimals, ratios as per cent, choices by
/// label, rows by their keys; a text that a spreadsheet would take for a formula with an apostrophe before it.
struct ResultLines: Sendable {
    private let cells: [Cells]
    private let order: [Int32]

    /// So many rows make a piece.
    private static let piece = 8192

    init(_ evaluator: Evaluator, _ assessment: Int) {
        let (program, data) = (evaluator.program, evaluator.data)
        let (output, columns) = (program.assessments[assessment].output, evaluator.outputs[assessment])
        order = evaluator.orders[assessment]
        cells = Platform.map(columns.count, bytes: columns.count * order.count) { index in
            Cells(output[index], columns[index], program, data)
        }
    }

    /// The lines of all rows, some thousands in each piece.
    func pieces() -> [[UInt8]] {
        let count = order.count
        return Platform.map((count + Self.piece - 1) / Self.piece) { index in
            lines(Array(order[(index * Self.piece)..<min(count, (index + 1) * Self.piece)]))
        }
    }

    /// The lines of rows: the cells of each column are made ready, then they are written line by line.
    private func lines(_ rows: [Int32]) -> [UInt8] {
        var ready = Ready()
        for column in cells { column.take(rows, &ready) }
        // Eight bytes are read at once.
        ready.bytes += Array(repeating: 0, count: 8)
        let columns = ready.columns
        let limit = columns.reduce(0) { $0 + $1.longest + 1 } * rows.count + 8
        return unsafe Array(unsafeUninitializedCapacity: limit) { buffer, filled in
            var place = 0
            let target = UnsafeMutableRawBufferPointer(buffer)
            let (numbers, words, lengths) = (ready.numbers.span, ready.words.span, ready.lengths.span)
            let (ends, bytes) = (ready.ends.span, ready.bytes.span)
            for row in rows.indices {
                for column in columns {
                    switch column.kind {
                    case .words:
                        let entry = column.table + Int(numbers[column.first + row])
                        // Eight bytes at once; what is too much the next cell overwrites.
                        unsafe target.storeBytes(of: words[entry].littleEndian, toByteOffset: place, as: UInt64.self)
                        place += Int(lengths[entry])
                    case .bytes:
                        let start = row == 0 ? column.table : Int(ends[column.first + row - 1])
                        let end = Int(ends[column.first + row])
                        var index = start
                        while index < end {
                            let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
                            unsafe target.storeBytes(of: word, toByteOffset: place + index - start, as: UInt64.self)
                            index += 8
                        }
                        place += end - start
                    }
                    unsafe target.storeBytes(of: UInt8(ascii: ","), toByteOffset: place, as: UInt8.self)
                    place += 1
                }
                if columns.isEmpty { place += 1 }
                unsafe target.storeBytes(of: UInt8(ascii: "\n"), toByteOffset: place - 1, as: UInt8.self)
            }
            filled = place
        }
    }

    /// The cells of some rows, column after column.
    private struct Ready {
        struct Column {
            enum Kind {
                /// Each is an entry of a table of short texts.
                case words
                /// Each is a part of the bytes.
                case bytes
            }

            var kind: Kind
            /// Where its numbers or its ends begin.
            var first: Int
            /// Where its table or its bytes begin.
            var table: Int
            /// The length of its longest cell, for room.
            var longest: Int
        }

        var columns: [Column] = []
        var numbers: [Int32] = []
        var words: [UInt64] = []
        var lengths: [UInt8] = []
        var ends: [Int32] = []
        var bytes: [UInt8] = []
        /// Of the texts that were looked at beforehand.
        var touched: UInt8 = 0

        mutating func add(_ own: [Int64], _ table: WordTable) {
            columns.append(
                Column(kind: .words, first: numbers.count, table: words.count, longest: 8))
            // The first entry is for a missing number.
            numbers += own.map { $0 == Integers.missing ? 0 : Int32(truncatingIfNeeded: $0 - table.low + 1) }
            words += table.words
            lengths += table.lengths
        }

        /// Begins a column of bytes; its cells are added by what follows.
        mutating func addBytes(_ count: Int, _ append: (_ bytes: inout [UInt8], _ row: Int) -> Void) {
            var column = Column(kind: .bytes, first: ends.count, table: bytes.count, longest: 0)
            var last = bytes.count
            for row in 0..<count {
                append(&bytes, row)
                column.longest = max(column.longest, bytes.count - last)
                last = bytes.count
                ends.append(Int32(last))
            }
            columns.append(column)
        }
    }

    /// The texts of few different numbers, of at most eight bytes each.
    private struct WordTable {
        var low: Int64
        var words: [UInt64] = [0]
        var lengths: [UInt8] = [0]

        /// `nil` where a text is too long.
        init?(_ low: Int64, _ texts: [[UInt8]]) {
            self.low = low
            for text in texts {
                if text.count > 8 { return nil }
                words.append(text.reversed().reduce(0) { $0 << 8 | UInt64($1) })
                lengths.append(UInt8(text.count))
            }
        }
    }

    /// The cells of one column.
    private struct Cells: Sendable {
        private enum Form {
            /// Whole numbers times a factor, with so many decimals.
            case decimals(Integers, factor: Int64, places: Int)
            /// One of a few short texts, by its number.
            case words(Integers, WordTable)
            /// One of a few texts, by its number above the lowest.
            case labels(Integers, low: Int64, [[UInt8]])
            case texts(TextPool)
            /// The key of the row that stands there.
            case keys(Integers, TextPool)
            /// Any values, through their texts.
            case others
        }

        private let form: Form
        private let column: Column
        private let output: OutputColumn
        private let program: Program
        private let data: Dataset

        init(_ output: OutputColumn, _ column: Column, _ program: Program, _ data: Dataset) {
            self.output = output
            self.column = column
            self.program = program
            self.data = data
            form = Self.short(Self.form(output, column, program, data))
        }

        /// So many different texts are made beforehand.
        private static let tableLimit: Int64 = 1 << 13

        /// The same by a table of short texts, where there are few.
        private static func short(_ form: Form) -> Form {
            switch form {
            case .decimals(let numbers, let factor, let places):
                guard let (low, high) = numbers.bounds, high - low < min(tableLimit, Int64(numbers.count) / 4),
                    let table = WordTable(low, (low...high).map { text($0 &* factor, places) })
                else { return form }
                return .words(numbers, table)
            case .labels(let numbers, let low, let labels):
                return WordTable(low, labels).map { .words(numbers, $0) } ?? form
            case .words, .texts, .keys, .others: return form
            }
        }

        private static func form(_ output: OutputColumn, _ column: Column, _ program: Program, _ data: Dataset) -> Form
        {
            switch column.storage {
            case .texts(let pool): return .texts(pool.checked)
            case .integers(.number(let divisor), let numbers):
                if output.percent { return .others }
                let places = output.places ?? 0
                guard (0...9).contains(places) else { return .others }
                let power = (0..<places).reduce(Int64(1)) { product, _ in product * 10 }
                guard power % divisor == 0, divisor == 1 || output.places != nil,
                    let bounds = numbers.bounds, max(abs(bounds.low), abs(bounds.high)) < Int64.max / power
                else { return .others }
                return .decimals(numbers, factor: power / divisor, places: places)
            case .integers(.choice, let numbers):
                guard case .choice(let list) = output.formula.type.kind else { return .others }
                return .labels(numbers, low: 0, program.choices[list].labels.map { Self.field(Array($0.utf8)) })
            case .integers(.bool, let numbers): return .labels(numbers, low: 0, ["否", "是"].map { Array($0.utf8) })
            case .integers(let kind, let numbers) where kind == .date || kind == .month:
                guard let (low, high) = numbers.bounds, high - low < min(tableLimit, Int64(numbers.count) / 4) else {
                    return .others
                }
                return .labels(numbers, low: low, (low...high).map { text(kind.value($0), output, program, data) })
            case .coded(let codes, let values):
                return .labels(
                    Integers(codes.map { Int64($0) }), low: 0, values.map { text($0, output, program, data) })
            case .integers(.row, let numbers):
                guard case .row(let table) = output.formula.type.kind, program.tables[table].keys.count == 1,
                    case .texts(let pool)? = data.tables[table].columns[program.tables[table].keys[0]]?.storage
                else { return .others }
                return .keys(numbers, pool.checked)
            case .integers, .ratios, .values: return .others
            }
        }

        private static func text(
            _ value: Value, _ output: OutputColumn, _ program: Program, _ data: Dataset
        ) -> [UInt8] {
            let text = Array(output.cell(value, program, data).text.utf8)
            return output.formula.type.kind == .number ? quoted(text) : field(text)
        }

        /// Makes the cells of rows ready.
        func take(_ rows: [Int32], _ ready: inout Ready) {
            switch form {
            case .words(let numbers, let table): ready.add(numbers.gather(rows), table)
            case .decimals(let numbers, let factor, let places):
                let own = numbers.gather(rows)
                ready.addBytes(rows.count) { bytes, row in
                    if own[row] != Integers.missing { bytes += Self.text(own[row] &* factor, places) }
                }
            case .labels(let numbers, let low, let labels):
                let own = numbers.gather(rows)
                ready.addBytes(rows.count) { bytes, row in
                    if own[row] != Integers.missing { bytes += labels[Int(own[row] - low)] }
                }
            case .texts(let pool): Self.take(pool, rows, &ready)
            case .keys(let numbers, let pool):
                Self.take(pool, numbers.gather(rows).map { $0 == Integers.missing ? -1 : Int32($0) }, &ready)
            case .others:
                ready.addBytes(rows.count) { bytes, row in
                    bytes += Self.text(column[Int(rows[row])], output, program, data)
                }
            }
        }

        private static func take(_ pool: TextPool, _ rows: [Int32], _ ready: inout Ready) {
            let ranges = rows.map { $0 < 0 ? 0..<0 : pool.range(Int($0)) }
            let isSafe = pool.isSafe
            // The buffer is taken up once, not for each text: threads would wait for one another.
            unsafe pool.bytes.withUnsafeBytes { texts in
                var touched = 0
                var sums: UInt8 = 0
                ready.addBytes(rows.count) { bytes, row in
                    // The texts lie far apart: those of the next rows are looked at together first, so that they are
                    // fetched side by side instead of one after another.
                    if touched == row {
                        touched = min(row + block, rows.count)
                        var sum: UInt8 = 0
                        for place in row..<touched where !ranges[place].isEmpty {
                            sum &+= unsafe texts[ranges[place].lowerBound]
                        }
                        sums ^= sum
                    }
                    let text = unsafe UnsafeRawBufferPointer(rebasing: texts[ranges[row]])
                    if isSafe {
                        unsafe bytes.append(contentsOf: text)
                    } else {
                        bytes += unsafe field(Array(text))
                    }
                }
                ready.touched ^= sums
            }
        }

        /// So many texts are fetched together.
        private static let block = 512

        /// A text as a field.
        private static func field(_ text: [UInt8]) -> [UInt8] {
            guard let first = text.first else { return text }
            let isFormula =
                switch first {
                case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0..<0x20: true
                // The full-width signs are taken for the others in some places.
                case 0xEF: ["＝", "＋", "－", "＠"].contains { text.starts(with: $0.utf8) }
                default: false
                }
            return quoted(isFormula ? Array("'".utf8) + text : text)
        }

        private static func quoted(_ text: [UInt8]) -> [UInt8] {
            guard text.contains(where: { Array(",\"\n\r".utf8).contains($0) }) else { return text }
            let quote = UInt8(ascii: "\"")
            return [quote] + text.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
        }

        /// A whole number with a point before its last digits.
        private static func text(_ number: Int64, _ places: Int) -> [UInt8] {
            var digits = Array(String(number.magnitude).utf8)
            if digits.count <= places { digits = Array(repeating: 0x30, count: places + 1 - digits.count) + digits }
            if places > 0 { digits.insert(UInt8(ascii: "."), at: digits.count - places) }
            return number < 0 ? [UInt8(ascii: "-")] + digits : digits
        }
    }
}

extension OutputColumn {
    /// A value as it is shown.
    func cell(_ value: Value, _ program: Program, _ data: Dataset) -> Result.Cell {
        guard case .number(let number) = value else {
            return Result.Cell(text: program.text(value, formula.type, data), number: nil, isEmpty: value == .missing)
        }
        if percent { return Result.Cell(text: CellReader.percentText(number), number: number, isEmpty: false) }
        let text: String
        if let places, (number.finiteDecimalPlaces ?? Int.max) <= places {
            text = number.decimal(places: places)
        } else {
            text = number.description
        }
        return Result.Cell(text: text, number: number, isEmpty: false)
    }
}

extension Evaluator {
    /// The rows of an assessment's output as lines of comma-separated values, in pieces; `nil` where it was not worked
    /// out in batches.
    package func lines(_ assessment: Int) -> [[UInt8]]? {
        outputs.isEmpty ? nil : ResultLines(self, assessment).pieces()
    }
}
