import ArgumentParser
import ModelArtifacts

/// A number of bytes on the command line: `16MiB`.
struct SizeArgument: ExpressibleByArgument, Hashable, Sendable {
    /// In bytes.
    let value: Int64

    init?(argument: String) {
        guard let size = try? ByteSize(parsing: argument) else { return nil }
        value = size.bytes
    }
}
