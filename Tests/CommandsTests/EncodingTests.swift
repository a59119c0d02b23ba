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

    /// `Tests/Corpus/Encodings/make.py` wrote the workbook.
    @Test func asWorkbook() {
        let run = Project.run(
            "eval", Project.schoolRules, "--data", Project.corpus + "/Encodings/示例数据.xlsx", "--format", "csv")
        #expect(run.status == 0, "\(run.error)")
        #expect(run.output == Self.expected)
        #expect(!Self.expected.isEmpty)
    }
}
