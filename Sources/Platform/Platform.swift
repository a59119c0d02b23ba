import FoundationEssentials
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#elseif canImport(ucrt)
    import ucrt
#endif

/// Everything that depends on the system the program runs on stands in this folder.
package enum Platform {
    /// The content of a file; `nil` when it is not there or cannot be read.
    package static func read(_ path: String) -> [UInt8]? {
        guard !isFolder(path), let data = FileManager.default.contents(atPath: path) else { return nil }
        return [UInt8](data)
    }

    /// An open file of which any thread may read any part.
    package final class InputFile: Sendable {
        package let size: Int
        private let descriptor: Int32
        #if canImport(ucrt)
            private let lock = Mutex(())
        #endif

        /// `nil` where it cannot be read.
        package init?(_ path: String) {
            if Platform.isFolder(path) { return nil }
            #if canImport(ucrt)
                descriptor = unsafe _wopen(Array(path.utf16) + [0], _O_RDONLY | _O_BINARY)
                if descriptor < 0 { return nil }
                size = Int(_lseeki64(descriptor, 0, SEEK_END))
            #else
                descriptor = unsafe open(path, O_RDONLY)
                if descriptor < 0 { return nil }
                size = Int(lseek(descriptor, 0, SEEK_END))
            #endif
            if size < 0 { return nil }
        }

        deinit {
            #if canImport(ucrt)
                _close(descriptor)
            #else
                close(descriptor)
            #endif
        }

        /// So many bytes from an offset on; `nil` where they are not there.
        package func read(_ offset: Int, _ count: Int) -> [UInt8]? {
            var bytes: [UInt8] = []
            return read(offset, count, spare: 0, into: &bytes) ? bytes : nil
        }

        /// The same into memory that is there already, with some bytes to spare behind it.
        package func read(_ offset: Int, _ count: Int, spare: Int, into bytes: inout [UInt8]) -> Bool {
            if bytes.count < count + spare { bytes = Array(repeating: 0, count: count + spare) }
            return unsafe bytes.withUnsafeMutableBytes { buffer in
                var done = 0
                while done < count {
                    #if canImport(ucrt)
                        let got = lock.withLock { _ in
                            _lseeki64(descriptor, Int64(offset + done), SEEK_SET) < 0
                                ? -1 : unsafe Int(_read(descriptor, buffer.baseAddress! + done, UInt32(count - done)))
                        }
                    #else
                        let got = unsafe pread(
                            descriptor, buffer.baseAddress! + done, count - done, off_t(offset + done))
                    #endif
                    if got <= 0 { return false }
                    done += got
                }
                return true
            }
        }
    }

    /// Whether a byte stands among others.
    package static func contains(_ bytes: [UInt8], _ byte: UInt8, from start: Int, to end: Int) -> Bool {
        unsafe bytes.withUnsafeBytes { buffer in
            guard start >= 0, start < end, end <= buffer.count, let base = buffer.baseAddress else { return false }
            return unsafe memchr(base + start, Int32(byte), end - start) != nil
        }
    }

    package static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    package static func isFolder(_ path: String) -> Bool {
        var isFolder: Bool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
    }

    /// The names in a folder, in an order that no system setting changes; `nil` when it cannot be read.
    package static func names(in folder: String) -> [String]? {
        try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    /// Makes a folder where there is none; false when that fails.
    package static func makeFolder(_ path: String) -> Bool {
        if isFolder(path) { return true }
        return (try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)) != nil
    }

    /// Whether all of the text could be written.
    package static func writeOutput(_ text: String) -> Bool { write(text, to: stdoutStream) }
    package static func writeError(_ text: String) { _ = write(text, to: stderrStream) }

    private static var stdoutStream: Int32 { 1 }
    private static var stderrStream: Int32 { 2 }

    private static func write(_ text: String, to descriptor: Int32) -> Bool {
        var text = text
        return text.withUTF8 { buffer in
            var written = 0
            while written < buffer.count {
                #if canImport(ucrt)
                    let count = unsafe Int(
                        _write(descriptor, buffer.baseAddress! + written, UInt32(buffer.count - written)))
                #else
                    let count = unsafe Self.systemWrite(
                        descriptor, buffer.baseAddress! + written, buffer.count - written)
                #endif
                if count < 0, errno == EINTR { continue }
                if count <= 0 { return false }
                written += count
            }
            return true
        }
    }

    #if !canImport(ucrt)
        private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
            #if canImport(Glibc)
                unsafe Glibc.write(descriptor, bytes, count)
            #else
                unsafe Darwin.write(descriptor, bytes, count)
            #endif
        }
    #endif

    /// Whether standard output, or standard error, is a terminal.
    package static func isTerminal(error: Bool = false) -> Bool {
        #if canImport(ucrt)
            _isatty(error ? 2 : 1) != 0
        #else
            isatty(error ? 2 : 1) != 0
        #endif
    }

    package static func environment(_ name: String) -> String? {
        #if canImport(ucrt)
            ProcessInfo.processInfo.environment[name]
        #else
            // The other reads all that there is.
            unsafe getenv(name).map { unsafe String(cString: $0) }
        #endif
    }

    /// Runs the body on a thread with room for formulas as deep as the limits allow, and waits for its result.
    package static func onLargeStack<T: Sendable>(_ body: @escaping @Sendable () -> T) -> T {
        concurrently(1, onOwnThread: false) { _ in body() }[0]
    }

    /// Runs the body so many times at once, each with its number, and waits for the results. This thread takes the
    /// last, unless it is to take none; where the system gives no more threads it takes theirs too.
    package static func concurrently<T: Sendable>(
        _ count: Int, onOwnThread: Bool = true, _ body: @escaping @Sendable (Int) -> T
    ) -> [T] {
        let results = Mutex<[T?]>(Array(repeating: nil, count: count))
        @Sendable func run(_ index: Int) {
            let result = body(index)
            results.withLock { $0[index] = result }
        }
        let threads = (0..<max(0, onOwnThread ? count - 1 : count)).map { index in
            Thread(stackSize: stackSize) {
                growMemory()
                run(index)
            }
        }
        if onOwnThread, count > 0 { run(count - 1) }
        for (index, thread) in threads.enumerated() {
            if let thread { thread.join() } else { run(index) }
        }
        return results.withLock { $0 }.map { $0! }
    }

    /// The body's results for the numbers below the count, in their order. Each of as many threads as there are
    /// processors takes the next number when it is done with one.
    ///
    /// `bytes` says about how many bytes are gone through: for few of them a thread takes longer to start than they do.
    package static func map<T: Sendable>(
        _ count: Int, bytes: Int = .max, _ body: @escaping @Sendable (Int) -> T
    ) -> [T] {
        map(count, bytes: bytes, start: {}, body: { _, index in body(index) })
    }

    private static let fewBytes = 1 << 18

    /// The same, with something that each thread makes for itself at the start: what threads share they wait for.
    package static func map<Context, T: Sendable>(
        _ count: Int, bytes: Int = .max, start: @escaping @Sendable () -> Context,
        body: @escaping @Sendable (Context, Int) -> T
    ) -> [T] {
        if count == 0 { return [] }
        let threads = bytes < fewBytes ? 1 : min(count, processors)
        if threads == 1 {
            let context = start()
            return (0..<count).map { body(context, $0) }
        }
        let next = Atomic(0)
        let results = Mutex<[T?]>(Array(repeating: nil, count: count))
        _ = concurrently(threads) { _ in
            let context = start()
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                if index >= count { break }
                let result = body(context, index)
                results.withLock { $0[index] = result }
            }
        }
        return results.withLock { $0 }.map { $0! }
    }

    /// The results of two bodies that run at once, unless few bytes are gone through.
    package static func both<First: Sendable, Second: Sendable>(
        bytes: Int, _ first: @escaping @Sendable () -> First, _ second: @escaping @Sendable () -> Second
    ) -> (First, Second) {
        if bytes < fewBytes || processors == 1 { return (first(), second()) }
        let results = Mutex<(First?, Second?)>((nil, nil))
        _ = concurrently(2) { index in
            if index == 0 {
                let result = first()
                results.withLock { $0.0 = result }
            } else {
                let result = second()
                results.withLock { $0.1 = result }
            }
        }
        return results.withLock { ($0.0!, $0.1!) }
    }

    /// Runs the body a second from now on a thread of its own, which the end of the program ends.
    package static func afterASecond(_ body: @escaping @Sendable () -> Void) {
        let thread = Thread(stackSize: nil) {
            #if canImport(ucrt)
                Sleep(1000)
            #else
                sleep(1)
            #endif
            body()
        }
        thread?.detach()
    }

    /// Has memory that was given back kept for what is made next: a page that the system has to clear anew takes longer
    /// than what is done with it.
    package static func keepMemory() {
        #if canImport(Glibc)
            // The header that declares it is not part of the module.
            typealias Option = @convention(c) (Int32, Int32) -> Int32
            guard let symbol = unsafe dlsym(nil, "mallopt") else { return }
            let setOption = unsafe unsafeBitCast(symbol, to: Option.self)
            let (trimThreshold, mapThreshold): (Int32, Int32) = (-1, -3)
            _ = setOption(mapThreshold, 1 << 30)
            _ = setOption(trimThreshold, 1 << 30)
        #endif
    }

    /// Has this thread's memory grow by much at once: page by page, each step is a call to the system for which the
    /// threads wait for one another. Memory is taken only as far as it is used.
    fileprivate static func growMemory() {
        #if canImport(Glibc)
            let memory = unsafe malloc(growth)
            // What is never seen the compiler leaves out.
            growths.withLock { $0 ^= UInt(bitPattern: memory) }
            unsafe free(memory)
        #endif
    }

    private static let growth = 48 << 20
    private static let growths = Mutex<UInt>(0)

    /// Keeps a value until the program ends, when the system takes all memory back at once: to take a million small
    /// pieces apart one by one takes a tenth of the time in which they were made.
    package static func keep(_ value: any Sendable) { kept.withLock { $0.append(value) } }

    private static let kept = Mutex<[any Sendable]>([])

    /// How many processors there are to share the work.
    package static var processors: Int {
        allowed.withLock { $0 } ?? systemProcessors
    }

    /// Sets how many processors share the work.
    package static func use(processors: Int) { allowed.withLock { $0 = processors } }

    private static let allowed = Mutex<Int?>(nil)

    /// Asked for once: the system reads files to tell.
    private static let systemProcessors = max(1, ProcessInfo.processInfo.activeProcessorCount)

    /// 256 MB of address space; memory is taken only as far as it is used.
    private static let stackSize = 256 << 20

    /// Whether the user's system speaks Chinese.
    package static var prefersChinese: Bool {
        for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
            if let value = environment(name), !value.isEmpty { return value.hasPrefix("zh") }
        }
        #if os(Windows)
            return true
        #else
            return false
        #endif
    }
}

