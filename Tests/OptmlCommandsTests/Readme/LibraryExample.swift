import Foundation
import TestSupport

/// A program in a page, with the output that is shown for it.
struct LibraryExample {
    /// A block marked `swift`: a whole program, as somebody outside this package would write it.
    let code: String
    /// The block marked `text` right behind it; nil if there is none.
    let output: String?

    /// The programs of a page, in order.
    static func all(in text: String) -> [LibraryExample] {
        text.matches(of: pattern).map { match in
            LibraryExample(code: String(match.output.1), output: match.output.2.map(String.init))
        }
    }

    private static var pattern: Regex<(Substring, Substring, Substring?)> {
        /(?s)```swift\n(.*?)```\n(?:\n```text\n(.*?)```)?/
    }

    /// The text with the output of each program as it really is.
    static func rerecorded(_ text: String) throws -> String {
        var recorded = text
        for match in text.matches(of: pattern).reversed() where match.output.2 != nil {
            let example = LibraryExample(code: String(match.output.1), output: nil)
            let range = match.output.2.map { $0.startIndex..<$0.endIndex }
            if let range { recorded.replaceSubrange(range, with: try example.run().text) }
        }
        return recorded
    }

    /// Compiles the program with the modules that were built together with the tests, and runs it beside the README's samples.
    func run() throws -> Command.Result {
        let folder = try TemporaryDirectory()
        let source = try folder.write("main.swift", code)
        let program = folder.path + "/program"
        let compiled = try Peer(name: "swiftc").command().run(
            ["-swift-version", "6", "-warnings-as-errors", "-o", program, source] + Self.flags)
        guard compiled.status == 0 else { return compiled }
        let samples = folder.path + "/samples"
        try FileManager.default.copyItem(atPath: Checkout.testdata.appending(path: "readme").path, toPath: samples)
        var command = Command(program)
        command.directory = samples
        return try command.run()
    }

    /// Where the modules and what they consist of are.
    private static let flags: [String] = {
        let products = URL(filePath: Command.builtProducts)
        let checkouts = products.deletingLastPathComponent().deletingLastPathComponent().appending(path: "checkouts")
        let sources = Checkout.root.appending(path: "Sources")
        let maps = [
            sources.appending(path: "CArchive"), sources.appending(path: "CZlib"),
            sources.appending(path: "CDeflate"), sources.appending(path: "CYAML"), sources.appending(path: "CISAL"),
            products.appending(path: "CKernels.build"),
            checkouts.appending(path: "swift-system/Sources/CSystem/include"),
            checkouts.appending(path: "swift-subprocess/Sources/_SubprocessCShims/include"),
        ]
        let modules = [
            "ModelArtifacts", "SageMakerModel", "CKernels", "Subprocess", "SystemPackage", "CSystem",
            "_SubprocessCShims",
        ]
        let objects = modules.flatMap { module -> [String] in
            let folder = products.appending(path: "\(module).build").path
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            return names.filter { $0.hasSuffix(".o") }.sorted().map { folder + "/" + $0 }
        }
        return ["-I", products.appending(path: "Modules").path]
            + maps.flatMap { ["-Xcc", "-fmodule-map-file=\($0.path)/module.modulemap"] }
            + objects + ["-larchive", "-lz", "-ldeflate", "-lyaml"]
    }()
}
