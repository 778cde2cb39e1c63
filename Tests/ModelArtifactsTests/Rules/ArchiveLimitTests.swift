import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// What rules say of archives at the limits of what is read and looked up.
@Suite struct ArchiveLimitTests {
    private func rules(_ tar: [UInt8], _ options: InspectionOptions = InspectionOptions()) throws -> [String: Int] {
        let folder = try TemporaryDirectory()
        let path = try folder.write("model.tar.gz", Data(gzip(tar)))
        let report = try ArtifactInspector(options: options).inspect(.path(ByteString(path)))
        return report.findings.reduce(into: [:]) { $0[$1.rule, default: 0] += 1 }
    }

    /// Links through links through deep directories, all of which `tar -x` resolves.
    @Test func manyLinksAreResolved() throws {
        var tar = TarBuilder()
        tar.add("data/deep/down/here/weights.dat", contents: [1, 2, 3])
        for number in 0..<100 { tar.add(ByteString("by-\(number)"), type: "2", link: "data/deep/down") }
        for number in 0..<50_000 {
            tar.add(
                ByteString("links/\(number)"), type: "2", link: ByteString("../by-\(number % 100)/here/weights.dat"))
        }
        #expect(try rules(tar.finished)["dangling-link"] == nil)
        tar.add("links/broken", type: "2", link: "../by-1/here/nothing")
        #expect(try rules(tar.finished)["dangling-link"] == 1)
    }

    /// Links whose targets are missing at the end of a long way are found, each by itself.
    @Test func targetsMissingDeepDown() throws {
        var tar = TarBuilder()
        let deep = (0..<45).map { _ in "d" }.joined(separator: "/")
        tar.add(ByteString(deep + "/x"), contents: [1])
        for number in 0..<500 { tar.add(ByteString("l\(number)"), type: "2", link: ByteString(deep + "/l\(number)")) }
        #expect(try rules(tar.finished)["dangling-link"] == 500)
    }

    /// Behind the limit nothing is read, so damage there is not found.
    @Test func readingStopsAtTheLimit() throws {
        var tar = TarBuilder()
        for number in 0..<20 { tar.add(ByteString("f\(number)")) }
        var damaged = tar
        damaged.add("bad")
        // Another name than that of which the header has the checksum.
        damaged.bytes[damaged.bytes.count - 512] ^= 1
        var options = InspectionOptions()
        #expect(try rules(damaged.finished, options)["archive-corrupt"] == 1)
        options.memberLimit = 10
        let found = try rules(damaged.bytes + (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }, options)
        #expect(found["too-many-entries"] == 1)
        #expect(found["archive-corrupt"] == nil)
        #expect(found["archive-trailing-data"] == nil)
    }
}
