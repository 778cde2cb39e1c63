/// What to inspect.
public enum ArtifactSource: Hashable, Sendable {
    /// A directory, an archive or any other file.
    case path(ByteString)
    /// A listing of keys in a file; `-` is standard input.
    case listing(ByteString)
    /// What a bucket holds. What the URI names is the default for the type and the compression: one that ends with a
    /// slash, or below which alone there are keys, is a prefix; the key of an object is one, an archive if it is
    /// named `.tar.gz` or `.tgz`.
    case bucket(BucketListing)
    /// Nothing: the data cannot be inspected, and only its URI, type and compression are checked.
    case none
}
