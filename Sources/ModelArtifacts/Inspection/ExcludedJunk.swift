/// What `--exclude-junk` left out of a directory.
package struct ExcludedJunk: Hashable, Sendable {
    /// The files that were left out by their own names.
    package private(set) var files = 0
    /// The directories that were left out with all that they hold.
    package private(set) var directories = 0
    private var patterns: Set<ByteString> = []

    /// The patterns for `--exclude` with which `aws s3 sync` leaves out the same, in order.
    package var globs: [ByteString] { patterns.sorted() }

    /// Whether nothing was left out.
    package var isEmpty: Bool { files == 0 && directories == 0 }

    /// Takes in what was left out.
    ///
    /// - Parameter path: relative to the directory.
    mutating func add(_ path: ByteString, isDirectory: Bool) {
        if isDirectory { directories += 1 } else { files += 1 }
        let (name, pattern) = JunkName.pattern(of: path, isDirectory: isDirectory)
        // A pattern is held against the whole path, in which a star crosses slashes.
        let isBelow = path.count > name.count && !pattern.hasPrefix("*")
        patterns.insert((isBelow ? "*/" : "") + pattern + (isDirectory ? "/*" : ""))
    }
}
