import Foundation
import TestSupport
import Testing

@testable import ModelArtifacts

/// The same buckets in every form, as real tools printed them.
@Suite struct ListingCorpusTests {
    static let folder = Checkout.corpora.appending(path: "s3-listings/data")

    static func listing(_ name: String) throws(ArtifactError) -> KeyListing {
        try KeyListing(opening: ByteString(folder.appending(path: name).path))
    }

    /// Key, size, ETag by the decoder of Foundation.
    static func expected(_ bucket: String) throws -> [ListedRow] {
        struct Page: Decodable {
            struct Object: Decodable {
                var Key: String
                var Size: Int64
                var ETag: String
            }
            var Contents: [Object]
        }
        let data = try Data(contentsOf: folder.appending(path: "\(bucket).s3api-list-objects-v2.json"))
        return try JSONDecoder().decode(Page.self, from: data).Contents.map {
            ListedRow(
                key: ByteString($0.Key), etag: ByteString($0.ETag.replacing("\"", with: "")),
                object: ListedObject(size: $0.Size))
        }
    }

    @Test func acceptedForms() throws {
        var count = 0
        for bucket in ["clash", "models", "odd", "real-models"] {
            let expected = try Self.expected(bucket)
            #expect(try Self.listing("\(bucket).s3api-list-objects-v2.json").rows() == expected)
            count += 1
            let others = [
                "\(bucket).aws-s3-ls.txt", "\(bucket).s5cmd-json.ndjson", "\(bucket).keys-only.json",
                "inventory/\(bucket).manifest.json",
            ]
            for name in others where FileManager.default.fileExists(atPath: Self.folder.appending(path: name).path) {
                let rows = try Self.listing(name).rows()
                #expect(rows.map(\.key) == expected.map(\.key), "\(name)")
                for (row, expected) in zip(rows, expected) {
                    if !name.contains("keys-only") {
                        #expect(row.object.size == expected.object.size, "\(name): \(row.key)")
                    }
                    if name.contains("s5cmd") || name.contains("inventory") {
                        #expect(row.etag == expected.etag)
                        #expect(row.object.bucket == ByteString(bucket))
                    }
                }
                count += 1
            }
        }
        #expect(try Self.listing("empty-listing.s3api.json").rows().isEmpty)
        count += 1
        print("ListingCorpusTests: \(count) listings read")
        #expect(count == 13)
    }

    @Test func refusedForms() throws {
        let messages: [(suffix: String, message: String)] = [
            (".xml", "XML"), ("s3api-text.txt", "--output text"), ("rclone-lsjson.json", "rclone"),
            ("s3cmd-ls-md5.txt", "s3cmd"),
            ("s5cmd-ls-e.txt", "s5cmd"), ("versions.s3api-list-object-versions.json", "versions"),
            ("paged-first5.s3api.json", "not complete"),
            ("truncated-page1.s3api.json", "not complete"), ("key-size-etag.txt", "--output text"),
        ]
        var count = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted() {
            guard let (_, message) = messages.first(where: { name.hasSuffix($0.suffix) }) else { continue }
            let error = #expect(throws: ArtifactError.self, "\(name)") { try Self.listing(name).rows() }
            #expect(error?.message.contains(message) == true, "\(name): \(error?.message ?? "")")
            count += 1
        }
        print("ListingCorpusTests: \(count) listings refused")
        #expect(count == 21)
    }
}
