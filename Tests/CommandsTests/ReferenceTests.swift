import Diagnostics
import FoundationEssentials
import RuleEngine
import RuleSemantics
import RuleSyntax
import Testing

/// A rules file shown in a page of the documentation or of the handbook.
///
/// A fence says what a block is: `rules` a whole file, `rules NAME` one of several files of a page that lie in one
/// folder, `rules-wrong CODE` a file about which the check says exactly that.
struct DocumentedBlock: Sendable, CustomTestStringConvertible {
    enum Kind: Equatable, Sendable {
        case sound
        case wrong(code: String)
    }

    var page: String
    var line: Int
    var kind: Kind
    /// The name under which other blocks of the page know the file.
    var file: String?
    var text: String

    var testDescription: String { "\(page):\(line)" }

    /// The blocks of a page, in order.
    static func blocks(of path: String) throws -> [DocumentedBlock] {
        var result: [DocumentedBlock] = []
        var open: (block: DocumentedBlock, indent: Int)?
        let lines = try Project.read(path).split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            let indent = line.prefix { $0 == " " }.count
            let words = line.dropFirst(indent).split(separator: " ").map(String.init)
            if let (block, outer) = open {
                if words == ["```"] {
                    result.append(block)
                    open = nil
                } else {
                    open?.block.text += line.dropFirst(min(indent, outer)) + "\n"
                }
            } else if let first = words.first, first == "```rules" || first == "```rules-wrong" {
                let name = words.dropFirst().first
                let block = DocumentedBlock(
                    page: String(path.dropFirst(Project.root.count + 1)), line: index + 2,
                    kind: first == "```rules" ? .sound : .wrong(code: name ?? ""),
                    file: first == "```rules" ? name : nil, text: "")
                open = (block, indent)
            }
        }
        try #require(open == nil, "\(path): a block is not closed")
        return result
    }
}

/// Everything that the reference and the handbook show runs, and the tables of words are those of the code.
@Suite struct ReferenceTests {
    static let catalogue = Project.root + "/Sources/ptrules/Documentation.docc"
    static let pages = Project.names(catalogue, ending: ".md").map { catalogue + "/" + $0 }
    static let blocks = (pages + [Project.root + "/rules/README.md"]).flatMap {
        (try? DocumentedBlock.blocks(of: $0)) ?? []
    }

    @Test func everyBlockIsClosed() throws {
        for page in Self.pages { _ = try DocumentedBlock.blocks(of: page) }
        #expect(Self.blocks.count > 80)
    }

    @Test(arguments: blocks.filter { $0.file == nil && $0.kind == .sound }) func example(_ block: DocumentedBlock)
        throws
    {
        try Self.expectSound(block, Project.checked(SourceFile(name: "f.rules", text: block.text)))
    }

    /// With English keywords an example means the same.
    @Test(arguments: blocks.filter { $0.file == nil && $0.kind == .sound })
    func english(_ block: DocumentedBlock) throws {
        var english = block
        english.text = try FormatTests.formatted(block.text, .en)
        #expect(try FormatTests.formatted(english.text, .zh) == block.text)
        try Self.expectSound(english, Project.checked(SourceFile(name: "f.rules", text: english.text)))
    }

    /// Files that build on one another lie in one folder.
    @Test(arguments: Set(blocks.filter { $0.file != nil }.map(\.page))) func files(_ page: String) throws {
        let folder = try Project.temporaryFolder()
        defer { Project.remove(folder) }
        let blocks = Self.blocks.filter { $0.page == page && $0.file != nil }
        for block in blocks { try Project.write(block.text, folder + "/" + block.file!) }
        for block in blocks { try Self.expectSound(block, try Project.checkedFile(folder + "/" + block.file!)) }
    }

    @Test(arguments: blocks.filter { $0.kind != .sound }) func mistake(_ block: DocumentedBlock) throws {
        let checked = Project.checked(SourceFile(name: "f.rules", text: block.text))
        #expect(checked.diagnostics.map { DocumentedBlock.Kind.wrong(code: $0.code) } == [block.kind])
    }

