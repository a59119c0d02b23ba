import Foundation
import Tables
import Testing

@Suite("Numbers: the General Decimal Arithmetic test cases")
struct DecimalVectorTests {
    @Test("every test case that an exact number can answer")
    func vectors() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Corpus/Decimal")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "decTest" }
            .sorted { $0.path < $1.path }
        var ran: [String: Int] = [:]
        var skipped: [String: Int] = [:]
        var failures: [String] = []
        for file in files {
            var context = DecimalContext()
            for line in try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline) {
                guard let vector = DecimalVector(line) else {
                    context.read(line)
                    continue
                }
                switch vector.run(in: context) {
                case .passed: ran[vector.operation, default: 0] += 1
                case .failed(let why):
                    ran[vector.operation, default: 0] += 1
                    failures.append("\(file.lastPathComponent) \(vector.name): \(why)")
                case .skipped(let reason): skipped[reason, default: 0] += 1
                }
            }
        }
        let total = ran.values.reduce(0, +)
        let reasons = skipped.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
        print(
            "decimal vectors: \(total) ran, \(skipped.values.reduce(0, +)) skipped (\(reasons.joined(separator: ", ")))"
        )
        #expect(failures.isEmpty, "\(failures.count) failed: \(failures.prefix(20).joined(separator: "\n"))")
        #expect(files.count == 26)
        #expect(total >= 14_000)
        #expect(Set(ran.keys) == DecimalVector.operations)
        #expect(ran.values.allSatisfy { $0 >= 300 }, "\(ran)")
    }
}

/// The directives in force at a line of a file.
private struct DecimalContext {
    var precision = 9
    var rounding = "half_up"
    var isExtended = true

    /// Takes "name: value"; other directives bear on exponent ranges only, which no case that runs comes near.
    mutating func read(_ line: Substring) {
        let words = line.split(separator: " ")
        guard words.count >= 2, let name = words.first, name.hasSuffix(":") else { return }
        switch name.lowercased() {
        case "precision:": precision = Int(words[1]) ?? precision
        case "rounding:": rounding = words[1].lowercased()
        case "extended:": isExtended = words[1] == "1"
        default: break
        }
    }

    /// Nil for the two modes that the program does not know, half_down and 05up.
    var mode: RoundingMode? {
        switch rounding {
        case "half_up": .halfUp
        case "half_even": .halfEven
        case "up": .up
        case "down": .down
        case "ceiling": .ceiling
        case "floor": .floor
        default: nil
        }
    }
}

/// A decimal as the cases write it: the number and the exponent of its last digit.
private struct Operand {
    /// Beyond this an exponent is written out in too many zeros for a quick test.
    static let exponentLimit = 10_000

    enum Reading {
        case finite(Operand)
        case special
        case farExponent
        case broken
    }

    let value: Number
    let exponent: Int

    static func read(_ text: String) -> Reading {
        let parts = text.lowercased().split(separator: "e", omittingEmptySubsequences: false)
        let digits = parts[0].drop { $0 == "+" || $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
        let isNumber =
            digits.count <= 2 && parts[0].utf8.contains { (48...57).contains($0) }
            && digits.allSatisfy { $0.utf8.allSatisfy { (48...57).contains($0) } }
        guard isNumber, parts.count <= 2, let written = parts.count == 2 ? Int(parts[1]) : 0 else { return .special }
        let fraction = digits.count == 2 ? digits[1] : ""
        guard abs(written) <= exponentLimit else { return .farExponent }
        // "5." and ".5" are allowed in the cases, not in the program.
        let plain =
            (text.hasPrefix("-") ? "-" : "") + (digits[0].isEmpty ? "0" : digits[0])
            + (fraction.isEmpty ? "" : "." + fraction) + (parts.count == 2 ? "e" + parts[1] : "")
        guard let value = Number(decimal: plain, allowExponent: true) else { return .broken }
        return .finite(Operand(value: value, exponent: written - fraction.count))
    }
}

/// One line such as `addx001 add 1 1 -> 2 Inexact Rounded`.
private struct DecimalVector {
    enum Outcome {
        case passed
        case failed(String)
        case skipped(String)
    }

