/// Puts paths into batches and finds the runs of ordinary files among them.
struct PathRunWriter {
    private let pool: PathBatchPool
    private let looksForSiblings: Bool
    private var batch: PathBatch
    private var scanner: SiblingScanner
    /// Whether the last line is that of the path added last.
    private var isBehindPath = false
    /// The batches that are full.
    private var runs: [PathRun] = []

    /// - Parameters:
    ///   - pool: what batches come from.
    ///   - ordinary: which files make runs of siblings; nil if these are not wanted.
    init(_ pool: PathBatchPool, _ ordinary: OrdinaryFiles?) {
        self.pool = pool
        looksForSiblings = ordinary != nil
        scanner = SiblingScanner(ordinary ?? .none)
        batch = pool.take()
    }

    /// Adds a path.
    @inline(__always)
    mutating func append(_ path: Span<UInt8>, _ file: LayoutFile) {
        if !batch.append(path, file) { appendToNext(path, file) }
        guard looksForSiblings, let last = batch.last else { return }
        scanner.append(last)
        isBehindPath = true
    }

    private mutating func appendToNext(_ path: Span<UInt8>, _ file: LayoutFile) {
        endBatch()
        batch = pool.take()
        _ = batch.append(path, file)
    }

    /// Adds the paths of the lines that follow as long as they are those of ordinary siblings of the path added last, if that
    /// is the end of the current line.
    @inline(__always)
    mutating func appendSiblings(of lines: inout LineReader) {
        guard isBehindPath else { return }
        isBehindPath = false
        guard !lines.endsWithCRLF else { return }
        let current = lines.range
        let (count, last) = unsafe lines.input.bytes.withUnsafeBytes { window in
            unsafe scanner.append(
                UnsafeRawBufferPointer(rebasing: window[..<lines.input.end]), behind: current, to: batch)
        }
        if count > 0 { lines.skip(count, to: last) }
    }

    private mutating func endBatch() {
        let siblings = scanner.endBatch()
        runs.append(PathRun(batch, batch.hasDetails ? [] : siblings))
    }

    /// All paths, in the order in which they were added. Nothing can be added afterwards.
    consuming func finish() -> [PathRun] {
        endBatch()
        return runs
    }
}
