package import ModelArtifacts

/// Puts tar archives together header by header, wrong ones too: names of any bytes, any type flag, size or mode.
///
///     var tar = TarBuilder()
///     tar.add("config.json", contents: Array("{}".utf8))
///     tar.add("link", type: "2", link: "config.json")
///     tar.addPax(["path": [0xFF, 0x00]])          // for the member that follows
///     tar.add("short-name")
///     let archive = gzip(tar.finished)
///
/// `bytes` is the archive so far, for tests that want none of the end-of-archive blocks, or to spoil it.
package struct TarBuilder: Sendable {
    /// What the fields at 257 say.
    package enum Format: Sendable {
        /// Nothing: the archives of the seventh edition of Unix.
        case v7
        case ustar, gnu
    }

    package var format: Format
    /// All that has been added.
    package var bytes: [UInt8] = []

    package init(format: Format = .ustar) {
        self.format = format
    }

    /// The archive with its two blocks of zeros.
    package var finished: [UInt8] { bytes + [UInt8](repeating: 0, count: 1024) }

    /// Adds one header block, and `contents` padded to whole blocks.
    ///
    /// - Parameters:
    ///   - name: up to 100 bytes; what is longer is cut off.
    ///   - size: what the header says; the number of bytes of `contents` if nil.
    ///   - change: changes the 512 bytes of the header before its checksum is computed.
    package mutating func add(
        _ name: ByteString, contents: [UInt8] = [], type: Unicode.Scalar = "0", link: ByteString = "",
        mode: Int = 0o644, size: Int? = nil, change: (inout [UInt8]) -> Void = { _ in }
    ) {
        var header = [UInt8](repeating: 0, count: 512)
        func put(_ value: some Collection<UInt8>, at offset: Int, width: Int) {
            for (index, byte) in value.prefix(width).enumerated() { header[offset + index] = byte }
        }
        func octal(_ value: Int, at offset: Int, width: Int) {
            let digits = String(value, radix: 8)
            let padding = String(repeating: "0", count: max(width - 1 - digits.utf8.count, 0))
            put((padding + digits).utf8, at: offset, width: width)
        }
        put(name.bytes, at: 0, width: 100)
        octal(mode, at: 100, width: 8)
        octal(0, at: 108, width: 8)
        octal(0, at: 116, width: 8)
        octal(size ?? contents.count, at: 124, width: 12)
        octal(0, at: 136, width: 12)
        header[156] = UInt8(truncatingIfNeeded: type.value)
        put(link.bytes, at: 157, width: 100)
        switch format {
        case .v7: break
        case .ustar: put("ustar\u{0}00".utf8, at: 257, width: 8)
        case .gnu: put("ustar  \u{0}".utf8, at: 257, width: 8)
        }
        change(&header)
        put([UInt8](repeating: 0x20, count: 8), at: 148, width: 8)
        octal(header.reduce(0) { $0 + Int($1) }, at: 148, width: 7)
        bytes += header
        bytes += contents
        bytes += [UInt8](repeating: 0, count: (512 - contents.count % 512) % 512)
    }

    /// Adds a pax header for the member that follows, or a global one with type `g`. Keys are sorted.
    package mutating func addPax(_ records: [String: [UInt8]], type: Unicode.Scalar = "x") {
        var body: [UInt8] = []
        for (key, value) in records.sorted(by: { $0.key < $1.key }) { body += Self.paxRecord(key, value) }
        add("PaxHeaders/x", contents: body, type: type)
    }

    /// Adds GNU tar's header for a name that is too long for its field, `L`, or a link's target, `K`.
    package mutating func addGNULong(_ name: ByteString, type: Unicode.Scalar = "L") {
        add("././@LongLink", contents: name.bytes + [0], type: type)
    }

    /// One record with its length, which counts itself.
    package static func paxRecord(_ key: String, _ value: [UInt8]) -> [UInt8] {
        let rest = [0x20] + Array(key.utf8) + [0x3D] + value + [0x0A]
        var length = rest.count
        while String(length).utf8.count + rest.count != length { length = String(length).utf8.count + rest.count }
        return Array(String(length).utf8) + rest
    }
}
