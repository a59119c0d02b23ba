import Tables

/// What a number format makes of a number (ECMA-376 part 1, 18.8.30 and 18.8.31), as far as it is no longer the number.
enum NumberFormat: Hashable, Sendable {
    case plain
    /// A day, with its time or without.
    case date
    /// A time of day; the hours of a sum go on beyond a day, as in `[h]:mm`.
    case time(isSum: Bool)
    /// Digits with noughts in front, between texts: `000`, `"T"000`.
    case digits(Int, before: String, behind: String)
    case percent(decimals: Int)

    /// The formats that every workbook knows by number, those of the East Asian editions included. Some of these are
    /// days in one edition and times in another.
    init(builtIn id: Int) {
        switch id {
        case 9: self = .percent(decimals: 0)
        case 10: self = .percent(decimals: 2)
        case 14...17, 22, 27...31, 34...36, 50...58: self = .date
        case 18...21, 32, 33, 45, 47: self = .time(isSum: false)
        case 46: self = .time(isSum: true)
        default: self = .plain
        }
    }

    init(code: String) { self = Self.clock(code) ?? Self.digits(code) ?? Self.percent(code) ?? .plain }

    /// A day where a format's first part has a year, a month or a day outside quotes and brackets, a time where it has
    /// only hours, minutes or seconds.
    private static func clock(_ code: String) -> NumberFormat? {
        var hasDay = false
        var hasMonth = false
        var hasTime = false
        var isSum = false
        var characters = Array(code.lowercased())[...]
        scan: while let character = characters.popFirst() {
            switch character {
            case "\"":
                while let next = characters.popFirst(), next != "\"" {}
            case "[":
                let word = characters.prefix { $0 != "]" }
                characters = characters.dropFirst(word.count + 1)
                // `[h]`, `[mm]`, `[ss]`
                if let first = word.first, "hms".contains(first), word.allSatisfy({ $0 == first }) { isSum = true }
            case "\\", "_", "*": _ = characters.popFirst()
            case "y", "d": hasDay = true
            case "h", "s": hasTime = true
            // A month, beside hours or seconds the minutes; `AM/PM` stands only beside hours.
            case "m": hasMonth = true
            // The year of East Asian formats; before a sign it is the exponent of `0.00E+00`.
            case "e": if characters.first != "+", characters.first != "-" { hasDay = true }
            case ";": break scan
            case "g":
                // `General` is no date.
                if characters.starts(with: "eneral") { characters.removeFirst(6) }
            default: break
            }
        }
        if hasDay { return .date }
        if hasTime || isSum { return .time(isSum: isSum) }
        return hasMonth ? .date : nil
    }

    private static func digits(_ code: String) -> NumberFormat? {
        var count = 0
        var before = ""
        var behind = ""
        var characters = Array(code)[...]
        scan: while let character = characters.popFirst() {
            var text = ""
            switch character {
            case "0":
                guard behind.isEmpty else { return nil }
                count += 1
            case "\"":
                while let next = characters.popFirst(), next != "\"" { text.append(next) }
            case "\\": if let next = characters.popFirst() { text.append(next) }
            // Room as wide as the next sign.
            case "_": _ = characters.popFirst()
            case ";": break scan
            default: return nil
            }
            if count == 0 { before += text } else { behind += text }
        }
        if count == 0 || count == 1 && before.isEmpty && behind.isEmpty { return nil }
        return .digits(count, before: before, behind: behind)
    }

    /// `0%`, `0.00%`, `#,##0%`
    private static func percent(_ code: String) -> NumberFormat? {
        let first = code.prefix { $0 != ";" && $0 != "_" }
        guard first.hasSuffix("%"), first.dropLast().allSatisfy({ "#,0.".contains($0) }) else { return nil }
        let parts = first.dropLast().split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts[0].last == "0" else { return nil }
        if parts.count == 1 { return .percent(decimals: 0) }
        return parts[1].allSatisfy { $0 == "0" } ? .percent(decimals: parts[1].count) : nil
    }

    /// What is shown of a number where that is not the number itself.
    func shown(_ number: [UInt8]) -> [UInt8]? {
        switch self {
        case .plain, .date, .time: return nil
        case .digits(let count, let before, let behind):
            guard number.allSatisfy({ $0 &- UInt8(ascii: "0") <= 9 }) else { return nil }
            let zeros = Array(repeating: UInt8(ascii: "0"), count: max(0, count - number.count))
            return Array(before.utf8) + zeros + number + Array(behind.utf8)
        case .percent(let decimals):
            guard let value = Number(decimalUTF8: number[...]), decimals <= 9 else { return nil }
            let percent = (value * 100).rounded(toPlaces: decimals, .halfUp)
            var text = percent.description
            if decimals > 0 {
                let places = text.split(separator: ".").dropFirst().first?.count ?? 0
                text += (places == 0 ? "." : "") + String(repeating: "0", count: decimals - places)
            }
            return Array((text + "%").utf8)
        }
    }
}
