import Foundation
import TestSupport
import Testing

/// Manifests that Python's csv wrote are read as what they say.
@Suite(.enabled(if: Peer.python.isWanted, "Python is not installed"))
struct ManifestRoundTripTests {
    private static let names = [
        "a,b.json", "say \"hi\".txt", "two\nlines", "cr\rlf\r\n.bin", " blank ", "\"", ",", "é,\u{65E5}\u{672C}",
        "=1+1",
        "sub/\"x\",\n/y", "plain",
    ]

    /// Reads a CSV file from standard input and writes it again as the arguments say: what is quoted, and how lines end.
    private static let rewrite = """
        import csv, io, sys
        rows = list(csv.reader(io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", newline=""), strict=True))
        out = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="")
        quoting = csv.QUOTE_ALL if sys.argv[1] == "all" else csv.QUOTE_MINIMAL
        end = "\\r\\n" if sys.argv[2] == "crlf" else "\\n"
        csv.writer(out, quoting=quoting, lineterminator=end).writerows(rows)
        """

    @Test(arguments: ["all", "minimal"], ["crlf", "lf"])
    func verifyReadsWhatPythonWrites(_ quoting: String, _ end: String) throws {
        let folder = try TemporaryDirectory()
        for (index, name) in Self.names.enumerated() {
            try folder.write("m/" + name, String(repeating: "x", count: index))
        }
        let manifest = try Optml.data(["manifest", folder.path + "/m", "--s3-uri", "s3://my-bucket/m/"])
        var python = try Peer.python.command()
        python.input = manifest
        let rewritten = try python.run("-c", Self.rewrite, quoting, end)
        #expect(rewritten.status == 0, "\(rewritten.errorText)")
        let csv = try folder.write("m.csv", rewritten.output)
        #expect(try Command.optml.run("verify", csv, folder.path + "/m").status == 0)

        let listing = try Command.optml.run("verify", csv, "--listing", csv, "--format", "json")
        #expect(listing.status == 0)
        let report = try JSONSerialization.jsonObject(with: listing.output) as? [String: Any]
        let paths = (report?["objects"] as? [[String: Any]])?.compactMap { $0["path"] as? String }
        #expect(Set(paths ?? []) == Set(Self.names))

        try folder.write("m/" + Self.names[3], "other")
        let changed = try Command.optml.run("verify", csv, folder.path + "/m")
        #expect(changed.status == 1)
        #expect(changed.text.contains("changed: 'cr\\rlf\\r\\n.bin' has 5 bytes instead of 3"))
    }
}
