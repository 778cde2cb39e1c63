/// Finds runs of ordinary files among paths.
///
/// Whether the paths are in order is found out by the way: one that does not come behind the one before is in no run.
struct OrdinaryRunScanner {
    private let ordinary: OrdinaryNames
    private var runs: [OrdinaryRun] = []
    /// The path before; nil if there is none, none that is laid out, or none that is UTF-8.
    private var previous: PathReference?
    /// Where its last component begins.
    private var name = 0
    /// Whether that has nothing but plain characters.
    private var isPlain = false
    /// The run that it is the last path of.
    private var run: OrdinaryRun?

    init(_ ordinary: OrdinaryNames) {
        self.ordinary = ordinary
    }

    /// The runs of ordinary files in a batch, each behind a path that is in none.
    static func runs(of batch: PathBatch, _ ordinary: OrdinaryNames) -> [OrdinaryRun] {
        guard !batch.hasDetails else { return [] }
        var scanner = OrdinaryRunScanner(ordinary)
        batch.forEach { scanner.append($0) }
        return scanner.endBatch()
    }

    /// Ends a batch and returns its runs. What comes next belongs to another batch.
    mutating func endBatch() -> [OrdinaryRun] {
        endRun()
        previous = nil
        defer { runs = [] }
        return runs
    }

    /// Looks at a path that was added to the batch behind the one before.
    @inline(__always)
    mutating func append(_ path: PathReference) {
        let bytes = unsafe path.bytes.span
        guard let previous else { return begin(with: path, bytes) }
        let before = unsafe previous.bytes.span
        let shared = ByteScan.commonPrefix(before, bytes)
        guard shared < before.count, shared < bytes.count, before[shared] < bytes[shared] else {
            return begin(with: path, bytes)
        }
        let size = path.size
        let classes = ByteScan.classes(of: bytes, from: shared)
        guard let names = names(of: bytes, sharing: shared, classes, size: size),
            take(path, shared, names, size: size)
        else { return begin(with: path, bytes) }
    }

    /// The names of a path that the one before does not have; nil if it is no ordinary one.
    ///
    /// - Parameter classes: the kinds of bytes that the path before does not have.
    @inline(__always)
    private func names(
        of bytes: Span<UInt8>, sharing shared: Int, _ classes: ByteClasses, size: Int64?
    ) -> OrdinaryNames.Names? {
        // A slash where the other path has none: there may be a file of the same path as the directory.
        guard bytes[shared] != UInt8(ascii: "/") else { return nil }
        if shared >= name, isPlain { return ordinary.names(of: bytes, from: name, classes, size: size) }
        let start = shared >= name ? name : ByteScan.endOfLastSlash(in: bytes.extracting(0..<shared))
        return ordinary.names(of: bytes, from: start, ByteScan.classes(of: bytes, from: start), size: size)
    }

    @inline(__always)
    private mutating func take(
        _ path: PathReference, _ shared: Int, _ names: OrdinaryNames.Names, size: Int64?
    ) -> Bool {
        if run == nil { run = OrdinaryRun(at: path) }
        guard run?.append(path, shared: shared, names, size: size) ?? false else { return false }
        (previous, name, isPlain) = (path, names.name, names.isPlain)
        return true
    }

    /// Goes on behind a path that is in no run.
    private mutating func begin(with path: PathReference, _ bytes: Span<UInt8>) {
        endRun()
        previous = nil
        // What is too long for a key is not laid out.
        guard !bytes.isEmpty, bytes.count <= S3Limits.keyLength else { return }
        let classes = ByteScan.classes(of: bytes, from: 0)
        guard !classes.hasNonASCII || UTF8Check.isValid(bytes) else { return }
        previous = path
        name = ByteScan.endOfLastSlash(in: bytes)
        isPlain = classes.isPlain || ByteScan.classes(of: bytes, from: name).isPlain
    }

    private mutating func endRun() {
        if let run { runs.append(run) }
        run = nil
    }

    /// Adds the paths of lines to a batch as long as each comes behind the path added last, and takes those of ordinary files into
    /// its run.
    ///
    /// - Parameters:
    ///   - lines: which end with LF.
    ///   - line: the one whose end is the path added last to the batch.
    /// - Returns: how many lines were taken in and where the last of them is, which is `line` if none was.
    mutating func append(
        _ lines: UnsafeRawBufferPointer, behind line: Range<Int>, to batch: PathBatch
    ) -> (count: Int, last: Range<Int>) {
        guard let previous, previous.count <= line.count else { return (0, line) }
        // Where the path begins in the lines.
        let start = line.count - previous.count
        var scanner = self
        var (last, taken) = (line, 0)
        while scanner.previous != nil, let room = unsafe batch.roomForPath {
            let next = last.upperBound + 1
            guard let found = unsafe FollowingLine(lines, at: next, behind: last, pathStart: start, copiedTo: room)
            else {
                break
            }
            // Where others begin with a key, this line begins with a bucket.
            if start < Self.scheme.utf8.count, unsafe Self.isURI(lines, at: next) { break }
            let bytes = unsafe Span(_unsafeStart: room.assumingMemoryBound(to: UInt8.self), count: found.count)
            let names = scanner.names(of: bytes, sharing: found.shared, found.classes, size: nil)
            let path = batch.appendCopied(found.count)
            if let names {
                _ = scanner.take(path, found.shared, names, size: nil)
            } else {
                scanner.begin(with: path, bytes)
            }
            taken += 1
            last = next..<next + start + found.count
        }
        self = scanner
        return (taken, last)
    }

    private static let scheme = "s3://"

    private static func isURI(_ lines: UnsafeRawBufferPointer, at start: Int) -> Bool {
        // One byte tells of most lines.
        unsafe start < lines.count && lines[start] == UInt8(ascii: "s") && lines[start...].starts(with: scheme.utf8)
    }
}
