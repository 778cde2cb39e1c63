import Foundation
import ModelArtifacts
import Testing

/// Checks real model files, where the corpora lie beside the checkout, against ETags that an upload gave.
@Suite struct CorpusETagTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../../shared/corpora/model-dirs").standardizedFileURL
    static let isPresent = FileManager.default.fileExists(atPath: folder.appending(path: "expected_etags.tsv").path())

    @Test(.enabled(if: isPresent, "no corpora beside the checkout"))
    func expectedETags() async throws {
        let table = try String(contentsOf: Self.folder.appending(path: "expected_etags.tsv"), encoding: .utf8)
        var rows: [(path: String, size: Int64, etag: String)] = []
        for line in table.split(separator: "\n").dropFirst() {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let path = Self.folder.appending(path: "data/\(fields[0])/\(fields[1])").path(percentEncoded: false)
            guard FileManager.default.fileExists(atPath: path) else { continue }
            rows.append((path, try #require(Int64(fields[2])), fields[4]))
        }
        try #require(!rows.isEmpty)
        let rule = UploadRule(.awsCLI)
        let requests = try rows.map { row in
            ETagRequest(plan: try rule.plan(forSize: row.size)) { () throws(ArtifactError) in
                try RegularFile(opening: ByteString(row.path))
            }
        }
        let etags = try await ETagEngine().etags(of: requests)
        for (row, etag) in zip(rows, etags) { #expect(etag.text == row.etag, "\(row.path)") }
        #expect(etags.count == rows.count)
        print("CorpusETagTests: \(rows.count) files checked")
    }
}
