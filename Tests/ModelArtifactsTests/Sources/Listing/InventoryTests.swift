import Foundation
import Testing

@testable import ModelArtifacts

@Suite struct InventoryTests {
    /// A folder that is removed at the end.
    final class Folder {
        let url = FileManager.default.temporaryDirectory.appending(path: "optml-\(UUID().uuidString)")
        init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
        deinit { try? FileManager.default.removeItem(at: url) }

        func write(_ name: String, _ content: String) throws {
            let file = url.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(content.utf8).write(to: file)
        }

        func rows(_ manifest: String = "manifest.json") throws(ArtifactError) -> [ListedRow] {
            try KeyListing(opening: ByteString(url.appending(path: manifest).path)).rows()
        }

        func expectRefusal(_ pieces: String..., sourceLocation: SourceLocation = #_sourceLocation) {
            let error = #expect(throws: ArtifactError.self, sourceLocation: sourceLocation) { try rows() }
            for piece in pieces {
                #expect(
                    error?.message.contains(piece) == true, "\(error?.message ?? "")", sourceLocation: sourceLocation)
            }
        }
    }

    static let csv = """
        "b","p/a+b%2B%0A","1","e1","true","false","SSE-S3"
        "b","old","2","e2","false","false","SSE-S3"
        "b","gone","","","true","true",""
        "other","x","3","e3","true","false","SSE-S3"
        "b","kms","4","e4","True","False","DSSE-KMS"

        """
    static let sum = "7a6e9ac66a7b7a4c2f0dd8ee7a6fa8d2"

    static func manifest(key: String = "inv/b/cfg/data/x.csv", format: String = "CSV", size: Int? = nil, sum: String)
        -> String
    {
        """
        {"sourceBucket": "b", "fileFormat": "\(format)",
         "fileSchema": "Bucket, Key, Size, ETag, IsLatest, IsDeleteMarker, EncryptionStatus",
         "files": [{"key": "\(key)", "size": \(size ?? csv.utf8.count), "MD5checksum": "\(sum)"}]}
        """
    }

    @Test func rowsAndPlaces() throws {
        let sum = try md5(Self.csv)
        for (manifest, data) in [
            ("manifest.json", "x.csv"), ("manifest.json", "data/x.csv"),
            ("2026-11-22T01-00Z/manifest.json", "data/x.csv"),
        ] {
            let folder = try Folder()
            try folder.write(manifest, Self.manifest(sum: sum.uppercased()))
            try folder.write(data, Self.csv)
            #expect(
                try folder.rows(manifest) == [
                    ListedRow(
                        key: "p/a b+\n", etag: "e1",
                        object: ListedObject(size: 1, bucket: "b", isEncryptedWithKMS: false)),
                    ListedRow(
                        key: "kms", etag: "e4", object: ListedObject(size: 4, bucket: "b", isEncryptedWithKMS: true)),
                ])
        }
    }

    @Test func damage() throws {
        let sum = try md5(Self.csv)
        let folder = try Folder()
        try folder.write("manifest.json", Self.manifest(sum: sum))
        folder.expectRefusal("x.csv", "download")
        try folder.write("x.csv", Self.csv + "x")
        folder.expectRefusal("x.csv: damaged", "bytes")
        try folder.write("x.csv", Self.csv.replacing("old", with: "new"))
        folder.expectRefusal("x.csv: damaged", "MD5")
        try folder.write("x.csv", Self.csv)
        try folder.write("manifest.checksum", "00000000000000000000000000000000")
        folder.expectRefusal("manifest.json: damaged", "MD5", "manifest.checksum")
        try folder.write("manifest.checksum", try md5(Self.manifest(sum: sum)) + "\n")
        #expect(try folder.rows().count == 2)
    }

    @Test func refusals() throws {
        let folder = try Folder()
        for format in ["ORC", "Parquet"] {
            try folder.write("manifest.json", Self.manifest(format: format, sum: Self.sum))
            folder.expectRefusal("manifest.json:1:37: ", format, "CSV")
        }
        for key in ["..", "a/..", "a/", ".", "a\\u0000b"] {
            try folder.write("manifest.json", Self.manifest(key: key, sum: Self.sum))
            folder.expectRefusal("cannot be a data file")
        }
        try folder.write("manifest.json", Self.manifest(key: "../../../../../../../etc/passwd", sum: Self.sum))
        folder.expectRefusal("'passwd' is neither beside it")
        try folder.write("manifest.json", Self.manifest(sum: "1"))
        folder.expectRefusal("MD5checksum")
        try folder.write("manifest.json", Self.manifest(sum: Self.sum) + "{}")
        folder.expectRefusal("end of the JSON document")
        for csv in [
            "\"b\",\"a\"\n", "\"b\",\"%zz\",\"1\",\"e\",\"true\",\"false\",\"\"\n",
            "\"b\",\"a\",\"x\",\"e\",\"true\",\"false\",\"\"\n",
        ] {
            try folder.write("manifest.json", Self.manifest(size: csv.utf8.count, sum: try md5(csv)))
            try folder.write("x.csv", csv)
            folder.expectRefusal("x.csv:1:1: ")
        }
        let notGzip = "not gzip"
        try folder.write("manifest.json", Self.manifest(key: "x.csv.gz", size: 8, sum: try md5(notGzip)))
        try folder.write("x.csv.gz", notGzip)
        folder.expectRefusal("x.csv.gz: cannot be unpacked")
    }

    /// The MD5 that the system's own tool tells.
    private func md5(_ text: String) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "optml-\(UUID().uuidString)")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "{ md5sum || md5; } < '\(file.path)' 2>/dev/null"]
        process.standardOutput = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: output.prefix(32), as: UTF8.self)
    }
}
