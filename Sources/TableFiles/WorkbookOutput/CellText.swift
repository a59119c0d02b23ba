/// The text of a cell as the XML of a workbook has it.
enum CellText {
    /// A cell holds so many UTF-16 units.
    static let longest = 32_767

    /// The text as XML has it. What XML cannot hold is written as `_x0001_`, and what looks like that, too
    /// (ECMA-376 part 1, 22.9.2.19); a text longer than a cell can hold is cut.
    static func add(_ text: UnsafeBufferPointer<UInt8>, to items: inout [UInt8]) {
        var left = text.count <= longest ? Int.max : longest
        var index = 0
        while index < text.count {
            // Most of a text stands for itself.
            if left == Int.max {
                var end = index
                while end < text.count, unsafe standsForItself(text[end]) { end += 1 }
                if end > index {
                    unsafe items.append(contentsOf: text[index..<end])
                    index = end
                    continue
                }
            }
            let byte = unsafe text[index]
            // A lead byte says how long its character is; the longest take two units.
            let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            if left < Int.max { left -= length == 4 ? 2 : 1 }
            if left < 1 {
                items.add("…")
                return
            }
            switch byte {
            case UInt8(ascii: "&"): items.add("&amp;")
            case UInt8(ascii: "<"): items.add("&lt;")
            case UInt8(ascii: ">"): items.add("&gt;")
            case UInt8(ascii: "_") where unsafe looksEscaped(text, index): items.add("_x005F_")
            case 0x09, 0x0A: items.append(byte)
            case 0..<0x20: addCode(UInt16(byte), to: &items)
            case 0xEF where unsafe isNoCharacter(text, index):
                unsafe addCode(text[index + 2] == 0xBE ? 0xFFFE : 0xFFFF, to: &items)
            default: for offset in index..<min(text.count, index + length) { unsafe items.append(text[offset]) }
            }
            index += length
        }
    }

    private static func standsForItself(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "_"), 0..<0x20, 0xEF: false
        default: true
        }
    }

    private static func addCode(_ code: UInt16, to items: inout [UInt8]) {
        let hex = String(code, radix: 16, uppercase: true)
        items.add("_x" + String(repeating: "0", count: 4 - hex.count) + hex + "_")
    }

    /// U+FFFE and U+FFFF.
    private static func isNoCharacter(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        unsafe index + 2 < text.count && text[index + 1] == 0xBF && text[index + 2] >= 0xBE
    }

    /// `_x` with four hexadecimal digits and `_` behind it.
    private static func looksEscaped(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        guard index + 6 < text.count, unsafe text[index + 1] == UInt8(ascii: "x"),
            unsafe text[index + 6] == UInt8(ascii: "_")
        else { return false }
        return unsafe text[(index + 2)..<(index + 6)].allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"),
                UInt8(ascii: "a")...UInt8(ascii: "f"):
                true
            default: false
            }
        }
    }
}
