/// How far rules could look into the contents of a source, where they wanted to.
public enum ContentReach: String, Hashable, Sendable {
    /// As far as they wanted.
    case all
    /// Of some objects, since more would have been too much, or S3 refused.
    case some
    /// Not at all: names and sizes are all that there was to go by, as of a listing.
    case none

    /// That of two sources together.
    func joined(with other: ContentReach) -> ContentReach { self == other ? self : .some }
}
