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

    private init(_ ordinary: OrdinaryFiles) {
        self.ordinary = ordinary
    }

    /// The runs of ordinary files in a batch, each behind a path of its directory that is in none.
    static func runs(of batch: PathBatch, _ ordinary: OrdinaryFiles) -> [SiblingRun] {
        guard !batch.hasDetails else { return [] }
        var scanner = SiblingScanner(ordinary)
        batch.forEach { scanner.append($0) }
        scanner.endRun()
        return scanner.runs
    }

    @inline(__always)
    private mutating func append(_ path: PathReference) {
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
}
