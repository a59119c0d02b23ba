/// Records of a text file that follow one another: where each of their fields lies in a buffer.
package struct RecordBatch: Sendable {
    /// The text, in UTF-8, with some bytes to spare behind it.
    package var bytes: [UInt8]
    /// Where each field begins and ends, record after record; behind the last record stand numbers without meaning.
    private var starts: [UInt32] = []
    private var ends: [UInt32] = []
    /// Whether each field begins right behind the sign that ended the one before; then `ends` has one more in front,
    /// before the first field, and there are no starts.
    private var isTight = false
    /// How many fields a record has.
    package var width: Int
    /// How many records there are.
    package var count = 0
    /// Blank records, which are none.
    package var blanks: [Blanks] = []

    /// Blank records that follow one another.
    package struct Blanks: Sendable {
        /// How many records stand before them.
        package var row: Int
        package var count: Int

        package init(row: Int, count: Int) {
            self.row = row
            self.count = count
        }
    }

    /// So many bytes may be read behind the end of any field.
    package static let spare = 16

    package init(width: Int) {
        bytes = []
        self.width = width
    }

    private static func reserve(_ fields: inout [UInt32], _ count: Int) {
        if fields.count >= count { return }
        fields = unsafe Array(unsafeUninitializedCapacity: count) { buffer, filled in
            unsafe buffer.initialize(repeating: 0)
            filled = count
        }
    }

    /// Makes room for so many fields and runs a body that reads the bytes and writes where each begins and ends.
    package mutating func withFields(
        _ count: Int,
        _ body: (
            _ bytes: UnsafeRawBufferPointer, _ starts: UnsafeMutableBufferPointer<UInt32>,
            _ ends: UnsafeMutableBufferPointer<UInt32>
        ) -> Void
    ) {
        isTight = false
        Self.reserve(&starts, count)
        Self.reserve(&ends, count)
        unsafe bytes.withUnsafeBytes { bytes in
            unsafe starts.withUnsafeMutableBufferPointer { starts in
                unsafe ends.withUnsafeMutableBufferPointer { ends in unsafe body(bytes, starts, ends) }
            }
        }
    }

    /// The same where each field begins right behind the sign that ended the one before: the body writes where these
    /// signs stand, first the place before the first field.
    package mutating func withMarks(
        _ count: Int,
        _ body: (_ bytes: UnsafeRawBufferPointer, _ marks: UnsafeMutableBufferPointer<UInt32>) -> Void
    ) {
        isTight = true
        Self.reserve(&ends, count + 1)
        unsafe bytes.withUnsafeBytes { bytes in
            unsafe ends.withUnsafeMutableBufferPointer { marks in unsafe body(bytes, marks) }
        }
    }

    /// Where the fields lie: each begins at its start and the shift, and ends at its end.
    @unsafe
    package struct Fields {
        package let bytes: UnsafeRawBufferPointer
        package let starts: UnsafePointer<UInt32>
        package let ends: UnsafePointer<UInt32>
        package let shift: UInt32
    }

    /// Runs a body that reads the fields.
    package func withFields<T>(_ body: (Fields) -> T) -> T {
        unsafe bytes.withUnsafeBytes { bytes in
            unsafe starts.withUnsafeBufferPointer { starts in
                unsafe ends.withUnsafeBufferPointer { ends in
                    // Without records there is nothing to point at.
                    let none = unsafe UnsafePointer<UInt32>(bitPattern: MemoryLayout<UInt32>.alignment)!
                    let last = unsafe ends.baseAddress ?? none
                    return unsafe isTight
                        ? body(Fields(bytes: bytes, starts: last, ends: last + 1, shift: 1))
                        : body(Fields(bytes: bytes, starts: starts.baseAddress ?? none, ends: last, shift: 0))
                }
            }
        }
    }
}

extension RecordBatch {
    /// Whether some record holds nothing but blanks; such a one is none.
    package var hasBlankRecord: Bool {
        unsafe withFields { fields in
            for row in 0..<count {
                let first = row * width
                let start = unsafe Int(fields.starts[first] &+ fields.shift)
                guard unsafe start == fields.ends[first] || fields.bytes[start] == UInt8(ascii: " ") else { continue }
                var isBlank = true
                for index in first..<(first + width) where isBlank {
                    for place in unsafe Int(fields.starts[index] &+ fields.shift)..<Int(fields.ends[index])
                    where unsafe fields.bytes[place] != UInt8(ascii: " ") { isBlank = false }
                }
                if isBlank { return true }
            }
            return false
        }
    }
}

/// A table that can be read piece by piece, any piece on any thread.
package struct RecordSource: Sendable {
    /// What stands above the records: the names of the columns, and where they stand.
    package var head: RawTable
    /// Whether it is known to be UTF-8 even where its text could be something else, too.
    package var isSurelyUTF8: Bool
    package var pieces: Int
    /// The size of all pieces together.
    package var bytes: Int
    /// Reads the records of a piece into the batch and gives the offsets at which they begin and at which the next
    /// piece must begin; `nil` where the piece holds anything out of the ordinary.
    package var read: @Sendable (_ piece: Int, _ batch: inout RecordBatch) -> Range<Int>?

    package init(
        head: RawTable, isSurelyUTF8: Bool, pieces: Int, bytes: Int,
        read: @escaping @Sendable (_ piece: Int, _ batch: inout RecordBatch) -> Range<Int>?
    ) {
        self.head = head
        self.isSurelyUTF8 = isSurelyUTF8
        self.pieces = pieces
        self.bytes = bytes
        self.read = read
    }

    /// The file's name without its ending.
    package var name: String { head.name }
    /// The file as the user knows it.
    package var file: String { head.file }
    package var headers: [String] { head.headers }
}
