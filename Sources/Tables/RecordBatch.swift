/// Records of a text file that follow one another: where each of their fields lies in a buffer.
package struct RecordBatch: Sendable {
    /// The text, in UTF-8, with some bytes to spare behind it.
    package var bytes: [UInt8]
    /// Where each field begins and ends, record after record; behind the last record stand numbers without meaning.
    package private(set) var starts: [UInt32]
    package private(set) var ends: [UInt32]
    /// How many fields a record has.
    package var width: Int
    /// How many records there are.
    package var count = 0

    /// So many bytes may be read behind the end of any field.
    package static let spare = 16

    package init(width: Int) {
        bytes = []
        starts = []
        ends = []
        self.width = width
    }

    /// Makes room for so many fields.
    package mutating func reserve(_ count: Int) {
        if starts.count >= count { return }
        starts = unsafe Array(unsafeUninitializedCapacity: count) { buffer, filled in
            unsafe buffer.initialize(repeating: 0)
            filled = count
        }
        ends = starts
    }

    /// Runs a body that reads the bytes and writes the fields.
    package mutating func withFields(
        _ body: (
            _ bytes: UnsafeRawBufferPointer, _ starts: UnsafeMutableBufferPointer<UInt32>,
            _ ends: UnsafeMutableBufferPointer<UInt32>
        ) -> Void
    ) {
        unsafe bytes.withUnsafeBytes { bytes in
            unsafe starts.withUnsafeMutableBufferPointer { starts in
                unsafe ends.withUnsafeMutableBufferPointer { ends in unsafe body(bytes, starts, ends) }
            }
        }
    }
}

/// A table that can be read piece by piece, any piece on any thread.
package struct RecordSource: Sendable {
    /// The file's name without its ending.
    package var name: String
    /// The file as the user knows it.
    package var file: String
    package var headers: [String]
    /// Whether it is known to be UTF-8 even where its text could be something else, too.
    package var isSurelyUTF8: Bool
    package var pieces: Int
    /// The size of all pieces together.
    package var bytes: Int
    /// Reads the records of a piece into the batch and gives the offsets at which they begin and at which the next
    /// piece must begin; `nil` where the piece holds anything out of the ordinary.
    package var read: @Sendable (_ piece: Int, _ batch: inout RecordBatch) -> Range<Int>?

    package init(
        name: String, file: String, headers: [String], isSurelyUTF8: Bool, pieces: Int, bytes: Int,
        read: @escaping @Sendable (_ piece: Int, _ batch: inout RecordBatch) -> Range<Int>?
    ) {
        self.name = name
        self.file = file
        self.headers = headers
        self.isSurelyUTF8 = isSurelyUTF8
        self.pieces = pieces
        self.bytes = bytes
        self.read = read
    }
}
