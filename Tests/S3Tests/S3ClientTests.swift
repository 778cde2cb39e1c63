import ModelArtifacts
import Testing

@testable import S3

@Suite struct S3ClientTests {
    @Test func onlyReadsAreAskedOfS3() throws {
        for action in S3Request.Action.allCases { #expect(["GET", "HEAD"].contains(action.method.rawValue)) }
    }

    @Test func asksWhereTheBucketIs() async throws {
        let client = try TestClient(["AWS_REGION": "eu-west-1"]) { _, _ in .emptyPage }
        #expect(try await client.list() == 0)
        let request = try #require(client.transport.log.first)
        #expect(
            request.url
                == "https://my-bucket.s3.eu-west-1.amazonaws.com/?encoding-type=url&list-type=2&prefix=m%2F")
        #expect(request.header("authorization")?.hasPrefix("AWS4-HMAC-SHA256 Credential=AKID/") ?? false)
    }

    @Test(arguments: [500, 502, 503, 504, 429]) func triesAgain(_ status: Int) async throws {
        let client = try TestClient { _, number in number < 5 ? .error(status, "SlowDown") : .emptyPage }
        #expect(try await client.list() == 0)
        #expect(client.transport.log.count == 5)
        let waits = client.waits.withLock { $0 }
        #expect(waits.count == 4 && zip(waits, [1.0, 2, 4, 8]).allSatisfy { $0 >= 0 && $0 <= $1 })
    }

    @Test(arguments: [TransportError.Reason.timeOut, .interrupted, .noConnection, .unknownHost])
    func triesAgainWithoutAnAnswer(_ reason: TransportError.Reason) async throws {
        let client = try TestClient { _, number in
            if number < 3 { throw TransportError(reason, "reset") }
            return .emptyPage
        }
        #expect(try await client.list() == 0)
        #expect(client.transport.log.count == 3)
    }

    @Test func givesUp() async throws {
        let client = try TestClient(attempts: 3) { _, _ in .error(503, "SlowDown", "Please reduce your rate.") }
        let error = try await #require(throws: ArtifactError.self) { try await client.list() }
        #expect(client.transport.log.count == 3)
        #expect(error.code == .readFailed)
        for words in [
            "s3://my-bucket/m/: S3 says SlowDown: Please reduce your rate (ListObjectsV2 at https://my-bucket.s3.us-east-1",
            "as the tester, 3 times", "run again",
        ] { #expect(error.message.contains(words)) }
    }

    @Test(
        arguments: [
            TransportError.Reason.untrusted, .tooLong, .other,
        ]) func doesNotTryAgainInVain(_ reason: TransportError.Reason) async throws
    {
        let client = try TestClient { _, _ in throw TransportError(reason, "no \u{1B}[2J") }
        let error = try await #require(throws: ArtifactError.self) { try await client.list() }
        #expect(client.transport.log.count == 1)
        #expect(error.message.contains(#"no \x1b[2J"#))
    }

    @Test(
        arguments: [
            HTTPResponse.error(400, "AuthorizationHeaderMalformed", "m", "<Region>eu-west-1</Region>"),
            HTTPResponse(status: 301, headers: ["x-amz-bucket-region": "eu-west-1"]),
            HTTPResponse(status: 307, headers: ["x-amz-bucket-region": "eu-west-1"]),
            HTTPResponse(status: 400, headers: ["x-amz-bucket-region": "eu-west-1"]),
        ]) func followsTheBucket(_ answer: HTTPResponse) async throws
    {
        let client = try TestClient { _, number in number == 1 ? answer : .emptyPage }
        #expect(try await client.list() == 0)
        #expect(try await client.list() == 0)
        let hosts = client.transport.log.map { $0.url.split(separator: "/")[1] }
        #expect(
            hosts == [
                "my-bucket.s3.us-east-1.amazonaws.com", "my-bucket.s3.eu-west-1.amazonaws.com",
                "my-bucket.s3.eu-west-1.amazonaws.com",
            ])
        #expect(client.transport.log.last?.header("authorization")?.contains("/eu-west-1/s3/") ?? false)
    }

