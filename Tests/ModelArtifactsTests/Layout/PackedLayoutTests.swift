import Testing

@testable import ModelArtifacts

/// What was packed comes back as it was, whatever it was.
@Suite struct PackedLayoutTests {
    @Test func rowsComeBack() throws {
        for round in 0..<40 {
            var random = SplitMix64(seed: UInt64(round))
            let keyPrefix: ByteString? = Bool.random(using: &random) ? "p/" : nil
            var writer = PackedLayoutWriter(mount: "/m", keyPrefix: keyPrefix)
            var expected: [LayoutRow] = []
            for path in Self.paths(round < 38 ? 60 : 6_000, &random) {
                var row = Self.row(path, keyPrefix, &random)
                writer.append(path.bytes.span, row.kind, size: row.size, etag: row.etag, target: row.target)
                if row.kind != .directory, Int.random(in: 0..<8, using: &random) == 0 {
                    let kind = row.kind
                    row = Self.row(path, keyPrefix, &random)
                    row.kind = kind
                    row.key = keyPrefix.map { $0 + path }
                    writer.replaceLast(kind, size: row.size, etag: row.etag, target: row.target)
                }
                expected.append(row)
            }
            #expect(Array(LayoutRows([writer.layout])) == expected, "round \(round)")
            #expect(LayoutRows([writer.layout]).count == expected.count)

            var cursor = writer.layout.cursor()
            var siblings: [Bool] = []
            while cursor.next() { siblings.append(cursor.hasSibling) }
            #expect(siblings == Self.siblings(expected), "round \(round)")
        }
    }

    @Test func channelsStandInFrontOfTheModelInByteOrder() {
        func rows(_ mount: ByteString) -> LayoutRows {
            var writer = PackedLayoutWriter(mount: mount, keyPrefix: nil)
            writer.append(ByteString("a").bytes.span, .file, size: 1)
            return LayoutRows([writer.layout])
        }
        var all = rows("/opt/ml/model")
        for name in ["b", "a-b", "a"] { all.insert(rows(ByteString("/c/" + name)), ofChannel: name) }
        #expect(all.map(\.channel) == ["a-b", "a", "b", nil])
        let set = all.settingETags { $0 == "a" ? "x" : nil }
        #expect(set.map(\.etag) == ["x", "x", "x", "x"] && set.map(\.channel) == all.map(\.channel))
    }

    /// Paths in an order in which directories come before what they hold.
    private static func paths(_ count: Int, _ random: inout some RandomNumberGenerator) -> [ByteString] {
        var paths: [ByteString] = []
        var open: [ByteString] = []
        while paths.count < count {
            open.removeLast(Int.random(in: 0...min(2, open.count), using: &random))
            let name = (0..<Int.random(in: 1...9, using: &random)).map { _ in
                UInt8(ascii: "a") + UInt8.random(in: 0..<3, using: &random)
            }
            let path = (open.last.map { $0 + "/" } ?? "") + ByteString(name)
            paths.append(path)
            if Int.random(in: 0..<3, using: &random) == 0 { open.append(path) }
        }
        return paths
    }

    private static func row(
        _ path: ByteString, _ keyPrefix: ByteString?, _ random: inout some RandomNumberGenerator
    ) -> LayoutRow {
        let kind = [LayoutRow.Kind.file, .directory, .symlink].randomElement(using: &random) ?? .file
        let sizes: [Int64?] = [nil, 0, 127, 128, 1 << 40, .max]
        return LayoutRow(
            path: "/m/" + path, kind: kind, size: sizes.randomElement(using: &random) ?? nil,
            key: kind == .directory ? nil : keyPrefix.map { $0 + path },
            etag: Bool.random(using: &random) ? "0123456789abcdef-2" : nil,
            target: kind == .symlink ? ByteString("../\(Int.random(in: 0..<9, using: &random))") : nil)
    }

    /// For each row, whether one of the same depth comes before one of less.
    private static func siblings(_ rows: [LayoutRow]) -> [Bool] {
        let depths = rows.map { row in row.path.bytes.count { $0 == UInt8(ascii: "/") } }
        return depths.indices.map { index in
            let next = depths[(index + 1)...].first { $0 <= depths[index] }
            return next == depths[index]
        }
    }
}
