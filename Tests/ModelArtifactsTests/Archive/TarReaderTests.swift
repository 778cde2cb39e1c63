import ModelArtifacts
import TestSupport
import Testing

@Suite struct TarReaderTests {
    @Test func listsEveryKind() {
        var tar = TarBuilder()
        tar.add("./", type: "5", mode: 0o755)
        tar.add("./file", contents: Array("content".utf8), mode: 0o4600)
        tar.add("link", type: "2", link: "./file", mode: 0o777)
        tar.add("hard", type: "1", link: "./file")
        tar.add("fifo", type: "6")
        tar.add("char", type: "3")
        tar.add("block", type: "4")
        tar.add("contiguous", type: "7")
        tar.add("unknown", contents: [1], type: "Z")
        tar.add("old-directory/", type: "\u{0}")
        tar.add("more", type: "M")
        let (members, trailing, error) = list(tar.finished)
        #expect(error == nil)
        #expect(trailing == nil)
        #expect(
            members.map(\.kind) == [
                .directory, .file, .symbolicLink, .hardLink, .fifo, .characterDevice, .blockDevice, .file,
                .special(UInt8(ascii: "Z")), .directory, .special(UInt8(ascii: "M")),
            ])
        #expect(members[0].name == "./")
        #expect(members[1].size == 7)
        #expect(members[1].storedSize == 7)
        #expect(members[1].mode == 0o4600)
        #expect(members[1].headerOffset == 512)
        #expect(members[1].linkTarget == nil)
        #expect(members[2].linkTarget == "./file")
        #expect(members[3].linkTarget == "./file")
        #expect(members[2].headerOffset == 1536)
        #expect(members.allSatisfy { $0.warning == nil })
    }

    @Test func hardLinkWithoutTargetIsStillOne() {
        var tar = TarBuilder()
        tar.add("hard", type: "1")
        let member = list(tar.finished).members.first
        #expect(member?.kind == .hardLink)
        #expect(member?.linkTarget == "")
    }

    @Test func namesAreTheBytesAsPacked() {
        let odd = ByteString([0xFF, 0x0A, 0xC3, 0xA9, 0x1B])
        for format in [TarBuilder.Format.v7, .ustar, .gnu] {
            var tar = TarBuilder(format: format)
            tar.add(odd)
            tar.add("")
            tar.add("/")
            #expect(list(tar.finished).members.map(\.name) == [odd, "", "/"])
        }
        let long = ByteString([UInt8](repeating: 0xFE, count: 3000))
        var tar = TarBuilder(format: .gnu)
        tar.addGNULong(long)
        tar.addGNULong(odd + long, type: "K")
        tar.add("short", type: "2", link: "x")
        tar.addPax(["path": long.bytes, "linkpath": odd.bytes])
        tar.add("short", type: "1")
        tar.addPax(["path": Array("über/ü/".utf8)])
        tar.add("short")
        let (members, _, error) = list(tar.finished)
        #expect(error == nil)
        #expect(members.map(\.name) == [long, long, "über/ü/"])
        #expect(members[0].linkTarget == odd + long)
        #expect(members[1].linkTarget == odd)
        #expect(members[2].kind == .directory)
        #expect(members.map(\.headerOffset).first == 0)
        #expect(members.allSatisfy { $0.warning == nil })
    }

    @Test func zeroBytesInPaxNamesAreShown() {
        var tar = TarBuilder()
        tar.addPax(["path": [0x61, 0, 0x62], "linkpath": [0x63, 0]])
        tar.add("a", type: "2", link: "c")
        tar.addPax(["path": [0, 0x62]])
        tar.add("a")
        let members = list(tar.finished).members
        #expect(members.map(\.name.bytes) == [[0x61, 0, 0x62], [0, 0x62]])
        #expect(members.first?.linkTarget?.bytes == [0x63, 0])
    }

    @Test func labelsAndDumpsAreVisible() throws {
        var tar = TarBuilder(format: .gnu)
        tar.add("LABEL", type: "V")
        tar.add("dump/", contents: Array("Yfile\u{0}\u{0}".utf8), type: "D")
        tar.add("dump/file", contents: [1, 2, 3])
        let reader = TarReader(FileByteStream(MemoryFile(tar.finished)))
        let label = try reader.next()
        #expect(label?.kind == .special(UInt8(ascii: "V")))
        #expect(try reader.readBlock { (_, _) throws(ArchiveReadError) in } == false)
        let dump = try reader.next()
        #expect(dump?.kind == .special(UInt8(ascii: "D")))
        #expect(dump?.headerOffset == 512)
        let file = try reader.next()
        #expect(file?.name == "dump/file")
        #expect(try reader.prefix(10, of: file) == [1, 2, 3])
        #expect(try reader.next() == nil)
        #expect(try reader.finish() == nil)

        var only = TarBuilder(format: .gnu)
        only.add("LABEL", type: "V")
        #expect(list(only.finished).members.map(\.name) == ["LABEL"])
        #expect(list(only.bytes).members.map(\.name) == ["LABEL"])
    }

    @Test func contentsComeInPieces() throws {
        var generator = SampleBytes(seed: 5)
        let contents = generator.bytes(600_001)
        var tar = TarBuilder()
        tar.add("big", contents: contents)
        tar.add("small", contents: [9])
        let reader = TarReader(FileByteStream(MemoryFile(tar.finished)))
        #expect(try reader.prefix(5, of: reader.next()) == Array(contents.prefix(5)))
        #expect(try reader.prefix(5, of: reader.next()) == [9])

        let again = TarReader(FileByteStream(MemoryFile(tar.finished)))
        _ = try again.next()
        var read: [UInt8] = []
        try again.readContents { (offset, bytes) throws(ArchiveReadError) in
            #expect(offset == Int64(read.count))
            read += bytes
        }
        #expect(read == contents)
        #expect(try again.readBlock { (_, _) throws(ArchiveReadError) in } == false)
        #expect(try again.next()?.name == "small")
    }

    @Test func holesCountButAreNotWalked() throws {
        var tar = TarBuilder()
        // GNU's sparse format 0.1: one byte at 3, in a file of a tebibyte.
        tar.addPax([
            "GNU.sparse.map": Array("3,1".utf8), "GNU.sparse.numblocks": Array("1".utf8),
            "GNU.sparse.name": Array("real".utf8), "GNU.sparse.size": Array("1099511627776".utf8),
        ])
        tar.add("GNUSparseFile.0/real", contents: [7])
        tar.add("next")
        let reader = TarReader(FileByteStream(MemoryFile(tar.finished)))
        let member = try reader.next()
        #expect(member?.name == "real")
        #expect(member?.size == 1 << 40)
        #expect(member?.storedSize == 1)
        #expect(try reader.prefix(6, of: member) == [0, 0, 0, 7, 0, 0])
        #expect(try reader.next()?.name == "next")
    }

    @Test func strayFieldsOfGNUHeadersAreNoSizes() throws {
        var tar = TarBuilder(format: .gnu)
        tar.add("a", contents: [1, 2, 3]) { header in header.replaceSubrange(483..<487, with: Array("4200".utf8)) }
        let reader = TarReader(FileByteStream(MemoryFile(tar.finished)))
        let member = try reader.next()
        #expect(member?.size == 3)
        #expect(try reader.prefix(100, of: member) == [1, 2, 3])
    }

    @Test func archivesMayLackTheirEnd() {
        var tar = TarBuilder()
        tar.add("a", contents: [1])
        #expect(list(tar.bytes).error == nil)
        #expect(list(tar.bytes).members.count == 1)
        #expect(list(tar.bytes + [UInt8](repeating: 0, count: 512)).error == nil)
        #expect(list([]).error == nil)
    }

    @Test func damageBehindAnExtensionHeaderIsToldToo() {
        var tar = TarBuilder()
        tar.add("a")
        tar.addPax(["path": [0x62]])
        tar.add("b")
        var bytes = tar.finished
        bytes[1536] ^= 1
        #expect(list(bytes).error?.tarFault?.offset == 1536)
        for length in [600, 1024, 1100, 1536, 1600] {
            let fault = TarFault(message: "tar archive is cut off", offset: Int64(length), afterMember: "a")
            #expect(list(Array(bytes[..<length])).error == .tar(fault), "\(length) bytes")
        }
    }

    @Test(arguments: [0, 1, 511, 512, 200_000, 262_144, 600_000])
    func dataBehindTheEndIsSeen(_ zeros: Int) {
        for length in [0, 3, 600, 261_120, 261_632, 262_144] {
            var tar = TarBuilder()
            tar.add("a", contents: [UInt8](repeating: 1, count: length))
            let start = tar.finished + [UInt8](repeating: 0, count: zeros)
            let (members, trailing, error) = list(start + [5, 0, 6])
            #expect(error == nil)
            #expect(members.count == 1)
            #expect(trailing == TrailingData(offset: Int64(start.count), count: 3))
            #expect(list(start).trailing == nil)
        }
    }

    @Test func dataBehindOneZeroBlockIsSeen() {
        // Whether or not the two lie in the same block of the stream.
        for length in [3, 261_120, 261_632] {
            var tar = TarBuilder()
            tar.add("a", contents: [UInt8](repeating: 1, count: length))
            let end = tar.bytes.count + 512
            let bytes = tar.bytes + [UInt8](repeating: 0, count: 512) + [UInt8](repeating: 7, count: 600)
            #expect(list(bytes).trailing == TrailingData(offset: Int64(end), count: 600))
        }
    }

    @Test func damageIsToldWithItsPlace() {
        var tar = TarBuilder()
        tar.add("a", contents: [1])
        tar.add("b", contents: [1])
        var bytes = tar.finished
        bytes[1024] ^= 1
        let (members, _, error) = list(bytes)
        #expect(members.map(\.name) == ["a"])
        #expect(error?.tarFault?.offset == 1024)
        #expect(error?.tarFault?.afterMember == "a")
        #expect(error?.tarFault?.message == "tar header has a wrong checksum")
        #expect(
            error?.description
                == "tar header has a wrong checksum at byte 1024 of the uncompressed archive, after member 'a'")

        #expect(list(Array(tar.bytes[..<1000])).error?.tarFault?.afterMember == "a")
        #expect(
            list(Array(tar.bytes[..<1300])).error
                == .tar(TarFault(message: "tar archive is cut off", offset: 1300, afterMember: "a")))
        #expect(
            list(Array(tar.bytes[..<1540])).error
                == .tar(TarFault(message: "tar archive is cut off", offset: 1540, afterMember: "b")))
        #expect(list([UInt8](repeating: 0x41, count: 5000)).error?.tarFault?.message == "not a tar archive")
        #expect(list([0x41]).error?.tarFault != nil)
    }

    @Test func damageStays() {
        let reader = TarReader(FileByteStream(MemoryFile([UInt8](repeating: 0x41, count: 5000))))
        #expect(throws: ArchiveReadError.self) { try reader.next() }
        #expect(throws: ArchiveReadError.self) { try reader.next() }
        #expect(throws: ArchiveReadError.self) { try reader.finish() }
    }

    @Test(arguments: [
        "99 path=a\n", "path=a\n", "9 path=ab", "5 =a\n", "7 path\n", "08 a=b\n9999999 c=d\n", "-1 a=b\n",
    ])
    func damagedPaxHeadersAreDamage(_ records: String) {
        var tar = TarBuilder()
        tar.add("x", contents: Array(records.utf8), type: "x")
        tar.add("a")
        #expect(list(tar.finished).error?.tarFault != nil)
    }

    @Test func globalNamesAreWarnedOf() {
        var tar = TarBuilder()
        tar.addPax(["comment": Array("0123".utf8)], type: "g")
        tar.add("a")
        tar.addPax(["path": Array("b".utf8)], type: "g")
        tar.add("c")
        let members = list(tar.finished).members
        #expect(members.map(\.name) == ["a", "c"])
        #expect(members.map { $0.warning != nil } == [false, true])
    }

    @Test func headersMayNotGrowWithoutBound() {
        var tar = TarBuilder()
        for _ in 0..<5 {
            tar.addPax(["comment": [UInt8](repeating: 0x41, count: 999_900)])
        }
        tar.add("a")
        #expect(list(tar.finished).error?.tarFault?.message == "headers of one member are larger than 4 MiB")
        var deep = TarBuilder()
        for _ in 0..<40 { deep.addPax(["comment": [0x41]]) }
        deep.add("a")
        #expect(list(deep.finished).error?.tarFault != nil)
    }

    @Test func headersAcrossBlocksAreReadWhole() {
        // The extension header begins in one block of the stream and ends in the next one.
        for gap in [261_632 - 512, 261_632 - 1024, 261_632 - 1536, 262_144 - 512] {
            var tar = TarBuilder()
            tar.add("filler", contents: [UInt8](repeating: 1, count: gap - 512))
            tar.addPax(["path": [0x61, 0] + [UInt8](repeating: 0x62, count: 1500)])
            tar.add("a", type: "D")
            let last = list(tar.finished).members.last
            #expect(last?.name.count == 1502)
            #expect(last?.kind == .special(UInt8(ascii: "D")))
            #expect(last?.headerOffset == Int64(gap))
        }
    }

    @Test func sizeLimitStops() {
        var tar = TarBuilder()
        tar.add("a", contents: [UInt8](repeating: 1, count: 1_000_000))
        #expect(
            list(TarReader(FileByteStream(MemoryFile(tar.finished)), sizeLimit: 500_000)).error == .sizeLimit(500_000))
    }
}