    /// A region is a part of the name of a host: nothing may lead elsewhere.
    @Test(arguments: ["evil.example/", "cn-north-1", "", "eu west", "us-east-1", "a.b", "-"])
    func doesNotFollowElsewhere(_ region: String) async throws {
        let client = try TestClient { _, _ in HTTPResponse(status: 301, headers: ["x-amz-bucket-region": region]) }
        let error = try await #require(throws: ArtifactError.self) { try await client.list() }
        #expect(client.transport.log.count == 1)
        #expect(error.message.contains("--region"))
    }

    @Test func doesNotGoRoundInCircles() async throws {
        let client = try TestClient { request, _ in
            HTTPResponse(
                status: 301,
                headers: ["x-amz-bucket-region": request.url.contains("eu-west-1") ? "us-east-1" : "eu-west-1"])
        }
        _ = try await #require(throws: ArtifactError.self) { try await client.list() }
        #expect(client.transport.log.count == 3)
    }

    @Test func takesOtherCredentialsWhereTheseHaveEnded() async throws {
        let source = CountingSource(seconds: 3600)
        let client = try TestClient(source: source) { _, number in
            number == 1 ? .error(400, "ExpiredToken") : .emptyPage
        }
        #expect(try await client.list() == 0)
        #expect(source.count == 2)
        let bad = try TestClient(source: source) { _, _ in .error(400, "ExpiredToken") }
        let error = try await #require(throws: ArtifactError.self) { try await bad.list() }
        #expect(bad.transport.log.count == 2)
        #expect(error.message.contains("aws sso login"))
    }

