import ModelArtifacts
import SystemPackage

/// Writes down what a directory walk reports.
final class DirectoryLog: DirectoryVisitor {
    private(set) var files: [ByteString] = []
    private(set) var sizes: [Int64] = []
    private(set) var entries: [DirectoryEntry] = []

    func visitFile(_ path: Span<UInt8>, name: Int, _ file: WalkedFile, in directory: FileDescriptor)
        throws(ArtifactError)
    {
        files.append(ByteString(path))
        sizes.append(file.size)
    }

    func visit(_ entry: DirectoryEntry) throws(ArtifactError) { entries.append(entry) }
}
