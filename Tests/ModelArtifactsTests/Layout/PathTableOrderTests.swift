import ModelArtifacts
import TestSupport
import Testing

@Suite struct PathTableOrderTests {
    /// Against sorting byte strings: the order, equal paths in the order they came, and what is there.
    @Test func agreesWithSorting() {
        let seed = TestSeed.make()
        var generator = SplitMix64(seed: seed)
        for _ in 0..<500 {
            let paths = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
                ByteString(
                    (0..<Int.random(in: 0...4, using: &generator)).map { _ in
                        ([0, 0x2F, 0x61, 0xFF] as [UInt8]).randomElement(using: &generator) ?? 0
                    })
            }
            var table = PathTable()
            for (index, path) in paths.enumerated() {
                table.append(path.bytes.span, LayoutFile(.file, size: Int64(index)))
            }
            table.sort()
            var sorted: [(ByteString, Int64)] = []
            table.forEach { path, file in sorted.append((ByteString(path), file.size ?? -1)) }
            let numbered: [(ByteString, Int64)] = paths.enumerated().map { ($1, Int64($0)) }
            let expected = numbered.sorted { left, right in
                left.0 == right.0 ? left.1 < right.1 : left.0 < right.0
            }
            let what: Comment = "seed \(seed), \(paths)"
            #expect(sorted.map(\.0) == expected.map(\.0), what)
            #expect(sorted.map(\.1) == expected.map(\.1), what)
            #expect(table.count == paths.count)
            for path in paths + ["a", "", "a/a"] {
                #expect(table.contains(path) == paths.contains(path), what)
                #expect(table.file(at: path)?.size == paths.lastIndex(of: path).map(Int64.init), what)
                let isDirectory = path.isEmpty || paths.contains { $0.hasPrefix(path + "/") }
                #expect(table.containsDirectory(path) == isDirectory, what)
            }
        }
    }
}
