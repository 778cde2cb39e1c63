import ModelArtifacts
import TestSupport
import Testing

@Suite struct LayoutBuilderTests {
    /// The events of sorted paths.
    private func log(_ paths: [ByteString], _ kind: (ByteString) -> LayoutFile.Kind = { _ in .file }) throws
        -> LayoutLog
    {
        let log = LayoutLog()
        var builder = LayoutBuilder(visitor: log)
        for path in paths { try builder.add(path.bytes.span, LayoutFile(kind(path), size: 1)) }
        builder.finish()
        return log
    }

    private static func randomPaths(
        upTo count: Int, length: Int, of alphabet: String, _ generator: inout SplitMix64
    ) -> [ByteString] {
        let letters = Array(alphabet.utf8)
        var paths: [ByteString] = []
        for _ in 0..<Int.random(in: 0...count, using: &generator) {
            var path: [UInt8] = []
            for _ in 0..<Int.random(in: 1...length, using: &generator) {
                path.append(letters[Int.random(in: 0..<letters.count, using: &generator)])
            }
            paths.append(ByteString(path))
        }
        return paths
    }

    @Test func entersDirectoriesOnce() throws {
        let log = try log(["a", "b-c", "b/c/d", "b/c/e", "b/f", "b0"])
        #expect(log.faults == [])
        #expect(log.directories == ["b": 1, "b/c": 1])
        #expect(log.filesBelow == ["b": 3, "b/c": 2])
        #expect(log.clashes == [])
    }

    /// The names between a file and the directory of the same path do not hide the clash.
    @Test func findsClashes() throws {
        let log = try log([
            "weights", "weights-old", "weights.d/x", "weights/part1", "weights/part2", "x", "x!", "x/y/z",
        ])
        #expect(log.clashes == ["weights", "x"])
        #expect(log.filesBelow["weights"] == 2 && log.filesBelow["x"] == 1)
        #expect(log.faults == [])
    }

    @Test func countsDuplicates() throws {
        let log = try log(["a", "a", "a", "b/c", "b/c", "d"])
        #expect(log.duplicates == ["a": 3, "b/c": 2])
        #expect(log.filesBelow == ["b": 1])
    }

    @Test func keepsEmptyComponents() throws {
        let log = try log(["/a", "b//c", "b/d"])
        #expect(log.directories == ["": 1, "b": 1, "b/": 1])
        #expect(log.files == ["/a": 1, "b//c": 1, "b/d": 1])
        #expect(log.faults == [])
    }

    @Test func directoriesThatTheSourceNames() throws {
        let log = try log(["a/", "a/b", "c/"]) { $0.hasSuffix("/") ? .directory : .file }
        #expect(log.explicit == ["a", "c"] && log.files == ["a/b": 1] && log.filesBelow == ["a": 1, "c": 0])
    }

    @Test func markersMakeDirectoriesAndNoFiles() throws {
        let log = try log(["a/", "a/b", "c/d/"]) { $0.hasSuffix("/") ? .folderMarker : .file }
        #expect(log.markers == ["a/", "c/d/"] && log.files == ["a/b": 1])
        #expect(log.directories == ["a": 1, "c": 1, "c/d": 1])
    }

    @Test(arguments: [["b", "a"], ["a/b", "a"], ["a/b", "a-"], ["ab", "a/b"], ["a", "b", "a"]] as [[ByteString]])
    func refusesOtherOrders(_ paths: [ByteString]) {
        #expect(throws: LayoutOrderError.self) { try log(paths) }
    }

    /// Against sets of strings, in which everything is obvious.
    @Test func agreesWithSets() throws {
        let seed = TestSeed.make()
        var generator = SplitMix64(seed: seed)
        for _ in 0..<2000 {
            let paths = Self.randomPaths(upTo: 12, length: 6, of: "ab-/0/", &generator)
            let log = try log(paths.sorted())
            let files = paths.reduce(into: [:]) { $0[$1, default: 0] += 1 }
            var below: [ByteString: Int] = [:]
            for path in files.keys {
                for (index, byte) in path.bytes.enumerated() where byte == UInt8(ascii: "/") {
                    below[ByteString(Array(path.bytes[..<index])), default: 0] += 1
                }
            }
            let what: Comment = "seed \(seed), \(paths)"
            #expect(log.faults == [], what)
            #expect(log.files == files, what)
            #expect(log.duplicates == files.filter { $0.value > 1 }, what)
            #expect(log.filesBelow == below, what)
            #expect(log.directories == below.mapValues { _ in 1 }, what)
            #expect(log.clashes == Set(below.keys).intersection(files.keys), what)
        }
    }

    /// Every order but byte order is refused, and only once it is.
    @Test func refusesAllUnsortedPaths() {
        let seed = TestSeed.make()
        var generator = SplitMix64(seed: seed)
        for _ in 0..<2000 {
            let paths = Self.randomPaths(upTo: 5, length: 4, of: "ab/", &generator)
            let isSorted = paths == paths.sorted()
            #expect(((try? log(paths)) != nil) == isSorted, "seed \(seed), \(paths)")
        }
    }
}
