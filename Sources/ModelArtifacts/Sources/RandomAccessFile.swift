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
    /// Checks after reading that the file is still what it was when it was opened.
    ///
    /// - Throws: ``ArtifactError`` with code `changedWhileRead`.
    func verifyUnchanged() throws(ArtifactError)
}

extension RandomAccessFile {
    /// The first bytes of the file: `count` of them, or all if there are fewer.
    ///
    /// - Throws: ``ArtifactError`` with code `readFailed`.
    package func prefix(_ count: Int) throws(ArtifactError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: max(0, count))
        var result: Result<Int, ArtifactError> = .success(0)
        unsafe bytes.withUnsafeMutableBytes { buffer in
            do throws(ArtifactError) {
                result = .success(try unsafe read(into: buffer, at: 0))
            } catch {
                result = .failure(error)
            }
        }
        return Array(bytes.prefix(try result.get()))
    }
}
