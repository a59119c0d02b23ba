package import Diagnostics

/// A page about results as it is to be written: what is said, not how it looks.
package struct Page: Sendable {
    /// What a word or figure is to its reader.
    package enum Tone: Hashable, Sendable {
        case plain, strong
        /// A grade, by its place from the best, 0.
        case grade(Int)
    }

    package struct Fact: Sendable {
        package var name: String
        package var text: String
        package var tone: Tone

        package init(_ name: String, _ text: String, _ tone: Tone = .plain) {
            self.name = name
            self.text = text
            self.tone = tone
        }
    }

    package struct Column: Sendable {
        package var header: String
        package var isNumber: Bool
        /// Left out where there is little room, because the slips have it.
        package var isMinor: Bool

        package init(header: String, isNumber: Bool, isMinor: Bool) {
            self.header = header
            self.isNumber = isNumber
            self.isMinor = isMinor
        }
    }

    package struct Cell: Sendable {
        package var text: String
        package var tone: Tone
        /// The slip to which it leads, by its position in the chapter.
        package var slip: Int?

        package init(_ text: String, _ tone: Tone = .plain, slip: Int? = nil) {
            self.text = text
            self.tone = tone
            self.slip = slip
        }
    }

    /// Rows under a heading of their own; without a heading where it is empty.
    package struct Group: Sendable {
        package var title: String
        package var remark: String
        package var rows: [[Cell]]

        package init(title: String, remark: String, rows: [[Cell]]) {
            self.title = title
            self.remark = remark
            self.rows = rows
        }
    }

    package enum Chart: Sendable {
        /// How many fall between each two edges.
        case distribution(title: String, edges: [String], counts: [Int])
        /// Bars made of parts, the parts named once for all.
        case parts(title: String, names: [String], rows: [(label: String, counts: [Int])])
    }

    /// Part of a slip, with its lines.
    package struct Part: Sendable {
        package var depth: Int
        package var name: String
        package var figure: String
        package var tone: Tone
        package var remark: String
        package var clause: String
        package var note: String
        package var lines: [Line]

        package init(
            depth: Int, name: String, figure: String, tone: Tone, remark: String, clause: String, note: String,
            lines: [Line]
        ) {
            self.depth = depth
            self.name = name
            self.figure = figure
            self.tone = tone
            self.remark = remark
            self.clause = clause
            self.note = note
            self.lines = lines
        }
    }

    package struct Line: Sendable {
        package enum Kind: Sendable {
            case rule, counted, leftOut, effect
        }

        package var kind: Kind
        package var depth: Int
        package var text: String
        package var clause: String
        package var note: String

        package init(kind: Kind, depth: Int, text: String, clause: String, note: String) {
            self.kind = kind
            self.depth = depth
            self.text = text
            self.clause = clause
            self.note = note
        }
    }

    /// How one person's figures came about; printed on a sheet of its own.
    package struct Slip: Sendable {
        /// What the person is called by: key, name and the like.
        package var names: [String]
        package var figures: [Fact]
        package var facts: [Fact]
        package var parts: [Part]

        package init(names: [String], figures: [Fact], facts: [Fact], parts: [Part]) {
            self.names = names
            self.figures = figures
            self.facts = facts
            self.parts = parts
        }
    }

    /// All about one assessed table.
    package struct Chapter: Sendable {
        package var title: String
        package var charts: [Chart]
        package var columns: [Column]
        package var groups: [Group]
        package var slips: [Slip]
        /// Said in place of the slips where there are none.
        package var withoutSlips: String

        package init(
            title: String, charts: [Chart], columns: [Column], groups: [Group], slips: [Slip], withoutSlips: String
        ) {
            self.title = title
            self.charts = charts
            self.columns = columns
            self.groups = groups
            self.slips = slips
            self.withoutSlips = withoutSlips
        }
    }

    package struct Section: Sendable {
        package var title: String
        package var facts: [Fact]

        package init(title: String, facts: [Fact]) {
            self.title = title
            self.facts = facts
        }
    }

    package var language: Language
    package var title: String
    /// Below the title: the rules file with its hash, and the like.
    package var lead: [String]
    package var chapters: [Chapter]
    /// What to look at, and where it all comes from.
    package var sections: [Section]
    /// Stands at the head of each slip.
    package var origin: String

    package init(
        language: Language, title: String, lead: [String], chapters: [Chapter], sections: [Section], origin: String
    ) {
        self.language = language
        self.title = title
        self.lead = lead
        self.chapters = chapters
        self.sections = sections
        self.origin = origin
    }
}
