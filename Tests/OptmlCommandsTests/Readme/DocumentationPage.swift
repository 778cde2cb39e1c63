import Foundation
import TestSupport
import Testing

/// A file of documentation: the README, or a page of a DocC catalog.
struct DocumentationPage: CustomTestStringConvertible, Sendable {
    /// Where it is, below the top folder.
    let path: String

    var testDescription: String { path }

    var file: URL { Checkout.root.appending(path: path) }

    /// The name that links to it have: that of the file without its ending.
    var name: String { file.deletingPathExtension().lastPathComponent }

    func text() throws -> String { try String(contentsOf: file, encoding: .utf8) }

    /// The text without blocks of code.
    func prose() throws -> String {
        var isInside = false
        let lines = try text().split(separator: "\n", omittingEmptySubsequences: false).filter { line in
            if line.hasPrefix("```") { isInside.toggle() }
            return !isInside
        }
        return lines.joined(separator: "\n")
    }

    static let readme = DocumentationPage(path: "README.md")

    /// The pages of the guide to the command.
    static let guide = pages(of: "OptmlCommands")

    /// The README and all pages of all catalogs.
    static let all = [readme] + guide + pages(of: "ModelArtifacts") + pages(of: "SageMakerModel")

    private static func pages(of library: String) -> [DocumentationPage] {
        let folder = "Sources/\(library)/\(library).docc"
        let names = try? FileManager.default.contentsOfDirectory(atPath: Checkout.root.appending(path: folder).path)
        return (names ?? []).filter { $0.hasSuffix(".md") }.sorted().map { DocumentationPage(path: folder + "/" + $0) }
    }
}
