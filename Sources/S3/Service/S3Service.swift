package import ModelArtifacts

/// Speaks to S3 itself.
package struct S3Service: BucketService {
    private let client: S3Client

    package init(_ client: S3Client) { self.client = client }

    /// A few more than are sent at a time, so that one that is answered is followed by the next at once.
    package var requestsInFlight: Int { CurlTransport.mostInFlight * 5 / 4 }

    package var readsContentsUnasked: Bool { true }

    /// Lists one page after another, since each tells how to ask for the next. Meanwhile it is found out whether there are directories
    /// at which what follows can be divided, to be listed at once.
    package func list(
        _ uri: S3URI, extent: BucketListing.Extent, progress: (@Sendable (_ count: Int) -> Void)?
    ) async throws -> BucketListing {
        var builder = try BucketListingBuilder(uri, extent: extent)
        var guardian = PageGuard(uri)
        var last: ByteString?
        let points = Lock<[ByteString]?>(nil)
        var search: Task<Void, any Error>?
        var ahead: PageAhead?
        defer {
            search?.cancel()
            ahead?.cancel()
        }
        repeat {
            // The one object comes first, because S3 lists in the order of keys.
            let request = S3Request.list(uri, atMost: extent == .object ? 1 : nil, token: guardian.token)
            let body = if let ahead { try await ahead.body() } else { try await self.body(request) }
            ahead = nil
            if extent == .prefix, let token = ListPage.tokenAtBeginning(of: body) {
                ahead = PageAhead(self, uri, token: token)
            }
            let page: ListPage
            do {
                page = try ListPage(body, prefix: uri.key)
            } catch {
                // It is worth another attempt, and if that is no better, said.
                page = try await self.page(request, prefix: uri.key)
            }
            if let token = ahead?.token, token != page.nextToken {
                ahead?.cancel()
                ahead = nil
            }
            try builder.append(page)
            progress?(builder.count)
            try guardian.take(page)
            if let object = page.objects.last { last = page.key(object) }
            guard guardian.token != nil, !builder.hasAllThatIsWanted else { break }
            if search == nil, guardian.pageCount == 1, SplitPoints.arePromising(page, prefix: uri.key) {
                search = Task { [self] in
                    let found = try await SplitPoints(service: self, uri: uri).find()
                    points.withLock { $0 = found }
                }
            }
            if let last, let points = points.withLock({ $0 }), points.count(where: { last < $0 }) > 1 {
                let density = builder.count / max(1, points.count { $0 <= last })
                try await listRest(&builder, uri, after: last, points, density: density, progress)
                return try builder.finish(isWhole: true)
            }
        } while true
        return try builder.finish(isWhole: guardian.token == nil)
    }

    /// Asks for a page of a listing, and does not look at it.
    func body(_ request: S3Request) async throws -> [UInt8] { try await client.send(request) { $0.body } }

    /// Lists what follows a key, in ranges that are listed at once and put together in order.
    private func listRest(
        _ builder: inout BucketListingBuilder, _ uri: S3URI, after key: ByteString, _ points: [ByteString],
        density: Int,
        _ progress: (@Sendable (_ count: Int) -> Void)?
    ) async throws {
        var window = RangeWindow(self, uri, points: points, after: key, density: density)
        while let (range, beginning) = try await window.next() {
            for page in beginning.pages { try builder.append(page) }
            progress?(builder.count)
            var guardian = PageGuard(uri, token: beginning.token)
            while guardian.token != nil {
                let page = try await page(of: range, in: uri, token: guardian.token)
                try builder.append(page)
                progress?(builder.count)
                try guardian.take(page)
            }
        }
    }

    /// Asks for a page of a range, which is the last one where it reaches beyond its end.
    func page(of range: KeyRange, in uri: S3URI, token: ByteString?) async throws -> ListPage {
        var page = try await page(.list(uri, token: token, after: range.after), prefix: uri.key)
        if let first = page.objects.first, page.key(first) <= range.after {
            throw ArtifactError(
                .malformedInput,
                "\(uri): the answer begins with '\(page.key(first))', where what follows '\(range.after)' was asked for"
            )
        }
        if let through = range.through { page.end(with: through) }
        return page
    }

    /// Asks for a page of a listing.
    func page(_ request: S3Request, prefix: ByteString) async throws -> ListPage {
        try await client.send(request) { response in
            do {
                return try ListPage(response.body, prefix: prefix)
            } catch let error as XMLError {
                let encoding = response.header("content-encoding").map { ", encoded as \($0)" } ?? ""
                throw UnusableAnswer("\(error.message) (byte \(error.offset) of \(response.body.count)\(encoding))")
            }
        }
    }

    package func head(_ uri: S3URI, checksums: Bool, partNumber: Int?) async throws -> ObjectAttributes {
        try await client.send(.head(uri, checksums: checksums, partNumber: partNumber)) { response in
            try ObjectAttributes(response)
        }
    }

    package func read(_ uri: S3URI, _ range: Range<Int64>, ifMatch etag: ETag?) async throws -> RangeAnswer {
        guard !range.isEmpty else { return RangeAnswer([], etag: nil) }
        return try await client.send(.get(uri, range, ifMatch: etag)) { response in
            let now = response.header("etag").map { ETag($0) }
            // Some stores pay no attention to If-Match, and a weak ETag is compared here only.
            if let etag, let now, !now.matches(etag) {
                throw ArtifactError(.changedWhileRead, "\(uri): was replaced while it was looked at; run again")
            }
            if let etag, now == nil, etag.isWeak {
                throw ArtifactError(
                    .readFailed,
                    "\(uri): the store lists the weak ETag \(etag), which If-Match cannot use, and its answer tells none, so that nobody could tell if it was replaced; download it and look at the file, or leave contents out by --names-only"
                )
            }
            guard response.status == 206 else {
                // Whoever knows no ranges sends everything, which may be what is wanted.
                guard response.status == 200, range.lowerBound == 0, response.body.count == range.count else {
                    throw UnusableAnswer(
                        "status \(response.status) with \(response.body.count) bytes, where a range was asked for")
                }
                return RangeAnswer(response.body, etag: now, objectSize: Int64(response.body.count))
            }
            let place = response.header("content-range")?.split(separator: "/", maxSplits: 1) ?? []
            let span = place.first
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
            return RangeAnswer(response.body, etag: now, objectSize: place.count > 1 ? Int64(place[1]) : nil)
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
