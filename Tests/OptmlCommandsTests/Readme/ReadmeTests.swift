import Foundation
import TestSupport
import Testing

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
        for command in [
            "check", "layout", "manifest", "verify", "etag", "pack", "model-data-source", "create-model",
            "check-request", "model-package",
            "rules",
            "config", "diff",
        ] {
            #expect(text.contains("optml \(command)"), "\(command)")
        }
    }
}
