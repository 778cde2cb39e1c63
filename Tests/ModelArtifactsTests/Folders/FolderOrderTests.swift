import Foundation
import TestSupport
import Testing

/// The folders of `ModelArtifacts` form a chain, in which each uses only those before it.
@Suite struct FolderOrderTests {
    /// The chain. Who adds a folder gives it its place here, and says in its pull request why it is there.
    static let chain = [
        "Text", "Objects", "Threads", "Files", "Uploads", "Hashing", "Contents", "Frameworks", "Archive", "Layout",
        "Findings", "Rules", "Sources", "Manifest", "Inspection", "Packing", "Verification", "Comparison",
    ]

    /// The text of each file of the library by its path.
    private static func sources() throws -> [String: String] {
        let root = Checkout.root.appending(path: "Sources/ModelArtifacts")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".swift") }
        var sources: [String: String] = [:]
        for path in paths { sources[path] = try String(contentsOf: root.appending(path: path), encoding: .utf8) }
        return sources
    }

    /// The picture and the table in the guide are of these folders in this order.
    @Test func guideShowsTheFolders() throws {
        let guide = Checkout.root.appending(path: "Sources/OptmlCommands/OptmlCommands.docc")
        // Turned round, every use is a back edge.
        let uses = FolderOrder(try Self.sources(), chain: Self.chain.reversed()).backEdges.map { edge in
            FolderPicture.Use(user: String(edge.path.prefix { $0 != "/" }), used: edge.folder)
        }
        let picture = FolderPicture(chain: Self.chain, uses: Set(uses)).svg
        let file = guide.appending(path: "folders.svg")
        if Golden.isRecording { try picture.write(to: file, atomically: true, encoding: .utf8) }
        let committed = try? String(contentsOf: file, encoding: .utf8)
        #expect(committed == picture, "folders.svg is out of date; OPTML_RECORD=1 Tests/run writes it anew")

        let page = try String(contentsOf: guide.appending(path: "HowItWorks.md"), encoding: .utf8)
        let section = page.components(separatedBy: "## The folders of ModelArtifacts").last ?? ""
        #expect(section.matches(of: /(?m)^\| `(\w+)` \|/).map { String($0.output.1) } == Self.chain)
    }

    @Test func eachFolderUsesOnlyThoseBefore() throws {
        let sources = try Self.sources()
        let order = FolderOrder(sources, chain: Self.chain)
        #expect(order.strangers.isEmpty, "they have no place in the chain")
        for edge in order.backEdges { Issue.record("Sources/ModelArtifacts/\(edge)") }
        // Turned round, it is full of back edges: the derivation sees what there is.
        let turned = FolderOrder(sources, chain: Self.chain.reversed())
        #expect(Set(turned.backEdges.map { $0.path.prefix { $0 != "/" } }).count > 12)
    }

    @Test(
        arguments: [
            "let value: Late?", "func f(_ value: Late) {}", "extension Late {}", "let f = lateFunction()",
            "let value = lateValue", "let text = \"\\(Late.self)\"", "let text = #\"\"\"\n\\#(Late())\"\"\"#\n",
            "let number = early.onlyLate", "let early = Early(late: 1)", "let early: Early = .init(late: 1)",
            "let number = [1].onlyLateOfOthers", "let kind = Early.Kind(1)", "let kind = Early.Kind(early.common)",
            "extension Early { init() { self.init(late: 2) } }", "struct Inner { /* } */ var value: Late }",
        ])
    func backEdge(_ use: String) {
        let edges = order("// A comment.\n\n" + use).backEdges
        #expect(edges.count == 1, "\(edges)")
        #expect(edges.first?.path == "A/File.swift" && edges.first?.folder == "B")
        #expect(edges.first?.line ?? 0 >= 3)
    }

    @Test(
        arguments: [
            "// Late\n/* Late /* Late */ Late */", "let text = \"Late\"", "let text = #\"\\(Late())\"#",
            "let text = \"\"\"\n  \"Late\" \\\" Late\n  \"\"\"", "let value = Other.Late()",
            "enum Other { struct Late {} }; let value: Other.Late",
            "private struct Late {}; let value = Late()", "let number = early.lateFunction()", "let value = Hidden()",
            "func f(lateValue: Int) { f(lateValue: 1) }", "let number = early.common", "let early = Early(1)",
            "let early = Early.Kind()", "let early = Early.Kind(number: 1)",
            "enum Choice { case one(Int), onlyLate }; let choice = Choice.onlyLate",
        ])
    func noBackEdge(_ use: String) {
        #expect(order(use).backEdges.isEmpty)
    }

    @Test func namesThePlace() {
        #expect(
            order("let text = \"\n\"\nlet value: Late?").backEdges.map(\.description)
                == ["A/File.swift:3: 'Late' is of B, which comes later"])
    }

    @Test func folderWithoutPlace() {
        let sources = ["A/File.swift": "", "New/File.swift": "", "File.swift": ""]
        #expect(FolderOrder(sources, chain: ["A", "B"]).strangers == ["New", ""])
    }

    /// A library of two folders: B may use A.
    private func order(_ text: String) -> FolderOrder {
        FolderOrder(
            [
                "A/File.swift": text,
                "A/Early.swift":
                    "struct Early { init(_ number: Int) {}; var common = 1; struct Kind { init() {}; init(number: Int) {} } }",
                "B/Late.swift": """
                struct Late { let early: Early }
                private struct Hidden {}
                func lateFunction() -> Int { 1 }
                let lateValue = 1
                extension Early {
                    var onlyLate: Int { 1 }
                    var common: Int { 1 }
                    init(late: Int) { self.init(late) }
                }
                extension Early.Kind { init(_ late: Int) { self.init() } }
                extension Array { var onlyLateOfOthers: Int { 1 } }
                """,
            ], chain: ["A", "B"])
    }
}
