package import Diagnostics

/// What the parser can find.
package enum SyntaxProblem: Problem {
    case expected(Bilingual, found: String?)
    case unclosed(String)
    case unexpected(String)
    case unknownStatement(String, nearest: Keyword?)
    case misplaced(Keyword, wants: Bilingual)
    /// A word that stands in a line of its own, with others.
    case misplacedWord(String, wants: Bilingual)
    case glued(Bilingual, rest: String)
    case constantsRow
    case openQuote
    case unknownSign(String)
    case rangeSign(String)
    case doubleEqual
    case badDate(String)
    /// Days from one to another that are none, or more than a year.
    case wrongDays(String, isReversed: Bool)
    case digitLookAlike(String)
    case mixedLogic
    case chainedComparison
    case endingThenMore(ending: String, left: String, right: String)
    case wordComparison(String, sign: String)
    case reserved(String)
    case unknownFunction(String, nearest: Function?)
    case unevenIndent(expected: Int, found: Int, blank: IndentSign)
    case misspelt(String, right: Bilingual)
    case wordSign(String, sign: String)
    case division
    case otherWord(String, right: Bilingual)
    case boundWord(String, number: String, isAbove: Bool)
    case functionBrackets(Bilingual, rest: String?)
    case numeral(String, value: String)
    /// A word or a sign that says nothing, because it holds in any case.
    case needless(String, Needless)
    /// A quota that says the least or the most beside a share, or instead of one.
    case quotaBound(String, share: String?, among: String)
    case noBlock(String)
    case needsBlock(Keyword)
    case repeated(Bilingual)
    case wholeNumber
    case rowLength(expected: Int, found: Int)
    case tooDeep(Int)
    case tooLong(Int)
    case tooLarge(bytes: Int, limit: Int)
    case lineTooLong(limit: Int)
    case notText
    /// The whole file is text in another encoding, by its name.
    case otherEncoding(Bilingual)
    case severalPlans
    case noAssessment
    case gradeHeader
    // Files that build on files.
    case changeMissing(Bilingual, String, nearest: String?)
    /// A column that a matrix does not have.
    case columnMissing(String, String, nearest: String?)
    /// A section that stands in another than the one where it is written.
    case sectionElsewhere(String, String)
    /// A table of data that is changed into a derived one, or the other way.
    case otherTable(String)
    case newExists(Bilingual, String)
    case removeMissing(String, nearest: String?)
    /// What a change says in a header and takes away below it.
    case givenAndTaken(Bilingual)
    case editWithoutBase(Keyword)
    case useNotFirst
    case useRefused(String)
    case useCircle(String)
    case useTooDeep(Int)
    case useNotThere(String)
    case baseHasErrors(String)
    case blockReplaced(String, old: Int, new: Int)

    /// Why something need not be written.
    package enum Needless: Sendable {
        /// A colon behind a word of the language.
        case colon(Bilingual)
        /// From the highest down, as everything goes.
        case descending
        /// That a cell must be filled in, as every cell must.
        case required
    }

    /// What a line is indented with.
    package enum IndentSign: Sendable {
        case blank, tab, wide
    }

    package var severity: Severity {
        if case .blockReplaced = self { .note } else { .error }
    }
}
