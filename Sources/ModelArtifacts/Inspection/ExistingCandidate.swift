/// A file that may be in S3 as it is: there is an object of its path and size, and of an ETag that its upload may have.
package struct ExistingCandidate: Sendable {
    /// The path below the prefix.
    package let path: ByteString
    /// The key of the object.
    package let key: ByteString
    /// The file itself.
    package let file: ByteString
    /// How it is uploaded.
    package let plan: PartPlan
    /// The ETag of the object; nil if it is not known.
    package let etag: ETag?
}
