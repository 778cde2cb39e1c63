import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// Checksums of the objects of a report.
@Suite struct ObjectChecksumTests {
    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
        try folder.write("a", "first")
        try folder.write("b", "second")
    }

    private func report() throws -> InspectionReport {
        var options = InspectionOptions()
        options.recordsObjects = true
        return try ArtifactInspector(options: options).inspect(.path(ByteString(folder.path)))
    }

    @Test func areOfTheContents() async throws {
        var report = try report()
        try await ObjectHasher(rule: UploadRule(.awsCLI), jobs: 2)
            .hash(&report, of: .path(ByteString(folder.path)), checksums: [.sha256, .crc64nvme])
        let objects = try #require(report.objects)
        #expect(objects.map(\.path) == ["a", "b"])
        for (object, text) in zip(objects, ["first", "second"]) {
            let file = MemoryFile(Array(text.utf8))
            let texts = object.checksums.mapValues { Data($0).base64EncodedString() }
            #expect(try texts == FileChecksums.compute(file, [.sha256, .crc64nvme], partSize: nil))
            #expect(object.etag != nil && object.upload == .singlePut)
        }
    }

    /// The two passes must see the same contents.
    @Test func findAFileThatChangesInBetween() async throws {
        var report = try report()
        let file = folder.url.appending(path: "a")
        let error = await #expect(throws: ArtifactError.self) {
            // The first file was closed when the second one is read.
            try await ObjectHasher(rule: UploadRule(.awsCLI), jobs: 1)
                .hash(&report, of: .path(ByteString(folder.path)), checksums: [.sha256]) { count in
                    if count == 6 { try? Data("FIRST".utf8).write(to: file) }
                }
        }
        #expect(error?.code == .changedWhileRead && error?.message.contains("/a") == true)
    }
}
