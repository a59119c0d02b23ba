import CLibXML2

/// Reads XML piece by piece and tells a handler what begins, what ends and what text stands between.
///
/// A document type, the door of entity bombs, is refused. Names come without their prefixes.
final class XMLStream {
    enum Failure: Error {
        case damaged
        case documentType
    }

    private let handler: any XMLHandler
    private var hasDocumentType = false

    private init(_ handler: any XMLHandler) {
        self.handler = handler
    }

    /// Parses what `feed` hands over, which stops when the body it is given returns false.
    static func parse(_ handler: any XMLHandler, _ feed: ((ArraySlice<UInt8>) -> Bool) throws -> Void) throws {
        let stream = XMLStream(handler)
        var sax = unsafe ptrules_xml_handler(
            { context, name, _, _, _, _, count, _, attributes in
                unsafe XMLStream.of(context).start(name, Int(count), attributes)
            },
            { context, name, _, _ in unsafe XMLStream.of(context).end(name) },
            { context, text, length in unsafe XMLStream.of(context).text(text, length) },
            { context, _, _, _ in unsafe XMLStream.of(context).hasDocumentType = true })
        let pointer = unsafe Unmanaged.passUnretained(stream).toOpaque()
        guard let parser = unsafe xmlCreatePushParserCtxt(&sax, pointer, nil, 0, nil) else { throw Failure.damaged }
        defer { unsafe xmlFreeParserCtxt(parser) }
        unsafe xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue))
        var status: Int32 = 0
        var stopped = false
        try feed { piece in
            status = unsafe piece.withUnsafeBytes { bytes in
                unsafe xmlParseChunk(
                    parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), 0)
            }
            stopped = handler.isDone
            return status == 0 && !stream.hasDocumentType && !stopped
        }
        if stream.hasDocumentType { throw Failure.documentType }
        if status == 0, !stopped { status = unsafe xmlParseChunk(parser, nil, 0, 1) }
        if status != 0 { throw Failure.damaged }
        withExtendedLifetime(stream) {}
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> XMLStream {
        unsafe Unmanaged<XMLStream>.fromOpaque(context!).takeUnretainedValue()
    }

    private func start(
        _ name: UnsafePointer<UInt8>?, _ count: Int, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    ) {
        unsafe handler.start(XMLName(name!), XMLAttributes(count: count, values: attributes))
    }

    private func end(_ name: UnsafePointer<UInt8>?) {
        unsafe handler.end(XMLName(name!))
    }

    private func text(_ text: UnsafePointer<UInt8>?, _ length: Int32) {
        unsafe handler.text(UnsafeBufferPointer(start: text, count: Int(length)))
    }
}

/// What a reader of XML does with what it meets.
protocol XMLHandler: AnyObject {
    /// Set when nothing more is wanted.
    var isDone: Bool { get }
    func start(_ name: XMLName, _ attributes: XMLAttributes)
    func end(_ name: XMLName)
    func text(_ text: UnsafeBufferPointer<UInt8>)
}

extension XMLHandler {
    var isDone: Bool { false }
    func end(_ name: XMLName) {}
    func text(_ text: UnsafeBufferPointer<UInt8>) {}
}

/// The name of an element or attribute as one number: up to eight letters as they are, longer ones folded (FNV-1).
/// `workbookPr` and `workbookView` must differ.
struct XMLName: Hashable, ExpressibleByStringLiteral {
    private var letters: UInt64 = 0
    private var count = 0

    @inline(__always)
    private mutating func add(_ letter: UInt8) {
        letters = count < 8 ? letters << 8 | UInt64(letter) : letters &* 0x100_0000_01B3 ^ UInt64(letter)
        count += 1
    }

    /// Done by the compiler, where it is inlined.
    @inline(__always)
    init(stringLiteral text: StaticString) {
        let bytes = unsafe UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        unsafe self.init(bytes: bytes)
    }

    init(_ text: UnsafePointer<UInt8>) {
        var index = 0
        while unsafe text[index] != 0 {
            unsafe add(text[index])
            index += 1
        }
    }

    /// The same of a value that stands in an attribute.
    @inline(__always)
    init(bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < bytes.count {
            unsafe add(bytes[index])
            index += 1
        }
    }

    static func ~= (pattern: XMLName, name: XMLName) -> Bool { pattern == name }
}

/// The attributes of an element, while its start is being told.
@unsafe struct XMLAttributes {
    private let count: Int
    private let values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?

    init(count: Int, values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?) {
        unsafe self.count = count
        unsafe self.values = unsafe values
    }

    /// The bytes of an attribute, by its name without a prefix.
    func withBytes<T>(_ name: XMLName, _ body: (UnsafeBufferPointer<UInt8>) -> T) -> T? {
        guard let values = unsafe values else { return nil }
        for index in unsafe 0..<count {
            guard let own = unsafe values[index * 5], unsafe XMLName(own) == name else { continue }
            guard let start = unsafe values[index * 5 + 3], let end = unsafe values[index * 5 + 4] else { return nil }
            return unsafe body(UnsafeBufferPointer(start: start, count: end - start))
        }
        return nil
    }

    /// The text of an attribute. Where entities stay as they are, libxml2 hands `&` over as `&#38;`.
    func string(_ name: XMLName) -> String? {
        guard let text = unsafe withBytes(name, { unsafe String(decoding: $0, as: UTF8.self) }) else { return nil }
        return text.contains("&") ? text.replacing("&#38;", with: "&") : text
    }

    func integer(_ name: XMLName) -> Int? {
        unsafe withBytes(name) { bytes in
            // Most are a few digits.
            var value = 0
            for index in 0..<bytes.count {
                let digit = unsafe bytes[index] &- UInt8(ascii: "0")
                if digit > 9 || index == 9 { return unsafe Int(String(decoding: bytes, as: UTF8.self)) }
                value = value * 10 + Int(digit)
            }
            return bytes.isEmpty ? nil : value
        } ?? nil
    }

    /// Whether an attribute says yes: `1` or `true`.
    func flag(_ name: XMLName) -> Bool {
        guard let text = unsafe string(name) else { return false }
        return text == "1" || text == "true"
    }
}
