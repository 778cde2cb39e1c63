/// What came of comparing what is expected with what is there.
///
/// Objects are not kept: asking for them reads both sides again, so that millions of them need no memory. What had to be
/// hashed is not hashed again.
public final class VerificationReport {
    /// Takes one object after another, in the order of their paths.
    public typealias Body = (ObjectComparison) throws(ArtifactError) -> Void

    /// One side of the comparison.
    public struct Side: Hashable, Sendable {
        /// `manifest`, `directory`, `file`, `listing`, `s3` or `request`.
        public let kind: String
        /// The path or name as given.
        public let location: ByteString
    }

    /// What was expected.
    public let expected: Side
    /// What was there.
    public let actual: Side
    /// How many objects of each status there are.
    public let summary: VerificationSummary
    /// Whether only sizes were compared.
    public let comparesSizesOnly: Bool
    /// What could not be asked for want of a permission, each said once; safe to show.
    public let remarks: [String]
    /// What to do in place of what is said of single objects, where no object of one side is on the other; safe to show.
    package internal(set) var advice: String?
    private let objects: (Body) throws(ArtifactError) -> Void
    private let differences: (Body) throws(ArtifactError) -> Void

    init(
        expected: Side, actual: Side, summary: VerificationSummary, comparesSizesOnly: Bool, remarks: [String],
        objects: @escaping (Body) throws(ArtifactError) -> Void,
        differences: @escaping (Body) throws(ArtifactError) -> Void
    ) {
        self.expected = expected
        self.actual = actual
        self.summary = summary
        self.comparesSizesOnly = comparesSizesOnly
        self.remarks = remarks
        self.objects = objects
        self.differences = differences
    }

    /// Whether there are objects, and every one is the same, or accepted as it is.
    public var passes: Bool { summary.failures == 0 && summary.total > 0 }

    /// Calls `body` with every object.
    ///
    /// - Throws: ``ArtifactError`` if a side cannot be read again, or has changed; what `body` throws.
    public func forEach(_ body: Body) throws(ArtifactError) { try objects(body) }

    /// Calls `body` with every object that is not the same.
    ///
    /// Of a few thousand of them nothing is read again.
    ///
    /// - Throws: see ``forEach(_:)``.
    public func forEachDifference(_ body: Body) throws(ArtifactError) { try differences(body) }

    /// The report on this comparison and another one.
    package func joined(with other: VerificationReport) -> VerificationReport {
        var sum = summary
        sum.add(other.summary)
        return VerificationReport(
            expected: expected, actual: actual, summary: sum, comparesSizesOnly: comparesSizesOnly,
            remarks: remarks + other.remarks.filter { !remarks.contains($0) }
        ) { [self] body throws(ArtifactError) in
            try forEach(body)
            try other.forEach(body)
        } differences: { [self] body throws(ArtifactError) in
            try forEachDifference(body)
            try other.forEachDifference(body)
        }
    }
}
