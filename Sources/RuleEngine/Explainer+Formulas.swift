import Diagnostics
import RuleSemantics
import RuleSyntax
import Tables

/// Formulas as they are written, and with their numbers.
extension Explainer {
    /// `名 = 式 = 代入数 = 值`, or `加 式 = …`, with the records below.
    func formula(
        _ name: String, isRule: Bool = false, _ formula: Formula, _ citation: Citation?, to lines: inout [Line]
    ) {
        let line = statement(isRule ? "\(name) " : "\(name) = ", formula)
        lines.append(Line(kind: .rule, text: line, citation: citation))
        records(formula, to: &lines)
    }

    /// A formula as it is written, with its numbers, and its value.
    func statement(_ start: String, _ formula: Formula) -> String {
        let text = source(formula)
        let numbers = substituted(formula)
        let result = shown(evaluator.value(formula), formula.type)
        var line = start + text
        if numbers != text, numbers != result { line += " = \(numbers)" }
        if result != text { line += " = \(result)" }
        return line
    }

    func source(_ formula: Formula) -> String {
        texts.joined(formula.range, program.source)
    }

    func text(_ value: Value, _ type: ValueType?) -> String {
        if value == .missing { return say("（空）", "(empty)") }
        return program.text(value, type ?? ValueType(.number), evaluator.data)
    }

    /// A value for reading: a number without end is cut, and says so; ratios as per cent.
    func shown(_ value: Value, _ type: ValueType) -> String {
        guard case .number(let number) = value else { return text(value, type) }
        return type.unit == .percent ? shown(number * 100) + "%" : shown(number)
    }

    func shown(_ number: Number) -> String {
        if let decimal = number.finiteDecimal, decimal.count <= 12 || number.isWhole { return decimal }
        return "≈" + number.decimal(places: 6, .halfEven)
    }

    /// The formula as it is written, each column and each function over rows replaced by its value.
    func substituted(_ formula: Formula) -> String {
        var edits: [(range: SourceRange, text: String)] = []
        collect(formula, within: formula.range, &edits)
        edits.sort { $0.range.start < $1.range.start }
        var result = ""
        var position = formula.range.start
        for edit in edits where edit.range.start >= position {
            result += texts.joined(SourceRange(position, edit.range.start), program.source)
            // A cell may have several lines.
            result += edit.text.utf8.contains(UInt8(ascii: "\n")) ? FormulaTexts.joined(edit.text) : edit.text
            position = edit.range.end
        }
        return result + texts.joined(SourceRange(position, formula.range.end), program.source)
    }

    func collect(_ formula: Formula, within: SourceRange, _ edits: inout [(range: SourceRange, text: String)]) {
        // Parts put in from elsewhere have no place in this text.
        guard formula.range.start >= within.start, formula.range.end <= within.end else { return }
        func inner(_ parts: [Formula]) { for part in parts { collect(part, within: within, &edits) } }
        if blockValue(formula) != nil {
            edits.append((formula.range, shown(evaluator.value(formula), formula.type)))
            return
        }
        switch formula.kind {
        case .constant: break
        // Without its decimals a deviation is no number.
        case .rounded(let inner, _, _) where inner.isDeviation:
            edits.append((formula.range, shown(evaluator.value(formula), formula.type)))
        case .function(_, let parts) where evaluator.value(formula) == .missing: inner(parts)
        case .column, .row, .planValue, .field, .find, .findOrError, .aggregate, .function, .convert:
            edits.append((formula.range, shown(evaluator.value(formula), formula.type)))
        case .negate(let a), .has(let a), .not(let a), .orError(let a), .rounded(let a, _, _): inner([a])
        case .comparison(_, let a, let b) where [a, b].contains { $0.type.unit == .percent }:
            // Beside a ratio a quotient is one, too.
            for side in [a, b] {
                let known = edits.count
                collect(side, within: within, &edits)
                if edits.count == known + 1, edits[known].range == side.range {
                    var ratio = side.type
                    ratio.unit = .percent
                    edits[known].text = shown(evaluator.value(side), ratio)
                }
            }
        case .arithmetic(_, let a, let b), .comparison(_, let a, let b), .inside(let a, let b),
            .otherwise(let a, let b),
            .floor(let a, let b), .cap(let a, let b), .span(let a, let b):
            inner([a, b])
        case .all(let parts), .any(let parts): inner(parts)
        case .choose(let branches, let last):
            inner(branches.flatMap { [$0.condition, $0.value] } + (last.map { [$0.formula] } ?? []))
        }
    }

    /// The values of an 逐条 block that formulas read, each after those that it reads.
    func defined(in formulas: [Formula]) -> [(decl: ValueDecl, formula: Formula)] {
        if blockValues.isEmpty { return [] }
        var found: [(decl: ValueDecl, formula: Formula)] = []
        var seen = Set<SourceRange>()
        func visit(_ formula: Formula) {
            formula.visit { part in
                // Where it is read among further rows, its own rows stand behind those; a value of a block further inside
                // is told there.
                guard let decl = blockValue(part),
                    let definition = Formula(part.kind, part.type, decl.value.range)
                        .openingRows(inFrame: evaluator.frames.count),
                    seen.insert(decl.value.range).inserted
                else { return }
                visit(definition)
                found.append((decl, definition))
            }
        }
        for formula in formulas { visit(formula) }
        return found
    }

    /// The value of an 逐条 block that a part of a formula is: where its name stands its formula has been put in.
    func blockValue(_ part: Formula) -> ValueDecl? {
        if part.range.end - part.range.start > longestBlockName { return nil }
        return blockValues[program.source.text(part.range)]?.first { decl in
            var isOfIt = false
            part.visit { inner in
                isOfIt =
                    isOfIt || inner.range.start >= decl.value.range.start && inner.range.end <= decl.value.range.end
            }
            return isOfIt
        }
    }
}

extension Formula {
    fileprivate var isDeviation: Bool {
        if case .aggregate(let aggregate) = kind { aggregate.function == .deviation } else { false }
    }
}

extension RulesFile {
    /// The values that 逐条 blocks define, by their names.
    var blockValues: [String: [ValueDecl]] {
        var values: [String: [ValueDecl]] = [:]
        func look(_ section: SectionDecl, isBlock: Bool) {
            for item in section.items {
                switch item {
                case .section(let inner): look(inner, isBlock: isBlock)
                case .each(let each): look(each.body, isBlock: true)
                case .value(let decl): if isBlock { values[decl.name.text, default: []].append(decl) }
                default: break
                }
            }
        }
        for assessment in assessments { look(assessment.body, isBlock: false) }
        return values
    }
}

/// Formulas as they are written, on one line each.
final class FormulaTexts {
    private var byRange: [SourceRange: String] = [:]

    private var firstLines: [SourceRange: String] = [:]

    /// The first line of a piece of the rules.
    func firstLine(_ range: SourceRange, _ source: SourceFile) -> String {
        if let known = firstLines[range] { return known }
        let text = source.text(range).split(separator: "\n").first.map(String.init) ?? source.text(range)
        firstLines[range] = text
        return text
    }

    /// A piece of the rules with every run of blanks and line ends as one blank.
    func joined(_ range: SourceRange, _ source: SourceFile) -> String {
        if let known = byRange[range] { return known }
        let text = Self.joined(source.text(range))
        byRange[range] = text
        return text
    }

    static func joined(_ text: String) -> String {
        var result = ""
        var isBlank = false
        for character in text {
            let wasBlank = isBlank
            isBlank = character == " " || character == "\n" || character == "\r\n"
            if !isBlank { result.append(character) } else if !wasBlank { result.append(" ") }
        }
        return result
    }
}
