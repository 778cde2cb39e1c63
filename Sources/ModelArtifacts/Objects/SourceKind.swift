/// What kind of thing is inspected.
public enum SourceKind: String, Hashable, Sendable {
    /// A directory whose files are to become objects.
    case directory
    /// A gzip-compressed tar archive.
    case archive
    /// Any other file.
    case file
    /// A listing of keys.
    case listing
    /// A bucket and prefix, listed by the AWS CLI.
    case s3
}
