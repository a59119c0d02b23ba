import Diagnostics
import RuleSemantics
import Testing

/// Texts made to be deep, long or large: each ends with a result or a message, never with a crash or a hang.
@Suite struct LimitTests {
    static let head = """
        计划 示例
            小数 2 位 四舍五入
        表 教师 主键 工号
            工号  文本
            分    数 0..10
        考核 教师
            项目 业绩 满分 10 保底 0

        """
    static let indent = "        "

    static func run(_ text: String, _ command: String = "check") throws -> Run {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        try Project.write(text, folder + "/限.rules")
        return Project.run(command, folder + "/限.rules")
    }

    static func sum(_ term: String, _ count: Int) -> String {
        Array(repeating: term, count: count).joined(separator: " + ")
    }

    @Test func longChains() throws {
        #expect(try Self.run(Self.head + Self.indent + "得分 = " + Self.sum("分", 900) + "\n").status == 0)
        #expect(try Self.run(Self.head + Self.indent + "得分 = " + Self.sum("分", 1200) + "\n").error.contains("E131"))
    }

    /// Values of 400 operations each, every one built on the next: the formulas within formulas are 60,000 deep.
    @Test func deepValues() throws {
        var text = Self.head
        for index in 0..<150 { text += Self.indent + "量\(index) = " + Self.sum("分", 400) + " + 量\(index + 1)\n" }
        text += Self.indent + "量150 = 分\n" + Self.indent + "得分 = 量0\n"
        let run = try Self.run(text)
        #expect(run.status == 0 || run.error.contains("E236"))
    }

    @Test(arguments: [
        ("(", "分", ")"), ("按 (分 > 1: ", "分", ", 其余: 0)"), ("-", "分", ""), ("非 ", "分 = 1", ""), ("按 ", "分", ""),
    ])
    func nesting(_ open: String, _ inner: String, _ close: String) throws {
        let deep = String(repeating: open, count: 5000) + inner + String(repeating: close, count: 5000)
        let run = try Self.run(Self.head + Self.indent + "得分 = \(deep)\n")
        #expect(run.status == 1)
    }

    /// Numbers that square themselves would fill any memory.
    @Test func growingNumbers() throws {
        var text = Self.head + Self.indent + "量0 = 分 + 1\n"
        for index in 1..<100 { text += Self.indent + "量\(index) = 量\(index - 1) * 量\(index - 1)\n" }
        text +=
            Self.indent + "得分 = 量99\n算例 一\n    教师   工号  分\n           T1    9\n    期望   工号  业绩\n           T1    10\n"
        let run = try Self.run(text, "test")
        #expect(run.status == 1)
        #expect(run.error.contains("D433"))
    }

    @Test func steps() throws {
        let text = (0..<2000).map { String(repeating: " ", count: $0) + "项目 甲\n" }.joined()
        #expect(try Self.run(text).status == 1)
    }

    /// Mistakes are looked at once each, however many there are.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "加 名#\n", "加 1 当分 == # 并且 分 大于 3\n", "得分 = 名#的名#\n", "量# = 分 $\n", "    不计分 当 分 = #\n", "项目 甲# 满份 3\n",
            "   项目 甲#\n", "说明 一#\n      加 1\n",
        ])
    func manyLinesWithMistakes(_ line: String) throws {
        let lines = (0..<1000).map {
            Self.indent + line.split(separator: "#", omittingEmptySubsequences: false).joined(separator: "\($0)")
        }
        let text = Self.head + Self.indent + "得分 = 分\n" + lines.joined()
        #expect(try Self.run(text).status >= 0)
        let source = SourceFile(name: "限.rules", text: text)
        let found = Project.checked(source).diagnostics
        #expect(found.allSatisfy { $0.fix.allSatisfy { $0.range.end <= source.bytes.count } })
    }

    @Test func manyMistakes() throws {
        let run = try Self.run(String(repeating: "项目 甲 满分 ((( 3 \n", count: 5000))
        #expect(run.status == 1)
        #expect(run.error.contains("另有"))
    }
}
