import ModelArtifacts

/// Follows pages from one to the next, and sees to it that they come to an end.
struct PageGuard {
    /// How many pages may come without an object before a listing is taken for one that never ends: S3 gives such pages where many
    /// versions of objects lie between.
    private static let mostEmptyPages = 1000

    private let uri: S3URI
    private var emptyPages = 0
    /// A token of an earlier page, ever later, so that whoever goes round in circles comes by (R. P. Brent, "An improved Monte Carlo
    /// factorization algorithm").
    private var landmark: ByteString?
    private var nextLandmark = 2
    /// The number of pages so far.
    private(set) var pageCount = 0
    /// With what to ask for the next page; nil before the first, and behind the last.
    private(set) var token: ByteString?

    /// - Parameter token: with what to begin.
    init(_ uri: S3URI, token: ByteString? = nil) {
        self.uri = uri
        self.token = token
    }

    /// Goes on to behind a page.
    ///
    /// - Throws: ``ArtifactError`` with code `malformedInput` for one that leads nowhere.
    mutating func take(_ page: ListPage) throws(ArtifactError) {
        pageCount += 1
        guard page.nextToken == nil || (page.nextToken != token && page.nextToken != landmark) else {
            throw error("S3 goes back to where it was before")
        }
        if pageCount == nextLandmark {
            landmark = page.nextToken
            nextLandmark *= 2
        }
        emptyPages = page.objects.isEmpty ? emptyPages + 1 : 0
        guard emptyPages < Self.mostEmptyPages else { throw error("\(emptyPages) pages without an object") }
        token = page.nextToken
    }

    private func error(_ message: String) -> ArtifactError {
        ArtifactError(.malformedInput, "\(uri): the listing does not end: \(message)")
    }
}
