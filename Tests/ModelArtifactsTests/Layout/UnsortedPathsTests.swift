import TestSupport
import Testing

@testable import ModelArtifacts

/// Against sorting byte strings: the order, equal paths in the order they came, and what is known of each.
@Suite struct UnsortedPathsTests {
    private let seed = TestSeed.make()

    @Test func fewPathsOfOddBytes() {
        var generator = SplitMix64(seed: seed)
        for _ in 0..<300 {
            let paths = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
                ByteString(
                    (0..<Int.random(in: 0...6, using: &generator)).map { _ in
                        ([0, 0x2E, 0x2F, 0x2F, 0x61, 0xFF] as [UInt8]).randomElement(using: &generator) ?? 0
                    })
            }
            check(paths)
        }
    }

    /// So many names in a directory that they are distributed by the bytes that differ, and more directories than are sorted
    /// in one go.
    @Test func numberedNames() {
        var generator = SplitMix64(seed: seed)
        var paths: [ByteString] = ["", "/", "layer", "layer-5", "layer/"]
        for directory in 0..<30 {
            let start = "layer/\(directory % 7)/part\(directory)"
            for number in 0..<Int.random(in: 0...2000, using: &generator) {
                let padded = String(String(1_000_000 + number).dropFirst())
                paths.append(ByteString("\(start)/weights-\(padded)-of-00002000.bin"))
                if number % 100 == 0 { paths.append(ByteString("\(start)/weights-\(padded)-of-00002000.bin")) }
                if number % 500 == 0 { paths.append(ByteString("\(start)/weights-\(padded)/\(number % 3)")) }
            }
            paths.append(ByteString("\(start)/README.md"))
        }
        check(paths.shuffled(using: &generator))
    }

    @Test func manyDirectories() {
        var generator = SplitMix64(seed: seed)
        let paths = (0..<20_000).map { _ in
            ByteString("\(Int.random(in: 0...8000, using: &generator))/\(Int.random(in: 0...2, using: &generator))")
        }
        check(paths)
    }

    private func check(_ paths: [ByteString]) {
        let numbered: [(path: ByteString, number: Int)] = paths.enumerated().map { ($0.element, $0.offset) }
        let expected = numbered.sorted { left, right in
            if left.path == right.path { return left.number < right.number }
            return left.path < right.path
        }
        for jobs in [1, 3] {
            let gatherer = PathGatherer(nil)
            for start in stride(from: 0, to: paths.count, by: 1000) {
                let batch = PathBatch()
                for number in start..<min(start + 1000, paths.count) {
                    // Each has other details, so that they are seen to stay with it and to be released.
                    let size: Int64? = number % 3 == 0 ? nil : Int64(number)
                    let etag: ByteString? = number % 5 == 0 ? ByteString("\(number)") : nil
                    let file = LayoutFile(.file, size: size, etag: etag)
                    let path = paths[number]
                    let isAdded = batch.append(path.bytes.span, file)
                    #expect(isAdded)
                }
                batch.forEach { gatherer.append(unsafe $0.bytes.span, $0.file, slice: 0, nil) }
            }
            let unsorted = UnsortedPaths([gatherer])
            var sorted: [(path: ByteString, number: Int)] = []
            unsorted.forEachRun(jobs: jobs) { run in
                run.forEach { path in
                    let number = sorted.count < expected.count ? expected[sorted.count].number : -1
                    let size: Int64? = number % 3 == 0 ? nil : Int64(number)
                    let etag: ByteString? = number % 5 == 0 ? ByteString("\(number)") : nil
                    let isRight = path.size == size && path.file.etag == etag
                    sorted.append((ByteString(Array(path.bytes)), isRight ? number : -1))
                }
            }
            #expect(sorted.map(\.path) == expected.map(\.path), "seed \(seed), \(jobs) jobs")
            #expect(sorted.map(\.number) == expected.map(\.number), "seed \(seed), \(jobs) jobs")
        }
    }
}
