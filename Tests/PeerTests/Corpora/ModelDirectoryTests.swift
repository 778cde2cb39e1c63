import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// Manifests of real model directories have the ETags that `aws s3 sync` has given their files.
@Suite(.enabled(if: Corpus.has("model-dirs") && Peer.python.isWanted, .init(rawValue: Corpus.hint)))
struct ModelDirectoryTests {
    @Test func manifests() throws {
        let folder = try #require(Corpus.url("model-dirs"))
        let table = try String(contentsOf: folder.appending(path: "expected_etags.tsv"), encoding: .utf8)
        var expected: [String: [ByteString: String]] = [:]
        for line in table.split(separator: "\n").dropFirst() {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            expected[fields[0], default: [:]][ByteString("m/" + fields[1])] = fields[4]
        }
        var count = 0
        for model in try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "data").path).sorted() {
            let directory = folder.appending(path: "data/\(model)").path
            let manifest = try Optml.manifest([directory, "--s3-uri", "s3://bucket/m/"])
            // The corpus may hold only some of the files that were uploaded, but none beside them.
            for (key, etag) in manifest { #expect(expected[model]?[key] == etag, "\(model): \(key)") }
            #expect(!manifest.isEmpty)
            count += manifest.count
        }
        print("ModelDirectoryTests: \(count) files")
        #expect(count > 0)
    }
}
