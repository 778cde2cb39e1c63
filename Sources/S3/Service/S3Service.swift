package import ModelArtifacts

/// Speaks to S3 itself.
package struct S3Service: BucketService {
    /// How many pages may come without an object before a listing is taken for one that never ends: S3 gives such pages where many
    /// versions of objects lie between.
    private static let mostEmptyPages = 1000

    private let client: S3Client

    package init(_ client: S3Client) { self.client = client }

    package var requestsInFlight: Int { CurlTransport.mostInFlight }

    package var readsContentsUnasked: Bool { true }

    package func list(
        _ uri: S3URI, extent: BucketListing.Extent, progress: (@Sendable (_ count: Int) -> Void)?
    ) async throws -> BucketListing {
        var builder = try BucketListingBuilder(uri, extent: extent)
        var token: ByteString?
        var emptyPages = 0
        repeat {
            // The one object comes first, because S3 lists in the order of keys.
            let page = try await page(.list(uri, atMost: extent == .object ? 1 : nil, token: token), prefix: uri.key)
            try builder.append(page)
            progress?(builder.count)
            guard page.nextToken == nil || page.nextToken != token else {
                throw ArtifactError(
                    .malformedInput, "\(uri): the listing does not end: S3 goes back to where it was before")
            }
            emptyPages = page.objects.isEmpty ? emptyPages + 1 : 0
            guard emptyPages < Self.mostEmptyPages else {
                throw ArtifactError(
                    .malformedInput, "\(uri): the listing does not end: \(emptyPages) pages without an object")
            }
            token = page.nextToken
        } while token != nil && !builder.hasAllThatIsWanted
        return try builder.finish(isWhole: token == nil)
    }

    /// Asks for a page of a listing.
    func page(_ request: S3Request, prefix: ByteString) async throws -> ListPage {
        try await client.send(request) { response in
            do {
                return try ListPage(response.body, prefix: prefix)
            } catch let error as XMLError {
                throw UnusableAnswer("\(error.message) (byte \(error.offset) of \(response.body.count))")
            }
        }
    }

    package func head(_ uri: S3URI, checksums: Bool, partNumber: Int?) async throws -> ObjectAttributes {
        try await client.send(.head(uri, checksums: checksums, partNumber: partNumber)) { response in
            try ObjectAttributes(response)
        }
    }

    package func read(_ uri: S3URI, _ range: Range<Int64>, ifMatch etag: ETag?) async throws -> [UInt8] {
        guard !range.isEmpty else { return [] }
        return try await client.send(.get(uri, range, ifMatch: etag)) { response in
            guard response.status == 206 else {
                // Whoever knows no ranges sends everything, which may be what is wanted.
                guard response.status == 200, range.lowerBound == 0, response.body.count == range.count else {
                    throw UnusableAnswer(
                        "status \(response.status) with \(response.body.count) bytes, where a range was asked for")
                }
                return response.body
            }
            let span = response.header("content-range")?.split(separator: "/").first
            let last = range.lowerBound + Int64(response.body.count) - 1
            guard span.map({ $0 == "bytes \(range.lowerBound)-\(last)" }) ?? false, response.body.count <= range.count
            else {
                throw UnusableAnswer(
                    "'\(response.header("content-range") ?? "")' with \(response.body.count) bytes, where bytes \(range.lowerBound) to \(range.upperBound - 1) were asked for"
                )
            }
            guard response.body.count == range.count else {
                throw ArtifactError(.changedWhileRead, "\(uri): has fewer bytes than it had; run again")
            }
            return response.body
        }
    }
}

extension BucketListingBuilder {
    /// Takes in the objects of a page.
    mutating func append(_ page: ListPage) throws(ArtifactError) {
        let text = page.text.span
        for object in page.objects {
            try append(
                key: text.extracting(object.key), size: object.size, etag: text.extracting(object.etag),
                storageClass: text.extracting(object.storageClass))
        }
    }
}
