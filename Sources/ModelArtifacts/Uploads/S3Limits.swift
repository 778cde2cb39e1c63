/// What S3 allows of an upload (Amazon S3 User Guide, "Amazon S3 multipart upload limits").
package enum S3Limits {
    /// The most bytes of a key in UTF-8.
    ///
    /// Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html
    package static let keyLength = 1024

    /// The greatest number of parts of an upload.
    package static let partCount: Int64 = 10_000
    /// The largest part, and the largest object that a single PUT can carry, in bytes: 5 GiB.
    package static let partSize: Int64 = 5 * ByteSize.gibibyte
    /// The smallest part but for the last, in bytes: 5 MiB.
    package static let smallestPartSize: Int64 = 5 * ByteSize.mebibyte
    /// The largest object in bytes: 10,000 parts of 5 GiB, which is 48.8 TiB.
    package static let objectSize: Int64 = partCount * partSize
}
