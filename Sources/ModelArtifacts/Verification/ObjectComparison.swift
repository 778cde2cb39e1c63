/// What became of comparing one object.
public struct ObjectComparison: Hashable, Sendable {
    /// What one side knows of the object.
    public struct State: Hashable, Sendable {
        /// In bytes; nil where the side does not tell.
        public var size: Int64?
        /// The ETag that the side tells, or the one that its contents would get if they were hashed; nil if there is none.
        public var etag: ETag?
    }

    /// The path that both sides have for it, relative to the prefix or the directory.
    public var path: ByteString
    /// The key in S3, where it is known.
    public var key: ByteString?
    /// What the comparison says.
    public var status: ObjectStatus
    /// What is expected; nil if it is not.
    public var expected: State?
    /// What is there; nil if it is not.
    public var actual: State?
    /// Why the object is not the same, or cannot be compared, where that is not plain; safe to show.
    public var reason: String?
    /// The checksum that S3 keeps and by which the object is the same, in the API's words (`CRC64NVME`); nil where its ETag or
    /// nothing tells it.
    public var proof: String?
    /// Whether the options accept what it is.
    public var isAccepted: Bool
}
