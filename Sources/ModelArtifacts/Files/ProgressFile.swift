/// A file that tells how much of it is read: never more than it has, however often it is read.
final class ProgressFile: RandomAccessFile {
    private let file: any RandomAccessFile
    private let progress: @Sendable (Int64) -> Void
    private let told = Lock<Int64>(0)

    var path: ByteString { file.path }
    var size: Int64 { file.size }

    /// - Parameter progress: told how many more bytes were read, on any thread.
    init(_ file: any RandomAccessFile, progress: @escaping @Sendable (Int64) -> Void) {
        self.file = file
        self.progress = progress
    }

    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(ArtifactError) -> Int {
        let count = try unsafe file.read(into: buffer, at: offset)
        let more = told.withLock { told in
            let more = max(0, min(Int64(count), size - told))
            told += more
            return more
        }
        if more > 0 { progress(more) }
        return count
    }

    func readCached(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) -> Int? {
        unsafe file.readCached(into: buffer, at: offset)
    }

    func verifyUnchanged() throws(ArtifactError) { try file.verifyUnchanged() }
}
