import ModelArtifacts
import TestSupport
import Testing

/// What becomes of a piece at each level.
@Suite struct ChunkCompressorTests {
    /// The part that a piece shrinks to, and whether it is stored.
    static func compress(_ contents: [UInt8], _ level: PackingLevel) throws -> (
        ratio: Double, isStored: Bool, bytes: [UInt8]
    ) {
        let slot = ChunkSlot()
        slot.input.copyBytes(from: contents)
        slot.count = contents.count
        try ChunkCompressor(level).compress(slot)
        switch slot.form {
        case .stored: return (1, true, [])
        case .compressed(let count):
            return (Double(count) / Double(contents.count), false, Array(slot.output[..<count]))
        }
    }

    /// Of small files that are stored, the headers between them are compressed all the same.
    @Test func headersBetweenNoise() throws {
        var generator = SplitMix64(seed: 12)
        var contents: [UInt8] = []
        var ranges: [Range<Int>] = []
        while contents.count < TarChunker.chunkSize {
            contents += Array("dir-\(contents.count)/file.bin".utf8) + [UInt8](repeating: 0, count: 480)
            ranges.append(contents.count..<(contents.count + 3_000))
            contents += generator.bytes(3_000)
        }
        contents.removeLast(contents.count - TarChunker.chunkSize)
        ranges = ranges.map { $0.clamped(to: 0..<contents.count) }
        let slot = ChunkSlot()
        slot.input.copyBytes(from: contents)
        slot.count = contents.count
        let few = slot.count / 33
        for contentRanges in [[0..<slot.count], [few..<slot.count], ranges] {
            slot.contentRanges = contentRanges
            try ChunkCompressor(.auto).compress(slot)
            guard contentRanges == ranges else {
                guard case .stored = slot.form else { throw Failure.notStored }
                continue
            }
            guard case .compressed(let count) = slot.form else { throw Failure.stored }
            let headers = ranges.reduce(contents.count) { $0 - $1.count }
            #expect(count < contents.count - headers * 9 / 10)
            try DeflateBlockTests.expectReads(contents, Array(slot.output[..<count]))
        }
    }

    private enum Failure: Error { case stored, notStored }

    /// Kinds of contents, each of one piece.
    enum Kind: CaseIterable {
        case noise, text, weights, zeros, fewValues, mostlyNoise, repeated

        var contents: [UInt8] { Self.all[self] ?? [] }

        private static let all: [Kind: [UInt8]] = {
            var generator = SplitMix64(seed: 11)
            let size = TarChunker.chunkSize
            let text = (0..<(size / 10)).flatMap { "word\($0 % 977) is \($0 * $0 % 10_007)\n".utf8 }
            let (low, high) = (generator.bytes(size / 2), generator.bytes(size / 2))
            return [
                .noise: generator.bytes(size),
                .text: Array(text.prefix(size)),
                .zeros: [UInt8](repeating: 0, count: size),
                // As a bfloat16 is made: a byte that is random, and one with few values.
                .weights: zip(low, high).flatMap { [$0, 0x3C + ($1 & $1 >> 3 & 3)] },
                // Four bits of eight, in no order.
                .fewValues: generator.bytes(size).map { $0 & 0x0F },
                .mostlyNoise: generator.bytes(size / 3 * 2) + text.prefix(size / 3),
                // Noise that repeats itself.
                .repeated: Array([[UInt8]](repeating: generator.bytes(1500), count: 700).joined().prefix(size)),
            ]
        }()
    }

    @Test func automaticChoice() throws {
        for kind in Kind.allCases {
            let (ratio, isStored, bytes) = try Self.compress(kind.contents, .auto)
            switch kind {
            case .noise, .weights, .mostlyNoise: #expect(isStored, "\(kind)")
            case .text, .zeros, .repeated: #expect(!isStored && ratio < 0.5, "\(kind): \(ratio)")
            case .fewValues:
                // The library could not do better and would take much longer.
                #expect(bytes == (try Self.compress(kind.contents, .fast)).bytes && ratio < 0.51)
            }
        }
    }

    @Test func fast() throws {
        #expect(try Self.compress(Kind.noise.contents, .fast).isStored)
        let weights = try Self.compress(Kind.weights.contents, .fast)
        #expect(weights.ratio < 0.75)
        #expect(weights.ratio <= (try Self.compress(Kind.weights.contents, .library(9))).ratio)
    }

    @Test func store() throws {
        for kind in Kind.allCases { #expect(try Self.compress(kind.contents, .store).isStored) }
    }

    @Test func libraryLevels() throws {
        for kind in Kind.allCases {
            let contents = kind.contents
            let ratios = try [1, 6, 9].map { try Self.compress(contents, .library($0)).ratio }
            if kind == .text { #expect(ratios == ratios.sorted(by: >)) }
            #expect(ratios.allSatisfy { kind == .noise ? $0 == 1 : $0 < 1 })
        }
    }

    @Test(arguments: [1, 2, 63, 64, 511, 512, 65_535, 65_536]) func smallPieces(_ count: Int) throws {
        for level in [PackingLevel.auto, .fast, .store, .library(6)] {
            for value in [UInt8(0), 1] {
                let contents = [UInt8](repeating: value, count: count)
                let (ratio, isStored, bytes) = try Self.compress(contents, level)
                #expect(isStored || ratio <= 1 + 5.0 / Double(count))
                if !isStored { try DeflateBlockTests.expectReads(contents, bytes) }
            }
        }
    }
}
