/// Unpacks a gzip-compressed data file of an S3 Inventory as it is read.
struct InventoryDataFile {
    private let name: ByteString
    private let stream: GzipStream

    /// - Throws: ``ArtifactError`` with code `readFailed` if there is no memory.
    init(_ file: any RandomAccessFile) throws(ArtifactError) {
        name = file.path
        stream = try GzipStream(FileByteStream(file))
    }

    /// The unpacked bytes.
    func input() -> InputBuffer {
        unsafe InputBuffer(name: name) { buffer throws(ArtifactError) in try unsafe read(into: buffer) }
    }

    /// Unpacks the next bytes; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArtifactError) -> Int {
        do throws(ArchiveReadError) {
            let count = try unsafe stream.read(into: buffer)
            if count == 0, stream.trailingData != nil { throw .gzip(trailing) }
            return count
        } catch {
            if case .input(let error) = error { throw error }
            throw ArtifactError(.malformedInput, "\(name): cannot be unpacked: \(error); download it again")
        }
    }

    private var trailing: GzipFault {
        GzipFault(
            reason: .notGzip, compressedOffset: stream.trailingData?.offset ?? 0,
            uncompressedOffset: stream.uncompressedBytes, member: stream.memberCount + 1)
    }
}
