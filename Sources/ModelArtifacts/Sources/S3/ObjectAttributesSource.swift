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

/// What is asked about an object beside its size, ETag and encryption.
package enum AttributeQuestion: Hashable, Sendable {
    /// - checksums: the checksums, and the part size where they are composite.
    /// - partSize: the sizes of the parts.
    case attributes(checksums: Bool, partSize: Bool)
    /// Whatever proves what the contents are: the checksums, and the sizes of the parts where a checksum, or an ETag for want of
    /// one, is made of those.
    case proof
}
