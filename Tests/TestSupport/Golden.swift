package import Foundation
package import Testing

/// Compares output with a file under `testdata`, byte for byte.
///
/// With the environment variable `OPTML_RECORD=1` the files are written instead: `OPTML_RECORD=1 Tests/run`.
package enum Golden {
    /// Whether this run records.
    package static let isRecording = ProcessInfo.processInfo.environment["OPTML_RECORD"] == "1"

    /// Expects `actual` to be the content of `testdata/NAME`.
    package static func expect(
        _ actual: Data, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let file = Checkout.testdata.appending(path: name)
        if isRecording {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try actual.write(to: file)
            return
        }
        let expected = try? Data(contentsOf: file)
        let differs = Comment(
            rawValue: """
                testdata/\(name) differs; OPTML_RECORD=1 Tests/run writes it anew. Now:
                \(String(decoding: actual, as: UTF8.self))
                """)
        #expect(expected == actual, differs, sourceLocation: sourceLocation)
    }

    /// Expects `actual` to be the content of `testdata/NAME`.
    package static func expect(
        _ actual: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        try expect(Data(actual.utf8), name, sourceLocation: sourceLocation)
    }
}
