import TestSupport
import Testing

@testable import ModelArtifacts

/// Files that are not the same after they were read as before.
@Suite struct ChangingFileTests {
    /// An archive that behaves until it is asked whether it is still the same, or fails on the way.
    private final class ChangingFile: RandomAccessFile {
        let path: ByteString = "model.tar.gz"
        let bytes: [UInt8]
        let failsAt: Int?
        var size: Int64 { Int64(bytes.count) }

        init(_ bytes: [UInt8], failsAt: Int? = nil) {
            self.bytes = bytes
            self.failsAt = failsAt
        }

        func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(ArtifactError) -> Int {
            if let failsAt, Int(offset) + buffer.count > failsAt {
                throw ArtifactError(.readFailed, "\(path): cannot read at byte \(failsAt)")
            }
            let piece = bytes[Int(offset)...].prefix(buffer.count)
            buffer.copyBytes(from: piece)
            return piece.count
        }

        func verifyUnchanged() throws(ArtifactError) {
            throw ArtifactError(.changedWhileRead, "\(path): changed while it was read")
        }
    }

    private static let archive: [UInt8] = {
        var tar = TarBuilder()
        tar.add("weights", contents: [UInt8](repeating: 7, count: 5000))
        return gzip(tar.finished)
    }()

    private func inspection(_ file: any RandomAccessFile, hashing: Bool) -> ArchiveInspection {
        var options = InspectionOptions()
        options.hashesArchive = hashing
        let subject = ArtifactInspector.subject(
            .archive, at: file.path, default: Combination(.object, .gzip), options)
        return ArchiveInspection(file: file, run: InspectionRun(subject: subject, options: options))
    }

    @Test(arguments: [false, true]) func archiveThatChanges(_ hashing: Bool) {
        let error = #expect(throws: ArtifactError.self) {
            try inspection(ChangingFile(Self.archive), hashing: hashing).read()
        }
        #expect(error?.code == .changedWhileRead && error?.message.contains("model.tar.gz") == true)
    }

    @Test(arguments: [false, true]) func archiveThatCannotBeRead(_ hashing: Bool) {
        let error = #expect(throws: ArtifactError.self) {
            try inspection(ChangingFile(Self.archive, failsAt: 40), hashing: hashing).read()
        }
        #expect(error?.code == .readFailed)
    }

    @Test func fileOnDiskThatGrows() throws {
        let folder = try TemporaryDirectory()
        let path = try folder.write("weights", "12345")
        let file = try RegularFile(opening: ByteString(path))
        try file.verifyUnchanged()
        try folder.write("weights", "123456")
        let error = #expect(throws: ArtifactError.self) { try file.verifyUnchanged() }
        #expect(error?.code == .changedWhileRead && error?.message.contains(path) == true)
    }
}
