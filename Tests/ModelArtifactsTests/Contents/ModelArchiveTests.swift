import TestSupport
import Testing

@testable import ModelArtifacts

/// What is said of model archives of TorchServe (`.mar`).
@Suite struct ModelArchiveTests {
    /// The fault of an archive, which does not depend on how its bytes come.
    private func fault(_ bytes: [UInt8], _ name: ByteString = "m.mar") throws -> ContentFault? {
        func reading() -> ContentReading {
            ContentReading(name: name.bytes.span, size: Int64(bytes.count), ContentNeeds(judgement: true))
        }
        let read = try MemoryFile(bytes).contents(reading())
        var passing = PassingContents(reading(), size: Int64(bytes.count))
        bytes.withUnsafeBytes { passing.take($0, at: 0) }
        #expect(passing.finish().fault == read.fault)
        return read.fault
    }

    private func archive(_ members: String, _ names: String..., isDeflated: Bool = true) throws -> ContentFault? {
        try fault(
            TinyModel.modelArchive(
                names, manifest: #"{"runtime":"python","model":{"modelName":"m",\#(members)}}"#, isDeflated: isDeflated)
        )
    }

    @Test(arguments: [true, false]) func whole(_ isDeflated: Bool) throws {
        let files = #""handler":"h.py","serializedFile":"w.pt","modelVersion":"1.0""#
        #expect(try archive(files, "h.py", "w.pt", isDeflated: isDeflated) == nil)
        #expect(try archive(#""handler":"image_classifier","serializedFile":"w.pt""#, "w.pt") == nil)
        #expect(try archive(#""handler":"src/h.py:run""#, "src/h.py") == nil)
        #expect(try archive(#""handler":"image_classifier","modelFile":"net.py""#, "net.py") == nil)
        // A handler of one's own opens what it likes.
        #expect(try archive(#""handler":"h.py","serializedFile":"w.pt""#, "h.py") == nil)
        #expect(try archive(#""handler":"mine","serializedFile":"w.pt""#, "mine.py") == nil)
    }

    @Test(arguments: [true, false]) func whatIsNotInIt(_ isDeflated: Bool) throws {
        let handler = try #require(try archive(#""handler":"a/h.py""#, "a/h.py", isDeflated: isDeflated))
        #expect(handler.kind == .damaged)
        #expect(
            handler.message
                == "is a model archive whose manifest names 'h.py' as the handler, and that is not in it ('ModuleNotFoundError')"
        )
        let weights = try archive(#""handler":"image_classifier","serializedFile":"w.pt""#, "v.pt")
        #expect(weights?.message.contains("names 'w.pt' as the weights") == true)
        #expect(weights?.help?.contains("--serialized-file") == true)
        let code = try archive(#""handler":"text_classifier","modelFile":"net.py""#, "net.pyc")
        #expect(code?.message.contains("names 'net.py' as the class of the model") == true)
    }

    @Test func manifests() throws {
        let none = try fault(TinyModel.modelArchive(["h.py", "w.pt"], manifest: "", at: nil))
        #expect(none?.message.contains("without 'MAR-INF/MANIFEST.json'") == true)
        let deep = try fault(TinyModel.modelArchive(["m/h.py"], manifest: "{}", at: "m/MAR-INF/MANIFEST.json"))
        #expect(
            deep?.message.contains("with 'm/MAR-INF/MANIFEST.json'") == true
                && deep?.help?.hasPrefix("zip what is in") == true)
        for text in ["", "{", "[]", "{'model': {}}"] {
            for isDeflated in [true, false] {
                let broken = try fault(TinyModel.modelArchive(["h.py"], manifest: text, isDeflated: isDeflated))
                #expect(broken?.message.contains("cannot be read") == true, "\(text)")
            }
        }
        let runtime = try fault(
            TinyModel.modelArchive(["h.py"], manifest: #"{"runtime":"lua","model":{"handler":"h.py"}}"#))
        #expect(runtime?.message.contains("names no runtime that TorchServe has") == true)
        // A method of packing that is not known, and a manifest that is too long to be one, are left alone.
        let whole = TinyModel.modelArchive([], manifest: "{", isDeflated: false)
        let directory = try #require(whole.indices.dropLast(4).last { whole[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
        var other = whole
        other[directory + 10] = 14
        #expect(try fault(other) == nil)
        let long = String(repeating: " ", count: 1 << 20) + "{"
        #expect(try fault(TinyModel.modelArchive([], manifest: long, isDeflated: false)) == nil)
    }

    @Test func damage() throws {
        let whole = TinyModel.modelArchive(["w.pt"], manifest: #"{"model":{}}"#)
        #expect(try fault(whole) == nil)
        #expect(try fault(Array(whole.dropLast(3)))?.kind == .truncated)
        #expect(try fault(Array(whole.prefix(30)))?.kind == .truncated)
        #expect(try fault(Array("MAR-INF".utf8))?.message == "is no zip archive, as a model archive of TorchServe is")
        #expect(try fault([UInt8](repeating: 0, count: 2))?.kind == .damaged)
        // Bytes of the block of deflate that are wrong.
        var broken = whole
        let block = try #require(whole.indices.first { whole[$0...].starts(with: Array("MANIFEST.json".utf8)) }) + 13
        broken[block] = 7
        #expect(try fault(broken)?.message.contains("cannot be read") == true)
        // In other files of that form the same manifest means nothing.
        #expect(try fault(TinyModel.modelArchive([], manifest: "{"), "m.zip") == nil)
    }

    /// Whatever bytes there are, it ends, and alike.
    @Test func chance() throws {
        var random = SplitMix64(seed: TestSeed.make())
        let whole = TinyModel.modelArchive(["a.pt", "h.py"], manifest: #"{"model":{"handler":"h.py"}}"#)
        for _ in 0..<TestScale.count(20_000) {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
            _ = try fault(bytes)
        }
    }
}
