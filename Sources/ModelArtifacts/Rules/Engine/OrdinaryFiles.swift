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

    /// - Parameter interests: those of the checks that are made.
    init(_ interests: InterestTable, subject: Subject) {
        self.interests = interests
        longestPath = S3Limits.keyLength - (subject.keyPrefix?.count ?? 0)
        largestSize = subject.uploadRule.ordinarySize
    }

    /// Whether no check wants to see the object of a path, whose bytes are of the kinds of `classes`.
    @inline(__always)
    func isOrdinary(object path: Span<UInt8>, size: Int64?, _ classes: ByteClasses) -> Bool {
        !path.isEmpty && path.count <= longestPath && path[path.count - 1] != UInt8(ascii: "/")
            && size ?? 0 <= largestSize && !classes.hasNonASCII
    }
}
