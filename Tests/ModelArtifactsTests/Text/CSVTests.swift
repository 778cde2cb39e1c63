import Foundation
import TestSupport
import Testing

@testable import ModelArtifacts

@Suite struct CSVTests {
    static func records(
        _ bytes: [UInt8], blockSize: Int = InputBuffer.blockSize
    ) throws(ArtifactError) -> [[ByteString]] {
        var reader = CSVReader(InputBuffer(bytes, name: "x.csv", blockSize: blockSize))
        var records: [[ByteString]] = []
        while try reader.next() { records.append((0..<reader.fieldCount).map { reader.field($0) }) }
        return records
    }

    @Test(
        arguments: [
            ("", []), ("a", [["a"]]), ("a\n", [["a"]]), ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]), ("\n", [[""]]),
            (",\n", [["", ""]]),
            ("\"\"", [[""]]), ("\"a\"\"b\",\"c\r\nd\"\n", [["a\"b", "c\r\nd"]]), (" a , b ", [[" a ", " b "]]),
            ("a,\n\nb", [["a", ""], [""], ["b"]]),
            ("\u{FEFF}a", [["a"]]),
        ] as [(String, [[ByteString]])])
    func reads(_ csv: String, _ expected: [[ByteString]]) throws {
        for blockSize in [1, 2, 3, 100] {
            #expect(try Self.records(Array(csv.utf8), blockSize: blockSize) == expected)
        }
    }

    @Test(arguments: [
        ("a\"b", "1:2", "a quote within"), ("x\n\"a\"b", "2:4", "after a closing quote"),
        ("a,\"b\nc", "1:3", "without a closing quote"),
        ("a\rb", "1:2", "carriage return"), ("a\r", "1:2", "carriage return"),
        ("\"a\nb\"\"\nc\" ", "3:3", "closing quote"),
    ])
    func refuses(_ csv: String, _ place: String, _ message: String) {
        for blockSize in [1, 2, 3, 100] {
            let error = #expect(throws: ArtifactError.self) { try Self.records(Array(csv.utf8), blockSize: blockSize) }
            #expect(error?.message.hasPrefix("x.csv:\(place): ") == true, "\(error?.message ?? "")")
            #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
        }
    }

    @Test func keepsBytesThatAreNotText() throws {
        #expect(try Self.records([0xFF, 0, 0x2C, 0xC3]) == [[ByteString([0xFF, 0]), ByteString([0xC3])]])
    }

    @Test func writesQuotesOnlyWhereNeeded() throws {
        var writer = CSVWriter()
        for field in ["a", "a,b", "a\"b", "a\nb", "a\rb", " a", "a ", "", "a b", "é"] { writer.write(field) }
        writer.write(12)
        try writer.endRecord()
        writer.write("")
        try writer.endRecord()
        let text = String(decoding: writer.output.bytes, as: UTF8.self)
        #expect(text == "a,\"a,b\",\"a\"\"b\",\"a\nb\",\"a\rb\",\" a\",\"a \",,a b,é,12\n\"\"\n")
    }

    @Test(arguments: [0, 9, 10, -1, -120, .max, .min] as [Int64])
    func writesNumbers(_ number: Int64) throws {
        var writer = CSVWriter()
        writer.write(number)
        try writer.endRecord()
        #expect(writer.output.bytes == Array("\(number)\n".utf8))
    }

    @Test func passesOnRecordsOfOthersInOrder() throws {
        var chunks: [[UInt8]] = []
        var writer = CSVWriter { chunk throws(ArtifactError) in chunks.append(chunk) }
        writer.write("a")
        try writer.endRecord()
        try writer.write(records: Array("b\nc\n".utf8))
        writer.write("")
        try writer.endRecord()
        try writer.finish()
        #expect(chunks.map { String(decoding: $0, as: UTF8.self) } == ["a\n", "b\nc\n", "\"\"\n"])
    }

    @Test func writesWhatItReads() throws {
        let seed = TestSeed.make()
        var generator = SplitMix64(seed: seed)
        let alphabet = Array("ab ,\"\r\n".utf8) + [0, 0xFF]
        for _ in 0..<2000 {
            let records = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
                (0..<Int.random(in: 1...4, using: &generator)).map { _ in
                    ByteString(
                        (0..<Int.random(in: 0...5, using: &generator)).map { _ in
                            alphabet.randomElement(using: &generator) ?? 0
                        })
                }
            }
            var chunks: [UInt8] = []
            var writer = CSVWriter { chunk throws(ArtifactError) in chunks += chunk }
            for record in records {
                for field in record {
                    let middle = Int.random(in: 0...field.count, using: &generator)
                    writer.write(
                        ByteString(Array(field.bytes[..<middle])),
                        followedBy: ByteString(Array(field.bytes[middle...])))
                }
                try writer.endRecord()
            }
            try writer.finish()
            #expect(try Self.records(chunks, blockSize: 4) == records, "seed \(seed)")
        }
    }
}
