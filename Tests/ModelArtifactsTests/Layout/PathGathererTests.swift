import Testing

@testable import ModelArtifacts

/// What is kept of the paths of an unsorted listing, and what is counted.
@Suite struct PathGathererTests {
    private let ordinary = OrdinaryNames(
        files: [NameInterest(firstBytes: "R")], directories: [NameInterest(firstBytes: "R")], keyPrefix: nil,
        uploadRule: UploadRule(.awsCLI))

    @Test func noNamesOfOrdinaryFiles() {
        let gatherer = PathGatherer(ordinary)
        append(
            (0..<1000).map { ("d/n\($0)", $0) } + [("d/README", 1), ("e/f/n1", 2), ("e/f/n2", 2), ("R/n", 2)],
            to: gatherer)
        let paths = UnsortedPaths([gatherer])
        let alike = paths.alikeNames(jobs: 2)
        #expect(alike.slices.isEmpty)
        #expect(kept(paths) == ["R/n", "d/README"])
        let count = paths.count(without: alike)
        // The directories of what is kept count where that is laid out.
        #expect(count.files == 1002 && count.directories == 2)
    }

    @Test func namesThatMayBeTakenForOthers() {
        let all = [
            ("d/n1", 3), ("d/N1", 4), ("d/n2", 5), ("d/n2/x", 6), ("d/n3", 7), ("d/n4", 7), ("d/n3", 8), ("n1", 9),
            ("e/\u{E9}", 10), ("e/e\u{301}", 11), ("e/e", 12), ("f/o", 13), ("F/p", 14), ("G/h/o", 15), ("G/h/p", 16),
            ("J/q", 17), ("j/q/r", 18), ("d/n2/y/z", 19),
        ]
        let gatherer = PathGatherer(ordinary)
        append(all, to: gatherer)
        let paths = UnsortedPaths([gatherer])
        let alike = paths.alikeNames(jobs: 1)
        #expect(alike.slices == [3, 4, 5, 6, 7, 8, 10, 11, 13, 14, 17, 18, 19])
        append(all.filter { alike.slices.contains($0.1) }, to: gatherer, alike)
        #expect(
            kept(paths)
                == [
                    "F/p", "J/q", "d/N1", "d/n1", "d/n2", "d/n2/x", "d/n2/y/z", "d/n3", "d/n3", "e/e\u{301}",
                    "e/\u{E9}", "f/o",
                    "j/q/r",
                ].map { Array($0.utf8) }.map { String(decoding: $0, as: UTF8.self) })
        let count = paths.count(without: alike)
        // Those in `d/n4`, `n1`, `e/e` and `G/h`.
        #expect(count.files == 5 && count.directories == 2)
    }

    @Test func allNamesIfNothingIsOrdinary() {
        let gatherer = PathGatherer(nil)
        append([("d/n1", 0), ("d/n2", 0), ("n", 0)], to: gatherer)
        #expect(kept(UnsortedPaths([gatherer])) == ["d/n1", "d/n2", "n"])
        #expect(gatherer.files == 0)
    }

    private func append(_ paths: [(String, Int)], to gatherer: PathGatherer, _ alike: AlikeNames? = nil) {
        for (path, slice) in paths {
            gatherer.append(Array(path.utf8).span, LayoutFile(.file), slice: slice, alike)
        }
    }

    private func kept(_ paths: UnsortedPaths) -> [String] {
        var kept: [String] = []
        paths.forEachRun(jobs: 2) { run in
            run.forEach { kept.append(String(decoding: unsafe $0.bytes, as: UTF8.self)) }
        }
        return kept
    }
}
