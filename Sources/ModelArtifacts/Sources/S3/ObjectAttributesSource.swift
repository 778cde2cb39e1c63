/// Who can be asked for the attributes of objects in a bucket.
package protocol ObjectAttributesSource: Sendable {
    /// How many objects make sense to be asked for at once.
    var requestsInFlight: Int { get }
    /// The attributes of the object of a key.
    ///
    /// - Parameters:
    ///   - checksums: whether to ask for the checksums, and for the part size where they are composite.
    ///   - partSize: whether to ask for the size of the first part.
    /// - Throws: ``ArtifactError`` with code `notFound` if there is no such object, `accessDenied` if it refuses,
    ///   `readFailed` if it cannot be asked.
    func attributes(ofKey key: ByteString, checksums: Bool, partSize: Bool) async throws -> ObjectAttributes
}
