/// Names of sheets that every spreadsheet takes: short, without certain signs, no two alike.
package struct SheetNames {
    /// The sheets that a workbook for data has beside its tables; they are not read as data.
    package static let instructions = "填写说明"
    package static let lists = "可选内容"

    /// Names that no sheet may have, whatever it was to be called.
    private let isTaken: (String) -> Bool
    private var used: Set<String> = []

    private static let longest = 31
    private static let forbidden: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\"]

    package init(isTaken: @escaping (String) -> Bool = { _ in false }) {
        self.isTaken = isTaken
    }

    /// The name itself, or one near it that is free.
    package mutating func free(_ wanted: String) -> String {
        let base = Self.allowed(wanted)
        // Where a pattern takes all names with this beginning, one with another; where it takes every name, any.
        for (start, mayBeTaken) in [("", false), ("_", false), ("", true)] {
            for count in 1...(mayBeTaken ? Int.max : 9) {
                let ending = count == 1 ? "" : " (\(count))"
                let name = Self.cut(start + base, to: Self.longest - ending.utf16.count) + ending
                // Spreadsheets do not tell capitals and small letters apart; History is a word of their own.
                let folded = name.lowercased()
                if folded == "history" || !mayBeTaken && isTaken(name) { continue }
                if used.insert(folded).inserted { return name }
            }
        }
        return base
    }

    private static func allowed(_ name: String) -> String {
        var name = String(
            name.map { character in
                let isControl = character.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
                return forbidden.contains(character) || isControl ? "_" : character
            })
        while name.hasPrefix("'") { name.removeFirst() }
        while name.hasSuffix("'") { name.removeLast() }
        return name.isEmpty ? "_" : name
    }

    private static func cut(_ name: String, to length: Int) -> String {
        var name = name
        while name.utf16.count > length { name.removeLast() }
        while name.hasSuffix("'") { name.removeLast() }
        return name
    }
}
