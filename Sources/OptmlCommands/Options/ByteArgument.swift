import ArgumentParser
import ModelArtifacts

/// A path, key or URI on the command line, as bytes.
struct ByteArgument: ExpressibleByArgument, Hashable, Sendable {
    let value: ByteString

    init(argument: String) {
        value = ByteArguments.decode(argument)
    }

    static let defaultCompletionKind = CompletionKind.file()
}
