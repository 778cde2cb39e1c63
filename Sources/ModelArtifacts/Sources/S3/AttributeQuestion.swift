/// What is asked about an object beside its size, ETag and encryption.
package enum AttributeQuestion: Hashable, Sendable {
    /// - checksums: the checksums, and the part size where they are composite.
    /// - partSize: the sizes of the parts.
    case attributes(checksums: Bool, partSize: Bool)
    /// Whatever proves what the contents are: the checksums, and the sizes of the parts where a checksum, or an ETag for want of
    /// one, is made of those.
    case proof
}
