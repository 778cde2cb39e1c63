/// An object in S3 as a file that is read from its first byte to its last, several ranges ahead, in bounded memory.
///
/// Whoever reads waits for tasks, and must not run on a thread of their pool. See ``UnchangedObject`` for what is replaced meanwhile.
package final class RemoteObject: ForwardFile {
    /// How much is asked for at once, in bytes, and how many such ranges are under way: together 32 MB.
    static let rangeSize: Int64 = 4 << 20
    static let rangesAhead = 8

    private struct State {
        var ranges: [Int64: AwaitedTask<[UInt8]>] = [:]
        var hasBegun = false
        /// The range that is to be hashed next.
        var nextHashed: Int64 = 0
        var etag: StreamingETag?
    }

    package let size: Int64
    package let endIsUnknown = false
    private let object: UnchangedObject
    /// How the object was uploaded; nil if that is not known, or nobody wants to know whether what is read gives its ETag.
    private let plan: PartPlan?
    private let rangesAhead: Int64
    private let state: Lock<State>

    package var path: ByteString { object.uri.text }

    /// - Parameters:
    ///   - size: in bytes, as it was listed.
    ///   - etag: as it was listed; nil if that is not known.
    ///   - plan: how it was uploaded, if what is read has to give the ETag.
    package init(_ uri: S3URI, size: Int64, etag: ETag?, plan: PartPlan? = nil, by service: any BucketService) {
        self.size = size
        object = UnchangedObject(uri, size: size, etag: etag, by: service)
        self.plan = plan
        rangesAhead = Int64(min(service.requestsInFlight, Self.rangesAhead))
        var state = State()
        state.etag = plan.map { StreamingETag(plan: $0, path: uri.text) }
        self.state = Lock(state)
    }

    package func begin() { state.withLock { $0.hasBegun = true } }

    package func read(
        into buffer: UnsafeMutableRawBufferPointer, at offset: Int64
    ) throws(ArtifactError) -> Int {
        guard offset < size, buffer.count > 0 else { return 0 }
        let index = offset / Self.rangeSize
        let task = state.withLock { state in
            // What was passed over is not needed any more.
            state.ranges = state.ranges.filter { $0.key >= index }
            // Only its beginning tells what it is.
            let ahead = state.hasBegun ? rangesAhead : 1
            for next in index..<index + max(1, ahead) where next * Self.rangeSize < size && state.ranges[next] == nil {
                state.ranges[next] = fetch(next)
            }
            return state.ranges[index]
        }
        guard let bytes = try task?.value() else { return 0 }
        hash(bytes, index)
        let start = Int(offset - index * Self.rangeSize)
        let count = min(buffer.count, bytes.count - start)
        unsafe bytes[start..<start + count].withUnsafeBytes { unsafe buffer.copyMemory(from: $0) }
        return count
    }

    private func fetch(_ index: Int64) -> AwaitedTask<[UInt8]> {
        let start = index * Self.rangeSize
        let range = start..<min(size, start + Self.rangeSize)
        return AwaitedTask { [object] in try await object.read(range) }
    }

    private func hash(_ bytes: [UInt8], _ index: Int64) {
        state.withLock { state in
            guard index == state.nextHashed else { return }
            state.nextHashed += 1
            unsafe bytes.withUnsafeBytes { unsafe state.etag?.update($0) }
        }
    }

    /// Each range was compared with what the object was before.
    package func verifyUnchanged() {}

    package func etag() throws(ArtifactError) -> (etag: ETag, upload: StoredObject.Upload)? {
        guard let told = object.etag else { return nil }
        let computed = state.withLock { state in
            state.nextHashed * Self.rangeSize >= size ? state.etag : nil
        }
        guard let plan, let made = try computed?.finish() else { return (told, .unknown) }
        guard made == told else {
            throw ArtifactError(
                .changedWhileRead,
                "\(object.uri): what was read has the ETag \(made), and not \(told), which S3 says that it has; run again"
            )
        }
        return (told, StoredObject.Upload(plan))
    }
}
