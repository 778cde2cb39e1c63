/// Asked with the number of bytes, or of files, that long work will read, nil where nobody knows it before the end, as of a pipe;
/// gives who is told how many more it has, on any thread, or nil if nobody wants to know.
public typealias WorkProgress = @Sendable (_ total: Int64?) -> (@Sendable (_ more: Int64) -> Void)?

/// Told how many files a walk through a directory has found so far, and how many bytes these have.
public typealias WalkProgress = @Sendable (_ files: Int, _ bytes: Int64) -> Void
