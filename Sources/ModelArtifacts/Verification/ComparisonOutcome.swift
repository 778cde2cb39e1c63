/// What a comparison says of two objects of the same path.
struct ComparisonOutcome: Sendable {
    var status: ObjectStatus
    /// Why, where that is not plain.
    var reason: String?
    /// The checksum by which it is the same, where an ETag does not tell.
    var proof: ChecksumAlgorithm?
    /// The ETags that the contents of the sides would get, where they were computed.
    var expectedETag: ETag?
    var actualETag: ETag?

    static let same = ComparisonOutcome(status: .same)

    static func changed(_ reason: String) -> ComparisonOutcome { ComparisonOutcome(status: .changed, reason: reason) }

    static func unverifiable(_ reason: String) -> ComparisonOutcome {
        ComparisonOutcome(status: .unverifiable, reason: reason)
    }

    /// The same, with the ETags of this outcome.
    func changed(_ reason: String) -> ComparisonOutcome { with(.changed, reason) }

    /// The same, with the ETags of this outcome.
    func unverifiable(_ reason: String) -> ComparisonOutcome { with(.unverifiable, reason) }

    private func with(_ status: ObjectStatus, _ reason: String) -> ComparisonOutcome {
        var outcome = self
        (outcome.status, outcome.reason, outcome.proof) = (status, reason, nil)
        return outcome
    }

    /// The outcome with the ETag that the contents of a local side would get.
    func with(etag: ETag?, ofExpected isExpected: Bool) -> ComparisonOutcome {
        var outcome = self
        if isExpected { outcome.expectedETag = etag } else { outcome.actualETag = etag }
        return outcome
    }
}
