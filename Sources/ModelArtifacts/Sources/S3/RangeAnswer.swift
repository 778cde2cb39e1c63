/// What S3 answers to the question for a range of the contents of an object.
package struct RangeAnswer: Sendable {
    /// Exactly the bytes of the range.
    package let bytes: [UInt8]
    /// The ETag of the object that they are of; nil if the answer does not tell it.
    package let etag: ETag?
    /// How many bytes that object has in all; nil if the answer does not tell it.
    package let objectSize: Int64?

    package init(_ bytes: [UInt8], etag: ETag?, objectSize: Int64? = nil) {
        self.bytes = bytes
        self.etag = etag
        self.objectSize = objectSize
    }
}
