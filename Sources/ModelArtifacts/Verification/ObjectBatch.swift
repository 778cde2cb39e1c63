/// Objects of one side of a comparison, one behind the other, as they are handed from thread to thread.
///
/// Each is the lengths of its path and of what is known of it, in four bytes each, and these two.
struct ObjectBatch: Sendable {
    /// How many bytes stand in front of a path.
    static let headerSize = 8

    /// The objects.
    var bytes: [UInt8] = []
    /// Whether the paths are in byte order, also those of the batches before.
    var isInOrder = true
    /// Where the first object begins that has the path of the one before.
    var repetition: Int?

    /// Calls `body` with the path of each object and with what is known of it.
    func forEach(_ body: (Span<UInt8>, Span<UInt8>) throws(ArtifactError) -> Void) throws(ArtifactError) {
        let span = bytes.span
        var place = 0
        while place < span.count {
            let start = place + Self.headerSize
            let end = start + SpilledNumber.count(span, at: place)
            place = end + SpilledNumber.count(span, at: place + 4)
            try body(span.extracting(start..<end), span.extracting(end..<place))
        }
    }
}
