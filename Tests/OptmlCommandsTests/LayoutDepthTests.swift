import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// Sums of directories, levels, and where files come from.
@Suite struct LayoutDepthTests {
    private let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    private static func depth(_ path: String) -> Int { path.split(separator: "/").count - 4 }

    /// The size and the files of directories against those of the files in them; levels against what is below them.
    @Test func sumsOfRandomTrees() throws {
        var random = SplitMix64(seed: TestSeed.make())
        for _ in 0..<TestScale.count(20, least: 3) {
            let root = "m\(random.next())"
            for number in 0..<Int.random(in: 1...40, using: &random) {
                let levels = Int.random(in: 0...4, using: &random)
                let names = (0..<levels).map { _ in ["a", "b", "a-", "a.b"].randomElement(using: &random) ?? "a" }
                try folder.write(
                    ([root] + names + ["f\(number)"]).joined(separator: "/"), random.data(Int(random.next() % 3000)))
            }
            let whole = try Command.optml(in: folder).report("layout", root, "--ignore", "*").layout
            let files = whole.filter { $0["type"] as? String == "file" }
            for row in whole where row["type"] as? String == "directory" {
                let path = (row["path"] as? String ?? "") + "/"
                let inside = files.filter { ($0["path"] as? String ?? "").hasPrefix(path) }
                #expect(row["files"] as? Int == inside.count, "\(path)")
                #expect(row["bytes"] as? Int == inside.reduce(0) { $0 + ($1["size"] as? Int ?? 0) }, "\(path)")
            }
            let text = try Command.optml(in: folder).run("layout", root, "--ignore", "*").text.split(separator: "\n")
            for levels in 0...5 {
                let cut = try Command.optml(in: folder).report("layout", root, "--ignore", "*", "--depth", "\(levels)")
                    .layout
                let expected = whole.filter { Self.depth($0["path"] as? String ?? "") < levels }
                let paths = { (rows: [[String: Any]]) in rows.map { $0["path"] as? String ?? "" } }
                #expect(paths(cut) == paths(expected))
                // In text, it is a line each, and one for the root.
                let shown = try Command.optml(in: folder).run("layout", root, "--ignore", "*", "--depth", "\(levels)")
                    .text
                let count = #/  \([0-9]+ files?\)$/#
                let lines = shown.split(separator: "\n").dropLast().map { String($0.replacing(count, with: "")) }
                #expect(lines.count == expected.count + 1)
                #expect(levels < 5 || lines == text.dropLast().map(String.init))
            }
        }
    }

    @Test func whatIsClosedIsCounted() throws {
        try folder.write("m/a/b/c", "123")
        try folder.write("m/a/d", "4")
        let text = try Command.optml(in: folder).run("layout", "m", "--depth", "1").text
        #expect(text.hasPrefix("4 B  /opt/ml/model/\n4 B  └── a/  (2 files)\n\n"))
        let root = try Command.optml(in: folder).run("layout", "m", "--depth", "0").text
        #expect(root.hasPrefix("4 B  /opt/ml/model/\n\n"))
        for arguments in [
            ["--depth", "-1"], ["--depth=-1"], ["--depth", "x"], ["--every-combination", "--depth", "1"],
        ] {
            #expect(try Command.optml(in: folder).run(["layout", "m"] + arguments).status == 64)
        }
    }

    @Test func unknownSizes() throws {
        try folder.write("keys", "a/x\na/y\nb\n")
        let text = try Command.optml(in: folder).run("layout", "--listing", "keys").text
        #expect(text.hasPrefix("?  /opt/ml/model/\n?  ├── a/\n?  │   ├── x\n?  │   └── y\n?  └── b\n"))
        let rows = try Command.optml(in: folder).report("layout", "--listing", "keys").layout
        #expect(rows.allSatisfy { $0["size"] == nil && $0["bytes"] == nil } && rows.first?["files"] as? Int == 2)
    }

    @Test func originsOverWhatExists() throws {
        try folder.write("m/a/new", "1")
        try folder.write("m/both", "22")
        try folder.write("keys.json", #"["m/a/old", "m/both", "m/gone/x"]"#)
        let arguments = ["m", "--s3-uri", "s3://my-bucket/m/", "--existing", "keys.json"]
        let report = try Command.optml(in: folder).report(["layout"] + arguments)
        let origins = Dictionary(
            report.layout.map { ($0["path"] as? String ?? "", $0["origin"] as? String ?? "") }
        ) { first, _ in first }
        #expect(
            origins == [
                "/opt/ml/model/a": "", "/opt/ml/model/a/new": "source", "/opt/ml/model/a/old": "existing",
                "/opt/ml/model/both": "source", "/opt/ml/model/gone": "", "/opt/ml/model/gone/x": "existing",
            ])
        let text = try Command.optml(in: folder).run(["layout"] + arguments).text
        #expect(text.contains("old  (in S3 already)\n") && !text.contains("new  (") && !text.contains("both  ("))
        let page = try Command.optml(in: folder).run(["layout"] + arguments + ["--format", "html"]).text
        #expect(page.components(separatedBy: "in S3 already").count == 3)
        // Hashing makes the rows anew.
        let hashed = try Command.optml(in: folder).report(["layout"] + arguments + ["--etags"])
        #expect(hashed.layout.map { $0["origin"] as? String } == report.layout.map { $0["origin"] as? String })
        // Without anything there, nothing is said.
        #expect(try Command.optml(in: folder).report("layout", "m").layout.allSatisfy { $0["origin"] == nil })
    }
}
