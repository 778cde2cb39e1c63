/// Where in an artifact something is: under which names it is known.
public struct Location: Hashable, Sendable {
    /// The key of the object in S3.
    public var key: ByteString?
    /// The absolute path that it would have in the container, below `/opt/ml`.
    public var path: ByteString?
    /// The name of the archive member, as packed.
    public var member: ByteString?

    /// Joins the names that are known.
    public init(key: ByteString? = nil, path: ByteString? = nil, member: ByteString? = nil) {
        self.key = key
        self.path = path
        self.member = member
    }
}
