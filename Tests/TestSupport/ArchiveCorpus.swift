package import Foundation
import ModelArtifacts

/// Archives of other projects, with what readers that others made say of each: a folder of `testdata/corpora`.
package struct ArchiveCorpus {
    /// What one reader has made of an archive.
    package struct Reading {
        package let isRefused: Bool
        /// Names with slashes at the end and leading `./` folded away.
        package let names: [String]
        /// In bytes; empty for readers that do not tell.
        package let sizes: [Int64]
    }

    package struct File {
        package let name: String
        package let url: URL
        /// How the readers agree, such as `all-fail`; empty for a file that none was given.
        package let verdict: String
        /// What is odd about its members, such as `dotdot`.
        package let flags: Set<String>
        package let readings: [Reading]
    }

    /// All of them.
    package static let names = ["tool-made", "go-archive-tar", "tar-rs", "go-gzip"]

    /// The files of one corpus, by name.
    package static func files(_ corpus: String) throws -> [File] {
        let base = Checkout.corpora.appending(path: corpus)
        let table = try String(contentsOf: base.appending(path: "ORACLE.tsv"), encoding: .utf8)
        var rows: [String: [String]] = [:]
        for line in table.split(separator: "\n").dropFirst() {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            rows[fields[0]] = fields
        }
        let data = base.appending(path: "data")
        return try FileManager.default.contentsOfDirectory(atPath: data.path).sorted().map { name in
            let url = data.appending(path: name)
            guard let row = rows[name] else {
                return File(name: name, url: url, verdict: "", flags: [], readings: [])
            }
            let oracle = try String(contentsOf: base.appending(path: "oracle/\(name).json"), encoding: .utf8)
            return File(
                name: name, url: url, verdict: row[3], flags: flags(row[6]), readings: try readings(oracle))
        }
    }

    /// Flags stand apart by spaces; what Python raised starts with `py:` and may have one of its own.
    private static func flags(_ field: String) -> Set<String> {
        Set(field.replacing("py:EXC ", with: "py:").split(separator: " ").map(String.init))
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
                isRefused: reading["ok"] as? Bool != true,
                names: members.map { fold($0["name"] as? String ?? "") },
                sizes: members.map { ($0["size"] as? NSNumber)?.int64Value ?? -1 })
        }
        let tools = ["gnutar", "bsdtar", "gnugzip", "pigz"].compactMap { reader -> Reading? in
            guard let reading = object[reader] as? [String: Any] else { return nil }
            let names = reading["names"] as? [String] ?? []
            return Reading(
                isRefused: reading["rc"] as? Int != 0,
                names: names.map { fold(shown(unescape($0))) }, sizes: [])
        }
        return libraries + tools
    }

    /// The name without what packers write differently.
    package static func fold(_ name: String) -> String {
        var name = name
        while name.hasSuffix("/") { name.removeLast() }
        while name.hasPrefix("./") { name.removeFirst(2) }
        return name == "." ? "" : name
    }

    /// The text of a name with a replacement character for every byte that is not UTF-8.
    package static func shown(_ bytes: [UInt8]) -> String {
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
