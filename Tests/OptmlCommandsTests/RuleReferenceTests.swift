import Foundation
import ModelArtifacts
import TestSupport
import Testing

@testable import OptmlCommands

/// The committed reference page of rules is the one that the rules give, and what it shows is what happens.
@Suite struct RuleReferenceTests {
    private static let page = Checkout.root.appending(path: "Sources/OptmlCommands/OptmlCommands.docc/Rules.md")

    @Test func pageIsUpToDate() throws {
        if Golden.isRecording {
            let markdown = try RuleReference.markdown(of: AllRules.rules) { rule in
                let session = try RuleSession(rule.id)
                return session.block(try session.outputs())
            }
            try markdown.write(to: Self.page, atomically: true, encoding: .utf8)
            return
        }
        let markdown = try RuleReference.markdown(of: AllRules.rules) { rule in
            try RuleSession(rule.id).block(Array(repeating: "", count: RuleSession(rule.id).commands.count))
        }
        let committed = try String(contentsOf: Self.page, encoding: .utf8)
        #expect(
            PageExample.withoutOutputs(committed) == markdown,
            "Rules.md is out of date; OPTML_RECORD=1 Tests/run writes it anew")
    }

    /// Each rule has an example in which it is found, and is not found any more in the end.
    @Test(.enabled(if: Peer.bsdtar.isWanted && !Golden.isRecording), arguments: AllRules.rules.map(\.id))
    func examplePrintsWhatIsShown(_ rule: String) throws {
        let session = try RuleSession(rule)
        let outputs = try session.outputs()
        #expect(outputs.contains { $0.contains("\(rule): ") }, "\(outputs)")
        #expect(outputs.count == session.commands.count && outputs.last == "", "\(outputs)")
        let committed = try String(contentsOf: Self.page, encoding: .utf8)
        #expect(committed.contains("\n## \(rule)\n") && committed.contains(session.block(outputs)), "\(outputs)")
    }

    @Test func examplesAreOfRules() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Checkout.testdata.appending(path: "rules").path)
        #expect(Set(names) == Set(AllRules.rules.map { $0.id + ".sh" }))
    }
}
