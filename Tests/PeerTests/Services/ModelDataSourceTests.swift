import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// botocore accepts every block that the tool prints.
@Suite(.enabled(if: Peer.python.isWanted, "botocore is not installed; Tests/run installs it"))
struct ModelDataSourceTests {
    /// The complaints of botocore's service model about each block.
    func complaints(_ blocks: [Data]) throws -> [[String]] {
        let array = Data("[".utf8) + Data(blocks.joined(separator: Data(",".utf8))) + Data("]".utf8)
        let result = try JSONDecoder().decode([[String]].self, from: PythonScript.validate.run(input: array))
        #expect(result.count == blocks.count)
        return result
    }

    /// Every choice of every list, one of each.
    func products(_ lists: [[[String]]]) -> [[String]] {
        lists.reduce([[]]) { products, list in products.flatMap { product in list.map { product + $0 } } }
    }

    @Test func theHelperCanComplain() throws {
        let block = #"{"S3DataSource":{"S3Uri":"s3://b/k","S3DataType":"S3Object","CompressionType":"Gzip"}}"#
        let bad = [
            block.replacing("Gzip", with: "GZIP"),
            block.replacing("S3Object", with: "S3objects"),
            block.replacing("s3://b/k", with: "s3://b/" + String(repeating: "k", count: 2000)),
            block.replacing("s3://b/k", with: "gs://b/k"),
            block.replacing(#""S3Uri":"s3://b/k","#, with: ""),
            block.replacing(#""S3Uri""#, with: #""ManifestETag":"x","S3Uri""#),
            block.replacing(#""S3Uri""#, with: #""ModelAccessConfig":{"AcceptEula":"yes"},"S3Uri""#),
            block.replacing(
                #""S3Uri""#,
                with: #""HubAccessConfig":{"HubContentArn":"\#(String(repeating: "a", count: 256))"},"S3Uri""#),
        ]
        let results = try complaints(([block] + bad).map { Data($0.utf8) })
        #expect(results.first == [])
        for (text, result) in zip(bad, results.dropFirst()) { #expect(result.count == 1, "\(text.prefix(200))") }
    }

    @Test func blocksWithoutASource() throws {
        let longKey = String(repeating: "k", count: 1024 - "s3://bucket/".count - 7)
        let types = [
            ["--s3-data-type", "S3Prefix", "--compression-type", "None", "--s3-uri", "s3://bucket/prefix/日本/"],
            ["--s3-data-type", "S3Object", "--compression-type", "None", "--s3-uri", "s3://bucket/model.bin"],
            ["--s3-data-type", "S3Object", "--compression-type", "Gzip", "--s3-uri", "s3://bucket/\(longKey).tar.gz"],
            [
                "--s3-data-type", "S3Object", "--compression-type", "Gzip",
                "--s3-uri", "https://bucket.s3.us-east-1.amazonaws.com/m%20odel.tar.gz",
            ],
        ]
        let etags = [
            [], ["--etag", "none"], ["--etag", "\"9ed977000dc166f25a9b9ef26fb3c3fc-1\""], ["--etag", "a\"b\\c\u{1}"],
        ]
        let manifests = [
            [], ["--manifest-s3-uri", "s3://bucket/manifest.csv"],
            ["--manifest-s3-uri", "s3://bucket/manifest.csv", "--manifest-etag", "d41d8cd98f00b204e9800998ecf8427e"],
            ["--manifest-s3-uri", "s3://bucket/manifest.csv", "--manifest-etag", "none"],
        ]
        let hubs = [[], ["--hub-content-arn", "arn:aws:sagemaker:us-east-1:aws:hub-content/H/Model/m/1.0.0"]]
        let table = products([types, etags, manifests, [[], ["--accept-eula"]], hubs])
        let blocks = try table.map { try Optml.data(["model-data-source", "--no-source"] + $0) }
        for (options, result) in zip(table, try complaints(blocks)) { #expect(result == [], "\(options)") }
        print("ModelDataSourceTests: \(blocks.count) blocks without a source")
    }

    @Test func blocksOfSources() throws {
        let folder = try TemporaryDirectory()
        try folder.write("model/config.json", "{}")
        let archive = try folder.write("model.tar.gz", Data(gzip(sampleTar)))
        let manifest = try folder.write("manifest.csv", "s3_uri,path,etag,size,part_size\n")
        let listing = try folder.write(
            "listing.json", #"{"Contents":[{"Key":"m/model.tar.gz","Size":3,"ETag":"\"abc-2\""}]}"#)
        let withManifest = ["--manifest", manifest, "--manifest-s3-uri", "s3://bucket/manifest.csv"]
        let prefix = ["--s3-uri", "s3://bucket/m/"], object = ["--s3-uri", "s3://bucket/m/model.tar.gz"]
        let none = ["--s3-data-type", "S3Object", "--compression-type", "None"]
        let sources = [
            [folder.path + "/model"] + prefix,
            [folder.path + "/model", "--s3-data-type", "S3Object", "--compression-type", "Gzip"] + object,
            [archive] + object, [archive, "--etag", "predict"] + object, [archive] + none + object,
            [archive, "--etag", "predict", "--part-size", "5MiB"] + none + object,
            [manifest, "--s3-uri", "s3://bucket/manifest.csv", "--etag", "predict"],
            ["--listing", listing] + prefix, ["--listing", listing] + none + object,
            ["--listing", listing, "--s3-data-type", "S3Object", "--compression-type", "Gzip"] + object,
            // In spite of errors.
            [folder.path, "--force"] + none + object,
            [folder.path + "/model", "--force", "--s3-uri", "s3://bucket/no-slash"],
        ]
        let table = products([
            sources, [[], withManifest, withManifest + ["--manifest-etag", "none"]], [[], ["--accept-eula"]],
        ])
        let blocks = try table.map { try Optml.data(["model-data-source"] + $0) }
        for (options, result) in zip(table, try complaints(blocks)) { #expect(result == [], "\(options)") }
        print("ModelDataSourceTests: \(blocks.count) blocks of sources")
    }

    private var sampleTar: [UInt8] {
        var tar = TarBuilder()
        tar.add("config.json", contents: Array("{}".utf8))
        return tar.finished
    }
}
