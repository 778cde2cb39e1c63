/// Where in an artifact or a request something is: under which names it is known.
public struct Location: Hashable, Sendable {
    /// The key of the object in S3.
    public var key: ByteString?
    /// The absolute path that it would have in the container, below `/opt/ml`.
    public var path: ByteString?
    /// The name of the archive member, as packed.
    public var member: ByteString?
    /// The member of a request, as `PrimaryContainer.ModelDataSource.S3DataSource.S3Uri`, safe to show.
    public var jsonPath: String?
    /// The line of the request, from 1.
    public var line: Int?
    /// The column in that line in bytes, from 1.
    public var column: Int?

    /// Joins the names that are known.
    public init(
        key: ByteString? = nil, path: ByteString? = nil, member: ByteString? = nil, jsonPath: String? = nil,
        line: Int? = nil, column: Int? = nil
    ) {
        self.key = key
        self.path = path
        self.member = member
        self.jsonPath = jsonPath
        self.line = line
        self.column = column
    }
}
