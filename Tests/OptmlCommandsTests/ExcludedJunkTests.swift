import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// `--exclude-junk` says what it left out, and how an upload leaves out the same.
@Suite struct ExcludedJunkTests {
    private let folder: TemporaryDirectory

    init() throws { folder = try TemporaryDirectory() }

    private func note(_ root: String, _ more: String...) throws -> String {
        try Command.optml(in: folder).run(["layout", root, "--exclude-junk", "--format", "json"] + more).errorText
    }

    @Test func saysHowMuch() throws {
        for name in [".DS_Store", "a/.DS_Store", "a/x.pyc", "__pycache__/y", "config.json"] {
            try folder.write("m/\(name)", "x")
        }
        let note = try note("m")
        #expect(
            note.hasPrefix(
                "optml: note: --exclude-junk left out 3 files and 1 directory with what is below; for 'aws s3 sync' give "
            ))
        #expect(
            note.hasSuffix("--exclude '*.pyc' --exclude '*/.DS_Store' --exclude .DS_Store --exclude '__pycache__/*'\n"))
        #expect(try self.note("m", "--quiet") == "")
        try folder.write("clean/a", "x")
        #expect(try self.note("clean") == "")
        // What patterns leave out is the user's own.
        #expect(try Command.optml(in: folder).run("layout", "m", "--exclude", "*").errorText == "")
        #expect(
            try Command.optml(in: folder).run("layout", "m", "--exclude-junk", "--every-combination").errorText == "")
    }

    /// Of an archive nothing is left out, and that is said.
    @Test func saysThatAnArchiveStaysWhole() throws {
        try folder.write("m/weights", "x")
        let optml = Command.optml(in: folder)
        _ = try optml.run("pack", "m", "-o", "m.tar.gz")
        let note =
            "optml: note: m.tar.gz: is no directory, so --exclude, --include and --exclude-junk leave out nothing of it\n"
        #expect(try optml.run("layout", "m.tar.gz", "--exclude-junk").errorText == note)
        #expect(try optml.run("layout", "m.tar.gz", "--exclude", "w*").errorText == note)
        #expect(try optml.run("layout", "m.tar.gz", "--exclude", "w*", "--quiet").errorText == "")
        #expect(try optml.run("layout", "m.tar.gz").errorText == "")
    }

    /// The options that are printed leave out just what `--exclude-junk` does.
    @Test func optionsLeaveOutTheSame() throws {
        var random = SplitMix64(seed: TestSeed.make())
        let names = [
            ".DS_Store", "Thumbs.db", "desktop.ini", "._a", "._", "x.pyc", "x.part", "y.incomplete", "f", "b.json",
            ".gitkeep",
            "x.DS_Store", ".DS_Store.x",
        ]
        let directories = [
            ".git", "__pycache__", "__MACOSX", ".ipynb_checkpoints", ".venv", ".cache/huggingface", "a", "b", "._d",
            "x.git",
            "huggingface", "a.pyc.d",
        ]
        for _ in 0..<TestScale.count(30, least: 4) {
            let root = "m\(random.next())"
            for _ in 0..<Int.random(in: 1...30, using: &random) {
                let parents = (0..<Int.random(in: 0...2, using: &random)).map { _ in
                    directories.randomElement(using: &random) ?? "a"
                }
                let name = names.randomElement(using: &random) ?? "a"
                try folder.write(([root] + parents + [name]).joined(separator: "/"), "x")
            }
            let note = try note(root)
            let options = note.firstRange(of: "give ").map { note[$0.upperBound...] } ?? ""
            let files = { (text: Data) throws -> [String] in
                let json = try JSONSerialization.jsonObject(with: text) as? [String: Any]
                let rows = json?["layout"] as? [[String: Any]] ?? []
                return rows.filter { $0["type"] as? String == "file" }.compactMap { $0["path"] as? String }
            }
            let kept = try files(
                Command.optml(in: folder).run("layout", root, "--exclude-junk", "--format", "json").output)
            let script = "optml layout \(root) --format json \(options.replacing("\n", with: " "))"
            #expect(try files(Command.shell(script, in: folder).output) == kept, "\(script)")
        }
    }
}
