package import Diagnostics
package import RuleSyntax
package import Tables

/// A rules file whose every name, type and order has been settled: what the engine runs.
package struct Program: Sendable {
    /// The text it came from, for messages and explanations.
    package var source: SourceFile
    /// The rules as they are written.
    package var file: RulesFile
    package var title: String
    package var year: Int?
    package var calendar: WorkingCalendar
    package var choices: [ChoiceList]
    package var tables: [ProgramTable]
    /// The constants of the plan, in an order in which each uses only earlier ones.
    package var planValues: [PlanValue]
    package var assessments: [Assessment]
    /// Every computed column in an order in which each uses only earlier ones.
    package var order: [ColumnReference]
    /// What each column reads directly.
    package var dependencies: [ColumnReference: Set<ColumnReference>]
    package var aggregateCount: Int
    /// Texts that the rules hold against one another: by 同, as keys by which rows are found, by =.
    package var comparedTexts: [ComparedTexts]
}

/// Two texts that must be alike to mean the same.
package struct ComparedTexts: Hashable, Sendable {
    package enum Side: Hashable, Sendable {
        case column(ColumnReference)
        /// A text of the rules.
        case text(String)
    }

    package var left: Side
    package var right: Side
}

extension Program {
    /// Columns with those that they are computed from; what a column reads is looked at only where `follows` says so.
    package func closure(
        _ columns: Set<ColumnReference>, where follows: (ColumnReference) -> Bool
    ) -> Set<ColumnReference> {
        var found = columns
        var queue = Array(columns)
        while let next = queue.popLast() {
            if !follows(next) { continue }
            for read in dependencies[next] ?? [] where found.insert(read).inserted { queue.append(read) }
        }
        return found
    }
}

/// The clause that a line rests on, and how it was read.
package struct Citation: Hashable, Sendable {
    package var clause: String?
    package var note: String?

    package init(_ tail: Tail) {
        clause = tail.clause?.text
        note = tail.note?.text
    }
}

package struct ColumnReference: Hashable, Sendable {
    package var table: Int
    package var column: Int

    package init(_ table: Int, _ column: Int) {
        self.table = table
        self.column = column
    }
}

/// A list of choices, named or written in a column.
package struct ChoiceList: Sendable {
    package var name: String?
    package var labels: [String]
    package var ordered: Bool

    /// Whether a lower position is the greater choice: `优秀 > 良好`.
    package var descending: Bool
}

package struct PlanValue: Sendable {
    package var name: String
    package var formula: Formula
}

package struct ProgramTable: Sendable {
    package enum Kind: Sendable {
        case data
        /// Rows that stand in the rules file.
        case lookup(Lookup)
        /// One row for each combination of keys among the rows.
        case derived(RowsPlan, keys: [Int])
    }

    package var name: String
    package var kind: Kind
    package var sheet: String
    package var optional: Bool
    /// Columns that name a row.
    package var keys: [Int]
    package var columns: [ProgramColumn]
    package var requirements: [Requirement]
    /// The assessment of this table, if there is one.
    package var assessment: Int?
    package var range: SourceRange

    /// The name of one of its sheets, where the name gives a word of each row: the word stands for the star of the
    /// pattern, or behind a name without one, `考勤(10月)`.
    package func sheetName(for word: String) -> String {
        let pattern = sheet.contains("*") ? sheet : sheet + "(*)"
        let parts = pattern.split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false)
        return "\(parts[0])\(word)\(parts[1])"
    }
}

package struct ProgramColumn: Sendable {
    package enum Definition: Sendable {
        /// Read from the data or from the file.
        case stored(ColumnSchema)
        case value(Formula)
        /// The i-th key of a derived table.
        case groupKey(Int)
        /// Whether the row is assessed.
        case population(Formula)
        /// The final score of a section, by its index in the table's assessment.
        case score(Int)
        case grade(Int)
        case place(Int)
        case gradeValue(grade: Int, value: Int)
        /// Whether a requirement is met; missing when it does not apply.
        case requirement(Int)
        /// Whether all requirements are met.
        case met
        /// What the requirements lack, as text.
        case lacking
    }

    /// The name by which messages and examples call it: `学时`, or `外出学习.学时` for a value of a section.
    package var name: String
    package var type: ValueType
    package var definition: Definition
    /// Belongs to the assessment: rows outside the population have no value.
    package var assessed: Bool
    package var citation: Citation
    package var range: SourceRange

    /// How its cells are read, where it is read.
    package var schema: ColumnSchema? { if case .stored(let schema) = definition { schema } else { nil } }
}

