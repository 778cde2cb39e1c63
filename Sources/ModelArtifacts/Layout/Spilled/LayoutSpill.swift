/// Puts the rows of the layout of a listing away as they come, so that those of two layouts can be compared without holding either.
///
/// The path of a directory ends with a slash, so that rows are in byte order of their paths. Errors are kept until ``finish()``, since
/// events of a layout cannot fail.
package final class LayoutSpill: Sendable {
    private struct State {
        var bytes: SpilledBytes
        var writer = SpilledRecordWriter()
        /// Where in the writer the last record begins.
        var lastStart = 0
        var path: [UInt8] = []
        var failure: ArtifactError?
    }

    /// What stays in memory, and what is put away at once, in bytes.
    private static let memoryLimit = 16 << 20
    private static let chunkSize = 1 << 20

    private let makeFile: SpilledBytes.FileMaker
    private let state: Lock<State>

    package convenience init() { self.init(makeFile: UnlinkedFile.create) }

    /// - Parameter makeFile: makes the temporary file.
    init(makeFile: @escaping SpilledBytes.FileMaker) {
        self.makeFile = makeFile
        state = Lock(State(bytes: SpilledBytes(memoryLimit: Self.memoryLimit, makeFile: makeFile)))
    }

    /// Forgets all rows.
    func begin() {
        state.withLock { $0 = State(bytes: SpilledBytes(memoryLimit: Self.memoryLimit, makeFile: makeFile)) }
    }

    /// How many bytes have not been put away.
    var pendingCount: Int { state.withLock { $0.writer.bytes.count } }

    /// Adds a directory.
    @inline(__always)
    func enterDirectory(_ path: Span<UInt8>) {
        var facts = ObjectFacts()
        facts.isDirectory = true
        state.withLock { state in
            state.path.removeAll(keepingCapacity: true)
            SpilledNumber.write(path, to: &state.path)
            state.path.append(UInt8(ascii: "/"))
            let directory = state.path
            Self.append(directory.span, facts, to: &state)
        }
    }

    /// Adds what is no directory.
    @inline(__always)
    func visitFile(_ path: Span<UInt8>, _ file: borrowing LayoutFile) {
        guard file.kind != .folderMarker else { return }
        let facts = ObjectFacts(file)
        state.withLock { Self.append(path, facts, to: &$0) }
    }

    /// Puts another file in the place of the last row, whose path it has.
    func replaceFile(_ path: Span<UInt8>, _ file: borrowing LayoutFile) {
        guard file.kind != .folderMarker else { return }
        let facts = ObjectFacts(file)
        state.withLock { state in
            state.writer.replaceLast(from: state.lastStart, path) { facts.write(to: &$0) }
        }
    }

    /// Ends the layout.
    ///
    /// - Throws: ``ArtifactError`` with code `writeFailed` if it could not be put away.
    func finish() throws(ArtifactError) {
        try state.withLock { state throws(ArtifactError) in
            if let failure = state.failure { throw failure }
            try state.bytes.append(state.writer.bytes)
            state.writer.bytes = []
        }
    }

    /// The rows, once the layout has ended.
    func records() -> SpilledRecords {
        state.withLock { SpilledRecords($0.bytes, 0..<$0.bytes.count) }
    }

    private static func append(_ path: Span<UInt8>, _ facts: ObjectFacts, to state: inout State) {
        // The last row may yet be replaced, so that it is not put away before the next one comes.
        if state.writer.bytes.count >= chunkSize {
            do throws(ArtifactError) {
                if state.failure == nil { try state.bytes.append(state.writer.bytes) }
            } catch {
                state.failure = error
            }
            state.writer.bytes.removeAll(keepingCapacity: true)
        }
        state.lastStart = state.writer.bytes.count
        state.writer.append(path) { facts.write(to: &$0) }
    }
}
