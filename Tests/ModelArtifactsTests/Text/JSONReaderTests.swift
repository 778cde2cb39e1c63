import Foundation
import TestSupport
import Testing

@testable import ModelArtifacts

@Suite struct JSONReaderTests {
    /// Reads all documents and writes them again without white space, the members of objects in order.
    static func compact(_ bytes: [UInt8], blockSize: Int = InputBuffer.blockSize) throws(ArtifactError) -> String {
        var reader = JSONReader(InputBuffer(bytes, name: "x.json", blockSize: blockSize))
        var documents: [String] = []
        while try reader.nextDocument() { documents.append(try value(&reader)) }
        return documents.joined(separator: " ")
    }

    static func value(_ reader: inout JSONReader) throws(ArtifactError) -> String {
        switch try reader.kind() {
        case .object:
            var members: [String] = []
            try reader.beginObject()
            while try reader.nextMember() {
                let name = reader.text.string ?? "?"
                members.append("<\(name)>:" + (try value(&reader)))
            }
            return "{" + members.joined(separator: ",") + "}"
        case .array:
            var elements: [String] = []
            try reader.beginArray()
            while try reader.nextElement() { elements.append(try value(&reader)) }
            return "[" + elements.joined(separator: ",") + "]"
        case .string:
            try reader.readString()
            return "<\(reader.text.string ?? "?")>"
        case .number:
            try reader.readNumber()
            return "\(reader.text)" + (reader.integer == nil ? "~" : "")
        case .boolean: return try reader.readBoolean() ? "true" : "false"
        case .null: return try reader.readNull() ? "null" : "?"
        }
    }

