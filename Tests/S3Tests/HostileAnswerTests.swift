import ModelArtifacts
import TestSupport
import Testing

@testable import S3

/// Answers that no store should give.
@Suite struct HostileAnswerTests {
    private static func page(_ keys: [String], token: String?, isEncoded: Bool = false) -> HTTPResponse {
        let objects = keys.map { "<Contents><Key>\($0)</Key><Size>1</Size><ETag>abc</ETag></Contents>" }.joined()
        let more = token.map { "<NextContinuationToken>\($0)</NextContinuationToken>" } ?? ""
        let encoding = isEncoded ? "<EncodingType>url</EncodingType>" : ""
        return HTTPResponse(
            status: 200,
            body: Array(
                "<ListBucketResult>\(encoding)<IsTruncated>\(token != nil)</IsTruncated>\(more)\(objects)</ListBucketResult>"
                    .utf8))
    }

    private static func keys(_ client: TestClient) async throws -> [ByteString] {
        let listing = try await client.service.list(TestClient.prefix, extent: .prefix, progress: nil)
        var keys: [ByteString] = []
        try listing.keys.forEach { key, _, _ throws(ArtifactError) in keys.append(ByteString(key)) }
        return keys
    }

    /// Whoever is sent elsewhere does not go, and takes no credentials there.
    @Test(arguments: [301, 302, 303, 307, 308, 304, 305, 300]) func redirections(_ status: Int) async throws {
        let client = try TestClient { _, _ in
            HTTPResponse(status: status, headers: ["location": "https://evil.example/m/a"])
        }
        let service = client.service
        let calls: [@Sendable () async throws -> Void] = [
            { _ = try await service.list(TestClient.prefix, extent: .prefix, progress: nil) },
            { _ = try await service.head(TestClient.object, checksums: false, partNumber: nil) },
            { _ = try await service.read(TestClient.object, 0..<5, ifMatch: nil) },
        ]
        for call in calls {
            let error = await #expect(throws: ArtifactError.self) { try await call() }
            #expect(error?.code == .readFailed, "\(error?.message ?? "")")
        }
        #expect(client.transport.log.count == calls.count)
        #expect(client.transport.log.allSatisfy { $0.url.hasPrefix("https://my-bucket.s3.us-east-1.amazonaws.com/") })
    }

    /// A listing that comes back to where it was, by one token or by several, with objects or without.
    @Test(arguments: [1, 2, 3], [true, false]) func listingsWithoutAnEnd(_ tokens: Int, _ hasObjects: Bool) async throws
    {
        let client = try TestClient { _, number in
            Self.page(hasObjects ? ["m/a", "m/b"] : [], token: "t\(number % tokens)")
        }
        let error = await #expect(throws: ArtifactError.self) { try await client.list() }
        #expect(error?.code == .malformedInput, "\(error?.message ?? "")")
        #expect(client.transport.log.count <= 1002)
    }

    /// One that goes round in circles although each page is behind the one before.
    @Test(arguments: [1, 2, 3, 7, 100], [0, 5]) func circles(_ tokens: Int, _ before: Int) async throws {
        let client = try TestClient { _, number in
            Self.page(["m/\(1_000_000 + number)"], token: number <= before ? "b\(number)" : "t\(number % tokens)")
        }
        let error = await #expect(throws: ArtifactError.self) { try await client.list() }
        #expect(error?.message.contains("goes back") == true, "\(error?.message ?? "")")
        #expect(client.transport.log.count <= 4 * (tokens + before) + 4)
    }

    /// A weak ETag is like a strong one of the same text; If-Match does not know it.
    @Test(
        arguments: [
            ("W/\"abc\"", "\"abc\"", nil, true), ("W/\"abc\"", "W/\"abc\"", nil, true),
            ("\"abc\"", "W/\"abc\"", "\"abc\"", true), ("W/\"abc\"", "\"abd\"", nil, false),
            ("\"abc\"", "W/\"abd\"", "\"abc\"", false), ("W/\"abc\"", "W/\"abd\"", nil, false),
        ] as [(String, String, String?, Bool)])
    func weakETags(_ listed: String, _ told: String, _ condition: String?, _ isSame: Bool) async throws {
        let client = try TestClient(attempts: 1) { _, _ in
            HTTPResponse(status: 206, headers: ["content-range": "bytes 0-2/3", "etag": told], body: [1, 2, 3])
        }
        let answer = try? await client.service.read(TestClient.object, 0..<3, ifMatch: ETag(listed))
        #expect((answer != nil) == isSame)
        #expect(client.transport.log.first?.header("if-match") == condition)
    }

    @Test(
        arguments: [
            [["m/a", "m/b"], ["m/b", "m/c"]], [["m/b"], ["m/a"]], [["m/a", "m/a"], []], [["m/c", "m/b"], []],
            [["m/a"], ["m/"]], [["m/a"], ["n"]], [["m/a"], ["l"]],
        ]) func pagesThatDoNotGoTogether(_ pages: [[String]]) async throws
    {
        let client = try TestClient { request, _ in
            request.url.contains("continuation-token")
                ? Self.page(pages[1], token: nil) : Self.page(pages[0], token: "t")
        }
        let error = await #expect(throws: ArtifactError.self) { try await client.list() }
        #expect(error?.code == .malformedInput, "\(error?.message ?? "")")
    }

