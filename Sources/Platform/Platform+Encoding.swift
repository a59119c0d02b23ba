#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension Platform {
    /// What became of a text that was to be written in another encoding.
    package enum Conversion: Sendable, Equatable {
        case text([UInt8])
        /// The bytes are no text of that encoding; the first bad one stands here.
        case invalid(offset: Int)
        /// The system does not know one of the encodings.
        case unavailable
    }

    /// The same text in another encoding, by the system's `iconv`.
    package static func convert(_ bytes: [UInt8], from: String, to: String) -> Conversion {
        #if canImport(Glibc) || canImport(Darwin)
            guard let converter = unsafe iconv_open(to, from), Int(bitPattern: converter) != -1 else {
                return .unavailable
            }
            defer { unsafe iconv_close(converter) }
            var result: [UInt8] = []
            result.reserveCapacity(bytes.count + bytes.count / 2)
            var piece = [UInt8](repeating: 0, count: 65_536)
            let size = piece.count
            let bad = unsafe bytes.withUnsafeBytes { input -> Int? in
                var next = unsafe UnsafeMutablePointer(
                    mutating: input.baseAddress?.assumingMemoryBound(to: CChar.self))
                var left = input.count
                while left > 0 {
                    let (status, rest, reason) = unsafe piece.withUnsafeMutableBytes { output in
                        var place = unsafe output.baseAddress?.assumingMemoryBound(to: CChar.self)
                        var room = size
                        let status = unsafe iconv(converter, &next, &left, &place, &room)
                        return (status, room, errno)
                    }
                    result += piece[..<(size - rest)]
                    // A full piece is no fault, as long as it took something.
                    if status == -1, reason != E2BIG || rest == size { return bytes.count - left }
                }
                return nil
            }
            return bad.map { .invalid(offset: $0) } ?? .text(result)
        #else
            return .unavailable
        #endif
    }
}
