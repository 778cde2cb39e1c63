/// Something with a fixed size that can be read at any offset: a regular file, or what a test puts in its place.
package protocol RandomAccessFile: AnyObject, Sendable {
    /// The name to show in errors.
    var path: ByteString { get }
    /// The number of bytes when it was opened.
    var size: Int64 { get }
    /// Fills `buffer` from `offset` on, as far as the file goes, and returns the number of bytes.
    ///
    /// - Throws: ``ArtifactError`` with code `readFailed`.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(ArtifactError) -> Int
    /// Reads as ``read(into:at:)`` does, but never waits for a disk: nil if the bytes are not in memory, if the system does not
    /// tell, or if that fails.
    func readCached(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) -> Int?
    /// Checks after reading that the file is still what it was when it was opened.
    ///
    /// - Throws: ``ArtifactError`` with code `changedWhileRead`.
    func verifyUnchanged() throws(ArtifactError)
}

extension RandomAccessFile {
    /// The system does not tell.
    package func readCached(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) -> Int? { nil }

    /// The first bytes of the file: `count` of them, or all if there are fewer.
    ///
    /// - Throws: ``ArtifactError`` with code `readFailed`.
    package func prefix(_ count: Int) throws(ArtifactError) -> [UInt8] { try read(max(0, count), at: 0) }

    /// The bytes of a range, which the file has had.
    ///
    /// - Throws: ``ArtifactError`` with code `readFailed`, or `changedWhileRead` if they are not there any more.
    func bytes(_ range: Range<Int64>) throws(ArtifactError) -> [UInt8] {
        let bytes = try read(range.count, at: range.lowerBound)
        guard bytes.count == range.count else {
            throw .unexpectedSize(range.lowerBound + Int64(bytes.count), insteadOf: size, path: path)
        }
        return bytes
    }

    private func read(_ count: Int, at offset: Int64) throws(ArtifactError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var result: Result<Int, ArtifactError> = .success(0)
        unsafe bytes.withUnsafeMutableBytes { buffer in
            do throws(ArtifactError) {
                result = .success(try unsafe read(into: buffer, at: offset))
            } catch {
                result = .failure(error)
            }
        }
        return Array(bytes.prefix(try result.get()))
    }
}
