import Diagnostics
import RuleSemantics
import Testing

/// A mistake in one place of the school's plan is reported there and gives no messages about other places.
@Suite struct RecoveryTests {
    /// The plan without most of its examples, which only repeat one another.
    static let lines: [String] = {
        let text = (try? Project.read(Project.schoolRules)) ?? ""
        let all = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let second = all.indices.filter { all[$0].hasPrefix("算例") }.dropFirst(2).first ?? all.count
        return Array(all[..<second])
    }()

    /// Ways to spoil a line.
    static let damages: [@Sendable (String) -> String] = [
        { $0 + " $" },
        { $0 + " (" },
        { String($0.dropLast()) },
        { " " + $0 },
        { $0.hasPrefix("    ") ? String($0.dropFirst(1)) : $0 },
        { $0.hasPrefix("    ") ? String($0.dropFirst(4)) : $0 },
        { "    " + $0 },
        { line in
            guard let blank = line.lastIndex(of: " "), blank > line.startIndex else { return line }
            return String(line[..<blank]) + String(line[line.index(after: blank)...])
        },
        { line in
            let blanks = line.prefix { $0 == " " }
            return String(blanks) + String(line.dropFirst(blanks.count).drop { $0 != " " })
        },
        { line in
            let blanks = line.prefix { $0 == " " }
            return String(blanks) + "错" + String(line.dropFirst(blanks.count))
        },
        { $0.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).joined(separator: "＄") },
    ]

    static func diagnostics(_ lines: [String]) -> ([Diagnostic], SourceFile) {
        let source = SourceFile(name: "损.rules", text: lines.joined(separator: "\n"))
        return (Project.checked(source).diagnostics, source)
    }

    /// The lines from the heading of the block in which a line stands to the end of the block.
    static func block(of index: Int) -> ClosedRange<Int> {
        func indent(_ line: String) -> Int { line.prefix { $0 == " " }.count }
        func isHeading(_ line: String) -> Bool {
            let start = line.drop { $0 == " " }
            return ["计划", "选项", "表 ", "对照表", "考核", "项目", "评定", "未入规则", "算例"].contains { start.hasPrefix($0) }
        }
        var first = index
        while first > 0, !isHeading(lines[first]) || lines[first].isEmpty { first -= 1 }
        var last = max(first, index)
        while last + 1 < lines.count, lines[last + 1].isEmpty || indent(lines[last + 1]) > indent(lines[first]) {
            last += 1
        }
        return first...last
    }

    /// The block in which another stands.
    static func block(around inner: ClosedRange<Int>) -> ClosedRange<Int> {
        func indent(_ index: Int) -> Int { lines[index].prefix { $0 == " " }.count }
        let above = lines.indices[..<inner.lowerBound].last {
            !lines[$0].isEmpty && indent($0) < indent(inner.lowerBound)
        }
        return above.map { block(of: $0) } ?? inner
    }

    /// The words of a line: names that it may define.
    static func words(_ line: String) -> Set<String> {
        Set(line.split { !($0.isLetter || $0.isNumber) }.map(String.init))
    }

    /// Every line gets each third damage, by its number; with `PTRULES_CASES` every damage.
    private static func isTried(_ damage: Int, onLine index: Int) -> Bool {
        Project.cases != nil || index % 3 == damage % 3
    }

    @Test(arguments: damages.indices) func damageStaysInItsPlace(_ damage: Int) {
        for (index, line) in Self.lines.enumerated() where Self.isTried(damage, onLine: index) {
            if line.isEmpty || line.drop(while: { $0 == " " }).first == "#" { continue }
            var lines = Self.lines
            lines[index] = Self.damages[damage](line)
            if lines[index] == line { continue }
            // A note a little to the left of the lines after it takes them for its own text.
            if line.drop(while: { $0 == " " }).hasPrefix("说明"), 4...5 ~= damage { continue }
            let (found, source) = Self.diagnostics(lines)
            // A line that moves by a level belongs to another block.
            let around = Self.block(of: index)
            let block = 5...6 ~= damage && around.lowerBound > 0 ? Self.block(around: around) : around
            let own = Self.words(line).union(Self.words(lines[index]))
            for diagnostic in found where diagnostic.severity != .note {
                guard case .rules(let range) = diagnostic.place else { continue }
                let place = source.lineIndex(at: range.start)
                let isAbout =
                    block.contains(place)
                    || own.contains { !$0.isEmpty && (diagnostic.message.zh + source.text(range)).contains($0) }
                #expect(
                    isAbout,
                    "line \(index + 1), damage \(damage): \(lines[index])\n\(Renderer(language: .zh, source: source).render(diagnostic))"
                )
            }
        }
    }

    /// Several mistakes in different sections: each has a message of its own.
    @Test(arguments: 2...5) func severalMistakes(_ count: Int) {
        let headings = Self.lines.indices.filter { index in
            let line = Self.lines[index].drop { $0 == " " }
            return line.hasPrefix("得分 =") || line.hasPrefix("加 ") || line.hasPrefix("逐条") || line.hasPrefix("    工号")
                || line.hasPrefix("学时 =") || line.hasPrefix("份额取整") || line.hasPrefix("输出") || line.hasPrefix("选项")
                || line.hasPrefix("小数") || line.hasPrefix("类型") || line.hasPrefix("情况") || line.hasPrefix("学分")
        }
        var dice = Dice(state: UInt64(count))
        for _ in 0..<60 {
            let chosen = Array(headings.shuffled(using: &dice).prefix(count))
            var lines = Self.lines
            for index in chosen { lines[index] += " $" }
            // Raw text may hold any sign: such lines are not damaged by it.
            for index in chosen where lines[index].contains("依据") || lines[index].contains("说明") {
                let parts = Self.lines[index].split(separator: "依据", maxSplits: 1)
                lines[index] = String(parts[0]) + "$ 依据 五"
            }
            let (found, source) = Self.diagnostics(lines)
            let places = Set(
                found.compactMap { diagnostic -> Int? in
                    if case .rules(let range) = diagnostic.place { source.lineIndex(at: range.start) } else { nil }
                })
            for index in chosen {
                #expect(places.contains(index), "line \(index + 1): \(lines[index])\n\(places.sorted())")
            }
        }
    }

    /// A name that nobody defines is reported beside a line that cannot be read.
    @Test func independentMistakes() {
        var lines = Self.lines
        for (index, line) in lines.enumerated() {
            if line.contains("情况 = 未按要求") { lines[index] = line.split(separator: "未按要求").joined(separator: "没按要求") }
            if line.contains("学时 = 合计(有效") { lines[index] = line + " (" }
        }
        let codes = Self.diagnostics(lines).0.map(\.code)
        #expect(codes.contains("E205"))
        #expect(codes.count == 1 || codes.count == 2)
    }
}
