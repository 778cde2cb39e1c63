import ModelArtifacts
import TestSupport
import Testing

/// The headers of members, byte by byte and as a reader takes them.
@Suite struct TarHeaderTests {
    /// What the reader makes of a header; contents are left out.
    static func read(_ member: PackedMember, modificationTime: Int64 = 0) -> ArchiveMember? {
        let blocks = TarHeader(member, modificationTime: modificationTime).blocks
        let padding = [UInt8](repeating: 0, count: Int(member.size < 1 << 20 ? (member.size + 511) / 512 * 512 : 0))
        return list(blocks + padding + [UInt8](repeating: 0, count: 1024)).members.first
    }

    static func text(_ block: [UInt8], _ range: Range<Int>) -> String { String(decoding: block[range], as: UTF8.self) }

    @Test func fields() {
        let member = PackedMember(path: "code/run.sh", kind: .file, size: 1234, isExecutable: true)
        let block = TarHeader(member, modificationTime: 1_700_000_000).blocks
        #expect(block.count == 512)
        #expect(Self.text(block, 0..<11) == "code/run.sh" && block[11..<100].allSatisfy { $0 == 0 })
        #expect(Self.text(block, 100..<108) == "0000755\0")
        #expect(Self.text(block, 108..<124) == "0000000\u{0}0000000\0")
        #expect(Self.text(block, 124..<136) == "00000002322\0")
        #expect(Self.text(block, 136..<148) == "14524770400\0")
        #expect(Self.text(block, 156..<157) == "0" && block[157..<257].allSatisfy { $0 == 0 })
        #expect(Self.text(block, 257..<265) == "ustar\u{0}00")
        #expect(block[265..<329].allSatisfy { $0 == 0 })
        #expect(Self.text(block, 329..<345) == "0000000\u{0}0000000\0")
        #expect(block[345...].allSatisfy { $0 == 0 })
        var summed = block
        summed.replaceSubrange(148..<156, with: repeatElement(32, count: 8))
        let octal = String(summed.reduce(0) { $0 + Int($1) }, radix: 8)
        let digits = String(repeating: "0", count: 6 - octal.count) + octal
        #expect(Self.text(block, 148..<156) == digits + "\0 ")
    }

    /// Names at the edges of the fields, with the number of blocks that they take.
    static let names: [(length: Int, slash: Int?, blocks: Int)] = [
        (100, nil, 1), (101, nil, 3), (101, 0, 3), (101, 1, 1), (155, 80, 1), (156, 60, 1), (156, 154, 1),
        (255, nil, 3),
        (256, 155, 1), (256, 154, 3), (256, 156, 3), (257, 155, 3), (255, 154, 1), (2000, 200, 6),
    ]

    @Test(arguments: names) func namesAtTheEdges(_ name: (length: Int, slash: Int?, blocks: Int)) throws {
        var path = [UInt8](repeating: UInt8(ascii: "n"), count: name.length)
        if let slash = name.slash { path[slash] = UInt8(ascii: "/") }
        for kind in [PackedMember.Kind.file, .directory] {
            // The slash at the end of a directory's name takes a place, too.
            let count = kind == .directory ? path.count - 1 : path.count
            let member = PackedMember(
                path: ByteString(Array(path.prefix(count))), kind: kind, isExecutable: kind == .directory)
            let header = TarHeader(member, modificationTime: 0)
            #expect(header.byteCount == header.blocks.count)
            #expect(header.blocks.count == 512 * name.blocks, "\(name), \(kind)")
            let read = try #require(Self.read(member))
            #expect(MemberPath(read.name).path == MemberPath(member.path).path)
            #expect(read.mode == member.mode && read.warning == nil)
        }
    }

    /// The length of a record counts its own digits.
    @Test(arguments: 80...120) func recordLengths(_ count: Int) throws {
        for count in [count, count + 900] {
            let path = ByteString(String(repeating: "é", count: count / 2))
            let read = try #require(Self.read(PackedMember(path: path, kind: .file)))
            #expect(read.name == path)
        }
    }

    @Test func sizes() throws {
        for (size, blocks) in [(TarHeader.largestOctal, 1), (TarHeader.largestOctal + 1, 3), (Int64.max / 2, 3)] {
            let member = PackedMember(path: "w", kind: .file, size: size)
            let header = TarHeader(member, modificationTime: 0)
            #expect(header.blocks.count == 512 * blocks && header.byteCount == 512 * blocks)
            #expect(Self.read(member)?.size == size)
        }
    }

    @Test func links() throws {
        for target in [
            "x", ByteString(String(repeating: "t", count: 100)), ByteString(String(repeating: "t", count: 101)), "日本",
        ] {
            let member = PackedMember(path: "l", kind: .symlink, target: target)
            let read = try #require(Self.read(member))
            #expect(read.kind == .symbolicLink && read.linkTarget == target && read.mode == 0o777)
        }
    }

    @Test func textBeyondASCII() throws {
        for path in ["ünï/日本.bin", "a\nb", "tab\t", "%20 =", ByteString(String(repeating: "日/", count: 500) + "x")] {
            let read = try #require(Self.read(PackedMember(path: path, kind: .file)))
            #expect(read.name == path)
            #expect(read.warning == nil)
        }
    }

    /// Bytes that are no text stand in the field as they are, or in records that say so.
    @Test func namesThatAreNotUTF8() throws {
        let short = ByteString(Array("caf".utf8) + [0xE9])
        #expect(TarHeader(PackedMember(path: short, kind: .file), modificationTime: 0).blocks.count == 512)
        #expect(Self.read(PackedMember(path: short, kind: .file))?.name == short)
        let long = ByteString([UInt8](repeating: 0xE9, count: 200))
        let blocks = TarHeader(PackedMember(path: long, kind: .file), modificationTime: 0).blocks
        #expect(Self.text(blocks, 512..<533) == "21 hdrcharset=BINARY\n")
        #expect(Self.read(PackedMember(path: long, kind: .file))?.name == long)
    }
}
