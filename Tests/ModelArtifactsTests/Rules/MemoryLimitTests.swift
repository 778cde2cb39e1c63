import Testing

@testable import ModelArtifacts

/// Checks keep no more than their limits of what they see: what is said of the last thing within a limit, and of the first beyond.
@Suite struct MemoryLimitTests {
    /// How many errors, warnings and notes a check has about an artifact.
    private func counts(_ check: any Check.Type, _ artifact: Artifact) -> [Int] {
        let collector = FindingCollector()
        _ = artifact.inspect(collector, [check])
        return [Severity.error, .warning, .note].map(collector.count)
    }

    private func listing(_ keys: [String]) -> Artifact { .listing("s3://mybucket/", keys.map { ByteString($0) }) }

    private func empty(_ files: [String], _ directories: [String]) -> Artifact {
        .directory(
            files.map { ByteString($0) },
            entries: directories.map { DirectoryEntry(path: ByteString($0), kind: .emptyDirectory) })
    }

    private func markers(_ count: Int, _ name: String) -> [String] { (0..<count).map { "m\($0)/\(name)" } }

    /// Markers of a model of Spark ML are known as such while there is room.
    @Test func markersOfHadoop() {
        let spark = ["z/metadata/_SUCCESS", "z/metadata/part-00000"]
        #expect(counts(HadoopMarker.self, listing(markers(9_999, "_SUCCESS") + spark)) == [0, 9_999, 0])
        #expect(counts(HadoopMarker.self, listing(markers(10_000, "_SUCCESS") + spark)) == [0, 10_001, 0])
        let models = markers(9_999, "metadata/part-00000")
        #expect(counts(HadoopMarker.self, listing(models + spark)) == [0, 0, 0])
        #expect(counts(HadoopMarker.self, listing(models + ["n/metadata/part-00000"] + spark)) == [0, 1, 0])
    }

    @Test func versionsThatAreEmpty() {
        let versions = (1...10_001).map { "z/\($0)" }
        #expect(counts(EmptyDirectory.self, empty(["z/config.pbtxt"], versions.dropLast())) == [10_000, 0, 0])
        #expect(counts(EmptyDirectory.self, empty(["z/config.pbtxt"], versions)) == [10_000, 0, 1])
        let models = markers(9_999, "config.pbtxt") + ["z/config.pbtxt"]
        #expect(counts(EmptyDirectory.self, empty(models, ["z/1"])) == [1, 0, 0])
        #expect(counts(EmptyDirectory.self, empty(["n/config.pbtxt"] + models, ["z/1"])) == [0, 0, 1])
        // Where another version has files, the server takes that.
        let served = markers(9_999, "1/w") + ["z/2/w", "z/config.pbtxt"]
        #expect(counts(EmptyDirectory.self, empty(served, ["z/1"])) == [0, 0, 1])
        #expect(counts(EmptyDirectory.self, empty(["n/1/w"] + served, ["z/1"])) == [1, 0, 0])
    }

    @Test func partsOfSavedModelsThatAreEmpty() {
        let parts = (0..<5_001).flatMap { ["m\($0)/assets", "m\($0)/variables"] }
        let models = markers(5_001, "saved_model.pb")
        #expect(counts(EmptyDirectory.self, empty(models, Array(parts.prefix(10_000)))) == [0, 0, 0])
        #expect(counts(EmptyDirectory.self, empty(models, Array(parts.prefix(10_001)))) == [0, 0, 1])
        let many = markers(9_999, "saved_model.pb") + ["z/saved_model.pb"]
        #expect(counts(EmptyDirectory.self, empty(many, ["z/assets"])) == [0, 0, 0])
        #expect(counts(EmptyDirectory.self, empty(["n/saved_model.pb"] + many, ["z/assets"])) == [0, 0, 1])
    }

    @Test func entriesOfCaches() {
        let entries = (0..<10_001).map { "models--a--\($0)/" }
        let caches = { (count: Int) in
            listing(entries.prefix(count).flatMap { [$0 + "blobs/b", $0 + "snapshots/r/config.json"] })
        }
        #expect(counts(HuggingFaceCache.self, caches(10_000)) == [0, 10_000, 0])
        #expect(counts(HuggingFaceCache.self, caches(10_001)) == [0, 10_000, 0])
    }

    /// Those that Triton may unpack are known as such while there is room.
    @Test func archivesInside() {
        let archives = (0..<10_001).map { "z/a\($0).tar.gz" }
        #expect(counts(NestedArchive.self, listing(["z/config.pbtxt"] + archives.dropLast())) == [0, 0, 0])
        #expect(counts(NestedArchive.self, listing(["z/config.pbtxt"] + archives)) == [0, 1, 0])
    }

