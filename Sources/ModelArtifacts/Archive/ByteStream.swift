/// Bytes that come one after another and cannot be read twice: a file from front to back, what a decompressor produces.
package protocol ByteStream<Failure>: AnyObject {
    /// What reading can fail with.
    associatedtype Failure: Error

    /// Fills the front of `buffer` and returns the number of bytes; 0, for a buffer that is not empty, is the end.
    ///
    /// A stream may return fewer bytes than fit. After it has failed, it fails in the same way again.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(Failure) -> Int
}
