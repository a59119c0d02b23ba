import RuleSemantics
import Tables

/// What the name of a sheet says: whose sheet it is, and the word that it gives to its rows.
enum SheetName {
    /// The names that a sheet's may be a copy's of, the longest first: without `(2)`, without ` - 副本`.
    static func originals(of name: String) -> [String] {
        var originals: [String] = []
        var rest = name[...]
        while let shorter = withoutNumber(rest) ?? withoutWord(rest) {
            rest = trimmed(shorter)
            originals.append(String(rest))
        }
        return originals
    }

    private static func withoutNumber(_ name: Substring) -> Substring? {
        guard let last = name.last, closing.contains(last), let start = name.lastIndex(where: opening.contains) else {
            return nil
        }
        let number = name[name.index(after: start)...].dropLast()
        return !number.isEmpty && number.count < 4 && number.allSatisfy(\.isWholeNumber) ? name[..<start] : nil
    }

    private static func withoutWord(_ name: Substring) -> Substring? {
        for word in ["副本", "copy"] where name.lowercased().hasSuffix(word) { return name.dropLast(word.count) }
        return nil
    }

    private static func trimmed(_ name: Substring) -> Substring {
        var rest = name
        while let last = rest.last, around.contains(last) { rest = rest.dropLast() }
        return rest
    }

    private static let opening: Set<Character> = ["(", "（", "[", "【"]
    private static let closing: Set<Character> = [")", "）", "]", "】"]
    private static let around: Set<Character> = [" ", "_", "-", "—", "　", "\u{A0}"]

    /// A word as a cell would hold it: without brackets, blanks and strokes around it, `(10月)` is 10月; full-width digits
    /// as half-width, and no blank between Chinese and digits, `１０ 月` is 10月 as well.
    static func bare(_ word: String) -> String {
        var rest = word[...]
        while let shorter = withoutEdge(rest) { rest = shorter }
        return folded(rest.isEmpty ? word : String(rest))
    }

    /// Without a stroke, a blank or brackets at its ends; `nil` where there is none. `1班(2)` keeps its own.
    private static func withoutEdge(_ word: Substring) -> Substring? {
        guard let first = word.first, let last = word.last else { return nil }
        if around.contains(first) { return word.dropFirst() }
        if around.contains(last) { return word.dropLast() }
        let opens = word.count(where: opening.contains)
        let closes = word.count(where: closing.contains)
        let (isOpened, isClosed) = (opening.contains(first), closing.contains(last))
        if isOpened, isClosed, opens == 1, closes == 1 { return word.dropFirst().dropLast() }
        if isOpened, closes == 0 { return word.dropFirst() }
        if isClosed, opens == 0 { return word.dropLast() }
        return nil
    }

    private static func folded(_ word: String) -> String {
        let signs = word.map { sign -> Character in
            guard let scalar = sign.unicodeScalars.first, (0xFF10...0xFF19).contains(scalar.value) else { return sign }
            return Character(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
        }
        var result = ""
        for (index, sign) in signs.enumerated() {
            if sign.isWhitespace, let before = result.last,
                let after = signs[index...].first(where: { !$0.isWhitespace }),
                isChinese(before) && (isChinese(after) || after.isASCIIDigit)
                    || isChinese(after) && before.isASCIIDigit
            {
                continue
            }
            result.append(sign)
        }
        return result
    }

    private static func isChinese(_ sign: Character) -> Bool {
        sign.unicodeScalars.allSatisfy { (0x3400...0x9FFF).contains($0.value) || $0.value == 0x3007 }
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}

extension ProgramTable {
    /// The column whose cells the sheet's name gives.
    var nameColumn: Int? { columns.firstIndex { $0.schema?.origin == .sheet } }

    /// What stands before and behind the word in the names of its sheets.
    var sheetPattern: (before: Substring, after: Substring) {
        let pattern = sheet.contains("*") ? sheet : sheet + "*"
        let parts = pattern.split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false)
        return (parts[0], parts[1])
    }

    /// The word that a sheet's name gives; `nil` where it is no name of its sheets.
    func word(inSheetNamed name: String) -> String? {
        let (before, after) = sheetPattern
        guard nameColumn != nil, name.hasPrefix(before), name.hasSuffix(after), name.count > before.count + after.count
        else { return nil }
        return SheetName.bare(String(name.dropFirst(before.count).dropLast(after.count)))
    }
}

extension Program {
    /// The table to which a sheet belongs: the one of its very name, else the one whose pattern says most of it.
    package func table(ofSheetNamed name: String) -> Int? {
        if let table = table(named: name) { return table }
        // A copy of such a sheet belongs to no other table.
        if SheetName.originals(of: name).contains(where: { table(named: $0) != nil }) { return nil }
        func length(_ table: Int) -> Int {
            let (before, after) = tables[table].sheetPattern
            return before.count + after.count
        }
        return tables.indices.filter { isOfData($0) && tables[$0].word(inSheetNamed: name) != nil }
            .max { length($0) < length($1) }
    }

    private func table(named name: String) -> Int? {
        tables.indices.first { isOfData($0) && tables[$0].nameColumn == nil && tables[$0].sheet == name }
    }

    private func isOfData(_ table: Int) -> Bool {
        if case .data = tables[table].kind { true } else { false }
    }
}
