import Foundation
import TestSupport
import Testing

/// Listings that cannot be understood, and keys that nobody expects.
@Suite struct BadListingTests {
    private func run(_ listing: [UInt8], _ arguments: String...) throws -> Command.Result {
        var command = Command.optml
        command.input = Data(listing)
        command.processorLimit = 20
        command.measuresMemory = true
        return try command.run(["check", "--listing", "-"] + arguments)
    }

    static let malformed: [(listing: String, words: String)] = [
        (#"{"Contents":"#, "unexpected end"), (#"{"Contents":["#, "1:14"), (#"[{"Key":"a","Size":1},]"#, "1:23"),
        (#"{"Contents":[{"Key":"a","Size":1}]} x"#, "1:37"), (#"{"Contents":[{"Key":"a}]}"#, "1:"),
        (#"{"Contents":[{"Key":"\ud800"}]}"#, "1:"),
        (String(repeating: "[", count: 100_000), "1:"),
        (String(repeating: #"{"Contents":"#, count: 100_000), "1:"),
        (#"[{"Key":"a","x":"# + String(repeating: "[", count: 100_000), "512"),
        (#"{"a":1}"#, "list-objects-v2"), (#"{"Contents":{}}"#, "expected an array"),
        (#"{"Contents":[3]}"#, "expected an object"), (#"{"Contents":[{"Key":3}]}"#, "expected a string"),
        (#"{"Contents":[{"Size":5}]}"#, #"without a "Key""#), (#"{"Contents":[{"Key":"a","Size":-5}]}"#, "-5"),
        (#"{"Contents":[{"Key":"a","Size":1.5}]}"#, "1.5"), (#"{"Contents":[{"Key":"a","Size":"big"}]}"#, "1:"),
        (#"{"Contents":[{"Key":"a","Size":99999999999999999999}]}"#, "99999999999999999999"),
        (#"{"Contents":[{"Key":"a","Key":"b"}]}"#, "second"),
        (#"{"Contents":[{"Key":"a","Size":1}],"IsTruncated":true}"#, "not complete"),
        (#"{"Contents":[{"Key":"a","Size":1}],"NextToken":"x"}"#, "not complete"),
        ("s3_uri,etag,size\ns3://b/a,\"x\"y,1\n", ":2"), ("s3_uri,etag,size\ns3://b/a,\"x,1\n", ":2"),
        ("s3_uri,etag,size\ns3://b/a,x\"y,1\n", ":2"), ("s3_uri,etag,size\ns3://b/a,x\n", ":2"),
        ("s3_uri,etag,size\ns3://b/a,x,-1\n", "-1"), ("s3_uri,etag,size\nnonsense,x,1\n", "nonsense"),
        ("<?xml version=\"1.0\"?><ListBucketResult/>", "XML"),
    ]

    /// The message says where, nothing is printed, and the status is 2.
    @Test(arguments: malformed.indices) func isRefused(_ index: Int) throws {
        let (listing, words) = Self.malformed[index]
        let result = try run(Array(listing.utf8))
        result.expectFailure(2, words)
        #expect(result.errorText.utf8.count < 1000)
        #expect(result.peakMemory < 100 << 20)
    }

    @Test func isRefusedByDataCommandsToo() throws {
        let folder = try TemporaryDirectory()
        for command in ["manifest", "model-data-source"] {
            var optml = Command.optml(in: folder)
            optml.input = Data(#"{"Contents":[{"Key":"m/a","Size":1},"#.utf8)
            let result = try optml.run(command, "--listing", "-", "--s3-uri", "s3://my-bucket/m/", "-o", "result")
            result.expectFailure(2, "1:")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
        }
    }

    /// A key of 400 kB with 200,000 components: an error finding, in little time and memory.
    @Test func keyOfManyComponents() throws {
        let key = String(repeating: "a/", count: 200_000) + "b"
        for arguments in [[], ["--with-layout"], ["--s3-uri", "s3://my-bucket/a/"]] {
            var command = Command.optml
            command.input = Data("m/weights\n\(key)\n".utf8)
            command.processorLimit = 20
            command.measuresMemory = true
            let result = try command.run(["check", "--listing", "-", "--format", "json"] + arguments)
            let report = try Report(result)
            #expect(report.errors.contains("key-too-long") && report.status == 1)
            #expect(result.peakMemory < 100 << 20)
        }
        let text = try run(Array((key + "\n").utf8))
        #expect(text.status == 1 && text.text.contains("key-too-long"))
    }

    @Test func namesOfAnyBytes() throws {
        let listing = #"[{"Key":"m/a\u0000b","Size":1},{"Key":"m/a\nb","Size":1},{"Key":"m/\u202eevil","Size":1}]"#
        let report = try Report(run(Array(listing.utf8), "--format", "json"))
        #expect(report.errors == ["null-byte"])
        #expect(report.findings("null-byte").first?.key == nil || report.findings[0].key == "m/a\u{0}b")
        let text = try run(Array(listing.utf8), "--with-layout").text
        #expect(text.contains("a\\x00b") && text.contains("a\\nb") && text.contains("\\u{202e}evil"))
        let bytes = try Report(run(Array("m/caf".utf8) + [0xE9, 0x0A], "--format", "json"))
        #expect(bytes.errors == ["key-not-utf8"])
    }

    /// The URI of an archive, taken for a prefix.
    @Test func keyInPlaceOfAPrefix() throws {
        let result = try run(Array("m/job/model.tar.gz\n".utf8), "--s3-uri", "s3://my-bucket/m/job/model.tar.gz")
        #expect(
            result.text.contains("say `--s3-data-type S3Object --compression-type Gzip`")
                && !result.text.contains("sed "))
    }

    /// Sizes whose sum no number holds.
    @Test func hugeSizes() throws {
        let listing = #"[{"Key":"a","Size":9223372036854775807},{"Key":"b","Size":9223372036854775807}]"#
        let report = try Report(run(Array(listing.utf8), "--format", "json"))
        #expect(report.errors == ["object-too-large"] && report.summary["bytes"] == Int.max)
    }
}
