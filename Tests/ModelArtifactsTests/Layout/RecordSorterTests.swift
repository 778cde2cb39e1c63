import TestSupport
import Testing

@testable import ModelArtifacts

/// Sorting in bounded memory against sorting an array.
@Suite struct RecordSorterTests {
    private struct Record: Equatable {
        var path: [UInt8]
        var content: [UInt8]
    }

    private func records(_ random: inout SplitMix64) -> [Record] {
        let names = ["", "a", "ab", "a/", "a//b", "b\u{0}", "b", "model/weights", "model/weights-0001.bin"]
        let long = [UInt8](repeating: 120, count: 30_000)
        return (0..<Int.random(in: 0...400, using: &random)).map { number in
            var path = Array((names.randomElement(using: &random) ?? "").utf8)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: path += random.bytes(Int.random(in: 0...20, using: &random))
            case 1: path += Array("/part-\(Int.random(in: 0..<50, using: &random))".utf8)
            case 2 where number % 40 == 0: path += long + random.bytes(2)
            default: break
            }
            // The content tells in which order equal paths came.
            return Record(path: path, content: Array("\(number)".utf8) + random.bytes(number % 7))
        }
    }

    @Test func sortsAsAnArrayDoes() throws {
        let seed = TestSeed.make()
        var random = SplitMix64(seed: seed)
        for round in 0..<TestScale.count(200, least: 40) {
            let records = records(&random)
            let sorter = RecordSorter(
                runSize: [64, 500, 5000, 1 << 20].randomElement(using: &random) ?? 64,
                memoryLimit: [0, 700, 1 << 20].randomElement(using: &random) ?? 0)
            for record in records { try sorter.append(record.path.span) { $0 += record.content } }
            let spill = try sorter.finish()
            let expected = records.enumerated().sorted { left, right in
                left.element.path == right.element.path
                    ? left.offset < right.offset
                    : left.element.path.lexicographicallyPrecedes(right.element.path)
            }.map(\.element)
            // It can be read more than once.
            for _ in 0..<2 {
                var sorted = spill.records()
                var found: [Record] = []
                while try sorted.next() {
                    sorted.withRecord { path, content in
                        found.append(Record(path: ByteString(path).bytes, content: ByteString(content).bytes))
                    }
                }
                #expect(found == expected, "seed \(seed), round \(round)")
            }
        }
    }

    @Test func factsComeBackAsTheyWere() {
        let seed = TestSeed.make()
        var random = SplitMix64(seed: seed)
        let tags = [
            "", "d41d8cd98f00b204e9800998ecf8427e", "D41D8CD98F00B204E9800998ECF8427E", "x", "\"",
            "d41d8cd98f00b204e9800998ecf8427e-12",
        ]
        let sizes: [Int64?] = [nil, 0, 127, 128, -1, .max]
        let uploads: [StoredObject.Upload] = [
            .unknown, .singlePut, .multipart(partSize: 0), .multipart(partSize: .max),
        ]
        for _ in 0..<500 {
            let tag = Array((tags.randomElement(using: &random) ?? "").utf8)
            let keepsCase = Bool.random(using: &random)
            var facts = ObjectFacts(
                size: sizes.randomElement(using: &random) ?? nil, tag: tag.span, keepsCase: keepsCase)
            facts.upload = uploads.randomElement(using: &random) ?? .unknown
            facts.encryption = ETagEncryption.allCases.randomElement(using: &random)
            facts.isDirectory = Bool.random(using: &random)
            var bytes: [UInt8] = [7]
            facts.write(to: &bytes)
            var place = 1
            let read = ObjectFacts(bytes.span, at: &place)
            #expect(read == facts, "seed \(seed)")
            #expect(place == bytes.count)
            let told = facts.etag?.bytes ?? []
            #expect(!keepsCase || told == tag)
        }
    }
}
