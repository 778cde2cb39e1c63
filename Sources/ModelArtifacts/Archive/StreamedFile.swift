package import SystemPackage

/// What comes through a pipe, as standard input, read once from its first byte to its last.
package final class StreamedFile: ForwardFile {
    private struct State {
        /// The beginning, as far as it was read before ``StreamedFile/begin()``.
        var kept: [UInt8] = []
        var hasBegun = false
        /// How far the descriptor has been read.
        var position: Int64 = 0
        var isAtEnd = false
        /// Nil if no ETag is wanted.
        var etag: StreamingETag?
        var rule: UploadRule?
    }

    package let path: ByteString
    private let descriptor: FileDescriptor
    private let state: Lock<State>

    /// - Parameters:
    ///   - descriptor: stays open.
    ///   - name: the name to show.
    ///   - rule: how the file is uploaded, if its ETag is wanted.
    package init(_ descriptor: FileDescriptor, name: ByteString, rule: UploadRule?) {
        path = name
        self.descriptor = descriptor
        var state = State()
        state.rule = rule
        state.etag = rule.map { StreamingETag(rule: $0, path: name) }
        self.state = Lock(state)
    }

    package let endIsUnknown = true

    package var size: Int64 { state.withLock { $0.isAtEnd ? $0.position : .max } }

    package func begin() { state.withLock { $0.hasBegun = true } }

    package func read(
        into buffer: UnsafeMutableRawBufferPointer, at offset: Int64
    ) throws(ArtifactError) -> Int {
        let result: Result<Int, ArtifactError> = state.withLock { state in
            do throws(ArtifactError) {
                return .success(unsafe try read(into: buffer, at: offset, &state))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private func read(
        into buffer: UnsafeMutableRawBufferPointer, at offset: Int64, _ state: inout State
    ) throws(ArtifactError) -> Int {
        if offset < Int64(state.kept.count) {
            let count = min(buffer.count, state.kept.count - Int(offset))
            unsafe state.kept[Int(offset)..<Int(offset) + count].withUnsafeBytes { bytes in
                unsafe buffer.copyMemory(from: bytes)
            }
            return count
        }
        guard offset == state.position else {
            throw ArtifactError(.readFailed, "\(path): cannot be read again from byte \(offset)")
        }
        let count: Int
        do {
            count = try unsafe descriptor.readWaiting(into: buffer)
        } catch {
            throw ArtifactError(.readFailed, "\(path): cannot read: \(error)")
        }
        if count == 0 { state.isAtEnd = true }
        let bytes = unsafe UnsafeRawBufferPointer(rebasing: buffer[..<count])
        unsafe state.etag?.update(bytes)
        if state.hasBegun { state.kept = [] } else { unsafe state.kept.append(contentsOf: bytes) }
        state.position += Int64(count)
        return count
    }

    package func verifyUnchanged() {}

    package func etag() throws(ArtifactError) -> (etag: ETag, upload: StoredObject.Upload)? {
        let (etag, rule, size, isAtEnd) = state.withLock { ($0.etag, $0.rule, $0.position, $0.isAtEnd) }
        guard let etag, isAtEnd, let plan = try? rule?.plan(forSize: size) else { return nil }
        return (try etag.finish(), StoredObject.Upload(plan))
    }
}
