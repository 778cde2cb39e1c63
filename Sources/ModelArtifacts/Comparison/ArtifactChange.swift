/// Something that is another under the model directory.
public struct ArtifactChange: Hashable, Sendable {
    /// What became of a path.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// It is only on the new side.
        case added
        /// It is only on the old side.
        case removed
        /// It is on both sides, and not the same.
        case changed
        /// Its contents were at another path.
        case moved
        /// It was something else: a file, a directory, a link.
        case type
    }

    /// What is not the same.
    public enum Aspect: String, Hashable, Sendable {
        /// The contents of a file.
        case content
        /// Whether the owner may run a file.
        case mode
        /// What a link says.
        case target
    }

    /// What stands at a path.
    public struct State: Hashable, Sendable {
        /// The absolute path in the container.
        public var path: ByteString
        /// What stands there.
        public var kind: LayoutRow.Kind
        /// In bytes; nil for what is no file, and where a listing does not tell.
        public var size: Int64?
        /// The ETag that was compared, where there is one.
        public var etag: ETag?
        /// The permission bits, where the source has them.
        public var mode: UInt16?
        /// Where a link points to.
        public var target: ByteString?
    }

    /// What became of it.
    public var kind: Kind
    /// What was there; nil for what was added.
    public var from: State?
    /// What is there now; nil for what was removed.
    public var to: State?
    /// What is not the same; empty unless something was changed or moved.
    public var aspects: [Aspect] = []
    /// What else there is to say, safe to show.
    public var remark: String?

    /// The absolute path in the container: that on the new side, unless it was removed.
    public var path: ByteString { (to ?? from)?.path ?? "" }
}

extension ArtifactChange.State {
    /// - Parameter other: what it is compared with, which decides on the ETag to show.
    init(_ file: ComparedFile, comparedWith other: ComparedFile? = nil) {
        self.init(
            path: file.row.path, kind: file.row.kind, size: file.row.size, mode: file.attributes.mode,
            target: file.row.target)
        let etags = file.etags
        let other = other?.etags ?? []
        etag =
            etags.first { other.contains($0) }
            ?? etags.first { etag in other.contains { $0.partCount == etag.partCount && $0.canBeMD5 == etag.canBeMD5 } }
            ?? etags.first
    }
}
