import SystemPackage

/// Gathers the files of a directory that is compared.
final class LocalFiles: DirectoryVisitor {
    let table = ObjectTable()
    private let root: ByteString

    private var walked: WalkCounter

    private init(root: ByteString, progress: WalkProgress?) {
        self.root = root
        walked = WalkCounter(progress)
    }

    /// The files of a directory, in order.
    ///
    /// - Parameters:
    ///   - kernel: what small files are hashed with on the way; nil if they are not.
    ///   - progress: told how many files there are so far.
    /// - Throws: ``ArtifactError`` if something in it cannot be read.
    static func table(
        of root: ByteString, filter: PathFilter, jobs: Int, kernel: MD5Kernel?, progress: WalkProgress? = nil
    ) throws(ArtifactError) -> ObjectTable {
        let files = LocalFiles(root: root, progress: progress)
        var walker = DirectoryWalker(root: root, filter: filter, jobs: jobs, kernel: kernel)
        try walker.walk(files)
        return files.table
    }

    func visitFile(
        _ path: Span<UInt8>, name: Int, _ file: WalkedFile, in directory: FileDescriptor
    ) throws(ArtifactError) {
        var object = VerifiableObject(path: ByteString(path), size: file.size)
        object.md5 = file.digest
        walked.add(size: file.size)
        table.append(object)
    }

    /// Takes in what is no file. Nothing of it can be compared, so it must not pass for something that is not there.
    func visit(_ entry: DirectoryEntry) throws(ArtifactError) {
        let shown = root + "/" + entry.path
        switch entry.kind {
        case .symbolicLink, .keptSymbolicLink, .emptyDirectory: break
        case .brokenSymbolicLink: append(entry.path, "a symbolic link to nothing")
        case .symbolicLinkCycle: append(entry.path, "a symbolic link to a directory that holds it")
        case .special: append(entry.path, "a device, FIFO or socket and not a file")
        case .unreadable(let reason): throw ArtifactError(.readFailed, "\(shown): cannot read: \(reason)")
        case .tooManyEntries(let limit):
            throw ArtifactError(
                .readFailed, "\(shown): links lead to more than \(limit) entries, which are not followed")
        }
    }

    private func append(_ path: ByteString, _ defect: String) {
        var object = VerifiableObject(path: path)
        object.defect = defect
        table.append(object)
    }
}
