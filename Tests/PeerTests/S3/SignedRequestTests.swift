import Foundation
import ModelArtifacts
import TestSupport
import Testing

@testable import S3

/// Where requests go, and how they are signed, next to botocore.
@Suite(.enabled(if: Peer.python.isWanted, "Python is not installed; Tests/run installs it"))
struct SignedRequestTests {
    private struct Settings: Codable {
        let region, endpoint, style: String
        let fips, dualstack: Bool
    }

    private enum Parameter: Encodable {
        case text(String)
        case number(Int)

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .number(let number): try container.encode(number)
            }
        }
    }

    private struct Case: Encodable {
        let settings: Settings
        let action: String
        let parameters: [String: Parameter]
        let credentials: [String]
        let time: Int64
    }

    private struct Sent: Decodable {
        let method, url, error: String?
        let headers: [String: String]?
    }

    /// Keeps what would be sent.
    private final class Catcher: HTTPTransport {
        let caught = Lock<HTTPRequest?>(nil)

        func send(_ request: HTTPRequest) async throws -> HTTPResponse {
            caught.withLock { $0 = request }
            throw TransportError(.other, "caught")
        }
    }

    private static let regions = [
        "us-east-1", "eu-west-1", "cn-north-1", "us-gov-west-1", "us-iso-east-1", "us-isob-east-1", "ap-southeast-7",
        "eusc-de-east-1",
    ]
    private static let endpoints = [
        "", "", "", "http://127.0.0.1:9000", "https://minio.example:8443/base/", "http://minio.example",
        "http://[::1]:9000",
    ]
    private static let buckets = [
        "my-bucket", "my.dotted.bucket", "My_Bucket", "abc", "a-b--c", "my-ap-abcdefghijkl-s3alias", "1.2.3.4",
        "arn:aws:s3:us-west-2:123456789012:accesspoint:my-ap",
    ]
    private static let pieces = [
        "a", "B", "0", "/", "//", ".", "..", "/../", "/./", " ", "  ", "+", "=", "%", "%2F", "%zz", "&", "*", "~", "'",
        "\"",
        "(", ")", "!", "$", "@", ":", ";", ",", "?", "#", "[", "]", "{", "}", "|", "\\", "^", "`", "<", ">", "\t", "\n",
        "\u{7F}",
        "\u{1}", "é", "e\u{301}", "日本", "🤗", "\u{202E}", "\u{FEFF}", "a=b&c", "x-amz-date",
    ]

    private static func key(_ random: inout SplitMix64) -> String {
        (0...Int(random.next() % 12)).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
    }

    private static func pick<Value>(_ values: [Value], _ random: inout SplitMix64) -> Value {
        values[Int(random.next() % UInt64(values.count))]
    }

    @Test func areThoseOfBotocore() async throws {
        var random = SplitMix64(seed: TestSeed.make())
        // A client of botocore takes a tenth of a second and half a megabyte, and is kept: few of them, however many requests.
        let clients = (0..<48).map { _ in
            let isGiven = random.next() % 2 == 0
            let settings = Settings(
                region: Self.pick(Self.regions, &random), endpoint: isGiven ? Self.pick(Self.endpoints, &random) : "",
                style: Self.pick(["auto", "auto", "path", "virtual"], &random),
                fips: !isGiven && random.next() % 3 == 0,
                dualstack: !isGiven && random.next() % 3 == 0)
            let credentials = [
                "AKID\(random.next() % 10)", "secret/+\(random.next())", random.next() % 2 == 0 ? "" : "token/+==",
            ]
            return (settings, credentials)
        }
        var cases: [Case] = []
        var ours: [HTTPRequest?] = []
        for _ in 0..<TestScale.count(4000) {
            let (settings, credentials) = Self.pick(clients, &random)
            let (bucket, key) = (Self.pick(Self.buckets, &random), Self.key(&random))
            // What botocore makes of these is no address.
            if settings.endpoint.contains("[") || settings.endpoint.contains("127."),
                bucket.contains(":") || bucket.contains(".")
            {
                continue
            }
            let time = Int64(1_500_000_000 + random.next() % 1_000_000_000)
            let action = Self.pick(S3Request.Action.allCases, &random)
            let (request, parameters) = Self.request(action, bucket, key, &random)
            var access = BucketAccess()
            access.region = ByteString(settings.region)
            access.endpointURL = settings.endpoint.isEmpty ? nil : ByteString(settings.endpoint)
            var all = parameters
            if random.next() % 4 == 0 {
                access.requestPayer = "requester"
                access.expectedBucketOwner = "123456789012"
                all["RequestPayer"] = .text("requester")
                all["ExpectedBucketOwner"] = .text("123456789012")
            }
            var found = try AccessSettings(access, ProcessEnvironment([:]), profile: [:], services: [:])
            found.endpoint.addressingStyle = try #require(EndpointSettings.AddressingStyle(rawValue: settings.style))
            found.endpoint.usesFIPS = settings.fips
            found.endpoint.usesDualStack = settings.dualstack
            let catcher = Catcher()
            let source = FixedCredentials(
                Credentials(accessKeyID: credentials[0], secretAccessKey: credentials[1], sessionToken: credentials[2]),
                identity: "the tester")
            let client = S3Client(transport: catcher, settings: found, credentials: CredentialStore(source)) {
                ServiceTime(seconds: time)
            }
            _ = try? await client.send(request) { _ in }
            ours.append(catcher.caught.withLock { $0 })
            cases.append(
                Case(settings: settings, action: action.rawValue, parameters: all, credentials: credentials, time: time)
            )
        }
        let output = try PythonScript.s3Requests.run(
            input: JSONEncoder().encode(cases), environment: ["PYTHONUTF8": "1", "AWS_CONFIG_FILE": "/dev/null"])
        let theirs = try JSONDecoder().decode([Sent].self, from: output)
        #expect(theirs.count == cases.count)
        var compared = 0
        for (index, sent) in theirs.enumerated() {
            // What botocore has no address for, such as a bucket of one partition asked for from another.
            guard let url = sent.url, let headers = sent.headers else {
                #expect(
                    ["ndpoint", "access-points"].contains { sent.error?.contains($0) ?? false }, "\(sent.error ?? "")")
                continue
            }
            compared += 1
            let request = try #require(ours[index])
            let description = "\(cases[index])"
            #expect(request.method == sent.method, "\(description)")
            #expect(Self.parts(request.url).place == Self.parts(url).place, "\(description)")
            #expect(Self.parts(request.url).query == Self.parts(url).query, "\(description)")
            let signature = request.headers.first { $0.name == "Authorization" }?.value
            #expect(signature == headers["authorization"], "\(description)")
        }
        #expect(compared > cases.count / 2)
    }

    private static func request(
        _ action: S3Request.Action, _ bucket: String, _ key: String, _ random: inout SplitMix64
    ) -> (S3Request, [String: Parameter]) {
        let uri = S3URI(bucket: ByteString(bucket), key: ByteString(key))
        switch action {
        case .listObjectsV2:
            let delimiter: String? = random.next() % 2 == 0 ? "/" : nil
            let token: String? = random.next() % 2 == 0 ? "1/+=a b" : nil
            var parameters: [String: Parameter] = ["Bucket": .text(bucket), "Prefix": .text(key)]
            parameters["Delimiter"] = delimiter.map { .text($0) }
            parameters["ContinuationToken"] = token.map { .text($0) }
            return (
                .list(uri, token: token.map { ByteString($0) }, delimiter: delimiter.map { ByteString($0) }), parameters
            )
        case .headObject:
            var parameters: [String: Parameter] = [
                "Bucket": .text(bucket), "Key": .text(key), "ChecksumMode": .text("ENABLED"),
            ]
            let part: Int? = random.next() % 2 == 0 ? 3 : nil
            parameters["PartNumber"] = part.map { .number($0) }
            return (.head(uri, checksums: true, partNumber: part), parameters)
        case .getObject:
            let start = Int64(random.next() % 1_000_000_000_000)
            return (
                .get(uri, start..<start + 1000, ifMatch: ETag("0123456789abcdef0123456789abcdef-3")),
                [
                    "Bucket": .text(bucket), "Key": .text(key), "Range": .text("bytes=\(start)-\(start + 999)"),
                    "IfMatch": .text("\"0123456789abcdef0123456789abcdef-3\""),
                ]
            )
        }
    }

    private static func parts(_ url: String) -> (place: String, query: [String]) {
        let pieces = url.split(separator: "?", maxSplits: 1)
        return (String(pieces[0]), pieces.count > 1 ? pieces[1].split(separator: "&").map(String.init).sorted() : [])
    }
}
