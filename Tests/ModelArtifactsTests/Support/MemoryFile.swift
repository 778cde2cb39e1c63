import ModelArtifacts

/// Bytes that can be read like a file.
final class MemoryFile: RandomAccessFile {
    let path: ByteString = "memory"
    let bytes: [UInt8]
    var size: Int64 { Int64(bytes.count) }

    /// Whether what begins at an offset can be read without waiting.
    private let isCached: @Sendable (Int64) -> Bool

    init(_ bytes: [UInt8], isCached: @escaping @Sendable (Int64) -> Bool = { _ in true }) {
        self.bytes = bytes
        self.isCached = isCached
    }

    func readCached(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) -> Int? {
        isCached(offset) ? try? read(into: buffer, at: offset) : nil
    }

    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(ArtifactError) -> Int {
        let piece = bytes[Int(offset)...].prefix(buffer.count)
        buffer.copyBytes(from: piece)
        return piece.count
    }

    func verifyUnchanged() throws(ArtifactError) {}
}
