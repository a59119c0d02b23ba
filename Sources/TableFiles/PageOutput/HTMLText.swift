import Diagnostics

/// HTML written into bytes.
extension [UInt8] {
    /// A text between tags or in a quoted attribute. Control characters, which HTML cannot hold, become their pictures.
    mutating func addHTML(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): add("&amp;")
            case UInt8(ascii: "<"): add("&lt;")
            case UInt8(ascii: ">"): add("&gt;")
            case UInt8(ascii: "\""): add("&quot;")
            case UInt8(ascii: "'"): add("&#39;")
            case 0x09, 0x0A: append(byte)
            case 0..<0x20:
                // U+2400 and on.
                append(contentsOf: [0xE2, 0x90, 0x80 + byte])
            case 0x7F: append(contentsOf: [0xE2, 0x90, 0xA1])
            default: append(byte)
            }
        }
    }

    /// `<tag class="…">text</tag>`; the tag and the class are the program's own.
    mutating func addElement(_ tag: StaticString, _ text: String, style: StaticString = "") {
        add("<")
        add(tag)
        if style.utf8CodeUnitCount > 0 {
            add(" class=\"")
            add(style)
            add("\"")
        }
        add(">")
        addHTML(text)
        add("</")
        add(tag)
        add(">")
    }
}

/// The base64 of a digest that is given in hexadecimal, as a content security policy wants it.
func base64(hexadecimal text: String) -> String {
    let digits = text.utf8.map { $0 < UInt8(ascii: "a") ? $0 - UInt8(ascii: "0") : $0 - UInt8(ascii: "a") + 10 }
    let bytes = stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var result = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
        let piece = bytes[start..<min(start + 3, bytes.count)]
        let bits = piece.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - piece.count))
        for index in 0..<4 {
            result.append(index <= piece.count ? letters[bits >> (18 - 6 * index) & 63] : "=")
        }
    }
    return result
}
