import CKernels
import Foundation
import TestSupport
import Testing

@testable import ModelArtifacts

/// An inventory that several threads read in blocks is judged as one that is read row by row.
@Suite struct InventoryBlockTests {
    private func md5(_ data: Data) -> String {
        var state = optml_md5()
        optml_md5_start(&state)
        let bytes = Array(data)
        optml_md5_update(&state, bytes, bytes.count)
        var digest = [UInt8](repeating: 0, count: 16)
        optml_md5_finish(&state, &digest)
        return digest.map { String(format: "%02x", $0) }.joined()
    }

    /// Writes an inventory of the keys, which several files hold in their order, and returns the path of its manifest.
    private func inventory(_ keys: [String], in folder: TemporaryDirectory, _ random: inout SplitMix64) throws -> String
    {
        var files: [String] = []
        var rest = keys[...]
        var number = 0
        while !rest.isEmpty || number == 0 {
            number += 1
            let count = Int.random(in: 1...max(1, rest.count), using: &random)
            let rows = rest.prefix(count).map { key in
                let encoded = key.utf8.map { byte in
                    byte == UInt8(ascii: " ") ? "+" : String(format: "%%%02X", byte)
                }.joined()
                let tag = ["x", "a, \"\"quoted\"\"\nline", "", "\r\n"].randomElement(using: &random) ?? ""
                let kept = ["STANDARD", "GLACIER"].randomElement(using: &random) ?? ""
                return "\"b\",\"\(encoded)\",\"\(Int.random(in: 0...9, using: &random))\",\"\(tag)\",\"\(kept)\"\n"
            }
            rest = rest.dropFirst(count)
            let text = Data(rows.joined().utf8)
            try folder.write("data/\(number).csv", text)
            let sum = md5(text)
            files.append("{\"key\": \"inv/data/\(number).csv\", \"size\": \(text.count), \"MD5checksum\": \"\(sum)\"}")
        }
        return try folder.write(
            "manifest.json",
            Data(
                """
                {"sourceBucket": "b", "fileFormat": "CSV", "fileSchema": "Bucket, Key, Size, ETag, StorageClass",
                 "files": [\(files.joined(separator: ", "))]}
                """.utf8))
    }

    @Test func blocksAreJudgedAsRows() throws {
        var random = SplitMix64(seed: TestSeed.make())
        for _ in 0..<TestScale.count(60) {
            let folder = try TemporaryDirectory()
            let keys = ModelListTests.keys(&random)
            let manifest = try inventory(
                Bool.random(using: &random) ? keys : keys.shuffled(using: &random), in: folder, &random)
            var options = InspectionOptions()
            options.listingSliceSize = Int64.random(in: 1...4000, using: &random)
            options.jobs = Int.random(in: 1...3, using: &random)
            // Row by row, as JSON.
            var rows: [[String: Any]] = []
            try KeyListing(opening: ByteString(manifest)).forEach { key, _, object throws(ArtifactError) in
                var row: [String: Any] = ["Key": ByteString(key).string ?? "", "Size": Int(object.size ?? 0)]
                if object.archiveClass != nil { row["StorageClass"] = "GLACIER" }
                rows.append(row)
            }
            #expect(rows.count == keys.count)
            let json = try folder.write("listing.json", JSONSerialization.data(withJSONObject: rows))
            for uri: ByteString in ["s3://b/", "s3://b/t/"] {
                options.s3URI = uri
                let inspector = ArtifactInspector(options: options)
                let (blocks, one) = (
                    try inspector.inspect(.listing(ByteString(manifest))),
                    try inspector.inspect(.listing(ByteString(json)))
                )
                #expect(blocks.findings == one.findings)
                #expect(blocks.summary == one.summary)
            }
            let place = try #require(S3URI("s3://b/"))
            let inspector = ModelListInspector(below: place, options: options)
            let (blocks, one) = (
                try inspector.inspect(ByteString(manifest), depth: 2), try inspector.inspect(ByteString(json), depth: 2)
            )
            #expect(blocks.models.map(\.findings) == one.models.map(\.findings))
            #expect(blocks.models.map(\.summary) == one.models.map(\.summary))
            #expect(blocks.outside == one.outside)
        }
    }

    @Test(arguments: [
        ("a,b\nc,d", 4), ("a,b", nil), ("\"a\nb", nil), ("x\n\"a\nb", 2), ("\"a\nb\"\n", 6), ("", nil),
        ("\"\"\"\n\"\n\"", 6),
    ])
    func rowsEndOutsideOfQuotes(_ text: String, _ end: Int?) {
        #expect(InventoryBlockReader.endOfRows(in: Array(text.utf8)) == end)
    }

    @Test func whatIsWrongIsSaidWithItsLine() throws {
        let folder = try TemporaryDirectory()
        let text = String(repeating: "\"b\",\"k\"\n", count: 500) + "\"b\"\n"
        try folder.write("x.csv", Data(text.utf8))
        let sum = md5(Data(text.utf8))
        let manifest = try folder.write(
            "manifest.json",
            Data(
                """
                {"sourceBucket": "b", "fileFormat": "CSV", "fileSchema": "Bucket, Key",
                 "files": [{"key": "x.csv", "MD5checksum": "\(sum)"}]}
                """.utf8))
        var options = InspectionOptions()
        options.listingSliceSize = 100
        let error = #expect(throws: ArtifactError.self) {
            try ArtifactInspector(options: options).inspect(.listing(ByteString(manifest)))
        }
        #expect(error?.message.contains("501") == true, "\(error?.message ?? "")")
    }
}
