import TestSupport
import Testing

@testable import ModelArtifacts

/// Slices one after another give what the whole listing does.
@Suite struct PlainKeySlicesTests {
    @Test func randomLines() throws {
        let seed = TestSeed.make()
        var generator = SplitMix64(seed: seed)
        let pieces = ["a", "/", "\r", "\r\n", "\n", "\n\n", "s3://bucket/a", "s3://", "\u{FEFF}", "é", "\0"]
        for round in 0..<400 {
            let isLong = Int.random(in: 0..<20, using: &generator) == 0
            var text = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
                pieces.randomElement(using: &generator) ?? ""
            }
            // Longer than what is read to find the end of a line.
            if isLong { text.insert(String(repeating: "long", count: 3000), at: text.count / 2) }
            try check(Array(text.joined().utf8), "seed \(seed), round \(round)", &generator)
        }
    }

    @Test func endOfLineAtEndOfSlice() throws {
        for text in ["ab\ncd\n", "ab\ncd", "\n\n\n", "ab\r\ncd\r\nef\r\n", "ab\ncd\r\n", "abcdef"] {
            let bytes = Array(text.utf8)
            for size in 1...Int64(bytes.count + 1) { try compare(bytes, size, "\(text.debugDescription), \(size)") }
        }
    }

    /// The number of a line is that in the listing, not in the slice.
    @Test func namesTheLineOfDamage() throws {
        let lines = (0..<5000).map { "prefix/\($0)" } + ["s3://bucket/", "prefix/z"]
        let paths = try pathSource(Array(lines.joined(separator: "\n").utf8), sliceSize: 100)
        defer { paths.stop() }
        let error = #expect(throws: ArtifactError.self) { while let run = try paths.next() { paths.recycle(run) } }
        #expect(error?.place?.line == 5001 && error?.place?.column == 1)
        #expect(error?.message == "listing:5001:1: the URI of a bucket, without a key")
    }

    /// Nobody looks for the end of an endless line more than once.
    @Test func refusesEndlessLines() throws {
        let file = CountingListing(Array("a\n".utf8) + [UInt8](repeating: UInt8(ascii: "a"), count: 20 << 20))
        let paths = try ListedPaths(KeyListing(file), subject: subject, options(sliceSize: 4096), wantsDetails: false)
            .asListed()
        defer { paths.stop() }
        let error = #expect(throws: ArtifactError.self) { while let run = try paths.next() { paths.recycle(run) } }
        #expect(error?.message == "listing:2:1: longer than 16 MiB")
        #expect(file.byteCount.withLock { $0 } < 400 << 20)
    }

    /// A file that changes is an error, however it is read.
    @Test func noticesChanges() throws {
        let file = ChangingListing(Array("a\nb\nc\n".utf8))
        let paths = try ListedPaths(KeyListing(file), subject: subject, options(sliceSize: 2), wantsDetails: false)
            .asListed()
        defer { paths.stop() }
        let error = #expect(throws: ArtifactError.self) { while let run = try paths.next() { paths.recycle(run) } }
        #expect(error?.code == .changedWhileRead)
    }

    private func check(_ bytes: [UInt8], _ comment: Comment, _ generator: inout SplitMix64) throws {
        let size = Int64.random(in: 1...Int64(bytes.count + 2), using: &generator)
        try compare(bytes, size, "\(comment), slices of \(size)")
    }

    private func compare(_ bytes: [UInt8], _ size: Int64, _ comment: Comment) throws {
        var whole: [ListedRow] = []
        var sliced: [ListedRow] = []
        let file = ListingFile(bytes)
        let wholeFails = fails {
            () throws(ArtifactError) in
            try KeyListing(file, options: .init(format: .keys)).forEach { key, _, object throws(ArtifactError) in
                whole.append(ListedRow(key: ByteString(key), object: object))
            }
        }
        let slices = try PlainKeySlices(file, sliceSize: size)
        let slicedFails = fails {
            () throws(ArtifactError) in
            for slice in 0..<slices.count {
                try slices.forEach(in: slice) { key, _, object throws(ArtifactError) in
                    sliced.append(ListedRow(key: ByteString(key), object: object))
                }
            }
        }
        #expect(sliced == whole, comment)
        #expect(slicedFails == wholeFails, comment)
        #expect(Int64(slices.count) == (Int64(bytes.count) + size - 1) / size, comment)
    }

    private func fails(_ body: () throws(ArtifactError) -> Void) -> Bool {
        do throws(ArtifactError) { try body() } catch { return true }
        return false
    }

    private var subject: Subject {
        ArtifactInspector.subject(.listing, at: "listing", default: Combination(.prefix, .none), options(sliceSize: 1))
    }

    private func options(sliceSize: Int64) -> InspectionOptions {
        var options = InspectionOptions()
        options.listingSliceSize = sliceSize
        options.jobs = 3
        return options
    }

    private func pathSource(_ bytes: [UInt8], sliceSize: Int64) throws -> any PathSource {
        try ListedPaths(
            KeyListing(ListingFile(bytes)), subject: subject, options(sliceSize: sliceSize), wantsDetails: false
        ).asListed()
    }
}

/// A listing that counts what is read of it.
private final class CountingListing: RandomAccessFile {
    let path: ByteString = "listing"
    let byteCount = Lock(0)
    private let file: ListingFile
    var size: Int64 { file.size }

    init(_ content: [UInt8]) { file = ListingFile(content) }

    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(ArtifactError) -> Int {
        let count = try file.read(into: buffer, at: offset)
        byteCount.withLock { $0 += count }
        return count
    }

    func verifyUnchanged() throws(ArtifactError) {}
}

/// A listing that is another file by the time it has been read.
private final class ChangingListing: RandomAccessFile {
    let path: ByteString = "listing"
    private let file: ListingFile
    var size: Int64 { file.size }

    init(_ content: [UInt8]) { file = ListingFile(content) }

    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(ArtifactError) -> Int {
        try file.read(into: buffer, at: offset)
    }

    func verifyUnchanged() throws(ArtifactError) { throw ArtifactError(.changedWhileRead, "listing: changed") }
}
