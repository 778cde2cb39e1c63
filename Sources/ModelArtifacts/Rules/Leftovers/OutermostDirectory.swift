/// The outermost directory on the way down that a rule speaks of once, for everything below it.
struct OutermostDirectory {
    private var length: Int?

    /// Whether everything that comes now lies below it.
    var isEntered: Bool { length != nil }

    /// It begins, unless one that holds it has begun.
    mutating func enter(_ path: Span<UInt8>) {
        length = length ?? path.count
    }

    /// Whether a directory that ends is the one.
    mutating func leave(_ path: Span<UInt8>) -> Bool {
        guard length == path.count else { return false }
        length = nil
        return true
    }
}
