/// Who answers what is asked about a bucket: the user's `aws` command, or a client that speaks to S3 itself.
///
/// Everything is asked of S3 by its own names, nothing is ever written there, and a task that is cancelled ends what it has
/// under way. Retries, credentials and the way to the bucket are the service's own affair.
package protocol BucketService: Sendable {
    /// How many requests make sense to be under way at once, at least 1.
    var requestsInFlight: Int { get }

    /// Whether the contents of objects may be read without the user's asking for it: not where a process is started for each range.
    var readsContentsUnasked: Bool { get }

    /// Lists what a URI names. ``BucketListingBuilder`` makes the listing of objects that come one after another.
    ///
    /// - Parameters:
    ///   - uri: of the scheme `s3`.
    ///   - extent: how much is wanted. Of a URI that ends with a slash, or names no key, it is ``BucketListing/Extent/prefix``.
    ///   - progress: told now and then how many objects there are so far.
    /// - Throws: ``ArtifactError`` with code `readFailed` if the service cannot be asked, `accessDenied` if it refuses,
    ///   `malformedInput` for answers that are not whole, `usage` for a name that cannot be asked for; `CancellationError`.
    func list(
        _ uri: S3URI, extent: BucketListing.Extent, progress: (@Sendable (_ count: Int) -> Void)?
    ) async throws -> BucketListing

    /// Asks for what S3 keeps of an object beside its contents (`HeadObject`).
    ///
    /// - Parameters:
    ///   - checksums: whether to ask for the checksums (`x-amz-checksum-mode`).
    ///   - partNumber: the part of a multipart upload, from 1, whose size is wanted in the place of the object's; nil for the object.
    /// - Throws: ``ArtifactError`` with code `notFound` if there is no such object, `accessDenied` if the service refuses,
    ///   `readFailed` if it cannot be asked, `malformedInput` for an answer that is none; `CancellationError`.
    func head(_ uri: S3URI, checksums: Bool, partNumber: Int?) async throws -> ObjectAttributes

    /// Reads a range of the contents of an object (`GetObject`).
    ///
    /// - Parameters:
    ///   - range: in bytes, not empty, all of which the object is believed to have.
    ///   - etag: the ETag that the object must still have (`If-Match`); nil for any.
    /// - Returns: exactly the bytes of the range, and of what object they are.
    /// - Throws: as ``head(_:checksums:partNumber:)``, and ``ArtifactError`` with code `changedWhileRead` if the object has another
    ///   ETag, or fewer bytes.
    func read(_ uri: S3URI, _ range: Range<Int64>, ifMatch etag: ETag?) async throws -> RangeAnswer
}