    @Test func leftoversOfTraining() {
        let files = markers(10_001, "optimizer.pt")
        #expect(counts(TrainingLeftover.self, listing(files.dropLast())) == [0, 0, 10_000])
        #expect(counts(TrainingLeftover.self, listing(files)) == [0, 0, 10_000])
    }

    @Test func foldersAndSetsOfWeights() {
        let folders = markers(20_001, "x-00001-of-00002.gguf")
        #expect(counts(MissingShard.self, listing(folders.dropLast())) == [20_000, 0, 0])
        #expect(counts(MissingShard.self, listing(folders)) == [20_000, 0, 0])
        let sets = { (folders: Int, last: Int) in
            listing(
                (0..<folders).flatMap { folder in
                    (2..<(folder == folders - 1 ? last + 2 : 1002)).map { "m\(folder)/x-00001-of-\(100_000 + $0).gguf" }
                })
        }
        #expect(counts(MissingShard.self, sets(1, 1000)) == [1000, 0, 0])
        #expect(counts(MissingShard.self, sets(1, 1001)) == [1000, 0, 0])
        #expect(counts(MissingShard.self, sets(51, 1)) == [50_000, 0, 0])
    }

    @Test func copiesInAFolder() {
        let copies = { (count: Int) in
            Artifact.directory((0..<count).flatMap { [ByteString("a\($0).bin"), ByteString("a\($0) (1).bin")] })
        }
        #expect(counts(ConflictingWeights.self, copies(1000)) == [0, 1000, 0])
        #expect(counts(ConflictingWeights.self, copies(1001)) == [0, 1000, 0])
    }

    /// What else lies below the bucket, of which some is named.
    @Test func keysBesideThePrefix() {
        let related = { (count: Int) in
            let keys = (0..<count).map { ByteString("m\($0)") }
            return Artifact.listing("s3://mybucket/m", keys).findings([PrefixWithoutSlash.self]).first?.related.count
        }
        #expect(related(10) == 10 && related(11) == 10)
    }

    @Test func linksInArchives() {
        let links = { (count: Int) in
            Artifact.archive((0..<count).map { .member(ByteString("l\($0)"), .symbolicLink, to: "x") })
        }
        #expect(counts(DanglingLink.self, links(100_000)).reduce(0, +) == 100_000)
        #expect(counts(DanglingLink.self, links(100_001)).reduce(0, +) == 100_000)
    }

    private func facts(of name: String, _ size: Int) -> FileContents {
        FileContents(
            format: .onnx, prefix: [], fault: nil,
            facts: .externalData([ExternalData(tensor: .many("t", size - 65), location: "w", end: 1)]))
    }

    private func keep(_ count: Int, _ size: Int) -> Int {
        let files = WeightFiles(hasContents: true)
        for number in 0..<count {
            let path = Array("m\(number).onnx".utf8)
            files.visit(facts(of: "m", size), path: path.span, name: 0)
        }
        return files.externalData.count
    }

    /// What models say of other files is kept of so many, and of so many bytes.
    @Test func factsOfFiles() {
        #expect(keep(10_000, 100) == 10_000 && keep(10_001, 100) == 10_000)
        #expect(keep(2, 1 << 25) == 2 && keep(3, 1 << 25) == 2 && keep(2, 1 << 25 | 1) == 1)
    }

    /// Beyond so many files nobody knows of one that it is missing.
    @Test func filesThatOthersName() {
        let presence = { (count: Int) in
            let files = WeightFiles(hasContents: true)
            for number in 0..<count { files.remember(Array("\(number)".utf8).span, 1) }
            return files.presence(of: "x")
        }
        #expect(presence(250_000) == .absent && presence(250_001) == .unknown)
        let files = WeightFiles(hasContents: true)
        files.lackContents()
        #expect(files.presence(of: "x") == .unknown)
    }

    /// Configurations of 64 MiB in all are kept.
    @Test func configurationsOfModels() throws {
        let subject = Artifact.directory([]).served(by: .triton).subject
        let gatherer = try #require(ModelFileGatherer.gatherer(for: subject))
        let contents = FileContents(
            format: nil, prefix: [UInt8](repeating: 0x20, count: 1 << 20), fault: nil, facts: .none)
        for number in 0..<65 {
            let path = Array("m\(number)/config.pbtxt".utf8)
            gatherer.visit(contents, path: path.span, name: path.count - 12, size: 1 << 20)
        }
        #expect(gatherer.files.contents.count == 64)
    }
}
