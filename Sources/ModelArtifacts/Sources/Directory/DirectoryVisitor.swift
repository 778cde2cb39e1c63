package import SystemPackage

/// Takes in what a directory holds, in byte order of the paths, those of directories ending with a slash.
package protocol DirectoryVisitor: AnyObject {
    /// A file, or a link to one. The path is relative to the directory that is walked and valid only during the call.
    ///
    /// - Parameters:
    ///   - name: where the last component of the path begins.
    ///   - directory: the open directory in which the file has that name.
    func visitFile(
        _ path: Span<UInt8>, name: Int, _ file: WalkedFile, in directory: FileDescriptor
    ) throws(ArtifactError)
    /// Something else.
    func visit(_ entry: DirectoryEntry) throws(ArtifactError)
    /// Something that the filter leaves out, a directory with all that is below it.
    func visitExcluded(_ path: ByteString, isDirectory: Bool)
}

extension DirectoryVisitor {
    package func visitExcluded(_ path: ByteString, isDirectory: Bool) {}
}
