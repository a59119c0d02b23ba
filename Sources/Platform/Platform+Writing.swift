import FoundationEssentials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#elseif canImport(ucrt)
    import WinSDK
    import ucrt
#endif

/// Writing files so that nothing is lost.
extension Platform {
    /// Writes files so that either all are there whole or none is changed: each is written beside its place, and only
    /// when all are written are they moved there. Gives the path that could not be written, if there is one.
    package static func write(_ files: [(path: String, bytes: [UInt8])]) -> String? {
        write(files.map { ($0.path, [$0.bytes]) })
    }

    /// The same for files whose content comes in pieces.
    package static func write(_ files: [(path: String, pieces: [[UInt8]])]) -> String? {
        var staged: [(from: String, to: String)] = []
        defer { for file in staged { try? FileManager.default.removeItem(atPath: file.from) } }
        for file in files {
            // What a link leads to is written, not the link.
            let target = linked(file.path)
            let place = unused(target + ".part")
            guard !isFolder(target), create(place, file.pieces) else { return file.path }
            keepPermissions(of: target, place)
            staged.append((place, target))
        }
        // Where a later one cannot be moved the earlier ones are put back.
        var moved: [(path: String, old: String?, isNew: Bool)] = []
        defer { for file in moved { if let old = file.old { try? FileManager.default.removeItem(atPath: old) } } }
        for (index, file) in staged.enumerated() {
            let isNew = !exists(file.to)
            moved.append((file.to, isNew || staged.count == 1 ? nil : kept(file.to), isNew))
            if move(file.from, file.to) { continue }
            for file in moved.dropLast() {
                if let old = file.old {
                    _ = move(old, file.path)
                } else if file.isNew {
                    try? FileManager.default.removeItem(atPath: file.path)
                }
            }
            return files[index].path
        }
        return nil
    }

    /// A second name for a file, by which it can be had back; `nil` where the file system knows no such thing.
    private static func kept(_ path: String) -> String? {
        let place = unused(path + ".old")
        return (try? FileManager.default.linkItem(atPath: path, toPath: place)) == nil ? nil : place
    }

    /// Puts a file in the place of another, or where none is.
    private static func move(_ from: String, _ to: String) -> Bool {
        #if canImport(ucrt)
            // The other refuses to replace a file.
            return unsafe MoveFileExW(
                Array(from.utf16) + [0], Array(to.utf16) + [0], DWORD(MOVEFILE_REPLACE_EXISTING))
        #else
            return unsafe rename(from, to) == 0
        #endif
    }

    /// A name that no file has, this one where it is free.
    private static func unused(_ path: String) -> String {
        var path = path
        while exists(path) { path += "~" }
        return path
    }

    /// Where a link leads to; the path itself where it is none.
    private static func linked(_ path: String) -> String {
        var path = path
        for _ in 0..<32 {
            #if !canImport(ucrt)
                var found = stat()
                guard unsafe lstat(path, &found) == 0, found.st_mode & S_IFMT == S_IFLNK else { break }
            #endif
            guard let next = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else { break }
            let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
            path = next.hasPrefix("/") ? next : folder + next
        }
        return path
    }

    /// Gives a file the permissions of the one whose place it will take.
    private static func keepPermissions(of path: String, _ place: String) {
        #if !canImport(ucrt)
            var found = stat()
            if unsafe stat(path, &found) == 0 { unsafe chmod(place, found.st_mode & 0o7777) }
        #endif
    }

    /// Whether two paths lead to the same file, or would if it were there.
    package static func isSameFile(_ one: String, _ other: String) -> Bool {
        #if canImport(ucrt)
            return placed(one).lowercased() == placed(other).lowercased()
        #else
            var (first, second) = (stat(), stat())
            let (isFirst, isSecond) = unsafe (stat(one, &first) == 0, stat(other, &second) == 0)
            if isFirst && isSecond { return first.st_dev == second.st_dev && first.st_ino == second.st_ino }
            return !isFirst && !isSecond && placed(one) == placed(other)
        #endif
    }

    /// A path from the root, without links and steps back.
    private static func placed(_ path: String) -> String {
        let url = URL(filePath: linked(path)).absoluteURL
        return url.deletingLastPathComponent().resolvingSymlinksInPath().appending(component: url.lastPathComponent)
            .path
    }

    /// Makes a file of pieces; false, and no file, where that fails.
    private static func create(_ path: String, _ pieces: [[UInt8]]) -> Bool {
        #if canImport(ucrt)
            guard let file = unsafe _wfopen(Array(path.utf16) + [0], Array("wb".utf16) + [0]) else { return false }
        #else
            guard let file = unsafe fopen(path, "wb") else { return false }
        #endif
        var isWhole = unsafe reserve(pieces.reduce(0) { $0 + $1.count }, file)
        for piece in pieces where isWhole {
            isWhole = unsafe fwrite(piece, 1, piece.count, file) == piece.count
        }
        let isClosed = unsafe fclose(file) == 0
        if isWhole && isClosed { return true }
        try? FileManager.default.removeItem(atPath: path)
        return false
    }

    /// Files from this size on are worth it.
    private static let reserved = 1 << 20

    /// Takes the room for a file that is to be written: whether there is enough shows before anything is written, and
    /// the file can take another's place at once, which else waits until room is found and took longer than writing.
    private static func reserve(_ size: Int, _ file: UnsafeMutablePointer<FILE>) -> Bool {
        #if canImport(Glibc)
            // Where a file system cannot do it writing shows soon enough.
            return unsafe size < reserved || ![ENOSPC, EFBIG, EDQUOT].contains(posix_fallocate(fileno(file), 0, size))
        #else
            return true
        #endif
    }
}
