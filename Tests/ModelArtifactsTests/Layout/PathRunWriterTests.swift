import TestSupport
import Testing

@testable import ModelArtifacts

/// Paths of lines, and runs of ordinary files among them, taken in many lines at a time or each by itself.
@Suite struct PathRunWriterTests {
    /// A run as it can be compared.
    private struct Run: Equatable {
        let start: ByteString
        let last: ByteString
        let count: Int
        let shared: Int
        let lengths: UInt64
        let directories: Int
        let areFolded: Bool
        let unknownSizes: Int
    }

    private struct Outcome: Equatable {
        var paths: [[ByteString]] = []
        var runs: [[Run]] = []
    }

    private let ordinary = OrdinaryNames(
        files: [NameInterest(traits: .long), NameInterest(firstBytes: "._", lastBytes: "~")],
        directories: [NameInterest(firstBytes: "D"), .none], keyPrefix: nil, uploadRule: UploadRule(.awsCLI))

    @Test func agreesWithLineByLine() {
        let seed = TestSeed.make()
        var generator = SplitMix64(seed: seed)
        for round in 0..<300 {
            let prefixes = ["", "p/", "s3://bucket/p/", "a/long/prefix/of/many/bytes/"]
            let prefix = prefixes.randomElement(using: &generator) ?? ""
            let lines = lines(behind: ByteString(prefix), using: &generator)
            var text = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
            if Bool.random(using: &generator) { text.append(UInt8(ascii: "\n")) }
            let blockSize = Int.random(in: 1...2000, using: &generator)
            let (expected, all) = read(text, prefix, blockSize: blockSize, takesFollowing: false)
            let (outcome, single) = read(text, prefix, blockSize: blockSize, takesFollowing: true)
            let comment: Comment = "seed \(seed), round \(round), blocks of \(blockSize)"
            #expect(outcome == expected, comment)
            #expect(single <= all, comment)
        }
    }

    /// Nearly all of a large directory is taken in without a call for each line, and fills more than one batch.
    @Test func ordinaryLinesAreTakenInTogether() {
        let name = String(repeating: "n", count: 40)
        let lines = (10_000..<30_000).map { "p/\(name)\($0)" }
        let text = Array(lines.joined(separator: "\n").utf8)
        let (expected, all) = read(text, "p/", blockSize: 64 << 10, takesFollowing: false)
        let (outcome, single) = read(text, "p/", blockSize: 64 << 10, takesFollowing: true)
        #expect(outcome == expected)
        #expect(outcome.paths.count > 3)
        #expect(all == 20_000)
        #expect(single < 400)
    }

    /// So are those of which each interests some check.
    @Test func interestingLinesAreTakenInTogether() {
        let lines = (10_000..<12_000).map { "p/job-\($0)/output/model~" }
        let text = Array(lines.joined(separator: "\n").utf8)
        let (expected, all) = read(text, "p/", blockSize: 64 << 10, takesFollowing: false)
        let (outcome, single) = read(text, "p/", blockSize: 64 << 10, takesFollowing: true)
        #expect(outcome == expected)
        #expect(outcome.runs.allSatisfy { $0.isEmpty })
        #expect(all == 2000)
        #expect(single < 40)
    }

    /// What ends with CR is told apart by its end, which is no part of the key then.
    @Test func linesThatEndWithReturn() {
        let text = Array((100..<200).map { "p/n\($0)\r\n" }.joined().utf8)
        let (outcome, single) = read(text, "p/", blockSize: 1000, takesFollowing: true)
        #expect(outcome.paths == [(100..<200).map { ByteString("n\($0)") }])
        #expect(single == 100)
    }

    /// Mostly in order, and mostly ordinary.
    private func lines(behind prefix: ByteString, using generator: inout SplitMix64) -> [[UInt8]] {
        let directories = ["", "d/", "d/e/", "many bytes of a directory/", "\u{E9}/", "D/"]
        let ends = ["", "A", "/", "/x", "\0", "~", "\u{E9}", "\r", "-", String(repeating: "m", count: 250)]
        let starts = [".", "_", "B", String(repeating: "k", count: 1020)]
        var paths: [ByteString] = []
        for _ in 0..<Int.random(in: 0...5, using: &generator) {
            let directory = directories.randomElement(using: &generator) ?? ""
            let first = Int.random(in: 0...2000, using: &generator)
            for number in first..<first + Int.random(in: 0...60, using: &generator) {
                let isOdd = Int.random(in: 0..<30, using: &generator) == 0
                let start = isOdd && Bool.random(using: &generator) ? starts.randomElement(using: &generator) ?? "" : ""
                paths.append(
                    ByteString(directory + start + "n\(number)")
                        + ByteString(isOdd ? ends.randomElement(using: &generator) ?? "" : ""))
            }
        }
        if Int.random(in: 0..<4, using: &generator) > 0 { paths.sort() }
        if !paths.isEmpty, Bool.random(using: &generator) {
            let index = paths.indices.randomElement(using: &generator) ?? 0
            paths.insert(contentsOf: [paths[index], paths[index]], at: index)
        }
        return paths.map { (prefix + $0).bytes }
    }

    /// Reads lines, and how many of them by themselves.
    private func read(
        _ text: [UInt8], _ prefix: String, blockSize: Int, takesFollowing: Bool
    ) -> (Outcome, Int) {
        var writer = PathRunWriter(PathBatchPool(), ordinary)
        let lines = LineReader(InputBuffer(text, name: "lines", blockSize: blockSize))
        let start = ByteString(prefix).bytes.count - (prefix.hasPrefix("s3://") ? "s3://bucket/".utf8.count : 0)
        var single = 0
        do throws(ArtifactError) {
            try PlainKeyReader.forEach(lines, decodesKeys: false) { key, _, _ in
                single += 1
                writer.append(key.extracting(start..<key.count), LayoutFile(.file))
            } beforeLine: {
                if takesFollowing { writer.appendFollowing(of: &$0) }
            }
        } catch {
            Issue.record(error)
        }
        var outcome = Outcome()
        for run in writer.finish() {
            var paths: [ByteString] = []
            var runs: [Run] = []
            run.forEach { paths.append(ByteString(unsafe $0.bytes.span)) }
            run.forEach { _ in
            } runs: { ordinary in
                runs.append(
                    Run(
                        start: ByteString(unsafe ordinary.start.bytes.span),
                        last: ByteString(unsafe ordinary.last.bytes.span), count: ordinary.count,
                        shared: ordinary.shared, lengths: ordinary.lengths, directories: ordinary.directories,
                        areFolded: ordinary.areFolded, unknownSizes: ordinary.unknownSizes))
                return true
            }
            outcome.paths.append(paths)
            outcome.runs.append(runs)
        }
        return (outcome, single)
    }
}
