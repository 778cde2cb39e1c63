/// The first bytes of a file, read as if they were all of it.
final class FirstBytes: RandomAccessFile {
    let path: ByteString
    private let bytes: [UInt8]

    init(_ bytes: [UInt8], of path: ByteString) {
        self.bytes = bytes
        self.path = path
    }

    var size: Int64 { Int64(bytes.count) }

    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(ArtifactError) -> Int {
        let piece = bytes.dropFirst(Int(offset)).prefix(buffer.count)
        unsafe buffer.copyBytes(from: piece)
        return piece.count
    }

    func verifyUnchanged() throws(ArtifactError) {}
}
