/// The archives below the prefix of a multi-model endpoint.
public struct HostedModels: Sendable {
    /// One archive, whose path below the prefix is the `TargetModel` that a caller names.
    public struct Model: Hashable, Sendable {
        /// Below the prefix.
        public var path: ByteString
        /// Of the archive in bytes; nil where a listing does not tell.
        public var size: Int64?
    }

    /// The most that are listed.
    package static let listedLimit = 1000

    /// The first of them in byte order of their paths, at most 1,000.
    public private(set) var listed: [Model] = []
    /// How many there are, listed or not.
    public private(set) var count = 0
    /// Whether those that were added last are in their places.
    private var isSorted = true

    package init() {}

    /// Takes in an archive.
    mutating func add(_ path: ByteString, size: Int64?) {
        count += 1
        if let last = listed.last, path < last.path { isSorted = false }
        listed.append(Model(path: path, size: size))
        if listed.count >= 2 * Self.listedLimit { trim() }
    }

    /// Ends the taking in.
    mutating func finish() { trim() }

    private mutating func trim() {
        if !isSorted { listed.sort { $0.path < $1.path } }
        isSorted = true
        listed.removeLast(max(0, listed.count - Self.listedLimit))
    }
}
