import Foundation
import SystemPackage
import Testing

@testable import ModelArtifacts

@Suite struct SpooledInputTests {
    static let lines = (0..<200_000).map { "key/\($0)" }.joined(separator: "\n")

    @Test(.timeLimit(.minutes(1))) func pipesCanBeReadTwice() async throws {
        let pipe = try FileDescriptor.pipe()
        let writer = Thread {
            _ = try? pipe.writeEnd.writeAll(Self.lines.utf8)
            try? pipe.writeEnd.close()
        }
        writer.start()
        let listing = try KeyListing(standardInput: pipe.readEnd)
        // The first pass stops in the middle.
        var count = 0
        let error = #expect(throws: ArtifactError.self) {
            try listing.forEach { _, _, _ throws(ArtifactError) in
                count += 1
                if count == 100_000 { throw ArtifactError(.usage, "enough") }
            }
        }
        #expect(error?.message == "enough")
        for _ in 0..<2 {
            var count = 0
            var last = ByteString()
            try listing.forEach { key, _, _ throws(ArtifactError) in
                count += 1
                if count == 200_000 { last = ByteString(key) }
            }
            #expect(count == 200_000)
            #expect(last == "key/199999")
        }
        try pipe.readEnd.close()
    }

    @Test func regularFilesAreReadFromWhereTheyStand() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "optml-\(UUID().uuidString)").path
        try Data("skipped\na\nb\n".utf8).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let descriptor = try FileDescriptor.open(path, .readOnly)
        try descriptor.seek(offset: 8, from: .start)
        let listing = try KeyListing(standardInput: descriptor)
        #expect(try listing.rows().map(\.key) == ["a", "b"])
        #expect(try listing.rows().map(\.key) == ["a", "b"])
        #expect(try KeyListing(opening: ByteString(path)).rows().count == 3)
        try descriptor.close()
    }

    @Test(.timeLimit(.minutes(1))) func namedPipesAreWaitedFor() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "optml-\(UUID().uuidString)").path
        #expect(mkfifo(path, 0o600) == 0)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let writer = Thread {
            guard let end = try? FileDescriptor.open(path, .writeOnly) else { return }
            _ = try? end.writeAll("a\n".utf8)
            // The reader has what there was, and waits for more.
            var unread: CInt = 1
            while unread > 0, ioctl(end.rawValue, UInt(FIONREAD), &unread) == 0 { sched_yield() }
            _ = try? end.writeAll("b\n".utf8)
            try? end.close()
        }
        writer.start()
        let listing = try KeyListing(opening: ByteString(path))
        #expect(try listing.rows().map(\.key) == ["a", "b"])
        #expect(try listing.rows().map(\.key) == ["a", "b"])
    }

    @Test func inventoriesCannotBePiped() throws {
        let pipe = try FileDescriptor.pipe()
        try pipe.writeEnd.writeAll(#"{"fileSchema":"Key"}"#.utf8)
        try pipe.writeEnd.close()
        let error = #expect(throws: ArtifactError.self) { try KeyListing(standardInput: pipe.readEnd).rows() }
        #expect(error?.code == .usage && error?.message.contains("give the path") == true)
        try pipe.readEnd.close()
    }
}
