import Foundation
import TestSupport
import Testing

@testable import ModelArtifacts

/// Seeded random damage: a comparison names exactly what was damaged, whatever the sides.
@Suite struct VerificationMutationTests {
    typealias Row = VerificationSample.Row

    /// A directory as it should be, what S3 would say of it, and what was done to it.
    private final class Model {
        let sample: VerificationSample
        var files: [String: [UInt8]] = [:]
        /// What was done to each path, as a comparison should name it.
        var damage: [String: String] = [:]
        private let rows: [Row]

        init(using generator: inout SplitMix64) throws {
            sample = try VerificationSample()
            sample.options.s3URI = S3URI("s3://bucket/m/")
            sample.options.uploadRule = try UploadRule(partSize: 65_536)
            let names = ["a", "a.b/c", "a!/b", "a-b", "é", "e\u{301}", "x,\"y\"\n", " ", "z/\u{202E}/w"]
            for name in names + (0..<Int.random(in: 0...20, using: &generator)).map({ "f\($0 % 3)/\($0)" }) {
                let size = [0, 1, 63, 1000, 70_000, 200_000].randomElement(using: &generator) ?? 0
                files[name] = generator.bytes(size == 0 ? 0 : Int.random(in: 1...size, using: &generator))
            }
            var rows: [Row] = []
            for (name, bytes) in files {
                // Parts of a few KiB, as stores other than S3 take them; or one PUT.
                let partSize: Int64? =
                    Bool.random(using: &generator) ? [1 << 20, 5 << 20, 65_536].randomElement(using: &generator) : nil
                let isTold = Bool.random(using: &generator) || partSize == 65_536
                rows.append(
                    Row(
                        path: name, etag: VerificationSample.etag(bytes, partSize: partSize), size: Int64(bytes.count),
                        partSize: isTold ? partSize.map { "\($0)" } ?? "" : "unknown"))
            }
            self.rows = rows.shuffled(using: &generator)
        }

        func manifest() throws -> ByteString { try sample.manifest(rows) }

        /// Writes the files as they are now.
        func writeFiles() throws {
            try? FileManager.default.removeItem(atPath: sample.folder.path + "/m")
            for (name, bytes) in files { try sample.write(name, bytes) }
        }

        /// What S3 lists of the files as they are now, as they were uploaded.
        func listing() throws -> ByteString {
            let old = Dictionary(uniqueKeysWithValues: rows.map { ($0.path, $0) })
            let rows = files.map { name, bytes in
                let partCount = old[name].flatMap { ETag($0.etag).partCount }
                let partSize = partCount.map { _ in Int64(old[name]?.partSize ?? "") ?? 1 << 20 }
                return Row(
                    path: name, etag: VerificationSample.etag(bytes, partSize: partSize), size: Int64(bytes.count))
            }
            return try sample.listing(rows)
        }

        func damage(using generator: inout SplitMix64) {
            for name in files.keys.sorted() where damage[name] == nil && Int.random(in: 0..<4, using: &generator) == 0 {
                let bytes = files[name] ?? []
                switch Int.random(in: 0..<5, using: &generator) {
                case 0 where !bytes.isEmpty:
                    files[name]?[Int.random(in: 0..<bytes.count, using: &generator)] ^=
                        1 << UInt8.random(in: 0..<8, using: &generator)
                    damage[name] = "changed"
                case 1 where !bytes.isEmpty:
                    files[name]?.removeLast(Int.random(in: 1...bytes.count, using: &generator))
                    damage[name] = "changed"
                case 2:
                    files[name]?.append(0)
                    damage[name] = "changed"
                case 3:
                    files[name] = nil
                    damage[name] = "missing"
                default:
                    let other = files.keys.sorted().first { $0 != name && damage[$0] == nil && files[$0] != bytes }
                    guard let other else { continue }
                    (files[name], files[other]) = (files[other], bytes)
                    (damage[name], damage[other]) = ("changed", "changed")
                }
            }
            for index in 0..<Int.random(in: 0..<3, using: &generator) {
                files["extra\(index)"] = []
                damage["extra\(index)"] = "unexpected"
            }
        }

        var expected: Set<String> { Set(damage.map { "\($0.value) \(ByteString($0.key))" }) }
    }

    @Test func namesExactlyWhatWasDamaged() async throws {
        let seed = TestSeed.make()
        var generator = SplitMix64(seed: seed)
        for _ in 0..<25 {
            let model = try Model(using: &generator)
            let sample = model.sample
            let manifest = try model.manifest()
            try model.writeFiles()
            #expect(try await sample.verify(manifest, .path(sample.directory)).differing == [], "seed \(seed)")
            try FileManager.default.moveItem(atPath: sample.folder.path + "/m", toPath: sample.folder.path + "/good")
            let good = ByteString(sample.folder.path + "/good")
            model.damage(using: &generator)
            try model.writeFiles()
            let listing = try model.listing()
            for (expected, actual) in [
                (manifest, ArtifactSource.path(sample.directory)), (good, .path(sample.directory)),
                (manifest, .listing(listing)), (good, .listing(listing)),
            ] {
                let compared = try await sample.verify(expected, actual)
                #expect(Set(compared.differing) == model.expected, "seed \(seed)")
                #expect(compared.report.passes == model.damage.isEmpty, "seed \(seed)")
            }
        }
    }
}
