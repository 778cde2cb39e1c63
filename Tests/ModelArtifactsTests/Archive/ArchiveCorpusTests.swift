import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// Reads what others made as they read it.
@Suite struct ArchiveCorpusTests {
    /// What this reader makes of a file; nil if it is neither tar nor gzip and so is not read at all.
    func read(_ url: URL) throws -> (members: [ArchiveMember], error: ArchiveReadError?)? {
        let file = try RegularFile(opening: ByteString(url.path))
        var members: [ArchiveMember] = []
        func readAll(_ tar: TarReader, _ finish: () throws(ArchiveReadError) -> Void) -> ArchiveReadError? {
            do throws(ArchiveReadError) {
                while let member = try tar.next() { members.append(member) }
                try finish()
                return nil
            } catch {
                return error
            }
        }
        switch try ArchiveSniffer(file).outer {
        case .gzip:
            let reader = try GzipTarReader(file)
            let error = readAll(reader.tar) { () throws(ArchiveReadError) in _ = try reader.finish() }
            return (members, error)
        case .zip, .bzip2: return nil
        default:
            let reader = TarReader(FileByteStream(file))
            let error = readAll(reader) { () throws(ArchiveReadError) in _ = try reader.finish() }
            return (members, error)
        }
    }

    /// The names that other readers see, for comparison.
    func names(_ members: [ArchiveMember]) -> [String] {
        members.map { ArchiveCorpus.fold(ArchiveCorpus.shown($0.name.bytes)) }
    }

    @Test(arguments: ["tool-made", "go-archive-tar", "tar-rs"])
    func agreesWithOtherReaders(_ corpus: String) throws {
        var counts: [String: Int] = [:]
        for file in try ArchiveCorpus.files(corpus)
        where !file.verdict.isEmpty && (!file.name.hasSuffix(".gz") || file.name.contains(".tar")) {
            guard let (members, error) = try read(file.url) else {
                counts["not tar", default: 0] += 1
                continue
            }
            counts[file.verdict, default: 0] += 1
            let names = names(members)
            switch file.verdict {
            case "all-read-same-count", "all-read-counts-differ":
                #expect(error == nil, "\(file.name)")
                #expect(file.readings.contains { $0.names == names }, "\(file.name): \(names)")
                for (index, member) in members.enumerated() {
                    let sizes = file.readings.compactMap { $0.sizes.indices.contains(index) ? $0.sizes[index] : nil }
                    #expect(
                        sizes.contains(member.size), "\(file.name): \(member.name) has \(member.size), not \(sizes)")
                }
            case "all-fail": #expect(error != nil, "\(file.name)")
            default:
                #expect(
                    file.readings.contains { error != nil ? $0.isRefused : !$0.isRefused && $0.names == names },
                    "\(file.name): \(names), \(String(describing: error))")
            }
        }
        print("ArchiveCorpusTests: \(corpus): \(counts.sorted { $0.key < $1.key })")
    }

    @Test func decompressesWhatOthersDo() throws {
        var count = 0
        for file in try ArchiveCorpus.files("go-gzip") where !file.verdict.isEmpty {
            let (contents, stream, error) = try inflate(Array(Data(contentsOf: file.url)))
            switch file.verdict {
            case "all-ok":
                #expect(error == nil, "\(file.name)")
                #expect(stream.trailingData == nil)
                #expect(Int64(contents.count) == stream.uncompressedBytes)
            case "all-fail": #expect(error != nil, "\(file.name)")
            default: #expect(file.readings.contains { $0.isRefused == (error != nil) }, "\(file.name)")
            }
            count += 1
        }
        print("ArchiveCorpusTests: go-gzip: \(count) files")
        #expect(count > 30)
    }

    /// Members are named as packed, so these must show.
    @Test func oddMembersAreVisible() throws {
        let base = Checkout.corpora
        let label = try read(base.appending(path: "tool-made/data/gnutar-label.tar.gz"))
        #expect(label?.members.first?.kind == .special(UInt8(ascii: "V")))
        let dump = try read(base.appending(path: "tool-made/data/gnutar-incremental.tar.gz"))
        #expect(dump?.members.contains { $0.kind == .special(UInt8(ascii: "D")) } == true)
        let zero = try read(base.appending(path: "go-archive-tar/data/pax-nul-path.tar"))
        #expect(zero?.members.first?.name.bytes.last == 0)
        let slip = try read(base.appending(path: "tool-made/data/gnutar-dotdot.tar.gz"))
        #expect(slip?.members.contains { $0.name.hasPrefix("./../") } == true)
    }

    @Test func aBombIsReadInFlatMemory() throws {
        let file = try RegularFile(
            opening: ByteString(Checkout.corpora.appending(path: "tool-made/data/bomb-1GiB-member.tar.gz").path))
        let reader = try GzipTarReader(file)
        #expect(try reader.tar.next()?.size == 1 << 30)
        let summary = try reader.finish()
        #expect(summary.uncompressedBytes > 1 << 30)
        #expect(summary.compressedBytes == file.size)
        let limited = try GzipTarReader(file, sizeLimit: 1 << 20)
        #expect(throws: ArchiveReadError.sizeLimit(1 << 20)) { try limited.finish() }
    }
}
