import ModelArtifacts
import Testing

@Suite struct PathFilterTests {
    @Test func lastThatMatchesDecides() {
        let filter = PathFilter(patterns: [.exclude(Glob("*")), .include(Glob("*.txt")), .exclude(Glob("tmp/*"))])
        #expect(filter.excludes(file: "a.bin") && !filter.excludes(file: "a.txt") && !filter.excludes(file: "d/a.txt"))
        #expect(filter.excludes(file: "tmp/a.txt"))
        #expect(!filter.isEmpty && PathFilter().isEmpty && !PathFilter().excludes(file: "a"))
    }

    /// Patterns are for files: what a later one takes back in may lie in any directory.
    @Test func patternsLeaveOutNoDirectory() {
        let filter = PathFilter(patterns: [.exclude(Glob("*"))])
        #expect(!filter.excludes(directory: "a"))
    }

    @Test func junk() {
        let filter = PathFilter(patterns: [.include(Glob("*"))], excludesJunk: true)
        for name in [".DS_Store", "a/._x", "Thumbs.db", "a/b.pyc", "x.incomplete"] as [ByteString] {
            #expect(filter.excludes(file: name), "\(name)")
        }
        for name in [".git", "a/__pycache__", "__MACOSX", ".venv", ".cache/huggingface"] as [ByteString] {
            #expect(filter.excludes(directory: name), "\(name)")
        }
        for name in [".gitkeep", ".gitattributes", "weights", "DS_Store"] as [ByteString] {
            #expect(!filter.excludes(file: name), "\(name)")
        }
        #expect(!filter.excludes(directory: ".cache") && !filter.excludes(directory: "git"))
    }
}
