import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// The checksums that S3 keeps, against those of Python.
@Suite(.enabled(if: Peer.python.isWanted, "Python is not installed"))
struct ChecksumPeerTests {
    private let folder: TemporaryDirectory
    private var paths: [String] = []

    init() throws {
        folder = try TemporaryDirectory()
        var content = SplitMix64(seed: TestSeed.make())
        var sizes = [0, 1, 7, 8, 9, 55, 56, 63, 64, 65, 119, 120, 262_143, 262_144, 262_145]
        for limit in [300, 20_000, 600_000] {
            sizes += (0..<12).map { _ in Int.random(in: 0...limit, using: &content) }
        }
        for (index, size) in sizes.enumerated() {
            paths.append("\(index % 3)/\(index)")
            try folder.write("\(index % 3)/\(index)", content.data(size))
        }
    }

    private func expected(partSize: Int) throws -> [String: [String: String]] {
        try JSONDecoder().decode(
            [String: [String: String]].self, from: PythonScript.checksumFiles.run([folder.path, "\(partSize)"]))
    }

    @Test(arguments: [0, 1000, 65_536]) func ofFiles(partSize: Int) throws {
        let expected = try expected(partSize: partSize)
        for path in paths {
            let made = try FileChecksums.compute(
                RegularFile(opening: ByteString(folder.path + "/" + path)), Set(ChecksumAlgorithm.allCases),
                partSize: partSize == 0 ? nil : Int64(partSize))
            #expect(Dictionary(uniqueKeysWithValues: made.map { ($0.rawValue, $1) }) == expected[path], "\(path)")
        }
    }

    @Test func inManifests() throws {
        let expected = try expected(partSize: 0)
        let csv = try Optml.data([
            "manifest", folder.path, "--s3-uri", "s3://bucket/m/", "--columns", "path,crc64nvme,etag,sha256",
        ])
        let rows = try JSONDecoder().decode([[String: String]].self, from: PythonScript.readCSV.run(input: csv))
        let plain = try Optml.manifest([folder.path, "--s3-uri", "s3://bucket/m/"])
        #expect(rows.count == paths.count)
        for row in rows {
            let path = try #require(row["path"])
            let sha256 = try #require(Data(base64Encoded: expected[path]?["SHA256"] ?? ""))
            #expect(row["sha256"] == sha256.map { String(format: "%02x", $0) }.joined(), "\(path)")
            #expect(row["crc64nvme"] == expected[path]?["CRC64NVME"], "\(path)")
            #expect(row["etag"] == plain[ByteString("m/" + path)], "\(path)")
        }
    }
}
