import ModelArtifacts
import TestSupport
import Testing

/// Copies from where nothing can be copied from: all that comes out is what was before them.
@Suite struct InvalidDistanceTests {
    /// A block with the fixed codes of RFC 1951, section 3.2.6, that is not ended.
    private struct FixedBlock {
        private(set) var packed: [UInt8] = []
        private(set) var plain: [UInt8]
        private var bitCount = 0

        /// Begins behind whole bytes, with what these hold.
        init(behind plain: [UInt8]) {
            self.plain = plain
            add(0, 1)
            add(1, 2)
        }

        /// Adds bits, the lowest one first.
        private mutating func add(_ bits: Int, _ count: Int) {
            for index in 0..<count {
                if bitCount % 8 == 0 { packed.append(0) }
                packed[packed.count - 1] |= UInt8(bits >> index & 1) << UInt8(bitCount % 8)
                bitCount += 1
            }
        }

        /// Adds a Huffman code, the highest bit first.
        private mutating func addCode(_ code: Int, _ count: Int) {
            for index in (0..<count).reversed() { add(code >> index & 1, 1) }
        }

        mutating func literal(_ byte: UInt8) {
            if byte < 144 { addCode(0x30 + Int(byte), 8) } else { addCode(0x190 + Int(byte) - 144, 9) }
            plain.append(byte)
        }

        /// The lengths that need no table: 3 to 10, 131 to 162 and 258.
        static func length(_ generator: inout SampleBytes) -> Int {
            [Int.random(in: 3...10, using: &generator), Int.random(in: 131...162, using: &generator), 258]
                .randomElement(using: &generator) ?? 3
        }

        private mutating func length(_ length: Int) {
            switch length {
            case 258: addCode(0xC0 + 285 - 280, 8)
            case 131...:
                addCode(0xC0 + 281 - 280, 8)
                add(length - 131, 5)
            default: addCode(257 + length - 3 - 256, 7)
            }
        }

        /// The distances that need no table: 1 to 4 and from 16,385 on.
        private mutating func distance(_ distance: Int) {
            if distance <= 4 { return addCode(distance - 1, 5) }
            addCode(distance < 24_577 ? 28 : 29, 5)
            add((distance - 1) % 8192, 13)
        }

        mutating func copy(_ count: Int, from distance: Int) {
            length(count)
            self.distance(distance)
            for _ in 0..<count { plain.append(plain[plain.count - distance]) }
        }

        /// Adds a copy that cannot be: from before the beginning if that is possible, otherwise with a code that is none.
        mutating func invalidCopy(_ generator: inout SampleBytes) {
            length(Self.length(&generator))
            if plain.count < 32 << 10, Bool.random(using: &generator) {
                distance(Int.random(in: max(16_385, plain.count + 1)...(32 << 10), using: &generator))
            } else {
                addCode(Int.random(in: 30...31, using: &generator), 5)
            }
        }
    }

    /// What comes before, of any size; then literals and copies, the last of which cannot be; then anything.
    private static func damaged(_ generator: inout SampleBytes) -> (packed: [UInt8], plain: [UInt8]) {
        var writer = DeflateWriter()
        let most = [0, 20_000, 200_000].randomElement(using: &generator) ?? 0
        writer.compress(
            SpeculationTests.contents(&generator, count: Int.random(in: 0...most, using: &generator)), level: 6)
        var block = FixedBlock(behind: writer.plain)
        for _ in 0..<Int.random(in: 0...600, using: &generator) {
            let distance =
                block.plain.count > 16_385 && Bool.random(using: &generator)
                ? Int.random(in: 16_385...min(block.plain.count, 32 << 10), using: &generator)
                : Int.random(in: 1...4, using: &generator)
            if Bool.random(using: &generator), distance <= block.plain.count {
                block.copy(FixedBlock.length(&generator), from: distance)
            } else {
                block.literal(UInt8.random(in: 0...255, using: &generator))
            }
        }
        block.invalidCopy(&generator)
        let rest = generator.bytes(Int.random(in: 8...400, using: &generator))
        return ([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + writer.packed + block.packed + rest, block.plain)
    }

    private static func read(
        _ bytes: [UInt8], _ engine: InflateEngine, step: Int, bufferSize: Int
    ) throws -> (contents: [UInt8], fault: GzipFault?) {
        let stream = try GzipStream(InflateEngineTests.Dribble(bytes, step: step), engine: engine)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bufferSize, alignment: 1)
        defer { buffer.deallocate() }
        var contents: [UInt8] = []
        do throws(ArchiveReadError) {
            while true {
                // What was in the memory before is nothing that comes out of any stream here by itself.
                buffer.initializeMemory(as: UInt8.self, repeating: 0xA5)
                let count = try stream.read(into: buffer)
                if count == 0 { return (contents, nil) }
                contents += buffer[..<count]
            }
        } catch {
            guard case .gzip(let fault) = error else { throw error }
            return (contents, fault)
        }
    }

    /// All that comes before is delivered and nothing else, and what is wrong and where does not depend on the buffers.
    @Test(arguments: InflateEngine.allCases) func nothingComesFromNowhere(_ engine: InflateEngine) throws {
        let seed = TestSeed.make()
        var generator = SampleBytes(seed: seed)
        for round in 0..<60 {
            let (packed, plain) = Self.damaged(&generator)
            var faults: Set<GzipFault> = []
            for step in [1 << 20, Int.random(in: 1...5000, using: &generator)] {
                for bufferSize in [300, Int.random(in: 1...70_000, using: &generator), 500_000] {
                    let (contents, fault) = try Self.read(packed, engine, step: step, bufferSize: bufferSize)
                    #expect(contents == plain, "round \(round)")
                    guard let fault, case .invalidData = fault.reason else {
                        Issue.record("no damage in round \(round)")
                        continue
                    }
                    #expect(fault.uncompressedOffset == Int64(plain.count))
                    faults.insert(fault)
                }
            }
            #expect(faults.count == 1, "round \(round): \(faults)")
        }
    }
}
