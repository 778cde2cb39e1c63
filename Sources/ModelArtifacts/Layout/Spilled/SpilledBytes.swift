import SystemPackage

/// Bytes that are put away until they are read again: in memory as long as they are few, then in a temporary file without a name.
final class SpilledBytes: Sendable {
    /// Makes a file that vanishes when it is closed.
    typealias FileMaker = @Sendable () throws(ArtifactError) -> FileDescriptor

    private struct State {
        var memory: [UInt8] = []
        var file: FileDescriptor?
        var count: Int64 = 0
    }

    /// What stays in memory, in bytes.
    private let memoryLimit: Int
    private let makeFile: FileMaker
    private let state = Lock(State())

    /// - Parameter makeFile: makes the temporary file.
    init(memoryLimit: Int, makeFile: @escaping FileMaker = UnlinkedFile.create) {
        self.memoryLimit = memoryLimit
        self.makeFile = makeFile
    }

    deinit { state.withLock { state in try? state.file?.close() } }

    /// How many bytes there are.
    var count: Int64 { state.withLock { $0.count } }

    /// Adds bytes at the end.
    ///
    /// - Throws: ``ArtifactError`` with code `writeFailed`.
    func append(_ bytes: [UInt8]) throws(ArtifactError) {
        try state.withLock { state throws(ArtifactError) in
            if state.file == nil, state.memory.count + bytes.count <= memoryLimit {
                state.memory += bytes
            } else {
                let file = try file(&state)
                try Self.write(bytes, at: state.count, to: file)
            }
            state.count += Int64(bytes.count)
        }
    }

    /// Fills `buffer` with the bytes from an offset on, and returns how many there were.
    ///
    /// - Throws: ``ArtifactError`` with code `readFailed`.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(ArtifactError) -> Int {
        try state.withLock { state throws(ArtifactError) in
            guard let file = state.file else {
                let rest = state.memory[Int(min(offset, state.count))...].prefix(buffer.count)
                unsafe buffer.copyBytes(from: rest)
                return rest.count
            }
            do {
                return try unsafe file.read(fromAbsoluteOffset: offset, into: buffer)
            } catch {
                throw ArtifactError(.readFailed, "cannot read a temporary file again: \(error)")
            }
        }
    }

    /// The file, into which what is in memory goes first.
    private func file(_ state: inout State) throws(ArtifactError) -> FileDescriptor {
        if let file = state.file { return file }
        let file = try makeFile()
        state.file = file
        try Self.write(state.memory, at: 0, to: file)
        state.memory = []
        return file
    }

    private static func write(_ bytes: [UInt8], at offset: Int64, to file: FileDescriptor) throws(ArtifactError) {
        do {
            _ = try file.writeAll(toAbsoluteOffset: offset, bytes)
        } catch {
            throw ArtifactError(
                .writeFailed, "cannot put what is compared into a temporary file (TMPDIR says where): \(error)")
        }
    }
}
