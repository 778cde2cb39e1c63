import ModelArtifacts
import TestSupport
import Testing

@Suite struct LayoutDigesterTests {
    /// A layout of random files; the digest has exact sums at every directory that it keeps, whatever it leaves out.
    @Test(arguments: [1, 7, 100, 100_000]) func sumsAreExact(capacity: Int) throws {
        let seed = TestSeed.make()
        var random = SplitMix64(seed: seed)
        var sizes: [String: Int64] = [:]
        for _ in 0..<2_000 {
            let depth = Int.random(in: 0...3, using: &random)
            let folders = (0..<depth).map { _ in "d\(Int.random(in: 0..<6, using: &random))" }
            let path = (folders + ["f\(Int.random(in: 0..<400, using: &random))"]).joined(separator: "/")
            sizes[path] = Int64.random(in: 0..<1_000_000, using: &random)
        }
        let digest = try Self.digest(sizes, capacity: capacity)
        #expect(digest.root.files == sizes.count, "seed \(seed)")
        var kept = 0
        func check(_ entry: LayoutDigest.Entry, _ path: String) {
            let below = sizes.filter { path.isEmpty || $0.key.hasPrefix(path + "/") }
            if entry.kind == .directory {
                #expect(entry.files == below.count && entry.bytes == below.values.reduce(0, +), "\(path), seed \(seed)")
                #expect(entry.hiddenFiles == entry.files - entry.children.reduce(0) { $0 + $1.files }, "\(path)")
                #expect(entry.hiddenBytes == entry.bytes - entry.children.reduce(0) { $0 + $1.bytes }, "\(path)")
            } else {
                #expect(sizes[path] == entry.bytes, "\(path), seed \(seed)")
            }
            for child in entry.children {
                kept += 1
                check(child, path.isEmpty ? "\(child.name)" : "\(path)/\(child.name)")
            }
        }
        check(digest.root, "")
        #expect(kept < 2 * max(capacity, 1) + 4)
        if capacity > 10_000 { #expect(digest.root.hiddenFiles == 0) }
    }

    /// What stays is what is largest.
    @Test func keepsTheLargest() throws {
        var sizes = Dictionary(uniqueKeysWithValues: (0..<1_000).map { ("small/f\($0)", Int64(1)) })
        sizes["large/a/weights"] = 1 << 40
        let digest = try Self.digest(sizes, capacity: 5)
        let large = try #require(digest.root.children.first { $0.name == "large" })
        #expect(large.children.first?.children.first?.name == "weights")
    }

    /// A path that comes again replaces what was there, in the sums too.
    @Test func replacements() throws {
        let digester = LayoutDigester(mount: "/m")
        var builder = LayoutBuilder(visitor: digester)
        for size in [5, 7] { try builder.add(ByteString("a/x").bytes.span, LayoutFile(.file, size: Int64(size))) }
        builder.finish()
        let root = digester.finish().root
        #expect(root.files == 1 && root.bytes == 7 && root.children.first?.children.count == 1)
    }

    private static func digest(_ sizes: [String: Int64], capacity: Int) throws -> LayoutDigest {
        let digester = LayoutDigester(mount: "/opt/ml/model", capacity: capacity)
        var builder = LayoutBuilder(visitor: digester)
        for path in sizes.keys.map({ ByteString($0) }).sorted() {
            try builder.add(path.bytes.span, LayoutFile(.file, size: sizes[path.string ?? ""]))
        }
        builder.finish()
        return digester.finish()
    }
}
