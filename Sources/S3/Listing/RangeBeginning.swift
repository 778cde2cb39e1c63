import ModelArtifacts

/// The first pages of a range, and with what to ask for the rest.
struct RangeBeginning: Sendable {
    var pages: [ListPage] = []
    /// Nil if the pages are all.
    var token: ByteString?
    /// The number of objects in the pages.
    var count: Int { pages.reduce(0) { $0 + $1.objects.count } }
}
