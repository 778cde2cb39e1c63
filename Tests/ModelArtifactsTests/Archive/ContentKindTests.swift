import ModelArtifacts
import TestSupport
import Testing

@Suite struct ContentKindTests {
    static let samples: [(String, ContentKind)] = [
        ("", .empty), ("PK\u{3}\u{4}xx", .zip), ("PK\u{5}\u{6}", .zip), ("BZh9", .bzip2),
        ("\n <!DOCTYPE html>", .html), ("<HTML>", .html), ("<?xml version", .html), ("\u{FEFF}<html>", .html),
        ("<h1>", .text), ("version https://git-lfs.github.com/spec/v1\noid sha256:00\n", .gitLFSPointer),
        ("{\"a\": \"é\"}\n", .text), ("ustar", .text), ("A\u{0}", .unknown), ("A\u{1B}", .unknown),
    ]

    @Test(arguments: samples)
    func kindsOfText(_ prefix: String, _ kind: ContentKind) {
        #expect(ContentKind.of(prefix: Array(prefix.utf8)) == kind)
    }

    static let binarySamples: [([UInt8], ContentKind)] = [
        ([0x1F, 0x8B, 8], .gzip), ([0x28, 0xB5, 0x2F, 0xFD, 0], .zstd), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .xz),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .sevenZip), ([0x41, 0xC3], .unknown), ([0xFF], .unknown),
        ([UInt8](repeating: 0, count: 512), .tar), ([UInt8](repeating: 0, count: 511), .unknown),
        ([UInt8](repeating: 0x41, count: 511) + [0xC3], .text),
    ]

    @Test(arguments: binarySamples)
    func kinds(_ prefix: [UInt8], _ kind: ContentKind) {
        #expect(ContentKind.of(prefix: prefix) == kind)
    }

    @Test(arguments: [TarBuilder.Format.v7, .ustar, .gnu])
    func tarOfEveryFormat(_ format: TarBuilder.Format) {
        var tar = TarBuilder(format: format)
        tar.add("a")
        #expect(ContentKind.of(prefix: tar.bytes) == .tar)
        tar.bytes[0] ^= 1
        #expect(ContentKind.of(prefix: tar.bytes) == (format == .v7 ? .unknown : .tar))
    }

    @Test func sniffsTheInside() throws {
        func sniff(_ bytes: [UInt8]) throws -> ArchiveSniffer { try ArchiveSniffer(MemoryFile(bytes)) }
        var tar = TarBuilder()
        tar.add("model.bin", contents: [1, 2, 3])
        let good = gzip(tar.finished)
        #expect(try sniff(good).isGzipTar)
        #expect(try sniff(gzip(TarBuilder().finished)).isGzipTar)
        #expect(try sniff(gzip(good)).inner == .kind(.gzip))
        #expect(try sniff(gzip(Array("hello".utf8))).inner == .kind(.text))
        #expect(try sniff(gzip([])).inner == .kind(.empty))
        #expect(try sniff(tar.finished).outer == .tar)
        #expect(try sniff(tar.finished).inner == nil)
        #expect(try sniff([]).outer == .empty)
        guard case .damaged(let fault) = try sniff(Array(good[..<30])).inner else {
            Issue.record("not damaged")
            return
        }
        #expect(fault.reason == .truncated)
        // Damage behind the first header does not hide what it is.
        #expect(try sniff(Array(gzip(tar.finished, level: 0)[..<700])).isGzipTar)
    }
}
