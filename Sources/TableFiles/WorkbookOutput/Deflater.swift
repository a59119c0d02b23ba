import CZlib

/// Deflates bytes piece by piece behind others, and reckons their checksum.
@safe final class Deflater {
    private let stream: UnsafeMutablePointer<z_stream>
    private var output: [UInt8]
    /// Of nothing it is 0.
    private var checksum: UInt = 0
    private var size = 0

    /// Sheets are so alike within that the fastest level packs them tenfold already.
    private static let level: Int32 = 1
    private static let pieceSize = 65_536

    init(into output: [UInt8]) {
        self.output = output
        unsafe stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        // It fails only without memory, where nothing else would work either.
        let status = unsafe ptrules_deflate_init(stream, Self.level)
        precondition(status == Z_OK, "no memory")
    }

    deinit {
        unsafe deflateEnd(stream)
        unsafe stream.deinitialize(count: 1)
        unsafe stream.deallocate()
    }

    func write(_ bytes: [UInt8]) {
        size += bytes.count
        unsafe bytes.withUnsafeBufferPointer { input in
            guard let start = input.baseAddress, !input.isEmpty else { return }
            unsafe checksum = crc32(checksum, start, UInt32(input.count))
            unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: start)
            unsafe stream.pointee.avail_in = UInt32(input.count)
            drain(Z_NO_FLUSH)
        }
    }

    /// The bytes with what was deflated behind them, the checksum and the size of what was written.
    func finish() -> (bytes: [UInt8], checksum: UInt32, size: Int) {
        unsafe stream.pointee.avail_in = 0
        drain(Z_FINISH)
        let bytes = output
        output = []
        return (bytes, UInt32(checksum), size)
    }

    private func drain(_ flush: Int32) {
        var piece = [UInt8](repeating: 0, count: Self.pieceSize)
        while true {
            let (status, left) = unsafe piece.withUnsafeMutableBufferPointer { buffer in
                unsafe stream.pointee.next_out = buffer.baseAddress
                unsafe stream.pointee.avail_out = UInt32(buffer.count)
                let status = unsafe deflate(stream, flush)
                return (status, Int(unsafe stream.pointee.avail_out))
            }
            output += piece[0..<(Self.pieceSize - left)]
            if flush == Z_FINISH ? status == Z_STREAM_END : left > 0 { return }
        }
    }
}
