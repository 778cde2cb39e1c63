import ModelArtifacts
import Testing

@Suite struct LayoutTotalsTests {
    private func totals(_ files: [(ByteString, LayoutFile)]) throws -> LayoutTotals {
        var builder = LayoutBuilder(visitor: LayoutTotals())
        for (path, file) in files { try builder.add(path.bytes.span, file) }
        builder.finish()
        return builder.visitor
    }

    @Test func sums() throws {
        let totals = try totals([
            ("a", LayoutFile(.file, size: 5)), ("b", LayoutFile(.file)), ("c", LayoutFile(.symbolicLink, target: "a")),
            ("d/", LayoutFile(.folderMarker, size: 7)), ("e/f", LayoutFile(.file, size: 1)),
        ])
        #expect(totals.files == 4 && totals.directories == 2 && totals.bytes == 6)
        // A link has no size of its own, so that none is missing.
        #expect(totals.unknownSizes == 1)
    }

    @Test func lastOfEqualPathsCounts() throws {
        let totals = try totals([
            ("a", LayoutFile(.file, size: 5)), ("a", LayoutFile(.file)), ("a", LayoutFile(.file, size: 2)),
            ("b", LayoutFile(.file, size: 1)), ("b", LayoutFile(.file)),
        ])
        #expect(totals.files == 2 && totals.bytes == 2 && totals.unknownSizes == 1)
    }

    @Test func sumsThatNoNumberHolds() throws {
        let totals = try totals([("a", LayoutFile(.file, size: .max)), ("b", LayoutFile(.file, size: .max))])
        #expect(totals.bytes == .max)
    }
}
