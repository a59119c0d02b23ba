/// The parts of a workbook beside its sheets: their list, the links between parts, the texts and the styles.

/// `xl/workbook.xml`: the sheets in their order and the date system.
final class WorkbookList: XMLHandler {
    struct Sheet: Sendable {
        var name: String
        var link: String
        var isHidden: Bool
    }

    private(set) var sheets: [Sheet] = []
    private(set) var from1904 = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "sheet":
            if let title = unsafe attributes.string("name") {
                let state = unsafe attributes.string("state") ?? "visible"
                sheets.append(
                    Sheet(name: title, link: unsafe attributes.string("id") ?? "", isHidden: state != "visible"))
            }
        case "workbookPr": if unsafe attributes.flag("date1904") { from1904 = true }
        default: break
        }
    }
}

/// A `.rels` part: where links lead, by their names, and by the last word of their types.
final class Relationships: XMLHandler {
    private(set) var targets: [String: String] = [:]
    private(set) var byType: [String: String] = [:]

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard name == "Relationship", let target = unsafe attributes.string("Target") else { return }
        if let id = unsafe attributes.string("Id") { targets[id] = target }
        if let type = unsafe attributes.string("Type"), let word = type.split(separator: "/").last {
            byType[String(word)] = target
        }
    }

    /// The part to which a link leads from a folder; `nil` for one that climbs out of the workbook.
    static func resolve(_ target: String, from folder: String) -> String? {
        var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
        for step in target.split(separator: "/") {
            if step == ".." {
                if parts.popLast() == nil { return nil }
            } else if step != "." {
                parts.append(String(step))
            }
        }
        return parts.joined(separator: "/")
    }
}

/// `xl/styles.xml`: the number format of each style.
final class Styles: XMLHandler {
    private(set) var formats: [NumberFormat] = []
    private var codes: [Int: NumberFormat] = [:]
    private var isInside = false

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "numFmt":
            if let id = unsafe attributes.integer("numFmtId"), let code = unsafe attributes.string("formatCode") {
                codes[id] = NumberFormat(code: code)
            }
        case "cellXfs": isInside = true
        case "xf":
            guard isInside else { return }
            let id = unsafe attributes.integer("numFmtId") ?? 0
            formats.append(codes[id] ?? NumberFormat(builtIn: id))
        default: break
        }
    }

    func end(_ name: XMLName) { if name == "cellXfs" { isInside = false } }
}

/// `xl/sharedStrings.xml`: the texts that cells name by number. Runs of rich text are joined, what tells the
/// pronunciation is left out.
final class SharedStrings: XMLHandler {
    private(set) var bytes: [UInt8] = []
    /// The end of each text; it begins where the one before ends.
    private(set) var ends: [Int32] = []
    /// Set when a text is longer than any cell can be.
    private(set) var isDone = false
    private var isText = false
    private var phoneticDepth = 0

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "t": isText = phoneticDepth == 0
        case "rPh": phoneticDepth += 1
        default: break
        }
    }

    func end(_ name: XMLName) {
        switch name {
        case "t": isText = false
        case "rPh": phoneticDepth -= 1
        case "si":
            unescape(&bytes, from: Int(ends.last ?? 0))
            ends.append(Int32(bytes.count))
        default: break
        }
    }

    func text(_ text: UnsafeBufferPointer<UInt8>) {
        guard isText, !isDone else { return }
        unsafe bytes.append(contentsOf: text)
        if bytes.count - Int(ends.last ?? 0) > SheetHandler.cellByteLimit { isDone = true }
    }

}

/// The texts that cells name by number, once they are read.
struct SharedTexts: Sendable {
    let bytes: [UInt8]
    /// The end of each text; it begins where the one before ends.
    let ends: [Int32]

    init(_ strings: SharedStrings) {
        bytes = strings.bytes
        ends = strings.ends
    }

    func range(_ index: Int) -> Range<Int> { (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index]) }
}

private func holds(_ mark: [UInt8], _ bytes: [UInt8], from start: Int) -> Bool {
    for index in start..<(bytes.count - 1) where bytes[index] == mark[0] && bytes[index + 1] == mark[1] { return true }
    return false
}

/// The number in `_x000D_` at a place; `nil` where no such thing stands.
private func escaped(_ bytes: [UInt8], at index: Int) -> UInt32? {
    guard index + 7 <= bytes.count, bytes[index] == UInt8(ascii: "_"), bytes[index + 1] == UInt8(ascii: "x"),
        bytes[index + 6] == UInt8(ascii: "_")
    else { return nil }
    var code: UInt32 = 0
    for byte in bytes[(index + 2)..<(index + 6)] {
        guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else { return nil }
        code = code << 4 | UInt32(digit)
    }
    return code
}

/// `_x000D_` in a text of a workbook stands for the sign of that number, two of them for one beyond 16 bits
/// (ECMA-376 part 1, 22.9.2.19).
func unescape(_ bytes: inout [UInt8], from start: Int) {
    let mark = [UInt8(ascii: "_"), UInt8(ascii: "x")]
    guard bytes.count - start >= 7, holds(mark, bytes, from: start) else { return }
    var result: [UInt8] = []
    var index = start
    while index < bytes.count {
        if let code = escaped(bytes, at: index), let scalar = Unicode.Scalar(code) {
            result += Array(String(Character(scalar)).utf8)
            index += 7
        } else if let high = escaped(bytes, at: index), 0xD800..<0xDC00 ~= high,
            let low = escaped(bytes, at: index + 7), 0xDC00..<0xE000 ~= low,
            let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
        {
            result += Array(String(Character(scalar)).utf8)
            index += 14
        } else {
            result.append(bytes[index])
            index += 1
        }
    }
    bytes.replaceSubrange(start..., with: result)
}
