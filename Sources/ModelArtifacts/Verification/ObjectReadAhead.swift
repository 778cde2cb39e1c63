/// The objects of a listing, which a thread of its own reads while they are compared.
final class ObjectReadAhead: ObjectIterator {
    /// Takes objects one after another.
    typealias Source =
        @Sendable (_ append: (VerifiableObject) throws(ArtifactError) -> Void) throws(ArtifactError) -> Void

    /// How many objects are handed over at once.
    private static let batchSize = 1024

    private let batches: ReadAhead<[VerifiableObject]>
    private var batch: ArraySlice<VerifiableObject> = []

    /// Starts to read.
    ///
    /// - Parameter source: runs on another thread.
    /// - Throws: ``ArtifactError`` with code `readFailed` if the system has no thread left.
    init(_ source: @escaping Source) throws(ArtifactError) {
        batches = try ReadAhead { pipe throws(ArtifactError) in
            var batch: [VerifiableObject] = []
            try source { object throws(ArtifactError) in
                batch.append(object)
                guard batch.count == Self.batchSize else { return }
                try pipe.append(batch)
                batch.removeAll(keepingCapacity: true)
            }
            try pipe.append(batch)
        }
    }

    func next() throws(ArtifactError) -> VerifiableObject? {
        while batch.isEmpty {
            guard let next = try batches.next() else { return nil }
            batch = next[...]
        }
        return batch.popFirst()
    }
}
