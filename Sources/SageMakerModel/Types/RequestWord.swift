/// A string of which the API says what it may be. Words that the API has only since are kept as they are, so that a request
/// with one can be read and written.
public protocol RequestWord: RawRepresentable, Hashable, Sendable, CaseIterable where RawValue == String {
    /// Takes any word.
    init(rawValue: String)
}
