package import SystemPackage

extension ArtifactError {
    /// A system call failed at a file.
    ///
    /// What the process lacks is told apart from what is wrong with the file: the next file would fail in the same way.
    ///
    /// - Parameters:
    ///   - failure: what could not be done, such as "cannot open".
    ///   - code: the kind of error, unless the process lacks something.
    package static func system(
        _ error: Errno, _ failure: String, path: ByteString, code: Code = .readFailed
    ) -> ArtifactError {
        switch error {
        case .tooManyOpenFiles, .tooManyOpenFilesInSystem:
            ArtifactError(
                .outOfResources,
                "\(path): \(failure): \(error); let the process open more files (`ulimit -n 1024`), or give fewer --jobs"
            )
        case .noMemory: ArtifactError(.outOfResources, "\(path): \(failure): \(error)")
        default: ArtifactError(code, "\(path): \(failure): \(error)")
        }
    }
}
