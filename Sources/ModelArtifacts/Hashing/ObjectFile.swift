/// The file that an object is made of.
struct ObjectFile: Sendable {
    /// The number of the object.
    let index: Int
    let path: ByteString
    /// In bytes, when it was inspected.
    let size: Int64
    /// What the file was when it was read first; nil before.
    var identity: FileIdentity?

    /// Opens the file.
    ///
    /// - Throws: ``ArtifactError`` if it cannot be opened, with code `changedWhileRead` if it is not what it was.
    func open() throws(ArtifactError) -> RegularFile {
        let file = try RegularFile(opening: path)
        guard file.size == size else { throw .unexpectedSize(file.size, insteadOf: size, path: path) }
        guard identity == nil || identity == file.identity else {
            throw ArtifactError(
                .changedWhileRead, "\(path): changed while it was read; run again when nothing writes to it")
        }
        return file
    }
}
