import Platform

/// How the text of a file is written as bytes.
package enum TextEncoding: Sendable {
    case utf8
    /// What Chinese editions of Windows write unless told otherwise.
    case gb18030
    case utf16

    /// What a text is written in that is not UTF-8, as far as its bytes tell.
    package init?(notUTF8 bytes: [UInt8]) {
        if DecodedText.isUTF8(bytes) { return nil }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            self = .utf16
        } else if ChineseText.isLikely(bytes), case .text = DecodedText.convert(bytes) {
            self = .gb18030
        } else {
            return nil
        }
    }
}

/// A file's text in UTF-8, whatever it was written in.
struct DecodedText {
    var bytes: [UInt8]
    /// Where the text begins, behind its mark.
    var start: Int
    var encoding: TextEncoding

    /// A mark at the beginning says what a file is. Without one it is UTF-8 where it can be, GB18030 where only that
    /// can be and the text looks Chinese or holds the headers that the rules know; where both can be, the headers
    /// decide, and where they do not, nothing is guessed.
    static func read(_ bytes: [UInt8], _ known: KnownHeaders) throws(FileProblem.At) -> DecodedText {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw FileProblem.At(.workbookInside)
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            guard isUTF8(bytes) else { throw FileProblem.At(.notAsMarked("UTF-8"), line: badLine(bytes)) }
            return DecodedText(bytes: bytes, start: 3, encoding: .utf8)
        }
        if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes, low: 0) }
        if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes, low: 1) }
        let plain = DecodedText(bytes: bytes, start: 0, encoding: .utf8)
        if bytes.allSatisfy({ $0 < 0x80 }) { return plain }
        guard isUTF8(bytes) else { return try gb18030(bytes, known) }
        if known.stand(in: top(bytes)) { return plain }
        // A short Chinese text in GB18030 can be UTF-8 by accident.
        if case .text(let head) = convert(top(bytes)), known.stand(in: head), case .text(let whole) = convert(bytes) {
            return DecodedText(bytes: whole, start: 0, encoding: .gb18030)
        }
        if !bytes.contains(where: { $0 >= 0xE0 }), ChineseText.isLikely(bytes), case .text = convert(bytes) {
            throw FileProblem.At(.twoEncodings)
        }
        return plain
    }

    private static func utf16(_ bytes: [UInt8], low: Int) throws(FileProblem.At) -> DecodedText {
        let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
            UInt16(bytes[index + low]) | UInt16(bytes[index + 1 - low]) << 8
        }
        guard bytes.count.isMultiple(of: 2), let text = String(validating: units, as: UTF16.self) else {
            throw FileProblem.At(.notAsMarked("UTF-16"))
        }
        return DecodedText(bytes: Array(text.utf8), start: 0, encoding: .utf16)
    }

    private static func gb18030(_ bytes: [UInt8], _ known: KnownHeaders) throws(FileProblem.At) -> DecodedText {
        switch convert(bytes) {
        case .unavailable: throw FileProblem.At(.noConverter)
        case .invalid(let offset):
            // The reading that gets further is the one that was meant.
            throw FileProblem.At(.notText, line: max(badLine(bytes), line(bytes, offset)))
        case .text(let text):
            guard known.stand(in: top(text)) || !known.stand(in: top(bytes)) && ChineseText.isLikely(bytes) else {
                throw FileProblem.At(.notText, line: badLine(bytes))
            }
            let start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
            return DecodedText(bytes: text, start: start, encoding: .gb18030)
        }
    }

    /// A text in GB18030 as it is in UTF-8.
    static func convert(_ bytes: [UInt8]) -> Platform.Conversion {
        Platform.convert(bytes, from: "GB18030", to: "UTF-8")
    }

    static func isUTF8(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }

    /// The first rows, among which the headers stand.
    static func top(_ bytes: [UInt8]) -> [UInt8] {
        var lines = 0
        let limit = min(bytes.count, 1 << 16)
        for index in 0..<limit where bytes[index] == UInt8(ascii: "\n") {
            lines += 1
            if lines == HeaderFinder.searchedRows { return Array(bytes[..<index]) }
        }
        return limit == bytes.count
            ? bytes : Array(bytes[..<(bytes[..<limit].lastIndex(of: UInt8(ascii: "\n")) ?? 0)])
    }

    /// The first line that is not UTF-8.
    private static func badLine(_ bytes: [UInt8]) -> Int {
        var start = 0
        var line = 1
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            if String(validating: bytes[start..<end], as: UTF8.self) == nil { break }
            start = end + 1
            line += 1
        }
        return line
    }

    private static func line(_ bytes: [UInt8], _ offset: Int) -> Int {
        1 + bytes[..<offset].count { $0 == UInt8(ascii: "\n") }
    }
}

/// The headers that the rules know, of all tables, as evidence of what a text is written in.
struct KnownHeaders {
    let all: Set<String>

    private static let dividers = Array(",;\t\r\n\"".utf8)

    /// Whether a cell is such a header. Only those outside ASCII tell encodings apart.
    func stand(in bytes: [UInt8]) -> Bool {
        bytes.split { Self.dividers.contains($0) }.contains { cell in
            guard cell.contains(where: { $0 >= 0x80 }) else { return false }
            return all.contains(HeaderFinder.name(String(decoding: cell, as: UTF8.self)))
        }
    }
}

/// Whether bytes in GB18030 are Chinese as it is written.
enum ChineseText {
    /// Three quarters of the signs outside ASCII are of the common 3755 (the first level of GB 2312), punctuation left
    /// out. What was written in another encoding falls elsewhere.
    static func isLikely(_ bytes: [UInt8]) -> Bool {
        var common = 0
        var rare = 0
        var index = 0
        while index < bytes.count {
            let lead = bytes[index]
            guard lead >= 0x80 else {
                index += 1
                continue
            }
            let trail = index + 1 < bytes.count ? bytes[index + 1] : 0
            if (0x30...0x39).contains(trail) {
                rare += 1
                index += 4
                continue
            }
            if (0xB0...0xD7).contains(lead), trail >= 0xA1 {
                common += 1
            } else if lead != 0xA1 && lead != 0xA3 || trail < 0xA1 {
                rare += 1
            }
            index += 2
        }
        return common > 0 && common >= rare * 3
    }
}