    /// The check has nothing to say, the examples come out and compare something, and the layout is canonical.
    static func expectSound(_ block: DocumentedBlock, _ checked: Checked) throws {
        let source = checked.program?.source ?? SourceFile(name: "f.rules", text: block.text)
        let renderer = Renderer(language: .en, source: source)
        #expect(
            checked.diagnostics.allSatisfy { $0.severity == .note },
            "\(checked.diagnostics.map(renderer.render).joined())")
        let outcomes = ExampleRunner(try #require(checked.program), language: .en).run()
        #expect(!outcomes.isEmpty, "no example")
        for outcome in outcomes {
            for failure in outcome.failures {
                Issue.record(
                    """
                    \(outcome.title): \(failure.row) \(failure.column): expected \(failure.expected), \
                    got \(failure.actual)
                    """
                )
            }
            for problem in outcome.problems { Issue.record("\(outcome.title): \(renderer.render(problem))") }
            #expect(outcome.compared > 0, "\(outcome.title) compares nothing")
        }
        let formatted = Formatter.format(SourceFile(name: "f.rules", text: block.text)).text
        #expect(formatted == block.text, "not in the canonical layout")
    }

    // MARK: Words

    /// The English spellings that occur as words of the language in some runnable example, a function with its bracket.
    static let used: Set<String> = {
        var words: Set<String> = []
        for block in blocks where block.kind == .sound {
            let english = Formatter.format(SourceFile(name: "f.rules", text: block.text), keywords: .en).text ?? ""
            var word = ""
            for character in english {
                if character.isLetter {
                    word.append(character)
                } else {
                    if !word.isEmpty { words.insert(character == "(" ? word + "(" : word) }
                    word = ""
                }
            }
        }
        return words
    }()

    @Test(arguments: Keyword.allCases) func keywordIsShown(_ keyword: Keyword) {
        #expect(Self.used.contains(keyword.en) || Self.used.contains(keyword.en + "("), "\(keyword.zh)")
    }

    @Test(arguments: TypeName.allCases) func typeIsShown(_ type: TypeName) {
        #expect(Self.used.contains(type.spellings.en), "\(type.rawValue)")
    }

    @Test(arguments: RoundingName.allCases) func roundingIsShown(_ rounding: RoundingName) {
        #expect(Self.used.contains(rounding.spellings.en), "\(rounding.rawValue)")
    }

    @Test(arguments: Function.allCases) func functionIsShown(_ function: Function) {
        #expect(Self.used.contains(function.en + "("), "\(function.zh)")
    }

    /// The rows of a page's tables, by the heading above them: the first two cells of each.
    static func tables(of page: String) throws -> [String: [[String]]] {
        var result: [String: [[String]]] = [:]
        var heading = ""
        for line in try Project.read(catalogue + "/" + page).split(separator: "\n") {
            if line.hasPrefix("## ") { heading = String(line.dropFirst(3)) }
            guard line.hasPrefix("| "), !line.hasPrefix("| ---") else { continue }
            let cells = line.split(separator: "|").map { $0.filter { $0 != " " && $0 != "`" } }
            result[heading, default: []].append(Array(cells.prefix(2)))
        }
        return result.mapValues { Array($0.dropFirst()) }
    }

    /// The tables name each word of the code with both spellings, once, and the page states how many there are.
    @Test func tablesOfWords() throws {
        let tables = try Self.tables(of: "Words.md")
        func expect(_ heading: String, _ words: [Bilingual]) {
            let pairs = words.map { [$0.zh, $0.en] }
            #expect((tables[heading] ?? []).sorted { $0[0] < $1[0] } == pairs.sorted { $0[0] < $1[0] }, "\(heading)")
        }
        expect("Keywords", Keyword.allCases.map(\.spellings))
        expect("Functions", Function.allCases.map(\.spellings))
        expect("Names of types", TypeName.allCases.map(\.spellings))
        expect("Ways of rounding", RoundingName.allCases.map(\.spellings))
        let counts = """
            \(Keyword.allCases.count) keywords, \(Function.allCases.count) functions, \
            \(TypeName.allCases.count) names of types and \(RoundingName.allCases.count) ways of rounding
            """
        #expect(try Project.read(Self.catalogue + "/Words.md").contains(counts), "\(counts)")
    }

    /// The root page leads to every other page.
    @Test func everyPageIsATopic() throws {
        let root = try Project.read(Self.catalogue + "/ptrules.md")
        for page in Self.pages {
            let name = page.split(separator: "/").last!.dropLast(3)
            #expect(name == "ptrules" || root.contains("<doc:\(name)>"), "\(name)")
        }
    }

    /// The files that a page leads developers to are there.
    @Test(arguments: pages) func filesNamed(_ page: String) throws {
        for piece in try Project.read(page).split(separator: "`")
        where piece.hasPrefix("Sources/") || piece.hasPrefix("Tests/") {
            #expect(FileManager.default.fileExists(atPath: Project.root + "/" + piece), "\(piece)")
        }
    }
}
