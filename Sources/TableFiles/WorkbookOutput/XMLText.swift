/// XML written into bytes.
extension [UInt8] {
    mutating func add(_ text: StaticString) {
        text.withUTF8Buffer { unsafe append(contentsOf: $0) }
    }

    /// Letters that stand in the program go the other way, which needs no string.
    @_disfavoredOverload
    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { unsafe append(contentsOf: $0) }
    }

    mutating func add(_ number: Int) {
        guard number >= 0 else {
            append(contentsOf: String(number).utf8)
            return
        }
        var power = 1
        while number / power >= 10 { power *= 10 }
        var rest = number
        while power > 0 {
            append(UInt8(ascii: "0") + UInt8(rest / power))
            rest %= power
            power /= 10
        }
    }

    /// A text in an attribute or between tags, on one line unless its lines are kept. Control characters are left out:
    /// no XML holds them.
    mutating func addEscaped(_ text: String, keepsLines: Bool = false) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): add("&amp;")
            case UInt8(ascii: "<"): add("&lt;")
            case UInt8(ascii: ">"): add("&gt;")
            case UInt8(ascii: "\""): add("&quot;")
            case 0x0A where keepsLines: append(byte)
            case 0x09, 0x0A, 0x0D: append(0x20)
            case 0..<0x20: break
            default: append(byte)
            }
        }
    }
}
