/// An error that describes itself to people.
public protocol LocalizedError: Error {
    /// What is wrong.
    var errorDescription: String? { get }
}
