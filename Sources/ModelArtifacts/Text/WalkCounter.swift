/// Counts what a walk finds, for whoever wants to know how far it is.
struct WalkCounter {
    /// After so many files somebody is told; more often would cost more than the walk.
    private static let interval = 64

    private let progress: WalkProgress?
    private var files = 0
    private var bytes: Int64 = 0

    init(_ progress: WalkProgress?) { self.progress = progress }

    /// Counts a file.
    @inline(__always)
    mutating func add(size: Int64) {
        guard let progress else { return }
        files += 1
        bytes = bytes.addingClamped(size)
        if files % Self.interval == 1 { progress(files, bytes) }
    }
}
