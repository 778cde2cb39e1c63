import Testing

@testable import ModelArtifacts

/// What is kept of the paths of an unsorted listing.
@Suite struct PathGathererTests {
    private let ordinary = OrdinaryFiles(
        InterestTable([NameInterest(traits: .capital)]),
        keyPrefix: nil, uploadRule: UploadRule(.awsCLI))

    @Test func noNamesOfOrdinaryFiles() {
        let gatherer = PathGatherer(ordinary)
        append((0..<1000).map { ("d/n\($0)", $0) } + [("d/README", 1), ("e/n1", 2), ("e/n2", 2)], to: gatherer)
        #expect(counts(gatherer) == ["d/": [1, 1000], "e/": [0, 2]])
        let paths = UnsortedPaths([gatherer])
        #expect(paths.alikeNames(jobs: 2).slices.isEmpty)
        var seen: [String] = []
        var others = 0
        paths.forEachRun(jobs: 2) { run in
            run.forEach { path in
                seen.append(String(decoding: unsafe path.bytes, as: UTF8.self))
            } siblings: { siblings in
                #expect(!siblings.hasPaths && siblings.unknownSizes == siblings.count)
                others += siblings.count
                return true
            }
        }
        // A directory is known by one of its files at least.
        #expect(seen == ["d/README", "e/n1"])
        #expect(others == 1001)
    }

    @Test func namesThatMayBeTakenForOthers() {
        let gatherer = PathGatherer(ordinary)
        let paths = [
            ("d/n1", 3), ("d/N1", 4), ("d/n2", 5), ("d/n2/x", 6), ("d/n3", 7), ("d/n4", 7), ("d/n3", 8), ("n1", 9),
        ]
        append(paths, to: gatherer)
        #expect(counts(gatherer) == ["": [0, 1], "d/": [1, 5], "d/n2/": [0, 1]])
        let alike = UnsortedPaths([gatherer]).alikeNames(jobs: 1)
        #expect(alike.slices == [3, 5, 7, 8])
        append(paths.filter { alike.slices.contains($0.1) }, to: gatherer, alike)
        #expect(counts(gatherer) == ["": [0, 1], "d/": [5, 1], "d/n2/": [0, 1]])
    }

    @Test func allNamesIfNothingIsOrdinary() {
        let gatherer = PathGatherer(.none)
        append([("d/n1", 0), ("d/n2", 0), ("n", 0)], to: gatherer)
        #expect(counts(gatherer) == ["": [1, 0], "d/": [2, 0]])
    }

    /// Otherwise all directories of a listing could be sorted in one go, and all their paths would be in memory.
    @Test func directoriesCountWhenTheyAreSorted() {
        let gatherer = PathGatherer(ordinary)
        append([("a/n", 0), ("b/n", 0), ("c/README", 0), ("c/LICENSE", 0)], to: gatherer)
        var sorting = PathSorting(PathBatchPool(), nil)
        for (path, gathered) in gatherer.directories {
            var directory = UnsortedDirectory(path)
            directory.append(gathered)
            sorting.append(directory)
        }
        #expect(sorting.count == 4)
    }

    private func append(_ paths: [(String, Int)], to gatherer: PathGatherer, _ alike: AlikeNames? = nil) {
        for (path, slice) in paths {
            gatherer.append(Array(path.utf8).span, LayoutFile(.file), slice: slice, alike)
        }
    }

    /// How many names are kept of each directory, and how many files are only counted.
    private func counts(_ gatherer: PathGatherer) -> [String: [Int]] {
        var counts: [String: [Int]] = [:]
        for (path, directory) in gatherer.directories {
            counts[String(decoding: unsafe path.bytes, as: UTF8.self)] = [
                directory.names.count, directory.ordinaryCount,
            ]
        }
        return counts
    }
}
