import Foundation
import TestSupport
import Testing

/// Documents of 100 MB end in a refusal that says where, in a few megabytes of memory.
@Suite struct LargeDocumentTests {
    private static let size = 100 << 20

    /// A text of the size, of one piece again and again.
    private static func document(_ head: String, _ piece: String, _ tail: String = "") -> Data {
        let count = size / piece.utf8.count + 1
        return Data(head.utf8) + Data(String(repeating: piece, count: count).utf8) + Data(tail.utf8)
    }

    @Test(arguments: ["json", "yaml", "scalar", "nested"]) func isRefused(_ kind: String) throws {
        let folder = try TemporaryDirectory()
        let document =
            switch kind {
            case "json": Self.document(#"{"Tags": ["#, #"{"Key": "a", "Value": "b"}, "#, "]}")
            case "yaml": Self.document("Tags:\n", "- {Key: a, Value: b}\n")
            case "scalar": Self.document("ModelName: '", "aaaaaaaaaaaaaaaa", "'\n")
            default: Self.document("", "[")
            }
        _ = try folder.write("d", document)
        var command = Command.optml(in: folder.path)
        command.measuresMemory = true
        command.processorLimit = 60
        let result = try command.run("check-request", "d", "--format", "concise")
        #expect(result.status == 1 && result.text.contains("request-malformed-document"), "\(result.text)")
        #expect(result.peakMemory < 200 << 20, "\(kind): \(result.peakMemory)")
    }
}
