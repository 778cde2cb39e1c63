/// Finds runs of ordinary files among paths, as they are put into a batch one after another.
///
/// Whether the paths are in order is found out by the way: one that does not come behind the one before is in no run.
struct SiblingScanner {
    private let ordinary: OrdinaryFiles
    private(set) var runs: [SiblingRun] = []
    /// The path before; nil if there is none, or none that is laid out.
    private var previous: PathReference?
    /// Where its last component begins.
    private var name = 0
    /// Whether that has nothing but plain characters of ASCII.
    private var isPlain = false
    /// Whether it is the last one of a run.
    private var isInRun = false

    init(_ ordinary: OrdinaryFiles) {
        self.ordinary = ordinary
    }

    /// Looks at the next path.
    @inline(__always)
    mutating func append(_ path: PathReference) {
        let bytes = unsafe path.bytes.span
        guard let previous, isPlain else { return begin(with: path, bytes) }
        let before = unsafe previous.bytes.span
        let shared = ByteScan.commonPrefix(before, bytes)
        guard shared >= name, shared < before.count, shared < bytes.count, before[shared] < bytes[shared],
            bytes.count <= ordinary.longestPath
        else { return begin(with: path, bytes) }
        let classes = ByteScan.classes(of: bytes, from: shared)
        let size = path.size
        guard classes.isPlain, !classes.hasSlash, size ?? 0 <= ordinary.largestSize, !path.hasDetails,
            ordinary.interests.checks(for: bytes, name: name, classes) == 0
        else { return begin(with: path, bytes) }
        if !isInRun {
            runs.append(SiblingRun(at: path))
            isInRun = true
        }
        guard runs[runs.count - 1].append(path, shared: shared, length: bytes.count - name, size: size) else {
            return begin(with: path, bytes)
        }
        self.previous = path
    }

    mutating func removeAll() {
        runs.removeAll(keepingCapacity: true)
        previous = nil
        isInRun = false
    }

    /// Goes on behind a path that is in no run.
    private mutating func begin(with path: PathReference, _ bytes: Span<UInt8>) {
        isInRun = false
        // What is too long for a key is not laid out.
        guard !bytes.isEmpty, bytes.count <= S3Limits.keyLength else {
            previous = nil
            return
        }
        previous = path
        name = ByteScan.endOfLastSlash(in: bytes)
        isPlain = ByteScan.classes(of: bytes, from: name).isPlain
    }
}
