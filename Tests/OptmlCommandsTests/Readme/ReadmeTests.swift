import Foundation
import TestSupport
import Testing

@testable import OptmlCommands

/// Executes the README and the pages of the guide: every command in them prints what stands below it.
@Suite(.serialized) struct ReadmeTests {
    @Test func samplesAreAsMade() throws {
        try Golden.expect(ReadmeSample.archive, ReadmeSample.folder + "/model.tar.gz")
    }

    /// Those of the reference of rules run in folders of their own; `RuleReferenceTests` looks after them.
    @Test(arguments: DocumentationPage.all.filter { $0.name != "Rules" })
    func examplesPrintWhatIsShown(_ page: DocumentationPage) throws {
        let text = try page.text()
        if Golden.isRecording {
            let recorded = try PageExample.rerecorded(text)
            if recorded != text { try recorded.write(to: page.file, atomically: true, encoding: .utf8) }
            return
        }
        for example in PageExample.all(in: text) {
            let output = try example.run()
            #expect(output == example.output, "\(example.command)")
        }
    }

    /// The README is what one reads first, and all of it.
    @Test func readmeIsShort() throws {
        let text = try DocumentationPage.readme.text()
        #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count - 1 <= 250)
        #expect(PageExample.all(in: text).count > 3)
    }

    /// Each command stands in the README with a link to a page, and that shows the command at work.
    @Test func everyCommandHasItsPage() throws {
        let readme = try DocumentationPage.readme.text()
        let commands = OptmlCommand.commandNames
        #expect(commands.count > 10)
        for command in commands where command != "version" {
            let link = try #require(
                readme.firstMatch(of: try Regex("\\[`optml \(command)`\\]\\(([^)]+)\\)")), "\(command)")
            let page = DocumentationPage(path: String(link.output[1].substring ?? ""))
            let examples = PageExample.all(in: try page.text())
            #expect(examples.contains { $0.command.contains("optml \(command)") }, "\(command)")
        }
    }

    @Test func namesEveryOption() throws {
        let text = try DocumentationPage.all.map { try $0.text() }.joined(separator: "\n")
        let words = Set(text.matches(of: /--[a-z0-9]+(-[a-z0-9]+)*/).map { String($0.output.0) })
        for command in OptmlCommand.commandNames {
            let help = try Command.optml.run(command, "--help").text
            // Options stand at the beginnings of lines, behind the short ones.
            let options = help.matches(of: /(?m)^  (?:-[a-zA-Z], )?(--[a-z0-9-]+)/).map { String($0.output.1) }
            #expect(options.count > 1, "\(command)")
            #expect(options.filter { !words.contains($0) } == [], "\(command)")
        }
    }

    /// What a page links to is there: other pages by `doc:`, files by their paths.
    @Test(arguments: DocumentationPage.all)
    func linksLeadSomewhere(_ page: DocumentationPage) throws {
        let text = try page.prose()
        let names = Set(DocumentationPage.all.map(\.name))
        for link in text.matches(of: /(?:\(|<)doc:([A-Za-z0-9-]+)(?:\)|>)/) {
            #expect(names.contains(String(link.output.1)), "\(link.output.0)")
        }
        for link in text.matches(of: /\]\((?!doc:|https:|#)([^)]+)\)/) {
            let target = page.file.deletingLastPathComponent().appending(path: String(link.output.1))
            #expect(FileManager.default.fileExists(atPath: target.path), "\(link.output.0)")
        }
    }
}
