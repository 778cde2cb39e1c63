/// How many objects of each status a comparison found.
public struct VerificationSummary: Hashable, Sendable {
    /// The numbers by status; every status has one.
    public private(set) var counts: [ObjectStatus: Int] = Dictionary(
        uniqueKeysWithValues: ObjectStatus.allCases.map { ($0, 0) })
    /// How many objects the options do not accept as they are.
    public private(set) var failures = 0
    /// How many keys of a listing are outside of the prefix and were left out.
    public internal(set) var outsidePrefix = 0

    /// How many objects are the same by a checksum that S3 keeps, by its name in the API.
    public private(set) var proofs: [String: Int] = [:]

    /// Begins with no objects.
    public init() {}

    /// The number of objects.
    public var total: Int { counts.values.reduce(0, +) }

    /// The number of objects of a status.
    public func count(_ status: ObjectStatus) -> Int { counts[status] ?? 0 }

    /// Counts an object.
    mutating func add(_ status: ObjectStatus, isAccepted: Bool) {
        counts[status, default: 0] += 1
        if !isAccepted { failures += 1 }
    }

    /// Counts objects of a status that the options accept.
    mutating func add(_ status: ObjectStatus, count: Int) { counts[status, default: 0] += count }

    /// Counts an object that is the same by a checksum.
    mutating func add(proof: String) { proofs[proof, default: 0] += 1 }

    /// Adds the numbers of another comparison.
    mutating func add(_ other: VerificationSummary) {
        counts.merge(other.counts, uniquingKeysWith: +)
        failures += other.failures
        proofs.merge(other.proofs, uniquingKeysWith: +)
        outsidePrefix += other.outsidePrefix
    }
}
