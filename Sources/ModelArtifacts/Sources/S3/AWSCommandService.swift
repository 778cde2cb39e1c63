/// The user's own `aws` command, which knows every way to log in, asked about a bucket: a process for every request.
package struct AWSCommandService: BucketService {
    /// The most bytes that the answer to `head-object` may have: the metadata of an object has 2 KB.
    private static let answerLimit: Int64 = 1 << 20
    /// The most bytes that are read in one go, since they come through memory.
    private static let rangeLimit: Int64 = 64 << 20

    private let access: BucketAccess

    /// - Parameter access: how to reach the bucket.
    package init(_ access: BucketAccess = BucketAccess()) { self.access = access }

    /// A process of `aws` takes a second of a processor, so that more than these only take turns.
    package var requestsInFlight: Int { min(4, max(2, Parallelism.processors)) }

    package var readsContentsUnasked: Bool { false }

    /// Lists in batches, since `aws` prints nothing before it has all that it was asked for. What is wrong with an answer is an
    /// error, and only an answer that says that nothing follows ends the listing.
    package func list(
        _ uri: S3URI, extent: BucketListing.Extent, progress: (@Sendable (_ count: Int) -> Void)?
    ) async throws -> BucketListing {
        let request = try BucketRequest(uri: uri, access: access)
        var spool = try BucketSpool(uri)
        var tokens: Set<ByteString> = []
        var (holdsKey, holdsKeysBelow) = (false, false)
        var token: ByteString?
        repeat {
            // The one object comes first, because S3 lists in the order of keys.
            let wanted = extent == .object ? 1 : BucketListing.batchSize
            let page = try await spool.append(request.list(atMost: wanted, after: token))
            if !page.isExplicit {
                guard token == nil else { throw request.error("aws printed nothing where objects had to follow") }
                try await confirmNothing(request)
            }
            holdsKey = holdsKey || page.holdsKey
            holdsKeysBelow = holdsKeysBelow || page.holdsKeysBelow
            progress?(spool.count)
            token = page.nextToken
            if token != nil, extent == .object || (extent == .whatIsThere && holdsKey) {
                try spool.end()
                break
            }
            if let token {
                guard !AWSCommand.isAddress(token) else { throw request.error("aws continues from where it cannot") }
                guard page.count > 0, tokens.insert(token).inserted else {
                    throw request.error("the listing does not end: aws goes back to where it was before")
                }
            }
        } while token != nil
        return try BucketListing(uri, spool, isWhole: token == nil, holdsKey: holdsKey, holdsKeysBelow: holdsKeysBelow)
    }

    /// Asks again, in a way that every version of `aws` has to print something.
    private func confirmNothing(_ request: BucketRequest) async throws {
        var spool = try BucketSpool(request.uri)
        let page = try await spool.append(request.look())
        guard page.isExplicit, page.count == 0 else {
            throw request.error("aws printed nothing, which is no answer; check that 'aws --version' works")
        }
    }

    package func head(_ uri: S3URI, checksums: Bool, partNumber: Int?) async throws -> ObjectAttributes {
        let answer = try await run(
            "head-object", uri,
            (checksums ? ["--checksum-mode", "ENABLED"] : [])
                + (partNumber.map { ["--part-number", ByteString("\($0)")] } ?? []), limit: Self.answerLimit)
        return try ObjectAttributes(answer: answer, name: ByteString("the answer of aws for \(uri)"))
    }

    package func read(_ uri: S3URI, _ range: Range<Int64>, ifMatch etag: ETag?) async throws -> RangeAnswer {
        guard !range.isEmpty else { return RangeAnswer([], etag: nil) }
        guard range.count <= Self.rangeLimit else {
            throw ArtifactError(.usage, "\(uri): \(range.count) bytes are too many to be read by aws in one go")
        }
        let condition = etag.map { AWSCommand.option("--if-match", "\"" + ByteString($0.text) + "\"") } ?? []
        // It writes the contents to the file of that name, and what it has to say of them behind.
        let output = try await run(
            "get-object", uri,
            ["--range", ByteString("bytes=\(range.lowerBound)-\(range.upperBound - 1)")] + condition,
            file: "/dev/stdout", limit: Int64(range.count) + Self.answerLimit)
        let answer: ObjectAttributes
        do throws(ArtifactError) {
            answer = try ObjectAttributes(
                answer: Array(output.dropFirst(range.count)), name: ByteString("the answer of aws for \(uri)"))
        } catch {
            throw ArtifactError(
                .changedWhileRead,
                "\(uri): aws did not write the \(Plural.count(range.count, "byte")) from byte \(range.lowerBound) on, and behind them what they are (\(error.message)); run again"
            )
        }
        guard answer.size == range.count else {
            throw ArtifactError(
                .changedWhileRead,
                "\(uri): has \(Plural.count(Int(answer.size), "byte")) from byte \(range.lowerBound) on, where it had \(range.count); run again"
            )
        }
        return RangeAnswer(Array(output.prefix(range.count)), etag: answer.etag)
    }

    private func run(
        _ operation: ByteString, _ uri: S3URI, _ options: [ByteString], file: ByteString? = nil, limit: Int64
    ) async throws -> [UInt8] {
        let place = try AWSCommand.option("--bucket", s3: uri.bucket) + AWSCommand.option("--key", s3: uri.key)
        let command = AWSCommand(
            arguments: ["s3api", operation] + place + ["--output", "json"] + options + access.arguments
                + (file.map { [$0] } ?? []),
            uri: uri.text, permission: "s3:GetObject", outputLimit: limit)
        var answer: [UInt8] = []
        try await command.run { bytes throws(ArtifactError) in answer += bytes }
        return answer
    }
}
