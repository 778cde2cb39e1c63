/// What to inspect.
public enum ArtifactSource: Hashable, Sendable {
    /// A directory, an archive or any other file.
    case path(ByteString)
    /// A listing of keys in a file; `-` is standard input.
    case listing(ByteString)
    /// Nothing: the data cannot be inspected, and only its URI, type and compression are checked.
    case none
}
