import CKernels
import Foundation
import ModelArtifacts
import TestSupport
import Testing

/// Pieces in which headers are compressed and what files hold is not.
@Suite struct DeflateHeadersTests {
    private static func compressed(_ contents: [UInt8], _ ranges: [Range<Int>], limit: Int) -> [UInt8] {
        var output = [UInt8](repeating: 0xAA, count: limit + 64)
        let bounds = ranges.flatMap { [$0.lowerBound, $0.upperBound] }
        let count = optml_deflate_headers(contents, contents.count, bounds, ranges.count, &output, limit)
        #expect(output[limit...].allSatisfy { $0 == 0xAA })
        return Array(output.prefix(count))
    }

    /// Headers that differ in a number, zeros to whole blocks, and noise; some files are empty, and some larger than a stored block.
    private static func piece(_ generator: inout SplitMix64) -> (contents: [UInt8], ranges: [Range<Int>]) {
        var contents = generator.bytes(Int.random(in: 0...700, using: &generator))
        var ranges = contents.isEmpty ? [] : [0..<contents.count]
        for number in 0..<Int.random(in: 0...60, using: &generator) {
            let name = Array("directory-\(number / 7)/weights-\(number * 7919).bin".utf8)
            contents += name + [UInt8](repeating: 0, count: 512 - name.count)
            let size = Int.random(
                in: 0...([0, 40, 6_000, 140_000].randomElement(using: &generator) ?? 0), using: &generator)
            if size > 0 { ranges.append(contents.count..<(contents.count + size)) }
            contents += generator.bytes(size) + [UInt8](repeating: 0, count: (512 - size % 512) % 512)
        }
        // A piece ends anywhere.
        let count = Int.random(in: 0...contents.count, using: &generator)
        return (
            Array(contents.prefix(count)), ranges.filter { $0.lowerBound < count }.map { $0.clamped(to: 0..<count) }
        )
    }

    @Test func everyReaderReads() throws {
        let seed = TestSeed.make()
        var generator = SplitMix64(seed: seed)
        for _ in 0..<40 {
            let (contents, ranges) = Self.piece(&generator)
            let pieces = Self.compressed(contents, ranges, limit: 2 * contents.count + 1000)
            #expect(!pieces.isEmpty)
            // Twice, so that it is seen that more can follow.
            try DeflateBlockTests.expectReads(contents + contents, pieces + pieces)
            #expect(Self.compressed(contents, ranges, limit: pieces.count) == [])
            for limit in [0, 1, pieces.count / 2] { #expect(Self.compressed(contents, ranges, limit: limit) == []) }
        }
    }

    /// The same bytes everywhere; whoever changes them raises the version of the format.
    @Test func bytesStay() {
        var generator = SplitMix64(seed: 3)
        var digest = MD5()
        for _ in 0..<40 {
            let (contents, ranges) = Self.piece(&generator)
            digest.update(Self.compressed(contents, ranges, limit: 2 * contents.count + 1000).span.bytes)
        }
        #expect(digest.finish().hexadecimal == "98023664d4e3f1f9976ca324568b6ff5")
    }
}
