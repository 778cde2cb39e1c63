import BucketSQL
import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// Queries for engines find what `check` finds.
@Suite(.enabled(if: Peer.python.isWanted, "python is not there; run the tests by Tests/run, which installs it"))
struct BucketQueryTests {
    /// What a script found.
    private struct Outcome: Decodable {
        let buckets: Int
        let keys: Int
        let findings: Int
        let rules: [String]
        let differences: [String]
    }

    private func compare(_ script: PythonScript, buckets: Int, sourceLocation: SourceLocation = #_sourceLocation) throws
    {
        let seed = TestSeed.make()
        let output = try script.run([
            Command.optml.program, "\(seed)", "\(buckets)", BucketQuery.ruleIDs.joined(separator: ","),
        ])
        // Spark prints lines of its own.
        let line = try #require(output.split(separator: UInt8(ascii: "\n")).last)
        let outcome = try JSONDecoder().decode(Outcome.self, from: Data(line))
        #expect(outcome.differences == [], sourceLocation: sourceLocation)
        #expect(outcome.buckets == buckets, sourceLocation: sourceLocation)
        #expect(outcome.findings > outcome.buckets, sourceLocation: sourceLocation)
        print("\(script): \(outcome.keys) keys, \(outcome.findings) findings")
        // Nothing is proved of a rule that found nothing; keys that are too long are made seldom.
        let expected = Set(BucketQuery.ruleIDs).subtracting(buckets < 100 ? outcome.rules + BucketQuery.ruleIDs : [])
        #expect(expected.isSubset(of: outcome.rules), sourceLocation: sourceLocation)
    }

    @Test func duckDBFindsWhatCheckFinds() throws { try compare(.queryBuckets, buckets: TestScale.count(2000)) }

    /// Buckets that are deep, long, nested, or have models that are prefixes of each other, named twice or none; keys that are encoded,
    /// full of wildcards or white space; a large model among many of one key; and inventories of all versions.
    @Test func oddShapesAreFoundAlike() throws {
        let output = try PythonScript.queryShapes.run([
            Command.optml.program, "\(TestScale.count(20_000))", BucketQuery.ruleIDs.joined(separator: ","),
        ])
        let outcome = try JSONDecoder().decode(Outcome.self, from: output)
        #expect(outcome.differences == [])
        #expect(outcome.buckets == 15 && outcome.findings > 180)
    }

    @Test(.enabled(if: Peer.java.isWanted, "java is not there; run the tests by Tests/run, which installs it"))
    func sparkFindsWhatCheckFinds() throws { try compare(.querySpark, buckets: TestScale.count(300)) }
}
