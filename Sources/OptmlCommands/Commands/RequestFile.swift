import ModelArtifacts
import SageMakerModel
import SystemPackage

/// A file with a request.
enum RequestFile {
    /// Reads a document; `-` is standard input.
    ///
    /// - Throws: ``ArtifactError``, with code `malformedInput` and the place of the fault if it is no JSON.
    static func read(_ path: ByteString) throws(ArtifactError) -> JSONNode {
        guard path != "-" else {
            return try JSONNodeReader.read(InputBuffer(FileDescriptor.standardInput, name: "standard input"))
        }
        let descriptor = try FileSystem.open(path)
        defer { try? descriptor.close() }
        return try JSONNodeReader.read(InputBuffer(descriptor, name: path))
    }
}
