import Foundation
import TestSupport
import Testing

@testable import ModelArtifacts

/// How contents are read: what is asked for, and that it makes no difference how it comes.
@Suite struct ContentReadingTests {
    /// A file that makes up its contents and counts what is read of it.
    private final class CountedFile: RandomAccessFile, @unchecked Sendable {
        let path: ByteString = "counted"
        let size: Int64
        private let start: [UInt8]
        private(set) var reads = 0
        private(set) var bytesRead = 0

        init(_ start: [UInt8], size: Int64) {
            self.start = start
            self.size = size
        }

        func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(ArtifactError) -> Int {
            reads += 1
            bytesRead += buffer.count
            for index in buffer.indices {
                let place = offset + Int64(index)
                buffer[index] = place < Int64(start.count) ? start[Int(place)] : 0
            }
            return buffer.count
        }

        func verifyUnchanged() throws(ArtifactError) {}
    }

    private static func bytes(_ name: ByteString) -> [UInt8] { name.bytes }

    private static func contents(_ file: any RandomAccessFile, _ name: ByteString) throws -> FileContents {
        try file.contents(ContentReading(name: name.bytes.span, size: file.size, ContentNeeds(judgement: true)))
    }

    private static func passed(_ bytes: [UInt8], _ name: ByteString, pieces: Int) -> FileContents {
        let reading = ContentReading(name: name.bytes.span, size: Int64(bytes.count), ContentNeeds(judgement: true))
        var contents = PassingContents(reading, size: Int64(bytes.count))
        for start in stride(from: 0, to: bytes.count, by: pieces) where !contents.isDone {
            bytes[start..<min(start + pieces, bytes.count)].withUnsafeBytes { contents.take($0, at: Int64(start)) }
        }
        return contents.finish()
    }

    /// Of a shard of 70 GB the header is read, and nothing else.
    @Test func largeShards() throws {
        let count = 20_000
        let each = 70_000_000_000 / count / 4 * 4
        let members = (0..<count).map {
            "\"model.layers.\($0).weight\":{\"dtype\":\"F32\",\"shape\":[\(each / 4)],\"data_offsets\":[\($0 * each),\(($0 + 1) * each)]}"
        }
        let header = TinyModel.safetensors(header: "{" + members.joined(separator: ",") + "}", data: [])
        let file = CountedFile(header, size: Int64(header.count + count * each))
        #expect(try Self.contents(file, "model.safetensors").fault == nil)
        #expect(header.count > 1_000_000 && file.reads <= 5 && file.bytesRead < header.count + 4096)
        let short = CountedFile(header, size: Int64(header.count + count * each - 1))
        #expect(try Self.contents(short, "model.safetensors").fault?.kind == .truncated)
    }

    /// A file that was set aside and never written is told from a header without a text.
    @Test func nothingButZeros() throws {
        func message(_ bytes: [UInt8]) throws -> String {
            try #require(try Self.contents(MemoryFile(bytes), "model.safetensors").fault?.message)
        }
        let zeros = [UInt8](repeating: 0, count: 4096)
        #expect(try message(zeros).contains("nothing but zeros"))
        #expect(try message(zeros + [1]).contains("nothing but zeros"))
        #expect(try message(Array(zeros.dropLast())).contains("no JSON"))
        #expect(try message(zeros.dropLast() + [1]).contains("no JSON"))
    }

    /// What a file is does not depend on the pieces in which it comes.
    @Test(arguments: [1, 7, 512, 4096, 100_000]) func pieces(_ size: Int) throws {
        for (path, bytes) in ModelFileSamples.files.sorted(by: { $0.key < $1.key })
        where bytes.count < 40_000 || size > 100 {
            let name = path.lastComponent
            let read = try Self.contents(MemoryFile(bytes), name)
            let passed = Self.passed(bytes, name, pieces: size)
            #expect(read.fault == passed.fault && read.facts == passed.facts, "\(path)")
        }
    }

