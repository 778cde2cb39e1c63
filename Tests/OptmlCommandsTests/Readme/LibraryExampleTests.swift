import Foundation
import TestSupport
import Testing

/// Compiles and runs the programs that the README and the pages of the libraries show, as somebody outside this package would.
@Suite(.serialized, .enabled(if: isLinux, "it knows where objects lie on Linux"))
struct LibraryExampleTests {
    private static let pages = DocumentationPage.all.filter { page in
        page.path.hasPrefix("README") || !page.path.contains("OptmlCommands.docc")
    }

    @Test(arguments: pages)
    func programsPrintWhatIsShown(_ page: DocumentationPage) throws {
        let text = try page.text()
        if Golden.isRecording {
            let recorded = try LibraryExample.rerecorded(text)
            if recorded != text { try recorded.write(to: page.file, atomically: true, encoding: .utf8) }
            return
        }
        for example in LibraryExample.all(in: text) {
            let result = try example.run()
            #expect(result.status == 0, "\(example.code)\(result.errorText)")
            if let output = example.output { #expect(result.text == output, "\(example.code)") }
        }
    }

    /// Each library has programs, and each of those shows what it prints.
    @Test(arguments: ["ModelArtifacts", "SageMakerModel"])
    func libraryHasExamples(_ library: String) throws {
        let page = try #require(DocumentationPage.all.first { $0.path.hasSuffix("/\(library).md") })
        let examples = LibraryExample.all(in: try page.text())
        #expect(examples.count > 2)
        #expect(examples.filter { $0.output == nil || $0.output == "" }.map(\.code) == [])
        #expect(examples.allSatisfy { $0.code.contains("import \(library)") })
    }
}

#if os(Linux)
    private let isLinux = true
#else
    private let isLinux = false
#endif
