/// How much a message matters.
package enum Severity: String, Sendable {
    /// The file, the data or an example is wrong; nothing is evaluated.
    case error
    /// The plan is runnable but decides something in silence or contradicts itself; `--strict` makes it fail.
    case finding
    /// Something worth knowing; never changes the exit status.
    case note
}

/// Where something stands in the data: a cell, a row, a column or a whole file.
package struct DataPlace: Hashable, Sendable {
    /// The file's name as the user knows it.
    package var file: String
    /// 1-based row as a spreadsheet counts it (the header is 1), or `nil` for the whole file.
    package var row: Int?
    /// 1-based column, or `nil` for the whole row.
    package var column: Int?

    package init(file: String, row: Int? = nil, column: Int? = nil) {
        self.file = file
        self.row = row
        self.column = column
    }

    /// The column's letters as a spreadsheet shows them: 1 is A, 27 is AA.
    package static func letters(_ column: Int) -> String {
        var rest = column
        var letters = ""
        while rest > 0 {
            letters.insert(Character(UnicodeScalar(UInt8(65 + (rest - 1) % 26))), at: letters.startIndex)
            rest = (rest - 1) / 26
        }
        return letters
    }
}

/// Where a message points.
package enum Place: Hashable, Sendable {
    case rules(SourceRange)
    case data(DataPlace)
    case none
}

/// A second place that helps to understand a message, with a word about it.
package struct DiagnosticLabel: Hashable, Sendable {
    package var place: Place
    package var text: Bilingual

    package init(_ place: Place, _ text: Bilingual) {
        self.place = place
        self.text = text
    }
}

/// A piece of the rules text and what should stand there instead.
package struct Edit: Hashable, Sendable {
    package var range: SourceRange
    package var text: String

    package init(_ range: SourceRange, _ text: String) {
        self.range = range
        self.text = text
    }
}

/// Where in the plan a message belongs: the headings around its line, outermost first, and the clause it rests on.
package struct PlanContext: Hashable, Sendable {
    package var path: [String]
    package var clause: String?

    package init(path: [String], clause: String?) {
        self.path = path
        self.clause = clause
    }
}

/// One message: what was found, where, why it matters, and a way out.
package struct Diagnostic: Hashable, Sendable {
    /// Stable code such as `E101`, under which the message is documented.
    package var code: String
    package var severity: Severity
    package var place: Place
    package var message: Bilingual
    /// Why it matters for the plan.
    package var reason: Bilingual?
    package var help: Bilingual?
    package var labels: [DiagnosticLabel]
    package var context: PlanContext?
    /// Edits that mend it and can mean nothing else; empty where a person must decide.
    package var fix: [Edit] = []

    package init(
        code: String, severity: Severity, place: Place, message: Bilingual, reason: Bilingual? = nil,
        help: Bilingual? = nil, labels: [DiagnosticLabel] = [], fix: [Edit] = []
    ) {
        self.code = code
        self.severity = severity
        self.place = place
        self.message = message
        self.reason = reason
        self.help = help
        self.labels = labels
        self.fix = fix
    }
}

/// What each stage can find: an enum of facts whose words stand in one place.
package protocol Problem: Sendable {
    var code: String { get }
    var severity: Severity { get }
    var message: Bilingual { get }
    /// Why it matters for the plan, in words that hold wherever the code is met.
    var reason: Bilingual { get }
    var help: Bilingual? { get }
}

extension Diagnostic {
    package init(_ problem: some Problem, at place: Place, labels: [DiagnosticLabel] = [], fix: [Edit] = []) {
        self.init(
            code: problem.code, severity: problem.severity, place: place, message: problem.message,
            reason: problem.reason, help: problem.help, labels: labels, fix: fix)
    }
}

extension [Diagnostic] {
    package var hasErrors: Bool { contains { $0.severity == .error } }

    package mutating func report(
        _ problem: some Problem, at range: SourceRange, labels: [DiagnosticLabel] = [], fix: [Edit] = []
    ) {
        append(Diagnostic(problem, at: .rules(range), labels: labels, fix: fix))
    }

    package mutating func report(_ problem: some Problem, at place: DataPlace) {
        append(Diagnostic(problem, at: .data(place)))
    }

    /// Messages in the order of their places, each once.
    package func sortedByPlace() -> [Diagnostic] {
        var seen = Set<Diagnostic>()
        let unique = filter { seen.insert($0).inserted }
        return unique.enumerated().sorted { left, right in
            left.element.place.precedes(right.element.place) ?? (left.offset < right.offset)
        }.map(\.element)
    }
}

extension Place {
    /// Whether this place stands before the other; `nil` when they are equal in rank.
    fileprivate func precedes(_ other: Place) -> Bool? {
        switch (self, other) {
        case (.rules(let left), .rules(let right)):
            left.start == right.start ? nil : left.start < right.start
        case (.data(let left), .data(let right)):
            if left.file != right.file {
                left.file < right.file
            } else if left.row != right.row {
                (left.row ?? 0) < (right.row ?? 0)
            } else {
                left.column == right.column ? nil : (left.column ?? 0) < (right.column ?? 0)
            }
        case (.none, .none): nil
        case (.rules, _): true
        case (_, .rules): false
        case (.data, .none): true
        case (.none, .data): false
        }
    }
}
