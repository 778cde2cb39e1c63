/// Puts paths into batches and finds the runs of ordinary files among them.
struct PathRunWriter {
    private let pool: PathBatchPool
    private var batch: PathBatch
    /// Nil if runs are not wanted.
    private var scanner: OrdinaryRunScanner?
    /// Whether the last line is that of the path added last.
    private var isBehindPath = false
    /// The batches that are full.
    private var runs: [PathRun] = []

    /// - Parameters:
    ///   - pool: what batches come from.
    ///   - ordinary: which files make runs; nil if these are not wanted.
    init(_ pool: PathBatchPool, _ ordinary: OrdinaryNames?) {
        self.pool = pool
        scanner = ordinary.map { OrdinaryRunScanner($0) }
        batch = pool.take()
    }

    /// Adds a path.
    @inline(__always)
    mutating func append(_ path: Span<UInt8>, _ file: LayoutFile) {
        if !batch.append(path, file) { appendToNext(path, file) }
        guard scanner != nil, let last = batch.last else { return }
        scanner?.append(last)
        isBehindPath = true
    }

    private mutating func appendToNext(_ path: Span<UInt8>, _ file: LayoutFile) {
        endBatch()
        batch = pool.take()
        _ = batch.append(path, file)
    }

    /// Adds the paths of the lines that follow as long as they are those of ordinary files behind the path added last, if that is
    /// the end of the current line.
    @inline(__always)
    mutating func appendFollowing(of lines: inout LineReader) {
        guard isBehindPath else { return }
        isBehindPath = false
        guard !lines.endsWithCRLF else { return }
        let current = lines.range
        let (count, last) = unsafe lines.input.bytes.withUnsafeBytes { window in
            unsafe scanner?.append(
                UnsafeRawBufferPointer(rebasing: window[..<lines.input.end]), behind: current, to: batch) ?? (
                    0, current
                )
        }
        if count > 0 { lines.skip(count, to: last) }
    }

    private mutating func endBatch() {
        let ordinary = scanner?.endBatch() ?? []
        runs.append(PathRun(batch, batch.hasDetails ? [] : ordinary))
    }

    /// All paths, in the order in which they were added. Nothing can be added afterwards.
    consuming func finish() -> [PathRun] {
        endBatch()
        return runs
    }
}
