import Foundation
import ModelArtifacts
import TestSupport
import Testing

@testable import OptmlCommands

/// The committed reference page of rules is the one that the rules give.
@Suite struct RuleReferenceTests {
    private static let page = Checkout.root.appending(path: "Sources/OptmlCommands/OptmlCommands.docc/Rules.md")

    @Test func pageIsUpToDate() throws {
        let markdown = RuleReference.markdown(of: AllRules.rules)
        if Golden.isRecording {
            try markdown.write(to: Self.page, atomically: true, encoding: .utf8)
            return
        }
        let committed = try String(contentsOf: Self.page, encoding: .utf8)
        #expect(committed == markdown, "Rules.md is out of date; OPTML_RECORD=1 swift test writes it anew")
    }
}