    @Test(
        arguments: [
            ("m/%c3%a9", "m/é"), ("m/%C3%A9", "m/é"), ("m/a+b", "m/a b"), ("m/a%20b", "m/a b"), ("m/a%2Bb", "m/a+b"),
            ("m%2Fa", "m/a"), ("%6d/a", "m/a"), ("m/é", "m/é"), ("m/%2525", "m/%25"), ("m/%zz", nil), ("m/%", nil),
            ("m/%4", nil), ("m/%0", nil), ("m/%0a", "m/\n"),
        ] as [(String, ByteString?)]) func encodedKeys(_ key: String, _ wanted: ByteString?) async throws
    {
        let client = try TestClient(attempts: 1) { _, _ in Self.page([key], token: nil, isEncoded: true) }
        if let wanted {
            #expect(try await Self.keys(client) == [wanted])
        } else {
            let error = await #expect(throws: ArtifactError.self) { try await client.list() }
            #expect(error?.message.contains("not encoded") == true, "\(error?.message ?? "")")
        }
        // Whoever does not say that keys are encoded, means them as they are.
        let plain = try TestClient { _, _ in
            Self.page([key.replacing("%6d", with: "m").replacing("m%2F", with: "m/")], token: nil)
        }
        #expect(try await Self.keys(plain).count == 1)
    }

    @Test func tokensThatAreNone() async throws {
        for token in ["", String(repeating: "t", count: 8193)] {
            let client = try TestClient(attempts: 1) { _, _ in Self.page(["m/a"], token: token) }
            let error = await #expect(throws: ArtifactError.self) { try await client.list() }
            #expect(error?.message.contains("is no token") == true)
        }
        let client = try TestClient { request, _ in
            Self.page(["m/b"], token: request.url.contains("continuation-token=a%26b%2B") ? nil : "a&amp;b+")
        }
        // The same key twice: the token came back as it was.
        let error = await #expect(throws: ArtifactError.self) { try await client.list() }
        #expect(error?.message.contains("order") == true)
        #expect(client.transport.log.count == 2)
    }

    /// An ETag with quotes, without them, a weak one, and one that is none.
    @Test(
        arguments: [("\"abc\"", "\"abc\""), ("abc", "\"abc\""), ("W/\"abc\"", nil), ("a\"b", "\"a\"b\"")]
            as [(String, String?)])
    func forms(_ etag: String, _ condition: String?) async throws {
        let answers = [etag, "\"other\"", nil] as [String?]
        for answer in answers {
            let client = try TestClient(attempts: 1) { _, _ in
                HTTPResponse(
                    status: 206,
                    headers: ["content-range": "bytes 0-2/3"].merging(answer.map { ["etag": $0] } ?? [:]) { $1 },
                    body: [1, 2, 3])
            }
            let read = { try await client.service.read(TestClient.object, 0..<3, ifMatch: ETag(etag)) }
            // Of a weak one only the answer tells.
            if answer == etag || (answer == nil && condition != nil) {
                let told = try await read()
                #expect(told.bytes == [1, 2, 3] && told.objectSize == 3)
                #expect(told.etag == answer.map { ETag($0) })
            } else {
                let error = await #expect(throws: ArtifactError.self) { _ = try await read() }
                #expect(error?.code == (answer == nil ? .readFailed : .changedWhileRead))
            }
            #expect(client.transport.log.first?.header("if-match") == condition)
        }
    }

    /// Errors that come as if all were well, and what else is not the range that was asked for.
    @Test(
        arguments: [
            HTTPResponse(
                status: 200, headers: ["content-type": "application/xml"],
                body: Array("<Error><Code>InternalError</Code></Error>".utf8)),
            HTTPResponse(status: 206, headers: ["content-range": "bytes */3"], body: [1, 2, 3]),
            HTTPResponse(status: 206, headers: ["content-range": "bytes 0-2"], body: [1, 2]),
            HTTPResponse(status: 206, headers: ["content-range": "items 0-2/3"], body: [1, 2, 3]),
            HTTPResponse(status: 206, headers: ["content-range": "bytes 0-3/4"], body: [1, 2, 3, 4]),
            HTTPResponse(status: 206, headers: ["content-range": "bytes -0-2/3"], body: [1, 2, 3]),
            HTTPResponse(status: 204), HTTPResponse(status: 200, body: [1, 2, 3, 4]),
        ]) func rangesThatAreNone(_ answer: HTTPResponse) async throws
    {
        let client = try TestClient(attempts: 2) { _, _ in answer }
        let error = await #expect(throws: ArtifactError.self) {
            _ = try await client.service.read(TestClient.object, 0..<3, ifMatch: nil)
        }
        #expect(error?.code == .malformedInput && client.transport.log.count == 2, "\(error?.message ?? "")")
    }
}
