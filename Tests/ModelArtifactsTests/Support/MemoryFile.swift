import ModelArtifacts

/// Bytes that can be read like a file.
final class MemoryFile: RandomAccessFile {
    let path: ByteString = "memory"
    let bytes: [UInt8]
    var size: Int64 { Int64(bytes.count) }

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(ArtifactError) -> Int {
        let piece = bytes[Int(offset)...].prefix(buffer.count)
        buffer.copyBytes(from: piece)
        return piece.count
    }

    func verifyUnchanged() throws(ArtifactError) {}
}
