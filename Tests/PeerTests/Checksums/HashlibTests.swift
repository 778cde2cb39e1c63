import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// Every kernel that the machine has, by way of the whole tool, against Python's hashlib.
@Suite(.enabled(if: Peer.python.isWanted, "Python is not installed"))
struct HashlibTests {
    /// Lengths around the ends of blocks, of the padding, of parts, and of what is hashed in the pass that finds it.
    @Test(arguments: MD5Kernel.available)
    func manifestOfManySizes(kernel: MD5Kernel) throws {
        let partSize = 100_000
        var content = SplitMix64(seed: TestSeed.make())
        var sizes = [0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 121, 65_535, 65_536, 65_537]
        for parts in 1...3 { sizes += [-1, 0, 1, 55, 56, 63, 64].map { parts * partSize + $0 } }
        for limit in [200, 7000, 70_000, 400_000] {
            sizes += (0..<30).map { _ in Int.random(in: 0...limit, using: &content) }
        }
        let folder = try TemporaryDirectory()
        for (index, size) in sizes.enumerated() { try folder.write("\(index % 3)/\(index)", content.data(size)) }

        let hashed = try PythonScript.hashFiles.run([folder.path, "\(partSize)"])
        let expected = try JSONDecoder().decode([String: String].self, from: hashed)
        var command = Command.optml
        command.environment["OPTML_MD5"] = kernel.rawValue
        let result = try command.run(
            "manifest", folder.path, "--s3-uri", "s3://bucket/", "--part-size", "\(partSize)B", "--columns",
            "path,etag",
            "--no-header")
        #expect(result.status == 0, "\(result.errorText)")
        let rows = result.text.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
        #expect(rows.count == sizes.count)
        for row in rows { #expect(row.last == expected[row[0]], "\(kernel), \(row[0])") }
    }
}
