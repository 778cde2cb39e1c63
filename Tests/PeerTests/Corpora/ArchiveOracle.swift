import Foundation
import TestSupport

/// One archive of a corpus, with what four other readers made of it.
struct ArchiveOracle {
    /// The corpora with archives.
    static let corpora = ["tool-made", "go-archive-tar", "tar-rs", "zip-slip", "go-gzip"]

    /// Whether the corpora are on this machine.
    static let isThere = corpora.allSatisfy { Corpus.has("\($0)/ORACLE.tsv") }

    let url: URL
    /// Empty for a file that the table does not name.
    var verdict = ""
    var flags: Set<String> = []

    var name: String { url.lastPathComponent }

    /// All files of a corpus.
    static func files(_ corpus: String) throws -> [ArchiveOracle] {
        guard let folder = Corpus.url(corpus) else { return [] }
        let table = try String(contentsOf: folder.appending(path: "ORACLE.tsv"), encoding: .utf8)
        var rows: [String: [String]] = [:]
        for line in table.split(separator: "\n").dropFirst() {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            rows[fields[0]] = fields
        }
        let data = folder.appending(path: "data")
        return try FileManager.default.contentsOfDirectory(atPath: data.path).sorted().map { name in
            let url = data.appending(path: name)
            guard let row = rows[name] else { return ArchiveOracle(url: url) }
            return ArchiveOracle(url: url, verdict: row[3], flags: Self.flags(row[6]))
        }
    }

    /// Flags stand apart by spaces; what Python raised starts with `py:` and may have one of its own.
    private static func flags(_ field: String) -> Set<String> {
        Set(field.replacing("py:EXC ", with: "py:").split(separator: " ").map(String.init))
    }
}
