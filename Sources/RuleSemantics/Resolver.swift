import Diagnostics
import RuleSyntax
import Tables

/// Gives every name of a rules file its meaning, every formula its type, and every value its place in an order.
///
/// Columns are settled on demand: the type of one may need the type of another. What each column reads is recorded
/// as it is resolved; from that the order of evaluation follows, or the circle is reported.
final class Resolver {
    let file: RulesFile
    let source: SourceFile
    var problems: [Diagnostic] = []
    /// Whether an error leaves open what is meant, so that findings about the plan would be guesses.
    var isUnclear = false
    /// Names compared with all that are known so far.
    var searches = 0

    var choices: [ChoiceList] = []
    var choicesByName: [String: Int] = [:]
    var tables: [TableDraft] = []
    var tablesByName: [String: Int] = [:]
    /// The tables that have a column of a name, while lookups are read.
    var tablesByMember: [String: [Int]] = [:]
    var planDrafts: [PlanDraft] = []
    var planByName: [String: Int] = [:]
    var assessments: [AssessmentDraft] = []
    var aggregateCount = 0
    /// The formulas of the values that grades set, a list of rows each.
    var gradeValues: [GradeValueKey: [Formula]] = [:]
    /// The assessment whose grades are being resolved.
    var assessmentOfGrade = 0
    /// Set while the operand of 小数 is read: only there a standard deviation has decimals to stop at.
    var isRounding = false

    /// The columns being settled, innermost last, each with what it has read so far.
    var reading: [Set<ColumnReference>] = []
    var depth = 0
    /// Columns can be settled through at most so many others in a row.
    static let chainLimit = 200
    /// Tables whose keys lead back to themselves.
    var circularKeys: Set<Int> = []
    /// How often a named row set has been put in where its name stands.
    var expansions = 0
    static let expansionLimit = 20_000
    /// Formulas being resolved within one another, those of the values that they need included.
    var nesting = 0
    static let nestingLimit = 3000
    /// Names that were reported once, so that a misspelling used ten times gives one message.
    var reportedNames: Set<String> = []
    /// Values of 逐条 blocks that are known to need themselves.
    var circularBlockValues: Set<SourceRange> = []
    /// What misspelt names certainly mean, with the message whose fix mends every place.
    var meantNames: [String: (meant: String, message: Int)] = [:]
    /// Named row sets that a formula has used, and tables that any rule mentions.
    var usedMacros: Set<SourceRange> = []
    /// From which column to which days are counted, wherever they are.
    var distances: [DayDistance] = []
    /// Texts that are held against one another, wherever they are.
    var comparedTexts: [ComparedTexts] = []
    var usedPlanValues: Set<Int> = []
    var usedLookups: Set<Int> = []
    /// The names by which each key of a lookup is looked up; `nil` where it is computed in place.
    var keyNames: [ColumnReference: [String?]] = [:]

    init(_ file: RulesFile, _ source: SourceFile) {
        self.file = file
        self.source = source
    }

    func report(
        _ problem: CheckProblem, _ range: SourceRange, _ labels: [DiagnosticLabel] = [], fix: [Edit] = []
    ) {
        if problem.severity == .error { isUnclear = true }
        problems.report(problem, at: range, labels: labels, fix: fix)
    }

    func label(_ range: SourceRange, _ zh: String, _ en: String) -> DiagnosticLabel {
        DiagnosticLabel(.rules(range), Bilingual(zh, en))
    }

    func text(_ range: SourceRange) -> String { source.text(range) }
}

/// A table while it is being settled.
final class TableDraft {
    let name: Name
    let index: Int
    var kind: ProgramTable.Kind = .data
    var sheet: String
    var optional = false
    var keys: [Int] = []
    var columns: [ColumnDraft] = []
    /// Columns, values, sections and grades by their bare names.
    var members: [String: Int] = [:]
    /// `等级.名次`, `外出学习.学时`
    var qualified: [String: Int] = [:]
    /// Named row sets of the table's own block.
    var macros: [String: Macro] = [:]
    var requirements: [Requirement] = []
    var assessment: AssessmentDraft?
    /// Set for derived tables: the table whose rows are grouped.
    var groups: Int?

    init(_ name: Name, index: Int, sheet: String) {
        self.name = name
        self.index = index
        self.sheet = sheet
    }

    func add(_ column: ColumnDraft) -> Int {
        columns.append(column)
        return columns.count - 1
    }
}

/// A column while it is being settled.
final class ColumnDraft {
    enum State {
        case pending(() -> (ProgramColumn.Definition, ValueType))
        case inProgress
        case done(ProgramColumn.Definition, ValueType)
    }

    let name: String
    let range: SourceRange
    var citation: Citation
    var state: State
    /// The type where it is known before the definition is settled, as for sections and grades.
    var knownType: ValueType?
    var reads: Set<ColumnReference> = []
    /// Belongs to the assessment, so that rows outside the population have no value.
    var assessed = false
    /// Whether another of its table has the same name.
    var hasNamesake = false

    init(
        _ name: String, _ range: SourceRange, _ state: State, citation: Citation = Citation(Tail()),
        type: ValueType? = nil
    ) {
        self.name = name
        self.range = range
        self.state = state
        self.citation = citation
        knownType = type
    }
}

final class PlanDraft {
    let decl: ValueDecl?
    let name: Name
    var formula: Formula?
    var inProgress = false
    /// `期限 = a 至 b` and numbers alike; the year is given.
    init(_ name: Name, decl: ValueDecl?, formula: Formula? = nil) {
        self.name = name
        self.decl = decl
        self.formula = formula
    }
}

/// `有效 = 外出培训 当 …`: rows under a name, put in wherever the name stands.
struct Macro {
    var name: Name
    var rows: RowSet
    var section: SectionDraft?
    var citation: Citation
}

final class SectionDraft {
    let name: Name
    let decl: SectionDecl
    let index: Int
    weak var parent: SectionDraft?
    let column: Int
    var depth: Int
    var locals: [String: Int] = [:]
    var macros: [String: Macro] = [:]
    var children: [SectionDraft] = []
    var valueColumns: [Int] = []
    var body: SectionBody?
    /// 小数 of its own lines.
    let rounding: Rounding?

    init(_ decl: SectionDecl, index: Int, parent: SectionDraft?, column: Int, depth: Int) {
        self.decl = decl
        let roundings = decl.items.lazy.compactMap { if case .rounding(let own, _) = $0 { own } else { nil } }
        rounding = roundings.first
        name = decl.name
        self.index = index
        self.parent = parent
        self.column = column
        self.depth = depth
    }
}

final class AssessmentDraft {
    let decl: AssessDecl
    let index: Int
    let table: Int
    var population: Int?
    var sections: [SectionDraft] = []
    var grades: [Grade?] = []
    var gradeDecls: [GradeDecl] = []
    var requirements: [Requirement] = []
    var output: [OutputColumn] = []

    init(_ decl: AssessDecl, index: Int, table: Int) {
        self.decl = decl
        self.index = index
        self.table = table
    }
}

/// Names that the language itself gives to an assessed table, in both spellings.
enum ImplicitName: CaseIterable {
    case total, rank, met, lacking

    var spellings: [String] {
        switch self {
        case .total: ["总分", "total"]
        case .rank: ["名次", "rank"]
        case .met: ["达标", "met"]
        case .lacking: ["缺口", "lacking"]
        }
    }
}
