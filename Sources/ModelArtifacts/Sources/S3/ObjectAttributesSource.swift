/// Who can be asked for the attributes of objects in a bucket.
package protocol ObjectAttributesSource: Sendable {
    /// How many objects make sense to be asked for at once.
    var requestsInFlight: Int { get }

    /// Why no ETag there is an MD5; nil if they can be.
    var etagEncryption: ETagEncryption? { get }

    /// The attributes of the object of a key.
    ///
    /// - Throws: ``ArtifactError`` with code `notFound` if there is no such object, `accessDenied` if it refuses,
    ///   `readFailed` if it cannot be asked.
    func attributes(ofKey key: ByteString, _ question: AttributeQuestion) async throws -> ObjectAttributes
}

extension ObjectAttributesSource {
    package var etagEncryption: ETagEncryption? { nil }
}
