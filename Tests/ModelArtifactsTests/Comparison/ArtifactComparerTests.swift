import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// What is told of sources that differ.
@Suite struct ArtifactComparerTests {
    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
    }

    private func archive(_ name: String, _ build: (inout TarBuilder) -> Void) throws -> ComparedSource {
        var tar = TarBuilder()
        build(&tar)
        return ComparedSource(.path(ByteString(try folder.write(name, Data(gzip(tar.finished))))))
    }

    private func directory(_ name: String, _ files: [String: String]) throws -> ComparedSource {
        for (path, text) in files { try folder.write(name + "/" + path, text) }
        return ComparedSource(.path(ByteString(folder.path + "/" + name)))
    }

    private func listing(_ name: String, _ text: String) throws -> ComparedSource {
        ComparedSource(.listing(ByteString(try folder.write(name, text))), s3URI: "s3://bucket/m/")
    }

    private func compare(_ old: ComparedSource, _ new: ComparedSource) async throws -> ArtifactDiff {
        try await ArtifactComparer().compare(old, with: new)
    }

    private func lines(_ diff: ArtifactDiff) -> [String] {
        diff.changes.map { change in
            let aspects = change.aspects.map(\.rawValue).joined(separator: "+")
            let origin = change.kind == .moved ? " from \(change.from?.path.lastComponent ?? "")" : ""
            return
                "\(change.kind.rawValue) \(change.path.lastComponent)\(aspects.isEmpty ? "" : " " + aspects)\(origin)"
        } + diff.unverified.map { "\($0.reason.rawValue) \($0.to.path.lastComponent)" }
    }

    /// The executable bit counts where there is an archive, and nowhere else.
    @Test func modes() async throws {
        let old = try archive("old.tgz") { tar in
            tar.add("run", contents: [1], mode: 0o644)
            tar.add("same", contents: [2], mode: 0o600)
        }
        let new = try archive("new.tgz") { tar in
            tar.add("run", contents: [1], mode: 0o755)
            tar.add("same", contents: [2], mode: 0o644)
        }
        let diff = try await compare(old, new)
        #expect(lines(diff) == ["changed run mode"])
        #expect(diff.changes.first?.from?.mode == 0o644 && diff.changes.first?.to?.mode == 0o755)
        let files = try directory("d", ["run": "\u{1}", "same": "\u{2}"])
        #expect(try await lines(compare(old, files)).isEmpty)
        #expect(try await lines(compare(files, new)) == ["changed run mode"])
        let path = folder.path + "/d/run"
        try FileManager.default.setAttributes([.posixPermissions: 0o711], ofItemAtPath: path)
        #expect(try await lines(compare(files, new)).isEmpty)
        #expect(try await lines(compare(old, files)) == ["changed run mode"])
        let others = try directory("e", ["run": "\u{1}", "same": "\u{2}"])
        #expect(try await lines(compare(files, others)).isEmpty)
    }

    @Test func links() async throws {
        let old = try archive("old.tgz") { tar in
            tar.add("a", type: "2", link: "one")
            tar.add("b", type: "2", link: "two")
            tar.add("c", contents: [1, 2, 3])
            tar.add("d", type: "1", link: "./c")
            tar.add("e/", type: "5")
        }
        let new = try archive("new.tgz") { tar in
            tar.add("a", type: "2", link: "two")
            tar.add("b", contents: [9])
            tar.add("c", contents: [1, 2, 3])
            tar.add("d", contents: [1, 2, 3])
            tar.add("f/", type: "5")
        }
        let diff = try await compare(old, new)
        // A hard link is as good as a file.
        #expect(lines(diff) == ["changed a target", "type b", "removed e", "added f"])
        #expect(diff.summary.same == 2)
        #expect(diff.changes.first?.from?.target == "one" && diff.changes.first?.to?.target == "two")
        #expect(diff.changes[2].from?.kind == .directory)
    }

    /// Links to links, to nothing, and to themselves.
    @Test func hardLinks() async throws {
        let old = try archive("old.tgz") { tar in
            tar.add("a", type: "1", link: "b")
            tar.add("b", type: "1", link: "/c")
            tar.add("c", contents: [1, 2])
            tar.add("d", type: "1", link: "d")
            tar.add("e", type: "1", link: "nothing")
            tar.add("f", type: "1", link: "g")
            tar.add("g", type: "1", link: "f")
        }
        let new = try archive("new.tgz") { tar in
            for name in ["a", "b", "c"] { tar.add(ByteString(name), contents: [1, 2]) }
            tar.add("d", type: "1", link: "d")
            tar.add("e", type: "1", link: "none")
            tar.add("f", type: "1", link: "g")
            tar.add("g", contents: [])
        }
        #expect(try await lines(compare(old, new)) == ["changed e target", "changed f target", "changed g target"])
    }

    /// Of the members of one name the last one counts.
    @Test func membersThatComeTwice() async throws {
        let old = try archive("old.tgz") { tar in
            tar.add("a", contents: [1])
            tar.add("a", contents: [2])
        }
        #expect(try await lines(compare(old, directory("d", ["a": "\u{2}"]))).isEmpty)
        #expect(try await lines(compare(old, directory("e", ["a": "\u{1}"]))) == ["changed a content"])
    }

    /// Files of the same name belong together, then the first ones.
    @Test func moves() async throws {
        let old = try directory("old", ["a/x": "same", "b/y": "same", "c/z": "same", "empty": "", "k": "other"])
        let new = try directory(
            "new", ["d/y": "same", "e/w": "same", "f/v": "same", "g/u": "same", "void": "", "l": "OTHER"])
        let diff = try await compare(old, new)
        let moves = diff.changes.filter { $0.kind == .moved }.map { "\($0.from?.path ?? "") \($0.path)" }
        #expect(
            moves == [
                "/opt/ml/model/b/y /opt/ml/model/d/y", "/opt/ml/model/a/x /opt/ml/model/e/w",
                "/opt/ml/model/c/z /opt/ml/model/f/v",
            ])
        #expect(diff.summary.added == 3 && diff.summary.removed == 2)
    }

    /// A single file under the name of its object.
    @Test func files() async throws {
        let first = try folder.write("one/model.bin", "one")
        let second = try folder.write("two/model.bin", "two")
        let diff = try await compare(
            ComparedSource(.path(ByteString(first))), ComparedSource(.path(ByteString(second))))
        #expect(lines(diff) == ["changed model.bin content"])
        let renamed = ComparedSource(.path(ByteString(second)), s3URI: "s3://bucket/weights.bin")
        #expect(
            try await lines(compare(ComparedSource(.path(ByteString(second))), renamed))
                == ["moved weights.bin from model.bin"])
    }

    /// What listings do not tell is said.
    @Test func whatCannotBeCompared() async throws {
        let md5 = "\(String(repeating: "0", count: 31))1"
        let rows: [(key: String, size: Int?, etag: String?)] = [
            ("a", 3, nil), ("b", 3, "opaque"), ("c", 3, md5), ("d", 3, md5 + "-3"), ("e", nil, nil),
            ("f", 4, md5 + "-3"),
        ]
        let text = rows.map { row in
            let size = row.size.map { #", "Size": \#($0)"# } ?? ""
            let etag = row.etag.map { #", "ETag": "\#($0)""# } ?? ""
            return #"{"Key": "m/\#(row.key)"\#(size)\#(etag)}"#
        }.joined(separator: "\n")
        let files = try directory("d", Dictionary(uniqueKeysWithValues: rows.map { ($0.key, "xyz") }))
        let objects = try listing("l.json", text)
        let expected = [
            "changed c content", "changed f content", "no-etag a", "opaque-etag b", "changed d content", "no-etag e",
        ]
        #expect(try await Set(lines(compare(files, objects))) == Set(expected))
        #expect(try await Set(lines(compare(objects, files))) == Set(expected))
        let diff = try await compare(files, objects)
        #expect(diff.mayDiffer && diff.summary.unverified == 3 && diff.summary.changed == 3)
        #expect(diff.changes.first { $0.path.hasSuffix("/c") }?.remark == ContentRemark.text)
        #expect(
            diff.changes.first { $0.path.hasSuffix("/d") }?.remark?.contains("parts of unlike or unusual sizes")
                ?? false)
        #expect(diff.changes.first { $0.path.hasSuffix("/f") }?.remark == nil)
    }

    private enum ContentRemark {
        static let text = "other ETags at the same size are what unchanged objects under SSE-KMS or SSE-C have, too"
    }

    @Test func listingsOfListings() async throws {
        func md5(_ digit: String) -> String { String(repeating: digit, count: 32) }
        let mebibyte = 1 << 20
        // Of 5 parts each, of 8 MiB in aws-cli, or of others; 2 parts of 17 MiB are of 15 MiB, 16 MiB or the console's.
        let old = [
            ("a", 40 * mebibyte, md5("1") + "-5"), ("b", 17 * mebibyte, md5("1") + "-2"), ("c", 9, md5("1")),
            ("d", 9, "x"), ("e", 40 * mebibyte, md5("1") + "-5"), ("f", 40 * mebibyte, md5("2")),
        ]
        let new = [
            ("a", 40 * mebibyte, md5("2") + "-5"), ("b", 17 * mebibyte, md5("2") + "-2"), ("c", 9, md5("2")),
            ("d", 9, "y"), ("e", 40 * mebibyte, md5("1") + "-5"), ("f", 40 * mebibyte, md5("2") + "-5"),
        ]
        func text(_ rows: [(String, Int, String)]) -> String {
            rows.map { #"{"Key": "m/\#($0.0)", "Size": \#($0.1), "ETag": "\#($0.2)"}"# }.joined(separator: "\n")
        }
        let diff = try await compare(listing("old.json", text(old)), listing("new.json", text(new)))
        #expect(
            Set(lines(diff)) == [
                "changed a content", "other-parts b", "changed c content", "opaque-etag d", "other-parts f",
            ])
        #expect(diff.summary.same == 1)
    }

    /// Parts of every uploader, which the number of parts alone tells.
    @Test(arguments: [
        UploadRule(.awsCLI), UploadRule(.goManager), UploadRule(.s3cmd), UploadRule(.minio), UploadRule(.console),
    ])
    func partSizesThatOnlyTheirNumberTells(_ rule: UploadRule) async throws {
        var random = SplitMix64(seed: 5)
        let bytes = random.bytes((18 << 20) + 5)
        try folder.write("d/w", Data(bytes))
        var tar = TarBuilder()
        tar.add("w", contents: bytes)
        try folder.write("w.tgz", Data(gzip(tar.finished, level: 0)))
        let plan = try rule.plan(forSize: Int64(bytes.count))
        var etag = StreamingETag(plan: plan, path: "w")
        bytes.withUnsafeBytes { etag.update($0) }
        let row = #"{"Key": "m/w", "Size": \#(bytes.count), "ETag": "\#(try etag.finish().text)"}"#
        let objects = try listing("l.json", row)
        for name in ["d", "w.tgz"] {
            let local = ComparedSource(.path(ByteString(folder.path + "/" + name)))
            let diff = try await compare(local, objects)
            #expect(diff.summary.same == 1 && !diff.mayDiffer, "\(name)")
        }
        var flipped = bytes
        flipped[17 << 20] ^= 1
        try folder.write("d/w", Data(flipped))
        let diff = try await compare(objects, ComparedSource(.path(ByteString(folder.path + "/d"))))
        #expect(lines(diff) == ["changed w content"])
    }

    @Test func manifestsTellPaths() async throws {
        let files = try directory("d", ["a": "x"])
        let manifest = "s3_uri,path,size\ns3://bucket/any/where/a,a,1\n"
        let file = ByteString(try folder.write("m.csv", manifest))
        #expect(try ComparedSource(detecting: file).source == .listing(file))
        #expect(try await lines(compare(files, ComparedSource(detecting: file))) == ["no-etag a"])
        for text in ["s3_uri,size\ns3://bucket/a,1\n", "s3_uri,path,size\ns3://bucket/a,b,1\n", "key,path\na,\n"] {
            let file = ByteString(try folder.write("n.csv", text))
            let error = await #expect(throws: ArtifactError.self) {
                try await compare(files, ComparedSource(detecting: file))
            }
            #expect(error?.code == .usage && error?.message.contains("--s3-uri-a") == true)
        }
    }

    /// What is a listing beyond doubt, and what is not.
    @Test func detection() throws {
        let listings = [
            "s3_uri,path\n", "bucket,key\nb,k\n", #"{"Contents": [{"Key": "a"}]}"#,
            #"{"IsTruncated": false, "Contents": [{"ETag": "x", "Key": "a"}], "Name": "b"}"#,
        ]
        let artifacts = [
            "key\n", "", "null", "[]", "{}", #"{"Contents": []}"#, #"{"Contents": "Key"}"#,
            #"{"Contents": [{"Keys": 1}]}"#,
            "model/config.json\n", "2024-01-01 10:00:00   3 a\n", #"{"Key": "a", "Size": 3}"#, "path,size\n", "x,key\n",
        ]
        for text in listings {
            let file = ByteString(try folder.write("f", text))
            #expect(try ComparedSource(detecting: file).source == .listing(file), "\(text)")
        }
        for text in artifacts {
            let file = ByteString(try folder.write("f", text))
            #expect(try ComparedSource(detecting: file).source == .path(file), "\(text)")
        }
        let error = #expect(throws: ArtifactError.self) { try ComparedSource(detecting: "/nonexistent/x") }
        #expect(error?.code == .notFound)
    }

    /// Half an archive would look as if the rest were removed.
    @Test func damagedArchives() async throws {
        let good = try archive("good.tgz") { $0.add("a", contents: [UInt8](repeating: 7, count: 9000)) }
        let bytes = try Data(contentsOf: folder.url.appending(path: "good.tgz"))
        let bad = ComparedSource(.path(ByteString(try folder.write("bad.tgz", bytes.dropLast(12)))))
        for (old, new) in [(good, bad), (bad, good)] {
            let error = await #expect(throws: ArtifactError.self) { try await compare(old, new) }
            #expect(error?.code == .malformedInput && error?.message.contains("bad.tgz") == true)
        }
        var options = ArtifactComparer.Options()
        options.maximumSize = 1000
        let error = await #expect(throws: ArtifactError.self) {
            try await ArtifactComparer(options: options).compare(good, with: good)
        }
        #expect(error?.code == .malformedInput)
    }

    @Test func leavesOut() async throws {
        var options = ArtifactComparer.Options()
        options.filter = PathFilter(patterns: [.exclude(Glob("*.tmp"))])
        let old = try directory("old", ["a": "1", "b.tmp": "2"])
        let new = try directory("new", ["a": "1", "c.tmp": "3"])
        #expect(try await !ArtifactComparer(options: options).compare(old, with: new).mayDiffer)
    }

    @Test func emptySides() async throws {
        let old = try archive("old.tgz") { _ in }
        let new = try listing("new.json", "null")
        #expect(try await !compare(old, new).mayDiffer)
    }
}
