/// Which files no check wants to see, whatever else the layout holds: nearly all of a large listing.
///
/// Whoever reads paths can tell them from the others, so that they are counted in one go afterwards.
package struct OrdinaryFiles: Sendable {
    /// The interests of the name checks, and behind them those of the layout checks.
    let interests: InterestTable
    /// The longest path whose key S3 can hold.
    let longestPath: Int
    /// A size that every uploader can take.
    let largestSize: Int64

    /// No files.
    static let none = OrdinaryFiles(InterestTable([]), longestPath: -1, largestSize: 0)

    var isNone: Bool { longestPath < 0 }

    /// - Parameters:
    ///   - interests: those of the checks that are made.
    ///   - keyPrefix: what stands in front of a path to make it a key; nil if paths have no keys.
    ///   - uploadRule: how objects are uploaded.
    init(_ interests: InterestTable, keyPrefix: ByteString?, uploadRule: UploadRule) {
        self.init(
            interests, longestPath: max(0, S3Limits.keyLength - (keyPrefix?.count ?? 0)),
            largestSize: uploadRule.ordinarySize)
    }

    private init(_ interests: InterestTable, longestPath: Int, largestSize: Int64) {
        self.interests = interests
        self.longestPath = longestPath
        self.largestSize = largestSize
    }

    /// Whether no check wants to see a file of unknown size for its own sake, of whose path all but the name is ASCII.
    @inline(__always)
    func isOrdinary(_ path: Span<UInt8>, name: Int) -> Bool {
        guard name < path.count, path.count <= longestPath else { return false }
        let classes = ByteScan.classes(of: path, from: name)
        return classes.isPlain && interests.checks(for: path, name: name, classes) == 0
    }

    /// Whether no check wants to see the object of a path, whose bytes are of the kinds of `classes`.
    @inline(__always)
    func isOrdinary(object path: Span<UInt8>, size: Int64?, _ classes: ByteClasses) -> Bool {
        !path.isEmpty && path.count <= longestPath && path[path.count - 1] != UInt8(ascii: "/")
            && size ?? 0 <= largestSize && !classes.hasNonASCII
    }
}
