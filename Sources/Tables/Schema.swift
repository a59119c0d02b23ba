/// What a table's data must look like: the contract between a rules file and the data.
package struct TableSchema: Sendable {
    package var name: String
    /// The name of the file or sheet that holds it.
    package var sheet: String
    /// Whether the data may come without it; it is then empty.
    package var optional: Bool
    /// The columns that together name a row, as indices.
    package var keys: [Int]
    package var columns: [ColumnSchema]

    package init(name: String, sheet: String, optional: Bool, keys: [Int], columns: [ColumnSchema]) {
        self.name = name
        self.sheet = sheet
        self.optional = optional
        self.keys = keys
        self.columns = columns
    }
}

package struct ColumnSchema: Sendable {
    package enum Kind: Hashable, Sendable {
        case text
        case yesno
        case number(whole: Bool)
        /// A number written and printed as per cent.
        case ratio
        case date
        case month
        /// The labels in the order in which they are declared.
        case choice([String])
        /// The index of the table whose key stands here.
        case reference(Int)
    }

    package var name: String
    /// The header in the data.
    package var header: String
    package var kind: Kind
    package var optional: Bool
    package var defaultValue: Value?
    /// The bounds of a number or a date, both included.
    package var low: Value?
    package var high: Value?
    /// A figure that a person decides.
    package var judged: Bool
    /// Where its cells come from.
    package var origin: Origin
    /// Whether its cells are words, whatever these are: a text, or the key of a row that is called by a text. What stands
    /// in a column that the rules do not know is nobody's concern.
    package var holdsWords = false
    /// Whether its cells are keys of the table's rows, or parts of them.
    package var isKey = false

    package enum Origin: Hashable, Sendable {
        /// A column of the sheet.
        case cell
        /// The headers of a wide sheet, whose cells go to another column of the table.
        case headers(cells: Int)
        /// The sheet's name.
        case sheet
    }

    package init(
        name: String, header: String, kind: Kind, optional: Bool = false, defaultValue: Value? = nil,
        low: Value? = nil, high: Value? = nil, judged: Bool = false, origin: Origin = .cell
    ) {
        self.origin = origin
        self.name = name
        self.header = header
        self.kind = kind
        self.optional = optional
        self.defaultValue = defaultValue
        self.low = low
        self.high = high
        self.judged = judged
    }
}
