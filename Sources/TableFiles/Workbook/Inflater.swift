import CZlib

/// Expands deflated bytes piece by piece, so that nothing larger than a piece is held.
struct Inflater: ~Copyable {
    enum Failure: Error {
        /// The bytes are no deflate stream, or end too early.
        case damaged
        /// More comes out than was declared.
        case tooLong
    }

    static let pieceSize = 65_536

    /// Calls the body with each piece. What comes out must be exactly as long as declared.
    static func expand(
        _ bytes: ArraySlice<UInt8>, declared: Int, _ body: (ArraySlice<UInt8>) throws -> Bool
    ) throws {
        var stream = unsafe z_stream()
        guard unsafe ptrules_inflate_init(&stream) == Z_OK else { throw Failure.damaged }
        defer { _ = unsafe inflateEnd(&stream) }
        var piece = [UInt8](repeating: 0, count: pieceSize)
        var total = 0
        try unsafe bytes.withUnsafeBufferPointer { input in
            unsafe stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
            unsafe stream.avail_in = UInt32(input.count)
            while true {
                let status = unsafe piece.withUnsafeMutableBufferPointer { output in
                    unsafe stream.next_out = output.baseAddress
                    unsafe stream.avail_out = UInt32(output.count)
                    return unsafe inflate(&stream, Z_NO_FLUSH)
                }
                guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else { throw Failure.damaged }
                let count = pieceSize - Int(unsafe stream.avail_out)
                total += count
                if total > declared { throw Failure.tooLong }
                if count > 0, try !body(piece[0..<count]) { return }
                if status == Z_STREAM_END { break }
                if count == 0, unsafe stream.avail_in == 0 { throw Failure.damaged }
            }
            if total != declared { throw Failure.damaged }
        }
    }
}