/// A thread of the system; to be joined or detached once.
private struct Thread {
    #if canImport(ucrt)
        private let handle: UInt
    #else
        private let handle: pthread_t
    #endif

    /// `nil` where the system gives none. Without a size it has the system's own stack.
    init?(stackSize: Int?, _ body: @escaping @Sendable () -> Void) {
        let work = unsafe Unmanaged.passRetained(Work(body)).toOpaque()
        #if canImport(ucrt)
            // 0x10000 reserves the size as address space instead of taking it at once.
            let thread = unsafe _beginthreadex(
                nil, UInt32(stackSize ?? 0),
                {
                    unsafe Work.run($0!)
                    return 0
                }, work, 0x10000, nil)
            let failed = thread == 0
        #else
            var attributes = pthread_attr_t()
            unsafe pthread_attr_init(&attributes)
            defer { unsafe pthread_attr_destroy(&attributes) }
            if let stackSize { unsafe pthread_attr_setstacksize(&attributes, stackSize) }
            var thread = pthread_t(bitPattern: 0)
            let failed = unsafe pthread_create(&thread, &attributes, { unsafe Work.run($0) }, work) != 0
        #endif
        if failed {
            unsafe Unmanaged<Work>.fromOpaque(work).release()
            return nil
        }
        #if canImport(Darwin)
            guard let thread else { return nil }
        #endif
        handle = thread
    }

    func join() {
        #if canImport(ucrt)
            unsafe WaitForSingleObject(HANDLE(bitPattern: handle), INFINITE)
            unsafe CloseHandle(HANDLE(bitPattern: handle))
        #else
            pthread_join(handle, nil)
        #endif
    }

    func detach() {
        #if canImport(ucrt)
            unsafe CloseHandle(HANDLE(bitPattern: handle))
        #else
            pthread_detach(handle)
        #endif
    }
}

/// What a thread is to do, handed to it through the C interface.
private final class Work: Sendable {
    private let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
        self.body = body
    }

    #if canImport(Darwin)
        static func run(_ argument: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
            unsafe Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body()
            return nil
        }
    #else
        static func run(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
            if let argument = unsafe argument { unsafe Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body() }
            return nil
        }
    #endif
}
