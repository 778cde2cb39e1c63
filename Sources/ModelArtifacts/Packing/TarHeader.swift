/// The header blocks of a member as they are written; `ArchiveFormat.md` in the catalog describes them to the byte.
package struct TarHeader {
    /// The size of a block in bytes.
    static let blockSize = 512
    /// The largest size of a file that eleven octal digits hold: 8 GiB less one.
    package static let largestOctal: Int64 = (1 << 33) - 1

    /// A pax record.
    private typealias Record = (keyword: String, value: [UInt8])

    private let member: PackedMember
    private let modificationTime: Int64

    package init(_ member: PackedMember, modificationTime: Int64) {
        self.member = member
        self.modificationTime = modificationTime
    }

    /// The blocks: one, or where ustar cannot say it all, those of a pax header in front of it.
    package var blocks: [UInt8] {
        let records = records
        let isDirectory = member.kind == .directory
        guard !records.isEmpty else { return header(Self.split(name) ?? ([], name), target, size: member.size) }
        let substitute = Self.substitute(member.path.lastComponent, isDirectory: isDirectory)
        let body = records.flatMap(Self.line)
        let isNamed = records.contains { $0.keyword == "path" }
        let isLinked = records.contains { $0.keyword == "linkpath" }
        return header(
            (Array("PaxHeaders".utf8), Self.substitute(member.path.lastComponent, isDirectory: false)), [], type: "x",
            mode: 0o644, size: Int64(body.count))
            + body + [UInt8](repeating: 0, count: Self.padding(after: Int64(body.count)))
            + header(
                isNamed ? ([], substitute) : Self.split(name) ?? ([], substitute), isLinked ? [] : target,
                size: member.size > Self.largestOctal ? 0 : member.size)
    }

    /// The name as it is packed.
    private var name: [UInt8] { member.path.bytes + (member.kind == .directory ? [UInt8(ascii: "/")] : []) }

    private var target: [UInt8] { member.target?.bytes ?? [] }

    /// What only pax can say, in the order of the keywords.
    private var records: [Record] {
        var records: [Record] = []
        // Names that are not UTF-8, which have to be forced, are written as they are while there is room.
        if target.count > 100 || Self.isBeyondASCII(target) { records.append(("linkpath", target)) }
        if Self.split(name) == nil || Self.isBeyondASCII(name) { records.append(("path", name)) }
        if member.size > Self.largestOctal { records.append(("size", Array("\(member.size)".utf8))) }
        let isText = records.allSatisfy { Self.isUTF8($0.value) }
        return isText ? records : [("hdrcharset", Array("BINARY".utf8))] + records
    }

    /// The bytes that fill up the last block of so many.
    static func padding(after count: Int64) -> Int {
        Int((Int64(blockSize) - count % Int64(blockSize)) % Int64(blockSize))
    }

    /// The number of bytes that the blocks take.
    package var byteCount: Int {
        // What nearly every member is need not be written out to be counted.
        if member.path.count < 100, member.target == nil, member.size <= Self.largestOctal,
            Self.isASCII(member.path.bytes)
        {
            return Self.blockSize
        }
        return blocks.count
    }

    private func header(
        _ name: (prefix: [UInt8], name: [UInt8]), _ target: [UInt8], type: Unicode.Scalar? = nil, mode: UInt16? = nil,
        size: Int64
    ) -> [UInt8] {
        var block = [UInt8](repeating: 0, count: Self.blockSize)
        func put(_ bytes: some Collection<UInt8>, at offset: Int) {
            for (index, byte) in bytes.enumerated() { block[offset + index] = byte }
        }
        func putOctal(_ value: Int64, at offset: Int, digits: Int) {
            let text = String(value, radix: 8)
            put((String(repeating: "0", count: digits - text.utf8.count) + text).utf8, at: offset)
        }
        put(name.name, at: 0)
        putOctal(Int64(mode ?? member.mode), at: 100, digits: 7)
        putOctal(0, at: 108, digits: 7)
        putOctal(0, at: 116, digits: 7)
        putOctal(size, at: 124, digits: 11)
        putOctal(modificationTime, at: 136, digits: 11)
        put(repeatElement(UInt8(ascii: " "), count: 8), at: 148)
        block[156] = UInt8(ascii: type ?? Self.type(member.kind))
        put(target, at: 157)
        put("ustar\u{0}00".utf8, at: 257)
        putOctal(0, at: 329, digits: 7)
        putOctal(0, at: 337, digits: 7)
        put(name.prefix, at: 345)
        putOctal(block.reduce(0) { $0 + Int64($1) }, at: 148, digits: 6)
        block[154] = 0
        return block
    }

    private static func type(_ kind: PackedMember.Kind) -> Unicode.Scalar {
        switch kind {
        case .file: "0"
        case .directory: "5"
        case .symlink: "2"
        }
    }

    /// A name cut at a slash so that both pieces have room; nil if there is no such place.
    private static func split(_ name: [UInt8]) -> (prefix: [UInt8], name: [UInt8])? {
        if name.count <= 100 { return ([], name) }
        guard name.count <= 155 + 1 + 100 else { return nil }
        // The slash at the end of a directory's name belongs to its last component.
        let slash = name.indices.dropLast().last { name[$0] == UInt8(ascii: "/") && $0 <= 155 && $0 > 0 }
        guard let slash, name.count - slash - 1 <= 100 else { return nil }
        return (Array(name[..<slash]), Array(name[(slash + 1)...]))
    }

    /// What stands in a field of 100 bytes for a name that is in a pax record.
    private static func substitute(_ component: ByteString, isDirectory: Bool) -> [UInt8] {
        component.bytes.prefix(isDirectory ? 99 : 100).map { $0 < 0x80 ? $0 : UInt8(ascii: "_") }
            + (isDirectory ? [UInt8(ascii: "/")] : [])
    }

    /// A record: its length in decimal digits, itself included, a space, keyword and value, a line feed.
    private static func line(_ record: Record) -> [UInt8] {
        let rest = record.keyword.utf8.count + record.value.count + 3
        var length = rest + 1
        while length != rest + String(length).utf8.count { length = rest + String(length).utf8.count }
        return Array("\(length) \(record.keyword)=".utf8) + record.value + [UInt8(ascii: "\n")]
    }

    private static func isASCII(_ bytes: [UInt8]) -> Bool { ByteString(bytes).isASCII }

    /// Whether it is text that ustar has no encoding for.
    private static func isBeyondASCII(_ bytes: [UInt8]) -> Bool { !isASCII(bytes) && isUTF8(bytes) }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool { ByteString(bytes).isUTF8 }
}
