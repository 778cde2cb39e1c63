extension Subject {
    /// What to do with files that are better left out, where it is no directory that is inspected: the options that leave files out
    /// speak of directories only. Nil where they can be used.
    ///
    /// - Parameter options: those options, for the directory that an archive is packed from.
    func remedy(leavingOutBy options: String) -> String? {
        switch kind {
        case .archive:
            "pack the archive again without it: `optml pack DIRECTORY \(options) -o model.tar.gz`, or tar with its own `--exclude`"
        case .listing, .s3:
            "delete it in S3 (`aws s3 rm`), and leave it out of uploads by the uploader's own `--exclude`"
        case .directory, .file: nil
        }
    }
}
