import Diagnostics

/// HTML written into bytes.
extension [UInt8] {
    /// A text between tags or in a quoted attribute. Control characters, which HTML cannot hold, become their pictures;
    /// what turns the direction of writing is ended at once, so that it turns no figure behind it.
    mutating func addHTML(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            var start = 0
            for index in bytes.indices {
                let byte = unsafe bytes[index]
                if byte == 0xE2, index + 2 < bytes.count,
                    let end = unsafe Self.end(bytes[index + 1], bytes[index + 2])
                {
                    unsafe append(contentsOf: bytes[start...(index + 2)])
                    start = index + 3
                    add(end)
                }
                guard let other = Self.replacement(byte) else { continue }
                unsafe append(contentsOf: bytes[start..<index])
                start = index + 1
                switch other {
                case .entity(let entity): add(entity)
                // The pictures begin at U+2400.
                case .picture(let last): append(contentsOf: [0xE2, 0x90, last])
                }
            }
            unsafe append(contentsOf: bytes[start...])
        }
    }

    /// What ends a turn of direction that U+2000… with these last two bytes of UTF-8 begins.
    private static func end(_ middle: UInt8, _ last: UInt8) -> StaticString? {
        switch (middle, last) {
        // Embeddings and overrides.
        case (0x80, 0xAA), (0x80, 0xAB), (0x80, 0xAD), (0x80, 0xAE): "\u{202C}"
        // Isolates.
        case (0x81, 0xA6), (0x81, 0xA7), (0x81, 0xA8): "\u{2069}"
        default: nil
        }
    }

    private enum Replacement {
        case entity(StaticString)
        case picture(UInt8)
    }

    private static func replacement(_ byte: UInt8) -> Replacement? {
        switch byte {
        case UInt8(ascii: "&"): .entity("&amp;")
        case UInt8(ascii: "<"): .entity("&lt;")
        case UInt8(ascii: ">"): .entity("&gt;")
        case UInt8(ascii: "\""): .entity("&quot;")
        case UInt8(ascii: "'"): .entity("&#39;")
        case 0x09, 0x0A: nil
        case 0..<0x20: .picture(0x80 + byte)
        case 0x7F: .picture(0xA1)
        default: nil
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
