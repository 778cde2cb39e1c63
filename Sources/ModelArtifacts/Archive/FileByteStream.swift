/// A file read once, from front to back.
///
/// Whoever needs all of the file's bytes for something else, such as the archive's own ETag, watches them go by in the
/// same pass with an observer. The owner of the file calls ``RandomAccessFile/verifyUnchanged()`` after the end.
@safe package final class FileByteStream: ByteStream {
    /// Is shown every block of the file exactly once, in order. The pointer is valid only during the call.
    package typealias Observer = (UnsafeRawBufferPointer) -> Void

    /// How much ``drain()`` reads at once, in bytes.
    private static let drainBlockSize = 256 << 10

    private let file: any RandomAccessFile
    private let observer: Observer?
    /// The offset of the next byte to read.
    package private(set) var offset: Int64 = 0

    /// Starts at the front of `file`.
    @safe package init(_ file: any RandomAccessFile, observer: Observer? = nil) {
        self.file = file
        unsafe self.observer = unsafe observer
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
            try file.verifyUnchanged()
            throw ArtifactError(
                .readFailed, "\(file.path): ended at byte \(offset), although its size is \(file.size)")
        }
        offset += Int64(count)
        if let observer = unsafe observer { unsafe observer(UnsafeRawBufferPointer(rebasing: block[..<count])) }
        return count
    }

    /// Reads the rest of the file, for the observer.
    ///
    /// - Throws: as ``read(into:)`` does.
    package func drain() throws(ArtifactError) {
        guard offset < file.size else { return }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.drainBlockSize, alignment: 16)
        defer { unsafe buffer.deallocate() }
        while try unsafe read(into: buffer) > 0 {}
    }
}
