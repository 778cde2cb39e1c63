import Foundation
import TestSupport
import Testing

@testable import ModelArtifacts

/// Manifests against listings of thousands of objects in any order, against dictionaries.
@Suite struct ListedVerificationTests {
    typealias Row = VerificationSample.Row

    private static let tags = [
        "0cc175b9c0f1b6a831c399e269772661", "92eb5ffee6ae2fec3ad71c777531578f", "92eb5ffee6ae2fec3ad71c777531578f-2",
        "opaque", "",
    ]

    private static func rows(_ random: inout SplitMix64) -> [Row] {
        let count = [0, 1, 30, 30, 4000].randomElement(using: &random) ?? 30
        let sizes: [Int64?] = [nil, 0, 1, 2]
        let names = ["a/", "a-", "b", "ä/é", "x,\"y\"\n", "z\u{202E}", "deep/er/"]
        return (0..<count).map { number in
            Row(
                path: (names.randomElement(using: &random) ?? "") + "\(number)",
                etag: tags.randomElement(using: &random) ?? "",
                size: sizes.randomElement(using: &random) ?? nil)
        }
    }

    /// What a comparison says of two rows of the same path.
    private static func status(_ expected: Row, _ actual: Row) -> ObjectStatus {
        if let left = expected.size, let right = actual.size, left != right { return .changed }
        let areComparable = [expected.etag, actual.etag].allSatisfy { ETag($0).canBeMD5 || ETag($0).partCount != nil }
        guard areComparable else { return .unverifiable }
        return expected.etag == actual.etag ? .same : .changed
    }

    private static func line(_ comparison: ObjectComparison) -> String {
        "\(comparison.status.rawValue) \(comparison.path)"
    }

    @Test func agreesWithDictionaries() async throws {
        let seed = TestSeed.make()
        var random = SplitMix64(seed: seed)
        for round in 0..<TestScale.count(150, least: 40) {
            let comment: Comment = "seed \(seed), round \(round)"
            let sample = try VerificationSample()
            sample.options.s3URI = S3URI("s3://bucket/m/")
            sample.options.keptDifferences = [0, 3, 10_000].randomElement(using: &random) ?? 0
            sample.options.keptPathBytes = [0, 40, 16 << 20].randomElement(using: &random) ?? 0
            let expected = Self.rows(&random)
            var actual = expected.filter { _ in Int.random(in: 0..<20, using: &random) > 0 }
            for index in actual.indices where Int.random(in: 0..<20, using: &random) == 0 {
                actual[index].etag = Self.tags.randomElement(using: &random) ?? ""
                actual[index].size = Int64.random(in: 0..<3, using: &random)
            }
            if Bool.random(using: &random) { actual.append(Row(path: "new", etag: Self.tags[0], size: 1)) }
            var sides = [expected, actual]
            let repeats = Int.random(in: 0..<5, using: &random) == 0 ? Int.random(in: 0..<2, using: &random) : nil
            if let repeats, let row = sides[repeats].randomElement(using: &random) { sides[repeats].append(row) }
            for side in sides.indices {
                sides[side].sort { Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8)) }
                if Bool.random(using: &random) { sides[side].shuffle(using: &random) }
            }
            let files = (try sample.manifest(sides[0]), try sample.listing(sides[1]))
            if Set(sides[0].map(\.path)).count < sides[0].count || Set(sides[1].map(\.path)).count < sides[1].count {
                let error = await sample.error(files.0, .listing(files.1))
                #expect(error?.code == .malformedInput && error?.message.contains("more than once") == true, comment)
                continue
            }
            let compared = try await sample.verify(files.0, .listing(files.1)).report
            var known = Dictionary(uniqueKeysWithValues: sides[1].map { ($0.path, $0) })
            var lines: [(path: [UInt8], line: String)] = []
            for row in sides[0] {
                let status = known.removeValue(forKey: row.path).map { Self.status(row, $0) } ?? .missing
                lines.append((Array(row.path.utf8), "\(status.rawValue) \(ByteString(row.path))"))
            }
            for path in known.keys { lines.append((Array(path.utf8), "unexpected \(ByteString(path))")) }
            let all = lines.sorted { $0.path.lexicographicallyPrecedes($1.path) }.map(\.line)
            var (found, differing): ([String], [String]) = ([], [])
            try compared.forEach { found.append(Self.line($0)) }
            try compared.forEachDifference { differing.append(Self.line($0)) }
            #expect(found == all, comment)
            #expect(differing == all.filter { !$0.hasPrefix("same ") }, comment)
            for status in ObjectStatus.allCases {
                #expect(compared.summary.count(status) == all.count { $0.hasPrefix(status.rawValue + " ") }, comment)
            }
        }
    }
}
