/// Collects the output of a writer, and passes it on in chunks if there is somewhere to pass it on to.
package struct OutputBuffer {
    /// Takes a chunk of output, and throws ``ArtifactError`` with code `writeFailed` if it cannot.
    package typealias Sink = (_ chunk: [UInt8]) throws(ArtifactError) -> Void

    /// How much is collected before it is passed on, in bytes.
    package static let chunkSize = 64 << 10

    /// What was not passed on yet.
    package var bytes: [UInt8] = []
    private let sink: Sink?

    /// - Parameter sink: where the output goes; nil to collect all of it in ``bytes``.
    package init(sink: Sink? = nil) {
        self.sink = sink
    }

    /// Passes on what was collected if that is a chunk.
    package mutating func flushIfFull() throws(ArtifactError) {
        if bytes.count >= Self.chunkSize { try flush() }
    }

    /// Passes on what was collected, and a chunk behind it.
    package mutating func pass(_ chunk: [UInt8]) throws(ArtifactError) {
        guard let sink else { return bytes.append(contentsOf: chunk) }
        try flush()
        try sink(chunk)
    }

    /// Passes on what was collected.
    package mutating func flush() throws(ArtifactError) {
        guard let sink, !bytes.isEmpty else { return }
        try sink(bytes)
        bytes.removeAll(keepingCapacity: true)
    }
}
