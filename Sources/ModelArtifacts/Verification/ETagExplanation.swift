/// Which uploads of a file give an ETag.
public struct ETagExplanation: Hashable, Sendable {
    /// One upload that gives the ETag.
    public struct Match: Hashable, Sendable {
        /// How the file is sent.
        public let plan: PartPlan
        /// The uploaders that send a file of this size so, unless they are configured otherwise.
        public let uploaders: [Uploader]
    }

    /// The file.
    public let path: ByteString
    /// Its size in bytes.
    public let size: Int64
    /// The ETag that is to be explained.
    public let etag: ETag
    /// The uploads that give it; none if the file has other contents, or was uploaded in a way that was not tried.
    public let matches: [Match]
    /// How many uploads were tried.
    public let triedCount: Int
    /// Why none gives it, where none can; safe to show.
    public let obstacle: String?
    /// Whether there were so many part sizes of whole MiB that some were left out.
    public let leftOutPartSizes: Bool
}
