package import SystemPackage

/// Takes in what a directory holds, in byte order of the paths, those of directories ending with a slash.
package protocol DirectoryVisitor: AnyObject {
    /// A file, or a link to one. The path is relative to the directory that is walked and valid only during the call.
    ///
    /// - Parameters:
    ///   - name: where the last component of the path begins.
    ///   - size: in bytes.
    ///   - directory: the open directory in which the file has that name.
    func visitFile(
        _ path: Span<UInt8>, name: Int, size: Int64, in directory: FileDescriptor
    ) throws(ArtifactError)
    /// The same, of a file that was hashed on the way; digest is the MD5 of its contents.
    func visitFile(
        _ path: Span<UInt8>, name: Int, size: Int64, digest: MD5Digest?, in directory: FileDescriptor
    ) throws(ArtifactError)
    /// Something else.
    func visit(_ entry: DirectoryEntry) throws(ArtifactError)
    /// Something that the filter leaves out, a directory with all that is below it.
    func visitExcluded(_ path: ByteString, isDirectory: Bool)
}

extension DirectoryVisitor {
    package func visitExcluded(_ path: ByteString, isDirectory: Bool) {}
}

extension DirectoryVisitor {
    package func visitFile(
        _ path: Span<UInt8>, name: Int, size: Int64, digest: MD5Digest?, in directory: FileDescriptor
    ) throws(ArtifactError) {
        try visitFile(path, name: name, size: size, in: directory)
    }
}
