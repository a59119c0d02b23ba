import FoundationEssentials
import Platform
import Testing

/// The same data give the same bytes of result, however they are saved.
@Suite struct EncodingTests {
    static let data = Project.root + "/rules/示例数据"
    static let expected = Project.run("eval", Project.schoolRules, "--data", data, "--format", "csv").output

    enum Form: String, CaseIterable {
        case mark, gb18030, utf16Little, utf16Big, semicolons, tabs, tabsGB18030, tabsUTF16, returns, titles

        func bytes(_ text: String) -> [UInt8] {
            switch self {
            case .mark: [0xEF, 0xBB, 0xBF] + text.utf8
            case .gb18030: Self.gb18030(text)
            case .utf16Little: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            case .utf16Big: [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
            case .semicolons: Array(Self.with(";", text).utf8)
            case .tabs: Array(Self.with("\t", text).utf8)
            case .tabsGB18030: Self.gb18030(Self.with("\t", text))
            case .tabsUTF16: Form.utf16Little.bytes(Self.with("\t", text))
            case .returns: Array(text.split(separator: "\n").joined(separator: "\r\n").utf8)
            case .titles: Array("某校二〇二六学年\n\n\(text),,,\n".utf8)
            }
        }

        static func gb18030(_ text: String) -> [UInt8] {
            guard case .text(let bytes) = Platform.convert(Array(text.utf8), from: "UTF-8", to: "GB18030") else {
                return []
            }
            return bytes
        }

        /// The sample data have no quoted cells.
        private static func with(_ separator: String, _ text: String) -> String {
            text.split(separator: ",", omittingEmptySubsequences: false).joined(separator: separator)
        }
    }

    @Test(arguments: Form.allCases) func asCSV(_ form: Form) throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        for name in Project.names(Self.data) {
            let text = try Project.read(Self.data + "/" + name)
            let bytes = form.bytes(text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
            try #require(!bytes.isEmpty)
            try Project.write(bytes, folder + "/" + name)
        }
        let run = Project.run("eval", Project.schoolRules, "--data", folder, "--format", "csv")
        #expect(run.status == 0, "\(run.error)")
        #expect(run.output == Self.expected)
        #expect(run.error.contains("GB18030") == (form == .gb18030 || form == .tabsGB18030))
    }

    /// Rules are UTF-8: of a file that is not, its encoding is told once, and nothing garbled is shown.
    @Test(arguments: [
        (Form.gb18030, "ANSI（GB18030）"), (.utf16Little, "Unicode（UTF-16）"), (.utf16Big, "Unicode（UTF-16）"),
    ]) func rulesInOtherEncodings(_ form: Form, _ name: String) throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        let bytes = form.bytes(try Project.read(Project.schoolRules))
        try Project.write(bytes, folder + "/去年.rules")
        try Project.write(Array("沿用 \"去年.rules\"\n".utf8), folder + "/今年.rules")
        for arguments in [["check", "去年.rules"], ["check", "今年.rules"], ["fmt", "去年.rules"], ["test", "去年.rules"]] {
            let run = Project.run(arguments[0], folder + "/" + arguments[1])
            let told = run.output + run.error
            #expect(run.status == 1)
            #expect(told.contains("去年.rules:1:1: 错误[E128] 文件是用 \(name) 编码存的，规则文件要用 UTF-8\n"), "\(told)")
            #expect(told.split(separator: "\n").count { $0.contains("E128") } == 1)
            #expect(!told.unicodeScalars.contains("\u{FFFD}"))
        }
        #expect(try Project.bytes(folder + "/去年.rules") == bytes)
    }

    /// `Tests/Corpus/Encodings/make.py` wrote the workbook.
    @Test func asWorkbook() {
        let run = Project.run(
            "eval", Project.schoolRules, "--data", Project.corpus + "/Encodings/示例数据.xlsx", "--format", "csv")
        #expect(run.status == 0, "\(run.error)")
        #expect(run.output == Self.expected)
        #expect(!Self.expected.isEmpty)
    }
}
