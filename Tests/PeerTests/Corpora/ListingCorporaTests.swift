import Foundation
import TestSupport
import Testing

/// Listings of the same buckets in every form: the same findings, or a refusal.
@Suite struct ListingCorporaTests {
    static let folder = Checkout.corpora.appending(path: "s3-listings/data")

    static func arguments(_ name: String, _ uri: String) throws -> [String] {
        ["--listing", folder.appending(path: name).path, "--s3-uri", uri]
    }

    /// A prefix, and the listings that hold it.
    struct Bucket: CustomTestStringConvertible {
        let uri: String
        let listings: [String]
        var testDescription: String { uri }
    }

    static let buckets = [
        Bucket(
            uri: "s3://clash/m/",
            listings: [
                "clash.s3api-list-objects-v2.json", "clash.aws-s3-ls.txt", "clash.s5cmd-json.ndjson",
                "clash.keys-only.json", "inventory/clash.manifest.json",
            ]),
        Bucket(
            uri: "s3://models/m1/",
            listings: ["models.s3api-list-objects-v2.json", "models.aws-s3-ls.txt", "models.s5cmd-json.ndjson"]),
        Bucket(uri: "s3://odd/", listings: ["odd.s3api-list-objects-v2.json", "inventory/odd.manifest.json"]),
        Bucket(
            uri: "s3://odd/日本/",
            listings: ["odd.s3api-list-objects-v2.json", "odd.aws-s3-ls.txt", "inventory/odd.manifest.json"]),
        Bucket(uri: "s3://real-models/", listings: ["real-models.s3api-list-objects-v2.json"]),
    ]

    @Test(arguments: buckets)
    func sameFindings(_ bucket: Bucket) throws {
        var first: (status: Int32, report: Report)?
        for name in bucket.listings {
            let run = try Optml.report(["layout"] + Self.arguments(name, bucket.uri))
            #expect(run.status <= 1, "\(name)")
            let expected = first ?? run
            first = expected
            #expect(run.status == expected.status, "\(name)")
            #expect(run.report.findings == expected.report.findings, "\(name)")
            #expect(run.report.summary.files == expected.report.summary.files, "\(name)")
            #expect(run.report.layout?.map(\.path) == expected.report.layout?.map(\.path), "\(name)")
        }
        print(
            "ListingCorporaTests: \(bucket.uri): \(bucket.listings.count) listings, \(first?.report.rules.sorted() ?? [])"
        )
    }

    @Test func theClashesShow() throws {
        let report = try Optml.report(["check"] + Self.arguments("clash.aws-s3-ls.txt", "s3://clash/m/")).report
        #expect(report.rules == ["name-clash", "folder-marker", "empty-name", "dot-name"])
    }

    @Test func whatIsNoListingIsRefused() throws {
        let refused = [
            ".xml", "s3api-text.txt", "rclone-lsjson.json", "s3cmd-ls-md5.txt", "s5cmd-ls-e.txt",
            "s3api-list-object-versions.json", "paged-first5.s3api.json", "truncated-page1.s3api.json",
            "key-size-etag.txt",
        ]
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
            .filter { name in refused.contains { name.hasSuffix($0) } }
        for name in names {
            let result = try Command.optml.run(["check"] + Self.arguments(name, "s3://clash/m/"))
            #expect(result.status == 2, "\(name)")
            #expect(result.output.isEmpty, "\(name)")
            #expect(!result.errors.isEmpty, "\(name)")
        }
        print("ListingCorporaTests: \(names.count) listings refused")
        #expect(names.count > 15)
    }
}