    @Test(arguments: [
        ("", ""), (" \n ", ""), ("null", "null"), ("{}", "{}"), ("[]", "[]"), ("[ ]", "[]"), ("[[],[]]", "[[],[]]"),
        (#"{"a": 1, "b": [true, false, null]}"#, "{<a>:1,<b>:[true,false,null]}"),
        (#""\"\\\/\b\f\n\r\t""#, "<\"\\/\u{8}\u{C}\n\r\t>"), (#""\u00e9\ud83e\uDD17\u0000""#, "<é🤗\0>"),
        ("\"é日本🤗\u{10FFFF}\u{E000}\u{7F}\"", "<é日本🤗\u{10FFFF}\u{E000}\u{7F}>"),
        (
            "[0, -0, 10, -9223372036854775808, 9223372036854775807]",
            "[0,-0,10,-9223372036854775808,9223372036854775807]"
        ),
        ("[9223372036854775808, 1.0, 1e3, -1.5E-2, 1E+2]", "[9223372036854775808~,1.0~,1e3~,-1.5E-2~,1E+2~]"),
        ("{}{}\n[1]\n2 3", "{} {} [1] 2 3"), (#""a""b""#, "<a> <b>"), ("\u{FEFF}{}", "{}"),
        (#"{"a":1,"a":2}"#, "{<a>:1,<a>:2}"), (#"{"":""}"#, "{<>:<>}"),
        (
            #"{"a\u0062":"long enough to be scanned eight bytes at a time \\ and on it goes"}"#,
            "{<ab>:<long enough to be scanned eight bytes at a time \\ and on it goes>}"
        ),
    ])
    func reads(_ json: String, _ expected: String) throws {
        for blockSize in [1, 2, 3, 7, 64, InputBuffer.blockSize] {
            #expect(try Self.compact(Array(json.utf8), blockSize: blockSize) == expected, "blocks of \(blockSize)")
        }
    }

    @Test(arguments: [
        ("[1,]", "1:4", "comma"), (#"{"a":1,}"#, "1:8", "comma"), ("[1 2]", "1:4", "expected ','"),
        ("[01]", "1:2", "superfluous 0"),
        ("[-]", "1:3", "digit"), ("[1.]", "1:4", "digit"), ("[1e]", "1:4", "digit"),
        ("[.5]", "1:2", "expected a JSON value"),
        ("[+1]", "1:2", "expected a JSON value"), ("NaN", "1:1", "expected a JSON value"),
        ("[Infinity]", "1:2", "JSON value"),
        ("nul", "1:1", "null"), ("nulll", "1:5", "unexpected"), ("truefalse", "1:5", "unexpected"),
        ("1x", "1:2", "unexpected"),
        ("\n\n  [\n  tru]", "4:3", "true"), (#"{"a" 1}"#, "1:6", "':'"), (#"{a:1}"#, "1:2", "member name"),
        ("{1:2}", "1:2", "member name"),
        (#"["\x"]"#, "1:3", "escape"), (#"["\ud83e"]"#, "1:3", "surrogate"),
        (#"["\ud83ex\udd17"]"#, "1:3", "surrogate"),
        (#"["\udd17"]"#, "1:3", "surrogate"), (#"["\u12g4"]"#, "1:3", "hexadecimal"),
        (#"["\u12"#, "1:3", "hexadecimal"),
        ("[\"abcdefgh\n\"]", "1:11", "control character"), ("[\"\0\"]", "1:3", "control character"),
        ("[\"\t\"]", "1:3", "control"),
        ("[\"abc", "1:2", "unterminated"), ("\"abc\\", "1:1", "unterminated"), ("[", "1:2", "end of JSON"),
        ("{\"a\":", "1:6", "end of JSON"), ("[1", "1:3", "end of JSON"),
        ("]", "1:1", "expected a JSON value"), ("[1]]", "1:4", "expected a JSON value"), ("[1}", "1:3", "expected ','"),
        ("{\"a\":1]", "1:7", "expected ','"),
        ("{}\0", "1:3", "expected a JSON value"), ("// c\n1", "1:1", "expected a JSON value"),
        ("'a'", "1:1", "expected a JSON value"),
        ("[1,,2]", "1:4", "expected a JSON value"), ("[,1]", "1:2", "expected a JSON value"),
        ("{,}", "1:2", "member name"), (" \u{FEFF}{}", "1:2", "expected a JSON value"),
        ("[1\u{A0}]", "1:3", "unexpected"),
    ])
    func refuses(_ json: String, _ place: String, _ message: String) {
        for blockSize in [1, 3, 8, InputBuffer.blockSize] {
            let error = #expect(throws: ArtifactError.self) { try Self.compact(Array(json.utf8), blockSize: blockSize) }
            #expect(error?.message.hasPrefix("x.json:\(place): ") == true, "\(error?.message ?? "")")
            #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
        }
    }

    @Test(
        arguments: [
            [0x80], [0xC0, 0xAF], [0xC3], [0xC3, 0x28], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
            [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80],
            [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xE2, 0x82], [0xF0, 0x9F, 0xA4],
        ] as [[UInt8]])
    func refusesInvalidUTF8(_ bytes: [UInt8]) {
        for end in [[UInt8(ascii: "\"")], []] {
            let error = #expect(throws: ArtifactError.self) {
                try Self.compact([UInt8(ascii: "\""), 0x61] + bytes + end)
            }
            #expect(error?.message == "x.json:1:3: invalid UTF-8 in a string")
        }
    }

    @Test func depthIsLimited() throws {
        let deep = { (count: Int) in
            [UInt8](repeating: UInt8(ascii: "["), count: count) + [UInt8](repeating: UInt8(ascii: "]"), count: count)
        }
        for count in [512, 513, 100_000] {
            var reader = JSONReader(InputBuffer(deep(count), name: "deep"))
            #expect(try reader.nextDocument())
            if count == 512 {
                try reader.skipValue()
                #expect(try !reader.nextDocument())
            } else {
                do throws(ArtifactError) {
                    try reader.skipValue()
                    Issue.record("not refused")
                } catch {
                    #expect(error.message == "deep:1:513: nested deeper than 512 levels")
                }
            }
        }
    }

    @Test func longStringsAreLimited() throws {
        let long = { (count: Int) in
            [UInt8(ascii: "\"")] + [UInt8](repeating: UInt8(ascii: "a"), count: count) + [UInt8(ascii: "\"")]
        }
        #expect(try Self.compact(long(400_000)).utf8.count == 400_002)
        let error = #expect(throws: ArtifactError.self) { try Self.compact(long(17 << 20)) }
        #expect(error?.message == "x.json:1:1: longer than 16 MiB")
    }

    @Test func unreadValuesAreSkippedAndChecked() throws {
        var reader = JSONReader(InputBuffer(Array(#"{"a":{"b":[1,{"c":"d"}]},"e":"f"} [1,2] 3"#.utf8), name: "x"))
        #expect(try reader.nextDocument())
        try reader.beginObject()
        #expect(try reader.nextMember())
        let isA = reader.textEquals("a")
        #expect(isA)
        #expect(try reader.nextMember())
        let isE = reader.textEquals("e") && !reader.textEquals("f") && !reader.textEquals("ee")
        #expect(isE)
        #expect(reader.place == TextPosition(line: 1, column: 30, offset: 29))
        #expect(try reader.nextDocument())
        try reader.beginArray()
        #expect(try reader.nextElement())
        #expect(try reader.nextDocument())
        try reader.readNumber()
        #expect(reader.integer == 3)
        try reader.requireEnd()
    }

    @Test func randomMutationsNeitherCrashNorHang() {
        let seed = TestSeed.make()
        var generator = SplitMix64(seed: seed)
        let sample = Array(
            #"{"Contents":[{"Key":"a\u00e9\n\ud83e\udd17é","Size":-12.5e3,"x":[true,false,null]}]} "#.utf8)
        for _ in 0..<5000 {
            var bytes = sample
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let index = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: index)
                default: bytes.insert(sample.randomElement(using: &generator) ?? 0, at: index)
                }
            }
            let whole = Result { () throws(ArtifactError) in try Self.compact(bytes) }
            let pieces = Result { () throws(ArtifactError) in try Self.compact(bytes, blockSize: 5) }
            #expect(whole == pieces, "seed \(seed): \(bytes)")
            // Foundation is laxer about a few things, so only one direction can be compared.
            if case .success(let text) = whole, !text.isEmpty, !text.contains("} ") {
                let known = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
                #expect(known != nil || text.contains(" "), "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
            }
        }
    }
}
