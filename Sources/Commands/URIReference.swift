/// Paths as references of RFC 3986.
package enum URIReference {
    /// A relative path stays relative; one from the root, or from a drive, becomes a `file` reference.
    package static func of(_ path: String) -> String {
        var path = path.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "/")
        while path.hasPrefix("./") { path = String(path.dropFirst(2)) }
        let hasDrive = path.dropFirst().first == ":" && path.first!.isASCII && path.first!.isLetter
        if path.hasPrefix("//") { return "file:" + encoded(path) }
        if path.hasPrefix("/") { return "file://" + encoded(path) }
        if hasDrive { return "file:///" + path.prefix(2) + encoded(String(path.dropFirst(2))) }
        return encoded(path)
    }

    /// Everything but unreserved signs and slashes as per cent and two digits for each byte.
    private static func encoded(_ path: String) -> String {
        var result = ""
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = Array("0123456789ABCDEF")
                result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }
        return result
    }
}
