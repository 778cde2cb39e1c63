/// Finds runs of ordinary files among paths.
///
/// Whether the paths are in order is found out by the way: one that does not come behind the one before is in no run.
struct SiblingScanner {
    private let ordinary: OrdinaryFiles
    private var runs: [SiblingRun] = []
    /// The path before; nil if there is none, or none that is laid out.
    private var previous: PathReference?
    /// Where its last component begins.
    private var name = 0
    /// Whether that has nothing but plain characters, and the whole path nothing but ASCII.
    private var isPlain = false
    /// The run that it is the last path of.
    private var run: SiblingRun?

    init(_ ordinary: OrdinaryFiles) {
        self.ordinary = ordinary
    }

    /// The runs of ordinary files in a batch, each behind a path of its directory that is in none.
    static func runs(of batch: PathBatch, _ ordinary: OrdinaryFiles) -> [SiblingRun] {
        guard !batch.hasDetails else { return [] }
        var scanner = SiblingScanner(ordinary)
        batch.forEach { scanner.append($0) }
        return scanner.endBatch()
    }

    /// Ends a batch and returns its runs. What comes next belongs to another batch.
    mutating func endBatch() -> [SiblingRun] {
        endRun()
        previous = nil
        defer { runs = [] }
        return runs
    }

    /// Looks at a path that was added to the batch behind the one before.
    @inline(__always)
    mutating func append(_ path: PathReference) {
        let bytes = unsafe path.bytes.span
        guard let previous, isPlain else { return begin(with: path, bytes) }
        let before = unsafe previous.bytes.span
        let shared = ByteScan.commonPrefix(before, bytes)
        guard shared >= name, shared < before.count, shared < bytes.count, before[shared] < bytes[shared],
            bytes.count <= ordinary.longestPath
        else { return begin(with: path, bytes) }
        let classes = ByteScan.classes(of: bytes, from: shared, otherThanIn: before)
        let size = path.size
        guard classes.isPlain, !classes.hasSlash, size ?? 0 <= ordinary.largestSize,
            ordinary.interests.checks(for: bytes, name: name, classes) == 0
        else { return begin(with: path, bytes) }
        if run == nil { run = SiblingRun(at: path) }
        guard run?.append(path, shared: shared, length: bytes.count - name, size: size) ?? false else {
            return begin(with: path, bytes)
        }
        self.previous = path
    }

    /// Goes on behind a path that is in no run.
    private mutating func begin(with path: PathReference, _ bytes: Span<UInt8>) {
        endRun()
        // What is too long for a key is not laid out.
        guard !bytes.isEmpty, bytes.count <= S3Limits.keyLength else {
            previous = nil
            return
        }
        previous = path
        name = ByteScan.endOfLastSlash(in: bytes)
        isPlain =
            ByteScan.classes(of: bytes, from: name).isPlain && !ByteScan.classes(of: bytes, from: 0).hasNonASCII
    }

    private mutating func endRun() {
        if let run { runs.append(run) }
        run = nil
    }

    /// Adds the paths of lines to a batch as long as each is that of an ordinary file, in the directory of the path added last
    /// and behind it, and takes them into its run.
    ///
    /// - Parameters:
    ///   - lines: which end with LF.
    ///   - line: the one whose end is the path added last to the batch.
    /// - Returns: how many lines were taken in and where the last of them is, which is `line` if none was.
    mutating func append(
        _ lines: UnsafeRawBufferPointer, behind line: Range<Int>, to batch: PathBatch
    ) -> (count: Int, last: Range<Int>) {
        guard let previous, isPlain, previous.count <= line.count else { return (0, line) }
        // Where the path begins in the lines of this directory.
        let start = line.count - previous.count
        var (last, path, taken, run) = (line, previous, 0, run)
        while let room = unsafe batch.roomForPath {
            let next = last.upperBound + 1
            guard
                let found = unsafe SiblingLine(
                    lines, at: next, behind: last, pathStart: start, name: name, copiedTo: room),
                found.count <= ordinary.longestPath
            else { break }
            let bytes = unsafe Span(_unsafeStart: room.assumingMemoryBound(to: UInt8.self), count: found.count)
            guard ordinary.interests.checks(for: bytes, name: name, ByteClasses()) == 0 else { break }
            path = batch.appendCopied(found.count)
            if run == nil { run = SiblingRun(at: path) }
            run?.append(path, shared: found.shared, length: found.count - name)
            taken += 1
            last = next..<next + start + found.count
        }
        (self.previous, self.run) = (path, run)
        return (taken, last)
    }
}