    @Test func saysWhyHeadIsRefusedOnce() async throws {
        let client = try TestClient { request, _ in
            request.method == "HEAD"
                ? HTTPResponse(status: 403) : .error(403, "AccessDenied", "User: reader is not authorized.")
        }
        let error = try await #require(throws: ArtifactError.self) {
            try await client.service.head(TestClient.object, checksums: true, partNumber: nil)
        }
        #expect(error.code == .accessDenied)
        #expect(error.message.contains("AccessDenied: User: reader is not authorized (HeadObject"))
        #expect(error.message.contains("s3:GetObject"))
        _ = try await #require(throws: ArtifactError.self) {
            try await client.service.head(TestClient.object, checksums: true, partNumber: nil)
        }
        #expect(client.transport.log.map(\.method) == ["HEAD", "GET", "HEAD"])
    }

    @Test(
        arguments: [
            (404, "NoSuchKey", ArtifactError.Code.notFound), (412, "PreconditionFailed", .changedWhileRead),
            (416, "InvalidRange", .changedWhileRead), (403, "AccessDenied", .accessDenied),
            (403, "InvalidAccessKeyId", .readFailed), (404, "NoSuchBucket", .readFailed),
            (400, "Nonsense", .readFailed),
        ]) func tellsErrorsApart(_ status: Int, _ code: String, _ wanted: ArtifactError.Code) async throws
    {
        let client = try TestClient { _, _ in .error(status, code) }
        let error = try await #require(throws: ArtifactError.self) {
            try await client.service.read(TestClient.object, 0..<5, ifMatch: nil)
        }
        #expect(error.code == wanted)
        #expect(client.transport.log.count == 1)
    }

    @Test func readsRanges() async throws {
        let client = try TestClient { _, _ in
            HTTPResponse(status: 206, headers: ["content-range": "bytes 2-4/9"], body: [1, 2, 3])
        }
        #expect(try await client.service.read(TestClient.object, 2..<5, ifMatch: ETag("\"abc\"")).bytes == [1, 2, 3])
        let request = try #require(client.transport.log.first)
        #expect(request.header("range") == "bytes=2-4")
        #expect(request.header("if-match") == "\"abc\"")
        #expect(request.method == "GET")
        // Fewer bytes than the object was believed to have.
        let error = try await #require(throws: ArtifactError.self) {
            try await client.service.read(TestClient.object, 2..<6, ifMatch: nil)
        }
        #expect(error.code == .changedWhileRead)
    }

    @Test(
        arguments: [
            HTTPResponse(status: 200, body: [1, 2, 3]), HTTPResponse(status: 206, body: [1, 2, 3]),
            HTTPResponse(status: 206, headers: ["content-range": "bytes 0-2/9"], body: [1, 2, 3]),
            HTTPResponse(status: 206, headers: ["content-range": "bytes 2-4/9"], body: [1, 2, 3, 4]),
        ]) func refusesOtherRanges(_ answer: HTTPResponse) async throws
    {
        let client = try TestClient(attempts: 2) { _, _ in answer }
        let error = try await #require(throws: ArtifactError.self) {
            try await client.service.read(TestClient.object, 2..<5, ifMatch: nil)
        }
        #expect(error.code == .malformedInput)
        #expect(client.transport.log.count == 2)
    }

    @Test func readsAttributes() async throws {
        let client = try TestClient { _, _ in
            HTTPResponse(
                status: 200,
                headers: [
                    "content-length": "12", "etag": "\"0123456789abcdef0123456789abcdef-2\"",
                    "x-amz-server-side-encryption": "aws:kms", "x-amz-checksum-crc32c": "AAAAAA==-2",
                    "x-amz-checksum-type": "COMPOSITE", "x-amz-checksum-md5": "?",
                ])
        }
        let attributes = try await client.service.head(TestClient.object, checksums: true, partNumber: 1)
        #expect(attributes.size == 12 && attributes.etag?.partCount == 2 && attributes.encryption == "aws:kms")
        #expect(attributes.checksums == [.crc32c: "AAAAAA==-2"] && attributes.checksumsAreComposite)
        let request = try #require(client.transport.log.first)
        #expect(request.url.hasSuffix("/m/a?partNumber=1") && request.header("x-amz-checksum-mode") == "ENABLED")
        #expect(request.method == "HEAD")
    }

    @Test func sendsWhatWasAskedFor() async throws {
        var access = BucketAccess()
        access.requestPayer = "requester"
        access.expectedBucketOwner = "123456789012"
        access.isUnsigned = true
        let client = try TestClient(access: access) { _, _ in .emptyPage }
        #expect(try await client.list() == 0)
        let request = try #require(client.transport.log.first)
        #expect(request.header("x-amz-request-payer") == "requester")
        #expect(request.header("x-amz-expected-bucket-owner") == "123456789012")
        #expect(request.header("authorization") == nil)
        access.requestPayer = "a\r\nX-Evil: 1"
        #expect(throws: ArtifactError.self) { try TestClient(access: access) { _, _ in .emptyPage } }
    }

    @Test func secretsAreNotShown() throws {
        let credentials = Credentials(
            accessKeyID: "AKIDSHOWN", secretAccessKey: "SECRETSHOWN", sessionToken: "TOKENSHOWN")
        let signer = RequestSigner(credentials, region: "us-east-1")
        let request = HTTPRequest(
            .get, "https://host/",
            headers: signer.headers("GET", host: "host", path: "/", query: "", headers: [], at: .now), answerLimit: 1)
        var texts = ["\(credentials)", String(reflecting: credentials), "\(request)", String(reflecting: request)]
        var dumped = ""
        dump(credentials, to: &dumped)
        dump(request, to: &dumped)
        dump(ProcessEnvironment(["AWS_SECRET_ACCESS_KEY": "SECRETSHOWN"]), to: &dumped)
        texts.append(dumped)
        for text in texts { #expect(!text.contains("SHOWN"), "\(text)") }
    }
}