    /// Where the directory of a zip archive is before what is kept of a passing file, nothing is said of it.
    @Test func directoryThatHasPassed() {
        var generator = SplitMix64(seed: 5)
        var bytes: [UInt8] = [0x50, 0x4B, 3, 4] + (0..<100).map { _ in UInt8.random(in: 0...255, using: &generator) }
        bytes += [UInt8](repeating: 0, count: 3 << 20)
        // The end record of a directory at byte 50.
        bytes +=
            [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0] + TinyModel.little(60, 4) + TinyModel.little(50, 4) + [0, 0]
        #expect(Self.passed(bytes, "model.pt", pieces: 10_000).fault == nil)
    }

    @Test func asksForNothingMore() throws {
        let file = CountedFile([], size: 1 << 40)
        let reading = ContentReading(name: Self.bytes("server.key").span, size: file.size, ContentNeeds(prefix: 4096))
        let contents = try file.contents(reading)
        #expect(contents.prefix.count == 4096 && file.reads == 1 && file.bytesRead == 4096)
    }

    /// Any bytes under any name end in an answer, soon, and after few reads.
    @Test func hostileBytes() throws {
        let seed = TestSeed.make()
        var generator = SplitMix64(seed: seed)
        let names: [ByteString] = [
            "a.safetensors", "a.gguf", "a.onnx", "a.h5", "a.keras", "a.pt", "pytorch_model.bin", "model.bin", "a.bin",
            "a.npy", "a.npz",
            "a.tflite", "saved_model.pb", "variables.index", "xgboost-model", "model.safetensors.index.json",
            "config.json", "a.json", "a.ubj", "a.xgb",
        ]
        let samples = ModelFileSamples.files.sorted { $0.key < $1.key }.map(\.value).filter {
            (1..<20_000).contains($0.count)
        }
        for round in 0..<300 {
            guard var bytes = samples.randomElement(using: &generator) else { return }
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let index = bytes.indices.randomElement(using: &generator) ?? 0
                bytes[index] =
                    [0, 0x7F, 0xFF, UInt8.random(in: 0...255, using: &generator)].randomElement(using: &generator) ?? 0
            }
            let size = Int64.random(in: Int64(bytes.count)...(1 << 44), using: &generator)
            let file = CountedFile(bytes, size: Bool.random(using: &generator) ? Int64(bytes.count) : size)
            for name in names {
                let contents = try Self.contents(file, name)
                #expect(contents.fault.map { !$0.message.contains("\n") } ?? true, "round \(round): \(name)")
            }
            #expect(file.bytesRead < 200 << 20)
        }
    }

    /// Counts and lengths that no file can hold are told without a walk.
    @Test func claims() throws {
        let gguf = Array("GGUF".utf8) + TinyModel.little(3, 4)
        let claims: [(ByteString, [UInt8])] = [
            ("a.gguf", gguf + TinyModel.little(.max, 8) + TinyModel.little(1, 8)),
            ("a.gguf", gguf + TinyModel.little(1, 8) + TinyModel.little(.max, 8)),
            ("a.gguf", gguf + TinyModel.little(0, 8) + TinyModel.little(1, 8) + TinyModel.little(.max, 8)),
            ("a.safetensors", TinyModel.little(.max, 8)),
            ("a.safetensors", TinyModel.little(100_000_001, 8)),
            ("a.onnx", [0x3A] + [UInt8](repeating: 0xFF, count: 9) + [1]),
            ("a.npy", [0x93] + Array("NUMPY".utf8) + [2, 0, 0xFF, 0xFF, 0xFF, 0xFF]),
            ("a.pt", Self.zipWithAnEntry(ofSize: UInt64(Int64.max))),
            ("a.pt", Self.zipWithAnEntry(ofSize: UInt64(Int64.max) - 20)),
            ("a.pt", Self.zipWithAnEntry(ofSize: .max)),
        ]
        for (name, bytes) in claims {
            let whole = bytes + [UInt8](repeating: 0, count: 64)
            #expect(try Self.contents(MemoryFile(whole), name).fault != nil, "\(name): \(bytes)")
        }
        // A header that claims to be as long as may be, in a file that is: read to its first fault.
        let file = CountedFile(TinyModel.little(100_000_000, 8), size: 1 << 30)
        #expect(try Self.contents(file, "a.safetensors").fault?.kind == .damaged)
        #expect(file.reads < 5)
    }
    /// A zip archive with an entry that says its size in 64 bits.
    private static func zipWithAnEntry(ofSize size: UInt64) -> [UInt8] {
        let file = [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 26)
        // Both sizes are in the extra field, and the name is of one byte.
        let directory =
            [0x50, 0x4B, 1, 2] + [UInt8](repeating: 0, count: 16) + [UInt8](repeating: 0xFF, count: 8) + [1, 0, 20, 0]
            + [UInt8](repeating: 0, count: 14) + [0x61, 1, 0, 16, 0] + TinyModel.little(size, 8)
            + TinyModel.little(size, 8)
        return file + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0]
            + TinyModel.little(UInt64(directory.count), 4) + TinyModel.little(UInt64(file.count), 4) + [0, 0]
    }

    /// Every place of a table of TensorFlow may name the same long block, which is not read again and again.
    @Test func blocksThatOverlap() throws {
        func varint(_ value: Int) -> [UInt8] {
            value < 128 ? [UInt8(value)] : [UInt8(value & 0x7F) | 0x80] + varint(value >> 7)
        }
        func block(_ values: [[UInt8]]) -> [UInt8] {
            // The first has an empty key; no restarts, no compression and no checksum.
            let entries = values.enumerated().map { index, value -> [UInt8] in
                index == 0 ? [0, 0] + varint(value.count) + value : [0, 1] + varint(value.count) + [0x61] + value
            }
            return entries.flatMap { $0 } + [UInt8](repeating: 0, count: 9)
        }
        func table(places: Int) -> [UInt8] {
            // One shard, and then tensors of no size in it.
            let data = block([[8, 1]] + Array(repeating: [0x18, 0], count: 5_000))
            let handle = varint(0) + varint(data.count - 5)
            let index = block(Array(repeating: handle, count: places))
            var footer = [0, 0] + varint(data.count) + varint(index.count - 5)
            footer += [UInt8](repeating: 0, count: 40 - footer.count) + TinyModel.little(0xDB47_7524_8B80_FB57, 8)
            return data + index + footer
        }
        let one = try Self.contents(MemoryFile(table(places: 1)), "variables.index")
        #expect(one.fault == nil)
        guard case .tensorBundle = one.facts else {
            Issue.record("a table of one block is not understood")
            return
        }
        let many = try Self.contents(MemoryFile(table(places: 100_000)), "variables.index")
        #expect(many.fault == nil && many.facts == .none)
    }

    /// A tensor may list dimensions without an end; nothing is kept of them but their product.
    @Test func dimensionsWithoutAnEnd() throws {
        func field(_ number: UInt8, _ bytes: [UInt8]) -> [UInt8] {
            var (count, length) = (bytes.count, [UInt8]())
            while count >= 128 {
                length.append(UInt8(count & 0x7F) | 0x80)
                count >>= 7
            }
            return [number << 3 | 2] + length + [UInt8(count)] + bytes
        }
        func model(dimensions: [UInt8], data: Int) -> [UInt8] {
            // A tensor of bytes (2 is UINT8) with raw data.
            let tensor = dimensions + [2 << 3, 2] + field(9, [UInt8](repeating: 0, count: data))
            return field(7, field(5, tensor))
        }
        let ones = (0..<100).flatMap { _ in field(1, [UInt8](repeating: 1, count: 4_000)) }
        let fitting = model(dimensions: ones + field(1, [3, 2]), data: 6)
        #expect(try Self.contents(MemoryFile(fitting), "a.onnx").fault == nil)
        let short = model(dimensions: ones + field(1, [3, 2]), data: 5)
        #expect(try Self.contents(MemoryFile(short), "a.onnx").fault?.message.contains("need 6") == true)
    }
}
