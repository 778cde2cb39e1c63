import TestSupport
import Testing

@testable import ModelArtifacts

@Suite struct PathMergerTests {
    /// Against sorting byte strings: many small batches, with equal paths, prefixes of one another and zeros.
    @Test func agreesWithSorting() {
        let seed = TestSeed.make()
        var generator = SplitMix64(seed: seed)
        for _ in 0..<400 {
            var paths: [ByteString] = []
            let batches = (0..<Int.random(in: 0...9, using: &generator)).map { _ in
                let batch = PathBatch()
                for _ in 0..<Int.random(in: 0...8, using: &generator) {
                    let isLong = Bool.random(using: &generator)
                    let path = ByteString(
                        (0..<Int.random(in: 0...20, using: &generator)).map { index in
                            let letters: [UInt8] = isLong && index % 7 > 0 ? [0x61] : [0, 0x2F, 0x61, 0xFF]
                            return letters.randomElement(using: &generator) ?? 0
                        })
                    // An ETag, too, so that objects are kept and released.
                    let file = LayoutFile(.file, size: Int64(paths.count), etag: paths.count % 3 == 0 ? path : nil)
                    let isAdded = batch.append(path.bytes.span, file)
                    #expect(isAdded)
                    paths.append(path)
                }
                return PathBatch.sorted([batch])
            }
            var merger = PathMerger(batches)
            var merged: [(path: ByteString, number: Int64?)] = []
            // Paths are valid as long as their batches are there.
            withExtendedLifetime(batches) {
                while let path = merger.next() {
                    merged.append((ByteString(path.bytes.span), path.file.size))
                    let isOwnTag = path.file.etag.map { $0 == ByteString(path.bytes.span) } ?? true
                    #expect(isOwnTag)
                }
            }
            let expected = paths.enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }
            #expect(merged.map(\.path) == expected.map(\.element), "seed \(seed), \(paths)")
            #expect(merged.map(\.number) == expected.map { Int64($0.offset) }, "seed \(seed), \(paths)")
        }
    }

    /// One batch grows for a path that is longer than a batch, and is used again.
    @Test func takesLongPaths() {
        let batch = PathBatch()
        let long = ByteString([UInt8](repeating: 0x61, count: 1 << 20))
        let isAdded = batch.append(long.bytes.span, LayoutFile(.file))
        let isAddedAgain = batch.append(long.bytes.span, LayoutFile(.file))
        #expect(isAdded && !isAddedAgain)
        batch.removeAll()
        var count = 0
        while batch.append(ByteString("b\(count)").bytes.span, LayoutFile(.file, size: 1)) { count += 1 }
        #expect(PathBatch.sorted([batch]).count == count && count > 1000)
    }
}
