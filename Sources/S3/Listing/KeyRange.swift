import ModelArtifacts

/// A part of what a prefix holds: the keys behind one, up to another and with it.
struct KeyRange: Hashable, Sendable {
    let after: ByteString
    /// Nil for all that follow.
    let through: ByteString?
}
