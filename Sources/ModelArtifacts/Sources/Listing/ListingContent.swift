/// Where the bytes of a listing come from, as often as they are needed.
enum ListingContent: Sendable {
    case file(any RandomAccessFile)
    case spooled(SpooledInput, (@Sendable (Int64) -> Void)? = nil)

    var name: ByteString {
        switch self {
        case .file(let file): file.path
        case .spooled(let input, _): input.name
        }
    }

    /// The bytes from the beginning.
    func input() -> InputBuffer {
        switch self {
        case .file(let file): return InputBuffer(file)
        case .spooled(let spooled, let progress):
            var offset: Int64 = 0
            return unsafe InputBuffer(name: spooled.name) { buffer throws(ArtifactError) in
                let count = try unsafe spooled.read(into: buffer, at: offset)
                offset += Int64(count)
                progress?(Int64(count))
                return count
            }
        }
    }

    func verifyUnchanged() throws(ArtifactError) {
        if case .file(let file) = self { try file.verifyUnchanged() }
    }
}
