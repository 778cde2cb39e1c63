/// How much of what threads see of files ahead of a walk may be kept: open files, and bytes. The threads share it.
final class WalkRoom: Sendable {
    private struct Left {
        var files: Int
        var bytes: Int
    }

    private let left: Lock<Left>

    /// - Parameters:
    ///   - files: how many may stay open.
    ///   - bytes: how many may be kept, of those and of others.
    init(files: Int, bytes: Int) { left = Lock(Left(files: files, bytes: bytes)) }

    /// Whether there is room for an open file of which so many bytes are kept; then it is taken, for good.
    func takeFile(bytes: Int) -> Bool {
        left.withLock { left in
            guard left.files > 0, left.bytes >= bytes else { return false }
            left.files -= 1
            left.bytes -= bytes
            return true
        }
    }

    /// Whether there is room for so many bytes; then it is taken, until they are given back.
    func take(bytes: Int) -> Bool {
        left.withLock { left in
            guard left.bytes >= bytes else { return false }
            left.bytes -= bytes
            return true
        }
    }

    func giveBack(bytes: Int) { left.withLock { $0.bytes += bytes } }
}
