/// Puts keys into batches, as paths in the models that they belong to, and finds the runs of ordinary files among them.
struct ModelPathWriter {
    private let pool: PathBatchPool
    private let ordinary: OrdinaryNames
    private var prefixes: ModelPrefixes
    /// What all keys begin with that are of interest; components are counted behind it.
    private let start: Int
    private var batch: PathBatch
    private var scanner: OrdinaryRunScanner
    /// The model of the paths added last; nil if there is none.
    private var model: ByteString?
    /// Where its paths begin in the batch.
    private var modelStart: PathReference
    /// Whether the last line is that of the path added last.
    private var isBehindPath = false
    private var models: [ModelPaths] = []
    private var batches: [PathBatch] = []
    /// How many keys belong to no model.
    private(set) var outside = 0

    /// - Parameters:
    ///   - pool: what batches come from.
    ///   - ordinary: which files make runs in a model whose prefix is as long as `start`.
    ///   - prefixes: where models begin.
    ///   - start: the length of what all keys begin with that are handed in.
    init(_ pool: PathBatchPool, _ ordinary: OrdinaryNames, _ prefixes: ModelPrefixes, from start: Int) {
        self.pool = pool
        self.ordinary = ordinary
        self.prefixes = prefixes
        self.start = start
        batch = pool.take()
        modelStart = batch.first
        scanner = OrdinaryRunScanner(ordinary)
    }

    /// Adds a key.
    mutating func append(_ key: Span<UInt8>, _ file: LayoutFile) {
        let pathStart: Int
        if let model, key.count > model.count, ByteScan.commonPrefix(key, model.bytes.span) == model.count {
            pathStart = model.count
        } else {
            guard let found = prefixes.pathStart(of: key, from: start) else { return outside += 1 }
            pathStart = found
            if model.map({ $0.count != found || ByteScan.commonPrefix(key, $0.bytes.span) < found }) ?? true {
                begin(ByteString(key.extracting(0..<found)))
            }
        }
        let path = key.extracting(pathStart..<key.count)
        if !batch.append(path, file) {
            nextBatch()
            _ = batch.append(path, file)
        }
        guard let last = batch.last else { return }
        scanner.append(last)
        isBehindPath = true
    }

    /// Adds the paths of the lines that follow as long as they are those of ordinary files of the same model behind the path added
    /// last, if that is the end of the current line.
    mutating func appendFollowing(of lines: inout LineReader) {
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

    private mutating func begin(_ prefix: ByteString) {
        endModel()
        model = prefix
        scanner = OrdinaryRunScanner(ordinary.behind(prefix.count - start))
    }

    private mutating func endModel() {
        let runs = scanner.endBatch()
        let end = batch.end
        if let model, modelStart != end {
            models.append(
                ModelPaths(
                    prefix: model, paths: PathRun(batch, from: modelStart, upTo: end, batch.hasDetails ? [] : runs[...])
                ))
        }
        modelStart = end
    }

    private mutating func nextBatch() {
        endModel()
        batches.append(batch)
        batch = pool.take()
        modelStart = batch.first
    }

    /// All paths in the order in which they were added, and the batches that they are in. Nothing can be added afterwards.
    consuming func finish() -> (models: [ModelPaths], batches: [PathBatch]) {
        endModel()
        return (models, batches + [batch])
    }
}
