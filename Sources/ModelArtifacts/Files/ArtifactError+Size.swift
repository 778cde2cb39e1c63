extension ArtifactError {
    /// A file turned out to have another size than was known of it.
    package static func unexpectedSize(_ size: Int64, insteadOf expected: Int64, path: ByteString) -> ArtifactError {
        ArtifactError(
            .changedWhileRead,
            "\(path): changed while it was read: \(size) bytes instead of \(expected); run again when nothing writes to it"
        )
    }
}
