import TestSupport

/// A peer that did not do what a test needs of it.
struct PeerFailed: Error, CustomStringConvertible {
    let description: String

    init(name: String, result: Command.Result) {
        description = "\(name) ended with status \(result.status): \(result.errorText.suffix(2000))"
    }

    init(_ description: String) { self.description = description }
}
