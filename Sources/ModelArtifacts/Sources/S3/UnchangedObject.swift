/// An object in S3 of which ranges are read, all of the same contents: what is replaced meanwhile is an error, and never a mixture.
///
/// Each range is asked for under the condition that the object has the ETag that was listed. Where none was, the first answer tells it,
/// and the others have to tell the same one.
final class UnchangedObject: Sendable {
    private struct State {
        var etag: ETag?
        var hasAnswers = false
    }

    let uri: S3URI
    /// In bytes, as it was listed.
    let size: Int64
    private let service: any BucketService
    private let state: Lock<State>

    /// - Parameters:
    ///   - size: in bytes, as it was listed.
    ///   - etag: as it was listed; nil if it was not.
    init(_ uri: S3URI, size: Int64, etag: ETag?, by service: any BucketService) {
        self.uri = uri
        self.size = size
        self.service = service
        state = Lock(State(etag: etag))
    }

    /// The ETag of what is read; nil as long as nothing tells it.
    var etag: ETag? { state.withLock { $0.etag } }

    /// Reads a range.
    ///
    /// - Throws: see ``BucketService/read(_:_:ifMatch:)``; ``ArtifactError`` with code `readFailed` if several ranges are read, and nothing
    ///   tells whether they are of the same contents.
    func read(_ range: Range<Int64>) async throws -> [UInt8] {
        let wanted = etag
        let answer = try await service.read(uri, range, ifMatch: wanted)
        guard answer.bytes.count == range.count, answer.objectSize ?? size == size else { throw hasChanged }
        // What was asked for with an ETag, and is answered, has it.
        let told = answer.etag ?? wanted
        let problem: ArtifactError? = state.withLock { state in
            defer { state.hasAnswers = true }
            guard let known = state.etag else {
                state.etag = told
                return state.hasAnswers ? cannotBeTold : nil
            }
            guard let told else { return cannotBeTold }
            // What is asked for from now on has a condition.
            if known.isWeak, told.matches(known) { state.etag = told }
            return told.matches(known) ? nil : hasChanged
        }
        if let problem { throw problem }
        return answer.bytes
    }

    private var hasChanged: ArtifactError {
        ArtifactError(.changedWhileRead, "\(uri): changed in S3 while it was read; run again")
    }

    private var cannotBeTold: ArtifactError {
        ArtifactError(
            .readFailed,
            "\(uri): the store tells no ETag of it, so that nobody could tell if it is replaced while it is read; download it and look at the file, or leave contents out by --names-only"
        )
    }
}
