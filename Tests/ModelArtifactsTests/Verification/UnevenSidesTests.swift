import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import ModelArtifacts

/// Sides of which one is wrong, changes, or never comes to its end.
@Suite struct UnevenSidesTests {
    private typealias Row = VerificationSample.Row

    /// The path of a pipe that nobody writes to any more but that stays open, with some bytes in it.
    private static func openPipe(_ folder: TemporaryDirectory, _ bytes: [UInt8]) throws -> (ByteString, FileDescriptor)
    {
        let path = folder.path + "/pipe"
        #expect(mkfifo(path, 0o600) == 0)
        let end = try FileDescriptor.open(FilePath(path), .readWrite)
        Thread.detachNewThread { _ = try? end.writeAll(bytes) }
        return (ByteString(path), end)
    }

    /// Rows out of order, whose text is larger than what is handed from thread to thread at once.
    private static func unordered(_ count: Int) -> [Row] {
        (0..<count).map { Row(path: "part-\(count - $0)-" + String(repeating: "x", count: 100)) }
    }

    @Test(.timeLimit(.minutes(1))) func aWrongManifestDoesNotWaitForAPipe() async throws {
        let sample = try VerificationSample()
        let manifest = try sample.file("manifest.csv", Array("s3_uri,path,etag,size,part_size\nx\n".utf8))
        let (path, end) = try Self.openPipe(sample.folder, Array("[\n".utf8))
        defer { try? end.close() }
        sample.options.s3URI = S3URI("s3://bucket/m/")
        sample.options.listingFormat = .json
        #expect(await sample.error(manifest, .listing(path))?.code == .malformedInput)
    }

    @Test(.timeLimit(.minutes(1))) func aWrongListingIsToldWhileTheOtherIsAPipe() async throws {
        let sample = try VerificationSample()
        let wrong = try sample.file("wrong.json", Array("{\"Contents\": [{\"Key\": \"m/a\", \"Size\": 1}, {]}".utf8))
        let (path, end) = try Self.openPipe(sample.folder, Array("{\"Contents\": [\n".utf8))
        defer { try? end.close() }
        let uri: ByteString = "s3://bucket/m/"
        await #expect(throws: ArtifactError.self) {
            try await ArtifactComparer().compare(
                ComparedSource(.listing(wrong), s3URI: uri), with: ComparedSource(.listing(path), s3URI: uri))
        }
    }

    @Test(.timeLimit(.minutes(1))) func sortingTellsWhatIsWrongWithTheFirstAtOnce() throws {
        let sample = try VerificationSample()
        let manifest = try sample.manifest(Self.unordered(3000))
        var text = try Data(contentsOf: URL(fileURLWithPath: "\(manifest)"))
        text.append(Data("one field\n".utf8))
        try text.write(to: URL(fileURLWithPath: "\(manifest)"))
        let lines = Self.unordered(3000).map { "{\"Key\": \"m/\($0.path)\", \"Size\": 1}\n" }.joined()
        let (path, end) = try Self.openPipe(sample.folder, Array(lines.utf8))
        defer { try? end.close() }
        let scope = KeyScope(S3URI("s3://bucket/m/"))
        let sides = [
            ComparedSide.manifest(ManifestInput(try RegularFile(opening: manifest), columns: nil), scope: scope),
            ComparedSide.listing(
                try KeyListing(opening: path, options: KeyListing.Options(format: .json)), location: path, scope: scope),
        ]
        let error = #expect(throws: ArtifactError.self) { try ComparedSide.sort(sides) }
        #expect(error?.message.contains("manifest.csv:3002:") == true, "\(error?.message ?? "")")
    }

    /// A report reads both sides once more.
    @Test func whatIsRewrittenBetweenTwoPassesIsNoticed() async throws {
        for isLonger in [false, true] {
            let sample = try VerificationSample()
            sample.options.s3URI = S3URI("s3://bucket/m/")
            let rows = (0..<200).map { Row(path: "part-\(1000 + $0)", etag: VerificationSample.etag([1]), size: 1) }
            let listing = try sample.listing(rows)
            let report = try await ArtifactVerifier(options: sample.options).verify(
                expected: try sample.manifest(rows), actual: .listing(listing))
            let handle = try #require(FileHandle(forWritingAtPath: "\(listing)"))
            let other = try VerificationSample()
            let others = isLonger ? rows + [Row(path: "z", size: 1)] : rows.reversed()
            try handle.write(contentsOf: Data(contentsOf: URL(fileURLWithPath: "\(try other.listing(others))")))
            try handle.close()
            let error = #expect(throws: ArtifactError.self) { try report.forEach { _ in } }
            #expect(error?.code == .changedWhileRead)
        }
    }

    @Test func pathsThatAreTooLongAreRefusedWithTheirLine() async throws {
        for (count, isRefused) in [(1024, false), (4096, false), (4097, true), (1 << 20, true)] {
            let sample = try VerificationSample()
            sample.options.s3URI = S3URI("s3://bucket/m/")
            let long = String(repeating: "n", count: count)
            let manifest = try sample.manifest([Row(path: "z"), Row(path: long)])
            let error = await sample.error(manifest, .listing(try sample.listing([Row(path: "z")])))
            #expect((error != nil) == isRefused)
            #expect(error.map { $0.message.contains("manifest.csv:3:") } ?? true, "\(error?.message ?? "")")
            // In a listing the key has its prefix, too.
            let listed = await sample.error(
                try sample.manifest([Row(path: "z")]), .listing(try sample.listing([Row(path: "z"), Row(path: long)])))
            #expect((listed != nil) == (count + 2 > 4096))
            #expect((listed?.message.count ?? 0) < 2000)
        }
    }
}
