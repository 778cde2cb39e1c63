import ArgumentParser
import ModelArtifacts

/// A path, key or URI on the command line, as bytes.
struct ByteArgument: ExpressibleByArgument, Hashable, Sendable {
    let value: ByteString

    init(argument: String) {
        value = ByteArguments.decode(argument)
    }

    static let defaultCompletionKind = CompletionKind.file()

    /// The argument as a text of a request.
    ///
    /// - Throws: `ValidationError` if it is not UTF-8.
    func text(of option: String) throws -> String {
        guard let text = value.string else {
            throw ValidationError("\(option): '\(value)' is not UTF-8, which a request has to be.")
        }
        return text
    }
}
