import Foundation
import ModelArtifacts
import Testing

/// Archives of other projects, with what four readers make of each of them. They lie beside the checkout, if at all.
struct ArchiveCorpus {
    /// What one reader has made of an archive.
    struct Reading {
        let reader: String
        let isRefused: Bool
        /// Names with slashes at the end and leading `./` folded away.
        let names: [String]
        /// Empty for readers that do not tell.
        let sizes: [Int64]
    }

    struct File: CustomTestStringConvertible {
        let name: String
        let verdict: String
        let url: URL
        let readings: [Reading]
        var testDescription: String { name }
    }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "shared/corpora")

    static let names = ["tool-made", "go-archive-tar", "tar-rs", "zip-slip", "go-gzip"]

    static let isThere = names.allSatisfy {
        FileManager.default.fileExists(atPath: folder.appending(path: "\($0)/ORACLE.tsv").path)
    }

    /// The files of one corpus.
    static func files(_ corpus: String) throws -> [File] {
        let base = folder.appending(path: corpus)
        let table = try String(contentsOf: base.appending(path: "ORACLE.tsv"), encoding: .utf8)
        return try table.split(separator: "\n").dropFirst().map { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let oracle = try String(contentsOf: base.appending(path: "oracle/\(fields[0]).json"), encoding: .utf8)
            return File(
                name: fields[0], verdict: fields[3], url: base.appending(path: "data/\(fields[0])"),
                readings: try readings(oracle))
        }
    }

    private static func readings(_ oracle: String) throws -> [Reading] {
        // Python shows a byte that is not UTF-8 as half of a surrogate pair, which is no JSON.
        let lone = try NSRegularExpression(pattern: #"(?<!\\ud[89ab][0-9a-f]{2})\\udc[89a-f][0-9a-f]"#)
        let text = lone.stringByReplacingMatches(
            in: oracle, range: NSRange(oracle.startIndex..., in: oracle), withTemplate: #"\\ufffd"#)
        let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
        let libraries = ["python", "go"].compactMap { reader -> Reading? in
            guard let reading = object[reader] as? [String: Any] else { return nil }
            let members = reading["members"] as? [[String: Any]] ?? []
            return Reading(
                reader: reader, isRefused: reading["ok"] as? Bool != true,
                names: members.map { fold($0["name"] as? String ?? "") },
                sizes: members.map { ($0["size"] as? NSNumber)?.int64Value ?? -1 })
        }
        let tools = ["gnutar", "bsdtar", "gnugzip", "pigz"].compactMap { reader -> Reading? in
            guard let reading = object[reader] as? [String: Any] else { return nil }
            let names = reading["names"] as? [String] ?? []
            return Reading(
                reader: reader, isRefused: reading["rc"] as? Int != 0,
                names: names.map { fold(shown(unescape($0))) }, sizes: [])
        }
        return libraries + tools
    }

    /// The name without what packers write differently.
    static func fold(_ name: String) -> String {
        var name = name
        while name.hasSuffix("/") { name.removeLast() }
        while name.hasPrefix("./") { name.removeFirst(2) }
        return name == "." ? "" : name
    }

    /// The text of a name with a replacement character for every byte that is not UTF-8.
    static func shown(_ bytes: [UInt8]) -> String {
        var text = ""
        var decoder = UTF8DecoderPosition(0)
        while let piece = decoder.next(in: bytes) {
            switch piece {
            case .scalar(let scalar): text.unicodeScalars.append(scalar)
            case .invalid: text += "\u{FFFD}"
            }
        }
        return text
    }

    /// Undoes the escapes of the two tar tools: three octal digits, a letter or the character itself.
    private static func unescape(_ name: String) -> [UInt8] {
        let letters: [Character: UInt8] = ["n": 10, "t": 9, "r": 13, "a": 7, "b": 8, "f": 12, "v": 11]
        var bytes: [UInt8] = []
        var rest = Substring(name)
        while let character = rest.popFirst() {
            guard character == "\\" else {
                bytes += character.utf8
                continue
            }
            if let value = UInt8(rest.prefix(3), radix: 8), rest.count >= 3 {
                bytes.append(value)
                rest = rest.dropFirst(3)
            } else if let escaped = rest.popFirst() {
                if let letter = letters[escaped] { bytes.append(letter) } else { bytes += escaped.utf8 }
            }
        }
        return bytes
    }
}
