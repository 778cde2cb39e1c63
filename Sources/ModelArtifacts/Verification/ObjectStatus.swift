/// What a comparison says of one object.
public enum ObjectStatus: String, CaseIterable, Hashable, Sendable {
    /// It is on both sides, and nothing tells them apart.
    case same
    /// It is on both sides with another size, ETag or checksum.
    case changed
    /// It is expected and not there.
    case missing
    /// It is there and not expected.
    case unexpected
    /// It is on both sides with nothing that could be compared, or with something that cannot.
    case unverifiable
}
