/// Which files of a directory are left out.
public struct PathFilter: Hashable, Sendable {
    /// One `--exclude` or `--include`.
    public enum Pattern: Hashable, Sendable {
        /// Leaves out what matches.
        case exclude(Glob)
        /// Takes back in what matches.
        case include(Glob)
    }

    /// The patterns in the order given; of those that match a path, the last decides.
    public var patterns: [Pattern]
    /// Whether to leave out what the rules `platform-metadata` and `development-leftover` name.
    public var excludesJunk: Bool

    /// Joins the choices; by default nothing is left out.
    public init(patterns: [Pattern] = [], excludesJunk: Bool = false) {
        self.patterns = patterns
        self.excludesJunk = excludesJunk
    }

    /// Whether a file is left out. `path` is relative to the directory.
    package func excludes(file path: ByteString) -> Bool {
        if excludesAsJunk(path, isDirectory: false) { return true }
        for pattern in patterns.reversed() {
            switch pattern {
            case .exclude(let glob): if glob.matches(path) { return true }
            case .include(let glob): if glob.matches(path) { return false }
            }
        }
        return false
    }

    /// Whether a directory is left out with all that is below it.
    package func excludes(directory path: ByteString) -> Bool { excludesAsJunk(path, isDirectory: true) }

    /// Whether something is left out because it is junk, whatever the patterns say.
    package func excludesAsJunk(_ path: ByteString, isDirectory: Bool) -> Bool {
        excludesJunk && (isDirectory ? JunkName.isJunk(directory: path) : JunkName.isJunk(file: path.lastComponent))
    }

    /// Whether a file is kept, and so are the directories above it. `path` is relative to the directory.
    package func keeps(_ path: ByteString) -> Bool {
        let ends = path.bytes.indices.filter { path.bytes[$0] == UInt8(ascii: "/") }
        let parents = ends.map { ByteString(Array(path.bytes[..<$0])) }
        return !excludes(file: path) && !parents.contains(where: excludes(directory:))
    }

    /// Whether nothing is ever left out.
    package var isEmpty: Bool { patterns.isEmpty && !excludesJunk }
}
