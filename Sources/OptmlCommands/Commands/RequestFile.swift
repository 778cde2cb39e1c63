import ModelArtifacts
import SageMakerModel
import SystemPackage

/// A file with a request.
enum RequestFile {
    /// Reads a document; `-` is standard input.
    ///
    /// - Parameter syntax: what it is written in; nil to tell it by its content.
    /// - Throws: ``ArtifactError``, with code `malformedInput` and the place of the fault if it is neither JSON nor YAML, and
    ///   `readFailed` for a directory.
    static func read(_ path: ByteString, as syntax: DocumentSyntax? = nil) throws(ArtifactError) -> JSONNode {
        guard path != "-" else {
            let input = InputBuffer(FileDescriptor.standardInput, name: "standard input")
            return try DocumentReader.read(input, as: syntax)
        }
        if FileSystem.isDirectory(path) {
            throw ArtifactError(
                .readFailed,
                "\(path): a directory, not a request; give a file, or check an artifact by 'optml check \(ShellWord.quoted(path))'"
            )
        }
        let descriptor = try FileSystem.open(path)
        defer { try? descriptor.close() }
        return try DocumentReader.read(InputBuffer(descriptor, name: path), as: syntax)
    }
}