/// The rows of a lookup, each with the tests its keys must pass.
package struct Lookup: Sendable {
    package enum Key: Hashable, Sendable {
        case value(Value)
        case range(Value, Value)
        case compared(Comparison, Value)
        case any
    }

    package struct Row: Sendable {
        package var keys: [Key]
        package var values: [Value]
        package var range: SourceRange
    }

    package var rows: [Row]
    package var keyTypes: [ValueType]
}

extension Value {
    /// Where a number, a date or a month lies among its like.
    package var position: Number? {
        switch self {
        case .number(let number): number
        case .date(let date): Number(Int(date.day))
        case .month(let month): Number(Int(month.index))
        case .missing, .text, .bool, .choice, .row, .span: nil
        }
    }
}

/// `要求 [名 =] 条件 [当 条件]`
package struct Requirement: Sendable {
    package var name: String
    package var condition: Formula
    package var when: Formula?
    /// Set when the requirement holds for each row of a set: `逐条 下限表 要求 …`.
    package var rows: RowsPlan?
    package var citation: Citation
    package var range: SourceRange
}

package struct Assessment: Sendable {
    package var table: Int
    /// The column that says whether a row is assessed, if not all are.
    package var population: Int?
    /// The first is the root, whose score is 总分.
    package var sections: [Section]
    package var grades: [Grade]
    package var output: [OutputColumn]
    package var requirements: [Requirement]
    package var range: SourceRange
}

package struct OutputColumn: Sendable {
    package var header: String
    package var formula: Formula
    /// Decimals to print, where the column has declared ones.
    package var places: Int?
    /// Whether a ratio is printed as per cent.
    package var percent: Bool
    package var rounding: Rounding?
}

package struct Section: Sendable {
    package var name: String
    package var column: Int
    package var parent: Int?
    package var depth: Int
    package var body: SectionBody
    /// Values defined inside, as columns of the table.
    package var values: [Int]
    package var citation: Citation
    package var range: SourceRange
}

/// How a score comes about: of a section, or of one record or group of an 逐条 block.
package struct SectionBody: Sendable {
    package struct Choice: Sendable {
        package var value: Formula
        package var when: Formula?
        package var range: SourceRange
        package var citation: Citation
    }

    package struct Part: Sendable {
        package indirect enum Kind: Sendable {
            case amount(Formula)
            case each(RowsPlan, SectionBody)
        }

        package var kind: Kind
        package var deduct: Bool
        package var when: Formula?
        package var citation: Citation
        package var range: SourceRange
    }

    package struct Void: Sendable {
        package var condition: Formula
        package var citation: Citation
        package var range: SourceRange
    }

    /// `得分 = e 当 c` lines, of which the first that holds gives the score; empty when the parts do.
    package var score: [Choice]
    package var start: Formula?
    package var startCitation: Citation?
    /// The scores of the sections inside, as columns.
    package var children: [Int]
    package var parts: [Part]
    /// Which of the scores inside count.
    package var pick: SectionDecl.Pick?
    package var voids: [Void]
    package var low: Number?
    package var high: Number?
    package var rounding: Rounding?
}

/// People divided into grades.
package struct Grade: Sendable {
    package struct Key: Sendable {
        package var formula: Formula
        package var ascending: Bool
    }

    package struct Row: Sendable {
        package var label: String
        package var share: Share
        package var thresholds: [Threshold]
        package var values: [Formula]
        package var range: SourceRange
    }

    package struct Threshold: Sendable {
        package var comparison: Comparison
        package var bound: Formula
    }

    package enum Share: Sendable {
        case rest
        case ratio(Formula)
        case heads(Formula)
        case atLeastRatio(Formula)
        case atLeastHeads(Formula)
        /// No limit but the thresholds.
        case none
    }

    package struct Condition: Sendable {
        /// The row of the grade.
        package var row: Int
        package var condition: Formula
        package var refill: Bool
        package var citation: Citation
        package var range: SourceRange
    }

    package var name: String
    package var choices: Int
    package var gradeColumn: Int
    package var placeColumn: Int
    package var valueColumns: [Int]
    package var valueNames: [String]
    package var keys: [Key]
    package var tieKeys: [Key]
    package var per: [Formula]
    package var perNames: [String]
    package var when: Formula?
    package var rows: [Row]
    package var rounding: GradeDecl.QuotaRounding
    package var tiesIn: Bool
    package var placements: [Condition]
    package var bars: [Condition]
    package var baseIncludesPlaced: Bool
    package var citation: Citation
    package var range: SourceRange
}