    static let operations: Set = [
        "add", "subtract", "multiply", "divide", "compare", "quantize", "squareroot", "tointegralx",
    ]

    let name: String
    let operation: String
    let operands: [String]
    let result: String
    let conditions: [String]

    /// Nil when the line is not a case.
    init?(_ line: Substring) {
        let words = Self.words(line)
        guard let arrow = words.firstIndex(of: "->"), arrow >= 3, arrow + 1 < words.count else { return nil }
        name = words[0]
        operation = words[1].lowercased()
        operands = Array(words[2..<arrow])
        result = words[arrow + 1]
        conditions = words[(arrow + 2)...].map { $0.lowercased() }
    }

    /// Splits at spaces and takes quotes off, up to a comment.
    private static func words(_ line: Substring) -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        for character in line {
            if let open = quote {
                if character == open { quote = nil } else { word = (word ?? "") + String(character) }
            } else if character == "'" || character == "\"" {
                quote = character
                word = word ?? ""
            } else if character.isWhitespace {
                if let done = word { words.append(done) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
                if word == "--" { return words }
            }
        }
        return words + (word.map { [$0] } ?? [])
    }

    func run(in context: DecimalContext) -> Outcome {
        guard Self.operations.contains(operation) else { return .skipped("other operation") }
        guard context.isExtended else { return .skipped("subset arithmetic") }
        guard let mode = context.mode else { return .skipped("rounding \(context.rounding)") }
        if let condition = conditions.first(where: { $0 != "inexact" && $0 != "rounded" }) {
            return .skipped(condition)
        }
        var values: [Operand] = []
        for text in operands + [result] {
            switch Operand.read(text) {
            case .finite(let operand): values.append(operand)
            case .special: return .skipped("operand or result not a finite number")
            case .farExponent: return .skipped("exponent beyond \(Operand.exponentLimit)")
            case .broken: return .failed("\(text) is not read")
            }
        }
        let expected = values.removeLast()
        guard values.count == (operation == "squareroot" || operation == "tointegralx" ? 1 : 2) else {
            return .failed("\(values.count) operands")
        }
        guard let (computed, isExact) = answer(values, context.precision, mode) else { return .failed("no answer") }
        if computed != expected.value { return .failed("\(computed) is not \(result)") }
        return isExact == conditions.contains("inexact") ? .failed("exact: \(isExact)") : .passed
    }

    /// The result by the program, and whether nothing was lost in it.
    private func answer(_ values: [Operand], _ precision: Int, _ mode: RoundingMode) -> (Number, isExact: Bool)? {
        let (left, right) = (values[0].value, values[values.count - 1].value)
        let exact: Number?
        switch operation {
        case "add": exact = left + right
        case "subtract": exact = left - right
        case "multiply": exact = left * right
        case "divide": exact = left.divided(by: right)
        case "compare": return (left < right ? -1 : left == right ? 0 : 1, true)
        case "quantize", "tointegralx":
            let rounded = left.rounded(toPlaces: operation == "quantize" ? -values[1].exponent : 0, mode)
            return (rounded, rounded == left)
        default:
            // The specification rounds a root half even whatever the directive says. The root has half the exponent.
            let places = precision - 1 - (leadingExponent(left) >> 1)
            guard let root = left.squareRoot(toPlaces: places, .halfEven) else { return nil }
            return (root, root * root == left)
        }
        guard let exact else { return nil }
        let rounded = exact.rounded(toPlaces: precision - 1 - leadingExponent(exact), mode)
        return (rounded, rounded == exact)
    }

    /// The power of ten of the first digit, 0 for zero.
    private func leadingExponent(_ value: Number) -> Int {
        if value.isZero { return 0 }
        let size = value.magnitude
        // n digits over d digits lie between 10^(n - d - 1) and 10^(n - d + 1).
        let guess = size.numeratorText.utf8.count - size.denominatorText.utf8.count
        let power = Number(decimal: "1e\(guess)", allowExponent: true)
        return power.map { size < $0 } == true ? guess - 1 : guess
    }
}
