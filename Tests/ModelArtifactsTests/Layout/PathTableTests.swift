import ModelArtifacts
import Testing

@Suite struct PathTableTests {
    private let table: PathTable = {
        var table = PathTable()
        let paths: [ByteString] = ["b/c", "a", "dir/", "b-x", "a", "e/f/g"]
        for (index, path) in paths.enumerated() { table.append(path.bytes.span, LayoutFile(.file, size: Int64(index))) }
        table.sort()
        return table
    }()

    @Test func knowsPaths() {
        #expect(table.contains("b/c") && table.contains("dir/") && table.contains("e/f/g"))
        #expect(!table.contains("b") && !table.contains("") && !table.contains("z"))
        #expect(table.file(at: "a")?.size == 4)
    }

    @Test func knowsDirectories() {
        for path in ["", "b", "dir", "e", "e/f"] as [ByteString] { #expect(table.containsDirectory(path)) }
        for path in ["a", "b-x", "e/f/g", "c", "di", "z"] as [ByteString] {
            #expect(!table.containsDirectory(path))
        }
        #expect(PathTable().containsDirectory("") && !PathTable().containsDirectory("a"))
    }
}
