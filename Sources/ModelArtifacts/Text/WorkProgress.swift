/// Asked with the number of bytes that long work will read; gives who is told how many more it has, on any thread, or nil if
/// nobody wants to know.
public typealias WorkProgress = @Sendable (_ total: Int64) -> (@Sendable (_ bytes: Int64) -> Void)?
