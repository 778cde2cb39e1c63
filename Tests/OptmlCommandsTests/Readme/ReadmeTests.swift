import Foundation
import TestSupport
import Testing

@testable import OptmlCommands

/// Executes the README: every command in it prints what stands below it.
@Suite(.serialized) struct ReadmeTests {
    @Test func samplesAreAsMade() throws {
        try Golden.expect(ReadmeSample.archive, ReadmeSample.folder + "/model.tar.gz")
    }

    @Test func examplesPrintWhatIsShown() throws {
        let text = try String(contentsOf: ReadmeExample.file, encoding: .utf8)
        if Golden.isRecording {
            try ReadmeExample.rerecorded(text).write(to: ReadmeExample.file, atomically: true, encoding: .utf8)
            return
        }
        let examples = ReadmeExample.all(in: text)
        #expect(examples.count > 5)
        for example in examples {
            let output = try example.run()
            #expect(output == example.output, "\(example.command)")
        }
    }

    @Test func namesEveryCommandAndOption() throws {
        let text = try String(contentsOf: ReadmeExample.file, encoding: .utf8)
        let words = Set(text.matches(of: /--[a-z0-9]+(-[a-z0-9]+)*/).map { String($0.output.0) })
        let commands = OptmlCommand.commandNames
        #expect(commands.count > 10)
        for command in commands {
            #expect(text.contains("optml \(command)"), "\(command)")
            let help = try Command.optml.run(command, "--help").text
            // Options stand at the beginnings of lines, behind the short ones.
            let options = help.matches(of: /(?m)^  (?:-[a-z], )?(--[a-z0-9-]+)/).map { String($0.output.1) }
            #expect(options.count > 1, "\(command)")
            #expect(options.filter { !words.contains($0) } == [], "\(command)")
        }
    }
}
