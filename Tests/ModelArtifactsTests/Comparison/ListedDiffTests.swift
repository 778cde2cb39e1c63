import Foundation
import TestSupport
import Testing

@testable import ModelArtifacts

/// Two listings whose layouts stream by, against the comparison of both layouts in memory.
@Suite struct ListedDiffTests {
    private struct Object: Hashable {
        var path: String
        var tag: String
        var size: Int
        var isEncrypted = false
    }

    private enum Form: CaseIterable {
        case json, manifest, inParts, keys
    }

    private static let tags = [
        "0cc175b9c0f1b6a831c399e269772661", "0CC175B9C0F1B6A831C399E269772661", "92eb5ffee6ae2fec3ad71c777531578f",
        "92eb5ffee6ae2fec3ad71c777531578f-2", "92eb5ffee6ae2fec3ad71c777531578f-3", "opaque", "",
    ]
    private static let names = [
        "a", "b", "a-b", "ab", "a b", "ä", "", ".", "..", "A", "config.json", "w\u{301}", "x\u{2028}y",
        String(repeating: "n", count: 300),
    ]

    private static func object(_ random: inout SplitMix64) -> Object {
        let depth = Int.random(in: 1...4, using: &random)
        var path = (0..<depth).map { _ in names.randomElement(using: &random) ?? "a" }.joined(separator: "/")
        if Int.random(in: 0..<8, using: &random) == 0 { path += "/" }
        return Object(
            path: path, tag: tags.randomElement(using: &random) ?? "", size: Int.random(in: 0..<4, using: &random),
            isEncrypted: Int.random(in: 0..<6, using: &random) == 0)
    }

    private static func changed(_ objects: [Object], _ random: inout SplitMix64) -> [Object] {
        objects.flatMap { object -> [Object] in
            var other = object
            switch Int.random(in: 0..<12, using: &random) {
            case 0: return []
            case 1: other.size += 1
            case 2: other.tag = tags.randomElement(using: &random) ?? ""
            case 3: other.path = "moved/" + object.path
            case 4: return [object, object]
            case 5: return [object, Self.object(&random)]
            case 6: other.path += "/below"
            default: break
            }
            return [other]
        }
    }

    private static func text(of objects: [Object], _ form: Form) throws -> [UInt8] {
        switch form {
        case .json:
            var json = JSONWriter()
            try json.beginArray()
            for object in objects {
                try json.beginObject()
                try json.write("Key", "m/" + object.path)
                try json.write("ETag", "\"\(object.tag)\"")
                try json.write("Size", Int64(object.size))
                if object.isEncrypted { try json.write("ServerSideEncryption", "aws:kms") }
                try json.endObject()
            }
            try json.endArray()
            try json.finish()
            return json.output.bytes
        case .manifest, .inParts:
            var csv = CSVWriter()
            for column in ["s3_uri", "etag", "size", "part_size"] { csv.write(column) }
            try csv.endRecord()
            for object in objects {
                csv.write("s3://bucket/m/" + object.path)
                csv.write(object.tag)
                csv.write("\(object.size)")
                csv.write(form == .manifest ? "unknown" : object.tag.contains("-") ? "5" : "")
                try csv.endRecord()
            }
            return csv.output.bytes
        case .keys: return objects.filter { !$0.path.isEmpty }.flatMap { Array("m/\($0.path)\n".utf8) }
        }
    }

    /// Equal keys stay in their order, since the last one counts.
    private static func sorted(_ objects: [Object]) -> [Object] {
        objects.enumerated().sorted { left, right in
            let (first, second) = (Array(left.element.path.utf8), Array(right.element.path.utf8))
            return first == second ? left.offset < right.offset : first.lexicographicallyPrecedes(second)
        }.map(\.element)
    }

    @Test func agreesWithLayoutsInMemory() async throws {
        let seed = TestSeed.make()
        var random = SplitMix64(seed: seed)
        let options = ArtifactComparer.Options()
        let needs = ComparisonNeeds(plans: ContentPlans(rule: options.uploadRule), modes: false)
        for round in 0..<TestScale.count(400, least: 100) {
            let comment: Comment = "seed \(seed), round \(round)"
            let folder = try TemporaryDirectory()
            let old = (0..<Int.random(in: 0...25, using: &random)).map { _ in Self.object(&random) }
            let new = round % 5 == 0 ? old : Self.changed(old, &random)
            func source(_ name: String, _ objects: [Object], _ form: Form) throws -> ComparedSource {
                let file = try folder.write(name, Data(Self.text(of: objects, form)))
                return ComparedSource(.listing(ByteString(file)), s3URI: "s3://bucket/m/")
            }
            let forms = (0..<2).map { _ in Form.allCases.randomElement(using: &random) ?? .json }
            let first = try source("old", old, forms[0])
            let second = try source("new", new, forms[1])
            let streamed: ArtifactDiff
            do {
                streamed = try await ArtifactComparer(options: options).compare(first, with: second)
            } catch let error as ArtifactError {
                // An empty text of keys or a manifest of nothing is no listing on either way.
                #expect(throws: ArtifactError.self, comment) {
                    _ = try (LayoutSide(first, options, needs), LayoutSide(second, options, needs))
                }
                #expect(!old.isEmpty || !new.isEmpty || error.code == .malformedInput, comment)
                continue
            }
            let ordered = (try source("old", Self.sorted(old), forms[0]), try source("new", Self.sorted(new), forms[1]))
            let whole = LayoutComparison(
                try LayoutSide(ordered.0, options, needs), try LayoutSide(ordered.1, options, needs)
            ).diff
            #expect(streamed.summary == whole.summary, comment)
            #expect(streamed.changes == whole.changes, comment)
            #expect(streamed.unverified == whole.unverified, comment)
            #expect(streamed.from == whole.from && streamed.to == whole.to, comment)
        }
    }
}
