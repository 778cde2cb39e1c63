/// What changes under the model directory from one source to another.
public struct ArtifactDiff: Sendable {
    /// One of the two sources.
    public struct Side: Hashable, Sendable {
        /// What kind of source it is.
        public var kind: SourceKind
        /// The source as given.
        public var location: ByteString
        /// The S3 URI as given; nil if none was.
        public var s3URI: ByteString?
        /// As what it was laid out.
        public var combination: Combination
        /// Files in its layout.
        public var files: Int
        /// Bytes of them, as far as their sizes are known.
        public var bytes: Int64
        /// Files whose sizes are not known.
        public var unknownSizes: Int
        /// What was left out of its layout, a message each, safe to show.
        public var notes: [String]
    }

    /// A file on both sides of which nobody can tell whether its contents are the same.
    public struct Unverified: Hashable, Sendable {
        /// Why it cannot be told.
        public enum Reason: String, Hashable, Sendable {
            /// A listing tells no ETag, or no side tells more than the name.
            case noETag = "no-etag"
            /// An ETag that is neither an MD5 nor that of a multipart upload.
            case opaqueETag = "opaque-etag"
            /// KMS encrypts the object, or it lies in a directory bucket, so that its ETag is no MD5.
            case encrypted
            /// The ETags are of parts of other, or unknown, sizes.
            case otherParts = "other-parts"
            /// A sparse member of an archive with too many holes to hash.
            case notHashed = "not-hashed"
        }

        /// What is on the old side.
        public var from: ArtifactChange.State
        /// What is on the new side.
        public var to: ArtifactChange.State
        /// Why it cannot be told.
        public var reason: Reason
    }

    /// How many files, links and empty directories there are of each sort. A directory with something in it does not count.
    public struct Summary: Hashable, Sendable {
        /// The same on both sides.
        public var same = 0
        /// Only on the new side.
        public var added = 0
        /// Only on the old side.
        public var removed = 0
        /// On both sides and not the same.
        public var changed = 0
        /// At another path.
        public var moved = 0
        /// Something else than before.
        public var type = 0
        /// Files of which nobody can tell whether their contents are the same.
        public var unverified = 0
    }

    /// The old side.
    public var from: Side
    /// The new side.
    public var to: Side
    /// The sums.
    public var summary: Summary
    /// The changes in byte order of their paths.
    public var changes: [ArtifactChange]
    /// What could not be compared, in byte order of the paths.
    public var unverified: [Unverified]

    /// What S3 could not be asked for want of a permission, each said once; safe to show.
    public var remarks: [String] = []

    /// Whether something is another, or might be.
    public var mayDiffer: Bool { !changes.isEmpty || !unverified.isEmpty }
}

extension ArtifactDiff.Side {
    init(_ side: LayoutSide) {
        self.init(
            kind: side.kind, location: side.location, s3URI: side.s3URI, combination: side.combination,
            files: side.summary.files, bytes: side.summary.bytes, unknownSizes: side.summary.unknownSizes,
            notes: side.notes)
    }
}
