/// Directories of code, in which names of files mean something to Python and to scripts, and nothing to the loaders of models.
package enum CodeDirectory {
    /// That of SageMaker's toolkits, and those into which pip puts packages.
    package static let names = ["code", "site-packages", "dist-packages"]

    /// Whether a file lies in such a directory, or somewhere below.
    static func holds(_ path: Span<UInt8>) -> Bool { depth(of: path) != nil }

    /// How many directories lie between the outermost such directory and a file; nil if it lies in none.
    static func depth(of path: Span<UInt8>) -> Int? {
        var (start, depth) = (0, Int?.none)
        while let slash = ByteScan.firstSlash(in: path, from: start) {
            let directory = path.extracting(start..<slash)
            if let found = depth {
                depth = found + 1
            } else if names.contains(where: { directory.equals($0) }) {
                depth = 0
            }
            start = slash + 1
        }
        return depth
    }

    /// Whether a file is one by which Python finds packages, called as weights of PyTorch may be: pip puts `*-nspkg.pth` and
    /// `distutils-precedence.pth` beside the packages.
    ///
    /// Source: the documentation of Python's module `site`.
    static func isPathConfiguration(_ path: Span<UInt8>) -> Bool { path.ends(with: ".pth") && holds(path) }
}
