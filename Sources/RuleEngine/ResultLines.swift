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
        let output = evaluator.program.assessments[assessment].output
        order = evaluator.orders[assessment]
        cells = zip(output, evaluator.outputs[assessment]).map { Cells($0, $1, evaluator) }
    }

    /// The lines of all rows, some thousands in each piece.
    func pieces() -> [[UInt8]] {
        let count = order.count
        return Platform.map((count + Self.piece - 1) / Self.piece) { index in
            let range = (index * Self.piece)..<min(count, (index + 1) * Self.piece)
            let rows = Array(order[range])
            // Column by column, so that each is taken up once; then line by line.
            let columns = cells.map { cells in
                var texts = TextPool()
                texts.bytes.reserveCapacity(rows.count * 16)
                texts.ends.reserveCapacity(rows.count)
                cells.append(rows, &texts)
                return texts
            }
            return Self.lines(columns, rows.count)
        }
    }

    /// The texts of columns side by side.
    private static func lines(_ columns: [TextPool], _ count: Int) -> [UInt8] {
        let total = columns.reduce(0) { $0 + $1.bytes.count } + count * max(1, columns.count)
        return unsafe Array(unsafeUninitializedCapacity: total) { buffer, filled in
            // Each column is copied to its places; where a line goes on is kept for the next column.
            var places = [Int](repeating: 0, count: count)
            var offset = 0
            for row in 0..<count {
                places[row] = offset
                for column in columns { offset += column.range(row).count + 1 }
                if columns.isEmpty { offset += 1 }
            }
            for (position, column) in columns.enumerated() {
                let isLast = position == columns.count - 1
                let sign = isLast ? UInt8(ascii: "\n") : UInt8(ascii: ",")
                unsafe column.bytes.withUnsafeBufferPointer { bytes in
                    for row in 0..<count {
                        let range = column.range(row)
                        var place = places[row]
                        for index in range {
                            unsafe buffer.initializeElement(at: place, to: bytes[index])
                            place += 1
                        }
                        unsafe buffer.initializeElement(at: place, to: sign)
                        places[row] = place + 1
                    }
                }
            }
            filled = total
        }
    }

    /// The cells of one column.
    private struct Cells: Sendable {
        private enum Form {
            /// Whole numbers times a factor, with so many decimals.
            case decimals(Integers, factor: Int64, places: Int)
            /// One of a few texts, by its number.
            case labels(Integers, [[UInt8]])
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

        init(_ output: OutputColumn, _ column: Column, _ evaluator: Evaluator) {
            self.output = output
            self.column = column
            program = evaluator.program
            data = evaluator.data
            form = Self.form(output, column, program, data)
        }

        private static func form(_ output: OutputColumn, _ column: Column, _ program: Program, _ data: Dataset) -> Form {
            switch column.storage {
            case .texts(let pool): return .texts(pool)
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
                return .labels(numbers, program.choices[list].labels.map { Self.field(Array($0.utf8)) })
            case .integers(.bool, let numbers): return .labels(numbers, ["否", "是"].map { Array($0.utf8) })
            case .integers(.row, let numbers):
                guard case .row(let table) = output.formula.type.kind, program.tables[table].keys.count == 1,
                    case .texts(let pool)? = data.tables[table].columns[program.tables[table].keys[0]]?.storage
                else { return .others }
                return .keys(numbers, pool)
            case .integers, .ratios, .values, .coded: return .others
            }
        }

        /// The cells of rows.
        func append(_ rows: [Int32], _ texts: inout TextPool) {
            switch form {
            case .decimals(let numbers, let factor, let places):
                for number in numbers.gather(rows) {
                    if number != Integers.missing { Self.append(number &* factor, places, &texts.bytes) }
                    texts.ends.append(UInt32(texts.bytes.count))
                }
            case .labels(let numbers, let labels):
                for number in numbers.gather(rows) {
                    if number != Integers.missing { texts.bytes += labels[Int(number)] }
                    texts.ends.append(UInt32(texts.bytes.count))
                }
            case .texts(let pool):
                for row in rows {
                    Self.append(pool, Int(row), &texts.bytes)
                    texts.ends.append(UInt32(texts.bytes.count))
                }
            case .keys(let numbers, let pool):
                for number in numbers.gather(rows) {
                    if number != Integers.missing { Self.append(pool, Int(number), &texts.bytes) }
                    texts.ends.append(UInt32(texts.bytes.count))
                }
            case .others:
                for row in rows {
                    let cell = output.cell(column[Int(row)], program, data)
                    let text = Array(cell.text.utf8)
                    texts.bytes += output.formula.type.kind == .number ? Self.quoted(text) : Self.field(text)
                    texts.ends.append(UInt32(texts.bytes.count))
                }
            }
        }

        private static func append(_ pool: TextPool, _ row: Int, _ bytes: inout [UInt8]) {
            let range = pool.range(row)
            let own = pool.bytes.span
            var isPlain = true
            for index in range {
                let byte = own[index]
                if byte < 0x30 || byte == 0x3D || byte == 0x40 { isPlain = false }
            }
            if isPlain {
                bytes += pool.bytes[range]
            } else {
                bytes += field(Array(pool.bytes[range]))
            }
        }

        /// A text as a field.
        private static func field(_ text: [UInt8]) -> [UInt8] {
            if let first = text.first, Array("=+-@".utf8).contains(first) || first < 0x20 {
                return quoted(Array("'".utf8) + text)
            }
            return quoted(text)
        }

        private static func quoted(_ text: [UInt8]) -> [UInt8] {
            guard text.contains(where: { Array(",\"\n\r".utf8).contains($0) }) else { return text }
            let quote = UInt8(ascii: "\"")
            return [quote] + text.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
        }

        /// A whole number with a point before its last digits.
        private static func append(_ number: Int64, _ places: Int, _ bytes: inout [UInt8]) {
            if number < 0 { bytes.append(UInt8(ascii: "-")) }
            var rest = number.magnitude
            var digits = SIMD32<UInt8>(repeating: 0)
            var count = 0
            while rest > 0 || count <= places {
                let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 10)
                digits[count] = UInt8(truncatingIfNeeded: remainder) + 0x30
                rest = quotient
                count += 1
            }
            while count > 0 {
                if count == places { bytes.append(UInt8(ascii: ".")) }
                count -= 1
                bytes.append(digits[count])
            }
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
