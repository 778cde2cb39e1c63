/// What a document of some form holds.
struct FoundRequests: Sendable {
    /// The requests in it.
    var roots: [RequestRoot] = []
    /// The documents that stand in it as text.
    var embedded: [EmbeddedDocument] = []

    static func + (left: FoundRequests, right: FoundRequests) -> FoundRequests {
        FoundRequests(roots: left.roots + right.roots, embedded: left.embedded + right.embedded)
    }

    static func += (left: inout FoundRequests, right: FoundRequests) {
        left.roots += right.roots
        left.embedded += right.embedded
    }
}
