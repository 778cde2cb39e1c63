import TestSupport
import Testing

@testable import ModelArtifacts

/// Against looking at one byte after another.
@Suite struct ByteScanTests {
    private let seed = TestSeed.make()

    @Test func commonPrefixAndSlashes() {
        var generator = SplitMix64(seed: seed)
        for _ in 0..<20_000 {
            let left = text(&generator)
            let right = Bool.random(using: &generator) ? text(&generator) : change(left, &generator)
            let shared = zip(left, right).prefix { $0 == $1 }.count
            #expect(ByteScan.commonPrefix(left.span, right.span) == shared, "seed \(seed)")
            let slash = left.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
            #expect(ByteScan.endOfLastSlash(in: left.span) == slash, "seed \(seed)")
        }
    }

    /// The ends of fields of CSV, and how many quotes there are.
    @Test func fieldsAndCounts() {
        var generator = SplitMix64(seed: seed)
        let special = Array("\",\n\r!+#-\u{B}\u{9}\u{C}\u{E}ab".utf8) + [0xA2, 0xAC, 0x8A, 0x8D, 0]
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
                Int.random(in: 0..<4, using: &generator) == 0 ? special.randomElement(using: &generator) ?? 97 : 97
            }
            let start = Int.random(in: 0...bytes.count, using: &generator)
            let rest = bytes[start...]
            let field = rest.firstIndex { Array("\",\n\r".utf8).contains($0) } ?? bytes.count
            let quoted = rest.firstIndex { Array("\"\n".utf8).contains($0) } ?? bytes.count
            bytes.withUnsafeBytes { buffer in
                #expect(ByteScan.endOfPlainField(in: buffer, from: start) == field, "seed \(seed)")
                #expect(ByteScan.endOfQuotedText(in: buffer, from: start) == quoted, "seed \(seed)")
            }
            for byte in special {
                #expect(ByteScan.count(of: byte, in: bytes.span) == bytes.count { $0 == byte }, "seed \(seed)")
            }
        }
    }

    @Test func classes() {
        var generator = SplitMix64(seed: seed)
        for _ in 0..<20_000 {
            let bytes = text(&generator)
            let start = Int.random(in: 0...bytes.count, using: &generator)
            expect(ByteScan.classes(of: bytes.span, from: start), bytes[start...])
        }
    }

    /// What is told of a text besides what is known of one that it differs from in a few bytes.
    @Test func classesOfChanges() {
        var generator = SplitMix64(seed: seed)
        for _ in 0..<20_000 {
            let known = (0..<Int.random(in: 0...40, using: &generator)).map { _ in UInt8(ascii: "a") }
            let bytes = change(known, &generator)
            let start = Int.random(in: 0...bytes.count, using: &generator)
            expect(ByteScan.classes(of: bytes.span, from: start, otherThanIn: known.span), bytes[start...])
        }
    }

    private func expect(_ classes: ByteClasses, _ bytes: ArraySlice<UInt8>) {
        // Up to the backslash, which some want to see.
        let hasCapital = bytes.contains { (UInt8(ascii: "A")...UInt8(ascii: "\\")).contains($0) }
        let hasNonASCII = bytes.contains { $0 >= 0x80 }
        #expect(classes.hasNonASCII == hasNonASCII, "seed \(seed): \(bytes)")
        #expect(classes.hasNull == bytes.contains(0), "seed \(seed): \(bytes)")
        #expect(classes.hasSlash == bytes.contains(UInt8(ascii: "/")), "seed \(seed): \(bytes)")
        if !hasNonASCII { #expect(classes.hasCapital == hasCapital, "seed \(seed): \(bytes)") }
        #expect(classes.isPlain == !(hasCapital || hasNonASCII || bytes.contains(0)), "seed \(seed): \(bytes)")
    }

    private func text(_ generator: inout SplitMix64) -> [UInt8] {
        change((0..<Int.random(in: 0...40, using: &generator)).map { _ in UInt8(ascii: "a") }, &generator)
    }

    /// The same with up to two other bytes.
    private func change(_ bytes: [UInt8], _ generator: inout SplitMix64) -> [UInt8] {
        var bytes = bytes
        let others: [UInt8] = [0, 1, 0x2E, 0x2F, 0x30, 0x40, 0x41, 0x5A, 0x5B, 0x61, 0x7F, 0x80, 0xAF, 0xC1, 0xFF]
        for _ in 0..<Int.random(in: 0...2, using: &generator) where !bytes.isEmpty {
            bytes[Int.random(in: 0..<bytes.count, using: &generator)] = others.randomElement(using: &generator) ?? 0
        }
        return bytes
    }
}
