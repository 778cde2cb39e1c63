import TestSupport
import Testing

@testable import ModelArtifacts

/// Sections of a layout, which threads go through side by side, know what the rows before and behind them mean.
@Suite struct LayoutSectionsTests {
    @Test(arguments: [1, 2, 5]) func sectionsAreTheWholeLayout(jobs: Int) throws {
        var random = SplitMix64(seed: TestSeed.make())
        for count in [0, 1, 50, 40_000] {
            let layout = Self.layout(count, &random)
            let expected = Self.expected(layout)
            #expect(count < 40_000 || layout.chunks.count > 2)

            var rows: [Row] = []
            var (sections, firsts) = (0, 0)
            try LayoutSections(layout, jobs: jobs).forEach {
                Self.rows($0)
            } take: { section in
                rows += section.rows
                sections += 1
                firsts += section.isFirst ? 1 : 0
            }
            #expect(rows == expected)
            #expect(sections == layout.chunks.count && firsts == min(1, sections))
        }
    }

    /// What a section says of a row.
    private struct Row: Equatable {
        let path: ByteString
        /// For each directory around it, whether another row follows beside that.
        let open: [Bool]
        let sum: [Int64]?
    }

    private static func rows(_ section: LayoutSections.Section) -> (rows: [Row], isFirst: Bool) {
        var (open, sums, cursor) = (section.open, section.sums, section.cursor())
        var rows: [Row] = []
        while cursor.next() {
            open.removeLast(open.count - cursor.depth)
            let sum = cursor.kind == .directory ? sums.popFirst() : nil
            rows.append(
                Row(
                    path: cursor.path, open: open,
                    sum: sum.map { [$0.bytes, Int64($0.files), Int64($0.unknownSizes)] }))
            open.append(cursor.hasSibling)
        }
        #expect(sums.isEmpty)
        return (rows, section.isFirst)
    }

    /// The same by looking at the whole layout for each row: what begins with its path, and what follows.
    private static func expected(_ layout: PackedLayout) -> [Row] {
        var sums: [ByteString: [Int64]] = [:]
        var last: [ByteString: ByteString] = [:]
        let rows = Array(LayoutRows([layout]))
        for row in rows {
            let above = above(row.path)
            if let directory = above.last { last[directory] = row.path }
            if row.kind == .directory { sums[row.path] = [0, 0, 0] }
            for directory in above.dropFirst() where row.kind != .directory {
                var sum = sums[directory] ?? [0, 0, 0]
                sum[1] += 1
                if row.kind == .file { sum[row.size == nil ? 2 : 0] += row.size ?? 1 }
                sums[directory] = sum
            }
        }
        return rows.map { row in
            let open = above(row.path)
            return Row(
                path: row.path, open: zip(open, open.dropFirst()).map { last[$0] != $1 },
                sum: row.kind == .directory ? sums[row.path] : nil)
        }
    }

    /// The directories around a path, from the mount down.
    private static func above(_ path: ByteString) -> [ByteString] {
        let slashes = path.bytes.indices.dropFirst().filter { path.bytes[$0] == UInt8(ascii: "/") }
        return slashes.map { ByteString(Array(path.bytes[..<$0])) }
    }

    private static func layout(_ count: Int, _ random: inout SplitMix64) -> PackedLayout {
        var writer = PackedLayoutWriter(mount: "/m", keyPrefix: nil)
        var open: [ByteString] = []
        for number in 0..<count {
            open.removeLast(min(open.count, [0, 0, 0, 1, 1, 2, 9].randomElement(using: &random) ?? 0))
            let path = (open.last.map { $0 + "/" } ?? "") + ByteString("name-\(number)")
            let kind = [LayoutRow.Kind.file, .file, .directory, .symlink].randomElement(using: &random) ?? .file
            let size: Int64? = kind == .file ? [nil, 0, 5, 1 << 30].randomElement(using: &random) ?? nil : nil
            writer.append(path.bytes.span, kind, size: size)
            if kind == .directory { open.append(path) }
        }
        return writer.layout
    }
}
