/// Which number formats show a day (ECMA-376 part 1, 18.8.30 and 18.8.31).
enum NumberFormats {
    /// The formats of dates that every workbook knows by number, those of the East Asian editions included.
    static func isDate(builtIn id: Int) -> Bool {
        switch id {
        case 14...17, 22, 27...31, 34...36, 50...58: true
        default: false
        }
    }

    /// Whether a format's code has a year, a month beside a year or day, or a day outside quotes and brackets.
    static func isDate(code: String) -> Bool {
        var hasDay = false
        var characters = Array(code.lowercased())[...]
        while let character = characters.popFirst() {
            switch character {
            case "\"":
                while let next = characters.popFirst(), next != "\"" {}
            case "[":
                while let next = characters.popFirst(), next != "]" {}
            case "\\", "_", "*": _ = characters.popFirst()
            case "y", "d": hasDay = true
            // The year of East Asian formats; before a sign it is the exponent of `0.00E+00`.
            case "e": if characters.first != "+", characters.first != "-" { hasDay = true }
            case ";": return hasDay
            case "g":
                // `General` is no date.
                if characters.starts(with: "eneral") { characters.removeFirst(6) }
            default: break
            }
        }
        return hasDay
    }
}
