import Foundation
import TestSupport
import Testing

/// The pages of the manual: all commands and options are in them, and the formatters take them as they are.
@Suite struct ManualTests {
    @Test(.enabled(if: Peer(name: "man").isWanted)) func formattersTakeThePages() throws {
        let manual = try Manual()
        defer { withExtendedLifetime(manual) {} }
        for page in try manual.pages() {
            let path = manual.path(ofPage: page)
            var man = try Peer(name: "man").command()
            man.environment["MANWIDTH"] = "80"
            man.environment["LC_ALL"] = "C.UTF-8"
            let shown = try man.run("--warnings", "-l", path)
            #expect(shown.status == 0 && shown.errorText == "", "\(page): \(shown.errorText)")
            for section in ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS", "SEE ALSO"] {
                #expect(shown.text.contains("\n\(section)\n"), "\(page): \(section)")
            }
            #expect(shown.text.contains("2023-11-14"), "\(page)")
        }
    }

    @Test(.enabled(if: Peer(name: "mandoc").isWanted)) func pagesAreClean() throws {
        let manual = try Manual()
        defer { withExtendedLifetime(manual) {} }
        for page in try manual.pages() {
            let lint = try Peer(name: "mandoc").command().run("-T", "lint", "-W", "warning", manual.path(ofPage: page))
            #expect(lint.status == 0 && lint.text == "", "\(page): \(lint.text)\(lint.errorText)")
        }
    }

    /// What the help of a command names stands in its page, with all values.
    @Test func pagesHoldEveryOption() throws {
        let manual = try Manual()
        defer { withExtendedLifetime(manual) {} }
        let root = try Command.optml.run("--help").text
        let commands = root.matches(of: /(?m)^  ([a-z][a-z0-9-]+)  +\S/).map { String($0.output.1) }
        #expect(commands.count > 12)
        #expect(Set(try manual.pages()) == Set(commands.map { "optml-\($0).1" } + ["optml.1"]))
        for command in commands {
            let text = try Self.plain(manual.path(ofPage: "optml-\(command).1"))
            let help = try Command.optml.run(command, "--help").text
            let options = help.matches(of: /(?m)^  (?:-[a-zA-Z], )?(--[a-z0-9-]+)/).map { String($0.output.1) }
            #expect(options.count > 1, "\(command)")
            for option in options { #expect(text.contains(option), "\(command): \(option)") }
            // The help breaks lines, and the page does not.
            let joined = help.replacing(/\n +/, with: " ")
            for values in joined.matches(of: /\(values: ([^;)]+)/) {
                #expect(text.contains("Values: \(values.output.1)."), "\(command): \(values.output.1)")
            }
        }
    }

    @Test func isTheSameEachTime() throws {
        let first = try Manual()
        let second = try Manual()
        defer { withExtendedLifetime((first, second)) {} }
        for page in try first.pages() {
            #expect(
                try Data(contentsOf: URL(filePath: first.path(ofPage: page)))
                    == Data(contentsOf: URL(filePath: second.path(ofPage: page))), "\(page)")
        }
    }

    /// A page without the marks of roff.
    private static func plain(_ path: String) throws -> String {
        try String(contentsOfFile: path, encoding: .utf8)
            .replacing(#"\-"#, with: "-").replacing(#"\fB"#, with: "").replacing(#"\fR"#, with: "")
            .replacing(#"\fI"#, with: "")
    }
}
