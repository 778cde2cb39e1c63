import ModelArtifacts

/// Asks S3: signs requests, sends them, and sends them again where that can help; to another region where the bucket is there, and with
/// other credentials where these have ended.
package final class S3Client: Sendable {
    /// How often a bucket may say that it is in another region.
    private static let mostMoves = 2
    /// How often it is tried to reach a host that is not there, which most often has a wrong name.
    private static let mostConnects = 3

    private let transport: any HTTPTransport
    private let settings: AccessSettings
    /// Nil to ask without any.
    private let credentials: CredentialStore?
    private let clock: @Sendable () -> ServiceTime
    /// Where buckets are: in the region of the settings, or where they have said.
    private let addresses = Lock<[ByteString: BucketAddress]>([:])
    private let signingKeys = SigningKeys()
    /// Whether S3 was asked already why it refuses what is answered without a body.
    private let hasAskedWhy = Lock(false)

    /// - Parameters:
    ///   - settings: where to ask, and how often.
    ///   - credentials: who asks; nil for nobody.
    package init(
        transport: any HTTPTransport, settings: AccessSettings, credentials: CredentialStore?,
        clock: @escaping @Sendable () -> ServiceTime = { .now }
    ) {
        self.transport = transport
        self.settings = settings
        self.credentials = credentials
        self.clock = clock
    }

    /// Sends a request until it is answered.
    ///
    /// - Parameter check: takes the answer apart; what it throws as an ``UnusableAnswer`` makes the request be sent again.
    /// - Throws: ``ArtifactError``, see ``S3Failure``; `CancellationError`.
    package func send<Value>(
        _ request: S3Request, check: (HTTPResponse) throws -> Value
    ) async throws -> Value {
        var attempt = 1
        var moves = 0
        var refused: Credentials?
        while true {
            let address = try address(of: request.uri.bucket)
            let held = try await credentials?.credentials(insteadOf: refused)
            let failure = S3Failure(
                request: request, address: address, identity: credentials?.identity, attempts: attempt,
                credentials: held)
            do {
                let response = try await transport.send(signed(request, address, held))
                if response.isSuccess { return try check(response) }
                let error = ServiceError(response)
                if moves < Self.mostMoves, let region = Self.otherRegion(error, than: address.region) {
                    try move(request.uri.bucket, to: region)
                    moves += 1
                    continue
                }
                if error.isExpiry, refused == nil, let held, held.expiration != nil {
                    refused = held
                    continue
                }
                guard error.isTransient, attempt < settings.retry.attempts else {
                    throw try await failure.error(explained(error, request, address, held))
                }
            } catch let error as TransportError {
                let most =
                    error.isOftenLasting ? min(Self.mostConnects, settings.retry.attempts) : settings.retry.attempts
                guard error.isTransient, attempt < most else { throw failure.error(error) }
            } catch let answer as UnusableAnswer {
                guard attempt < settings.retry.attempts else { throw failure.error(answer) }
            }
            try await settings.retry.wait(after: attempt)
            attempt += 1
        }
    }

    private func address(of bucket: ByteString) throws(ArtifactError) -> BucketAddress {
        if let address = addresses.withLock({ $0[bucket] }) { return address }
        let usual = try settings.endpoint.bucketAddress(of: bucket, BucketKind(bucket), region: settings.region)
        return addresses.withLock { addresses in
            // It may have said where it is meanwhile.
            let address = addresses[bucket] ?? usual
            addresses[bucket] = address
            return address
        }
    }

    private func move(_ bucket: ByteString, to region: String) throws(ArtifactError) {
        let address = try settings.endpoint.bucketAddress(of: bucket, BucketKind(bucket), region: region)
        addresses.withLock { $0[bucket] = address }
    }

    /// Where a bucket says that it is, if it is elsewhere. One that leads out of the part of AWS that was asked is not believed.
    private static func otherRegion(_ error: ServiceError, than region: String) -> String? {
        guard
            [301, 302, 307, 308].contains(error.status)
                || ["AuthorizationHeaderMalformed", "IllegalLocationConstraintException", "PermanentRedirect"].contains(
                    error.code)
                || (error.status == 400 && error.message.isEmpty),
            let other = error.region, other != region, Partition.isRegion(other),
            Partition(region: other) == Partition(region: region)
        else { return nil }
        return other
    }

    /// An answer to HEAD has no body that could say more. The first time, the same is asked for in a way that has one.
    private func explained(
        _ error: ServiceError, _ request: S3Request, _ address: BucketAddress, _ held: Credentials?
    ) async throws -> ServiceError {
        guard request.action == .headObject, error.status == 400 || error.status == 403,
            hasAskedWhy.withLock({ hasAsked in
                defer { hasAsked = true }
                return !hasAsked
            })
        else { return error }
        let question = S3Request.get(request.uri, 0..<1)
        guard let response = try? await transport.send(signed(question, address, held)), !response.isSuccess else {
            try Task.checkCancellation()
            return error
        }
        let answer = ServiceError(response)
        return answer.status == error.status ? answer : error
    }

    private func signed(_ request: S3Request, _ address: BucketAddress, _ held: Credentials?) -> HTTPRequest {
        let query = request.encodedQuery
        var headers = request.headers
        if let payer = settings.requestPayer { headers.append(("x-amz-request-payer", payer)) }
        if let owner = settings.expectedBucketOwner { headers.append(("x-amz-expected-bucket-owner", owner)) }
        headers.append(("User-Agent", settings.userAgent))
        if let held {
            headers = RequestSigner(held, region: address.region, keys: signingKeys).headers(
                request.action.method.rawValue, host: address.service.host, path: address.path(key: request.key),
                query: query, headers: headers, at: clock())
        }
        return HTTPRequest(
            request.action.method, address.url(key: request.key) + (query.isEmpty ? "" : "?" + query), headers: headers,
            answerLimit: request.answerLimit)
    }
}
