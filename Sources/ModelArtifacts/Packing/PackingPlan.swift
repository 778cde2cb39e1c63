/// What packing a directory will give: the report of its inspection, the members, and what is left out.
public struct PackingPlan: Sendable {
    /// Something in the directory that the archive will not hold.
    public struct LeftOut: Hashable, Sendable {
        /// Why it is left out.
        public enum Reason: String, Hashable, Sendable {
            /// By `--exclude` or `--exclude-junk`.
            case excluded
            /// An empty directory that was to be dropped.
            case emptyDirectory = "empty-directory"
            /// It cannot be packed: a broken link, a device, something that cannot be read. A finding says more.
            case unusable
        }

        /// Relative to the directory.
        public var path: ByteString
        /// Whether it is a directory, with all that is below it.
        public var isDirectory: Bool
        /// Why.
        public var reason: Reason
    }

    /// The most things left out that are listed.
    public static let listedLeftOut = 100_000

    /// The directory as given.
    public let directory: ByteString
    /// What the inspection of the directory, as it will be packed, found.
    public internal(set) var report: InspectionReport
    /// The first things left out, in order.
    public internal(set) var leftOut: [LeftOut] = []
    /// The number of all things left out.
    public internal(set) var leftOutCount = 0

    var table = PackingMembers()
    let filter: PathFilter

    init(directory: ByteString, report: InspectionReport, filter: PathFilter) {
        self.directory = directory
        self.report = report
        self.filter = filter
    }

    /// The number of members.
    public var memberCount: Int { table.count }
    /// The members in the order of the archive.
    public var members: some Sequence<PackedMember> { (0..<table.count).lazy.map { table[$0] } }
    /// The sum of the sizes of the files in bytes.
    public var contentSize: Int64 { table.contentSize }
    /// The size of the archive before compression in bytes.
    public var unpackedSize: Int64 { table.archiveSize }

    /// Whether a file at `path` would lie in the directory and not be left out.
    package func wouldHold(fileAt path: ByteString) -> Bool {
        guard let root = RealPath.of(directory) else { return false }
        return [RealPath.ofName(path), RealPath.ofOutput(path)].contains { place in
            place.flatMap { RealPath.relative($0, to: root) }.map(filter.keeps) ?? false
        }
    }

    /// Whether a file of the plan is the one at `path`, so that writing there would change what is packed.
    package func holds(fileAt path: ByteString) -> Bool {
        guard let file = try? RegularFile(opening: path) else { return false }
        return (0..<table.count).contains { index in
            guard let identity = table.identity(of: index) else { return false }
            return identity.device == file.identity.device && identity.inode == file.identity.inode
        }
    }
}
