import TestSupport
import Testing

@testable import ModelArtifacts

/// What the checks of the catalogue declare, and that nothing of it is lost.
@Suite struct NameInterestTests {
    private let subject = Subject(
        kind: .listing, location: "keys", combination: Combination(.prefix, .none), combinationIsExplicit: true)

    /// Otherwise every name or every directory of a listing would be shown to a check one by one.
    @Test func noCheckOfListingsWantsEveryName() {
        for check in RuleCatalog.checks where check.applies(to: subject) {
            for interested in InterestedCheck.all(of: check.init()) {
                #expect(!interested.files.isEvery, "\(check)")
                #expect(!interested.directories.isEvery, "\(check): say which directories it wants to see")
            }
        }
    }

    @Test func usualNamesAreOrdinary() {
        let runner = CheckRunner(
            checks: RuleCatalog.checks, policy: RulePolicy(), subject: subject, findings: FindingCollector())
        for path in [
            "weights-00001-100.bin", "a/b/c/model-00001.safetensors", "model-0000001-of-0000100.bin",
            "part-00001-of-00100.parquet", "config.json", "Mod\u{E8}le/Poids-1.bin",
            "mlruns/0/0123456789abcdef/metrics/loss", "data/train.csv",
        ] {
            let bytes = Array(path.utf8)
            let names = runner.ordinary.names(
                of: bytes.span, from: 0, ByteScan.classes(of: bytes.span, from: 0), size: nil)
            #expect(names != nil, "\(path)")
            #expect(names?.directories == path.count { $0 == "/" })
        }
    }

    @Test func everyKindOfInterest() {
        let cases: [(NameInterest, [String], [String])] = [
            (NameInterest(firstBytes: "a."), ["ab", ".x", "d/a"], ["ba", "a/b"]),
            (NameInterest(lastBytes: "z"), ["xz", "d/z"], ["zx"]),
            (NameInterest(suffixes: [".tar.gz", "e/f"]), ["x.tar.gz", ".tar.gz", "de/f"], ["x.gz", "f", "tar.gzx"]),
            (
                NameInterest(suffixes: [".safetensors.index.json"]), ["m.safetensors.index.json"],
                ["m.tensors.index.json", "index.json"]
            ),
            (
                NameInterest(prefixes: ["run-", "offline-run-"]), ["run-", "d/run-1", "offline-run-x"],
                ["run", "xrun-", "offline-ruin-", "run-/x"]
            ),
            (
                NameInterest(traits: .numbered), ["a-001-of-002.bin", "d/v.data-00000-of-00001"],
                ["a-1.bin", "weights.bin", "weights-00001.bin", "weights-of-002.bin", "v-00000-of-00001"]
            ),
            (NameInterest(traits: .blank), [" ", "\u{3000}", "d/\u{A0}x"], ["x ", "\u{E9}"]),
            (NameInterest(traits: .dots), [".", "d/.."], ["x."]),
            (NameInterest(traits: .null), ["a\0"], ["a", "\0/b"]),
            (NameInterest(traits: .nonASCII), ["\u{E9}"], ["e", "\u{E9}/e"]),
            (NameInterest(traits: .capital), ["aB"], ["ab", "B/b"]),
            (NameInterest(traits: .backslash), ["a\\b", "\\", "d/A\\"], ["a[", "AZ", "a\\/b", "\u{DC}"]),
            (NameInterest(traits: .long), [String(repeating: "n", count: 256)], [String(repeating: "n", count: 255)]),
            (NameInterest(traits: .top), ["a"], ["d/a"]), (.every, ["a", "d/a"], []), (.none, [], ["a", "d/\0"]),
        ]
        let table = InterestTable(cases.map(\.0))
        for (index, (_, wanted, others)) in cases.enumerated() {
            for name in wanted { #expect(bits(of: name, table) & 1 << UInt64(index) != 0, "\(index): \(name)") }
            for name in others { #expect(bits(of: name, table) & 1 << UInt64(index) == 0, "\(index): \(name)") }
        }
    }

    /// Texts of all lengths, of which hashes tell that a name does not end or begin with any.
    @Test func endingsAndBeginningsOfAllLengths() {
        let seed = TestSeed.make()
        var generator = SplitMix64(seed: seed)
        for round in 0..<200 {
            let texts = (0..<60).map { _ in text(1...11, using: &generator) }
            let interests = texts.enumerated().map { index, text in
                index % 2 == 0 ? NameInterest(suffixes: [text]) : NameInterest(prefixes: [text])
            }
            let table = InterestTable(interests)
            for _ in 0..<50 {
                let known = texts.randomElement(using: &generator) ?? ""
                let name =
                    [
                        text(1...12, using: &generator), text(0...9, using: &generator) + known,
                        known + text(0...9, using: &generator),
                    ].randomElement(using: &generator) ?? ""
                let path = ["", "d/", "dd/ab/"].randomElement(using: &generator).map { $0 + name } ?? name
                var wanted: UInt64 = 0
                for (index, text) in texts.enumerated()
                where index % 2 == 0 ? path.hasSuffix(text) : name.hasPrefix(text) {
                    wanted |= 1 << UInt64(index)
                }
                #expect(bits(of: path, table) == wanted, "seed \(seed), round \(round): \(path)")
            }
        }
    }

    private func text(_ lengths: ClosedRange<Int>, using generator: inout SplitMix64) -> String {
        let count = Int.random(in: lengths, using: &generator)
        return String((0..<count).map { _ in "abc".randomElement(using: &generator) ?? "a" })
    }

    @Test func interestInEmptyFiles() {
        let interest = NameInterest(suffixes: [".bin"], isForEmptyFiles: true)
        let names = OrdinaryNames(
            files: [interest], directories: [.none], keyPrefix: nil, uploadRule: UploadRule(.awsCLI))
        for (path, size, isOrdinary) in [
            ("a.bin", 0, false), ("d/a.bin", 0, false), ("a.bin", 1, true), ("a.bim", 0, true),
        ] {
            let bytes = Array(path.utf8)
            let found = names.names(
                of: bytes.span, from: 0, ByteScan.classes(of: bytes.span, from: 0), size: Int64(size))
            #expect((found != nil) == isOrdinary, "\(path) of \(size) bytes")
        }
    }

    /// A check that had no bit would miss all names without a word.
    @Test func moreChecksThanBits() async {
        let most = InterestTable([NameInterest](repeating: .every, count: 64))
        #expect(bits(of: "a", most) == .max)
        await #expect(processExitsWith: .failure) { _ = InterestTable([NameInterest](repeating: .every, count: 65)) }
    }

    private func bits(of path: String, _ table: InterestTable) -> UInt64 {
        let bytes = Array(path.utf8)
        let name = ByteScan.endOfLastSlash(in: bytes.span)
        return table.checks(for: bytes.span, name: name, ByteScan.classes(of: bytes.span, from: name))
    }
}
