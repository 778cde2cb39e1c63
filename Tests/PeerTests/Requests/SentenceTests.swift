import Foundation
import TestSupport
import Testing

/// The table of what the API page says has all of it.
@Suite(.enabled(if: Peer.python.isWanted, "botocore is not installed; Tests/run installs it"))
struct SentenceTests {
    @Test func everySentenceIsInTheTable() throws {
        let output = String(decoding: try PythonScript.sentences.run(), as: UTF8.self)
        let sentences = Set(output.split(separator: "\n").map(String.init))
        let table = Set(try SentenceTable.rows().map(\.sentence))
        #expect(sentences.count > 100)
        #expect(sentences.subtracting(table) == [])
        #expect(table.subtracting(sentences) == [])
    }
}
