/// A file read once, from front to back.
///
/// Whoever needs the file's bytes for something else, such as the archive's own ETag, is told how far reading has come and
/// reads them again while they are still in memory. The owner of the file calls ``RandomAccessFile/verifyUnchanged()`` after
/// the end.
package final class FileByteStream: ByteStream {
    /// The file.
    let file: any RandomAccessFile
    private let progress: ((Int64) -> Void)?
    /// The offset of the next byte to read.
    package private(set) var offset: Int64 = 0

    /// Starts at the front of `file`.
    ///
    /// - Parameter progress: told after each call of ``read(into:)`` how many bytes have been read since the front.
    package init(_ file: any RandomAccessFile, progress: ((Int64) -> Void)? = nil) {
        self.file = file
        self.progress = progress
    }

    /// The number of bytes of the file.
    package var size: Int64 { file.size }

    /// Reads on where the last call stopped, up to the size that the file had when it was opened.
    ///
    /// - Throws: ``ArtifactError`` with code `readFailed`, or `changedWhileRead` if the file has become shorter.
    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArtifactError) -> Int {
        let wanted = Int(min(Int64(buffer.count), file.size - offset))
        guard wanted > 0 else { return 0 }
        let block = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted])
        let count = try unsafe file.read(into: block, at: offset)
        guard count > 0 else {
            // Of what comes through a pipe, the end is only known now.
            if file.size == offset { return 0 }
            try file.verifyUnchanged()
            throw ArtifactError(
                .readFailed, "\(file.path): ended at byte \(offset), although its size is \(file.size)")
        }
        offset += Int64(count)
        progress?(offset)
        return count
    }

    /// Moves on to an offset, up to which others have read.
    func skip(to offset: Int64) {
        self.offset = offset
        progress?(offset)
    }
}
