/// The container of old workbooks, and of new ones with a password (MS-CFB). It is recognised, not read.
enum CompoundFile {
    private static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    /// What such a file holds, as a message; `nil` for another kind of file.
    static func content(of bytes: [UInt8]) -> WorkbookProblem? {
        guard bytes.starts(with: signature) else { return nil }
        // The names of its streams stand in UTF-16.
        let name = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        return bytes.firstRange(of: name) != nil ? .locked : .old
    }
}
