import CZlib
import Platform

/// A piece of a file of an archive, deflated by itself, so that pieces can be deflated side by side: each but the last
/// ends at a byte, and none refers to what stands before it.
struct PackedPiece: Sendable {
    var bytes: [UInt8] = []
    var checksum: UInt = 0
    /// Of the content, not of what it was packed into.
    var size: Int

    /// Sheets are so alike within that the fastest level packs them tenfold already.
    private static let level: Int32 = 1
    private static let roomSize = 65_536

    init(_ content: [UInt8], isLast: Bool) {
        size = content.count
        var stream = unsafe z_stream()
        // It fails only without memory, where nothing else would work either.
        let status = unsafe ptrules_deflate_init(&stream, Self.level)
        precondition(status == Z_OK, "no memory")
        defer { _ = unsafe deflateEnd(&stream) }
        var room = [UInt8](repeating: 0, count: Self.roomSize)
        unsafe content.withUnsafeBufferPointer { input in
            unsafe checksum = crc32(crc32(0, nil, 0), input.baseAddress, UInt32(input.count))
            unsafe stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
            unsafe stream.avail_in = UInt32(input.count)
            while true {
                let (status, left) = unsafe room.withUnsafeMutableBufferPointer { output in
                    unsafe stream.next_out = output.baseAddress
                    unsafe stream.avail_out = UInt32(output.count)
                    let status = unsafe deflate(&stream, isLast ? Z_FINISH : Z_FULL_FLUSH)
                    return (status, Int(unsafe stream.avail_out))
                }
                bytes += room[0..<(Self.roomSize - left)]
                if isLast ? status == Z_STREAM_END : left > 0 { return }
            }
        }
    }

    /// Content of any size, cut into pieces of one size and packed by all processors.
    static func pieces(_ content: [UInt8]) -> [PackedPiece] {
        let count = max(1, (content.count + pieceSize - 1) / pieceSize)
        return Platform.map(count) { index in
            let piece = content[(index * pieceSize)..<min(content.count, (index + 1) * pieceSize)]
            return PackedPiece(Array(piece), isLast: index == count - 1)
        }
    }

    private static let pieceSize = 1 << 20
}
