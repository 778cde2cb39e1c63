/// What a file's first bytes say it is.
package enum ContentKind: Hashable, Sendable {
    case gzip, tar, zip, zstd, bzip2, xz, sevenZip, html, gitLFSPointer, text, empty, unknown

    /// How many bytes ``of(prefix:)`` can make use of: a tar header.
    package static let prefixSize = 512

    /// Looks at the first bytes of a file: all of them, or ``prefixSize`` or more.
    package static func of(prefix: [UInt8]) -> ContentKind {
        if prefix.isEmpty { return .empty }
        for (magic, kind) in magics where prefix.starts(with: magic) { return kind }
        if TarHeaderProbe.isTar(prefix) { return .tar }
        guard isText(prefix) else { return .unknown }
        if prefix.starts(with: lfsVersion) { return .gitLFSPointer }
        return isMarkup(prefix) ? .html : .text
    }

    /// The first bytes of formats that have such.
    private static let magics: [([UInt8], ContentKind)] = [
        (GzipHeader.magic, .gzip),
        // A local file header, and the end of an archive without members (APPNOTE.TXT, sections 4.3.7 and 4.3.16).
        ([0x50, 0x4B, 0x03, 0x04], .zip), ([0x50, 0x4B, 0x05, 0x06], .zip),
        // RFC 8878, section 3.1.1.
        ([0x28, 0xB5, 0x2F, 0xFD], .zstd),
        (Array("BZh".utf8), .bzip2),
        // The .xz file format, section 2.1.1.1.
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], .xz),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .sevenZip),
    ]

    /// The first line of a pointer (Git LFS specification).
    private static let lfsVersion = Array("version https://git-lfs.github.com/spec/v1".utf8)

    private static func isMarkup(_ prefix: [UInt8]) -> Bool {
        let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let start = (prefix.starts(with: byteOrderMark) ? prefix.dropFirst(byteOrderMark.count) : prefix[...])
            .drop { [0x09, 0x0A, 0x0C, 0x0D, 0x20].contains($0) }
        let lowered = start.prefix(16).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        return ["<!doctype html", "<html", "<?xml"].contains { lowered.starts(with: $0.utf8) }
    }

    /// Whether the bytes are UTF-8 without control characters but those of layout.
    private static func isText(_ prefix: [UInt8]) -> Bool {
        var decoder = UTF8DecoderPosition(prefix.startIndex)
        while let piece = decoder.next(in: prefix) {
            switch piece {
            case .scalar(let scalar):
                let isControl = scalar.value < 0x20 || scalar.value == 0x7F
                if isControl, !(0x09...0x0D).contains(scalar.value) { return false }
            case .invalid:
                // The prefix may end inside of a character, which has up to four bytes.
                return prefix.count >= prefixSize && decoder.index > prefix.count - 3
            }
        }
        return true
    }
}

extension ContentKind: CustomStringConvertible {
    /// The kind in words that fit behind "it is".
    package var description: String {
        switch self {
        case .gzip: "gzip-compressed data"
        case .tar: "a plain tar archive that is not compressed"
        case .zip: "a zip archive"
        case .zstd: "zstd-compressed data"
        case .bzip2: "bzip2-compressed data"
        case .xz: "xz-compressed data"
        case .sevenZip: "a 7z archive"
        case .html: "an HTML or XML document"
        case .gitLFSPointer: "a Git LFS pointer instead of the file itself"
        case .text: "text"
        case .empty: "empty"
        case .unknown: "data of an unknown kind"
        }
    }

    /// What to do when a gzip-compressed tar archive is wanted and this is there; nil for gzip itself.
    package var remedy: String? {
        switch self {
        case .gzip: nil
        case .tar: "compress it with gzip"
        case .zip, .sevenZip, .zstd, .bzip2, .xz: "unpack it and pack the files again as a tar.gz archive"
        case .html: "download the archive again; this looks like an error page"
        case .gitLFSPointer: "run 'git lfs pull' and use the file that it brings"
        case .text, .empty, .unknown: "pack the model's files as a tar.gz archive"
        }
    }
}
