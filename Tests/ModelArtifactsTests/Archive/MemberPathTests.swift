import ModelArtifacts
import Testing

@Suite struct MemberPathTests {
    @Test(arguments: [
        ("a/b", "a/b"), ("./a", "a"), ("a/./b/", "a/b"), ("a//b", "a/b"), ("/a", "a"), ("a/../b", "b"), ("a/b/..", "a"),
        ("a/b/../../c", "c"), ("../a", "a"), ("a/../../b", "b"), ("..", ""), ("", ""), ("./", ""), ("/", ""),
        ("//./", ""),
        ("...", "..."), ("a/..b", "a/..b"), ("a\0/b", "a\0/b"), (" ", " "), ("a\u{301}/b", "a\u{301}/b"),
    ])
    func normalises(_ name: String, _ path: String) {
        #expect(MemberPath(ByteString(name)).path == ByteString(path))
    }

    @Test(arguments: [
        ("a", false, false, false), ("/a", true, false, false), ("a/../b", false, true, false),
        ("..", false, true, true),
        ("a/../..", false, true, true), ("/..", true, true, true), ("../a/b", false, true, true),
        ("a/..", false, true, false), ("..a/b..", false, false, false),
    ])
    func flags(_ name: String, _ isAbsolute: Bool, _ hasParents: Bool, _ escapes: Bool) {
        let path = MemberPath(ByteString(name))
        #expect((path.isAbsolute, path.hasParentComponents, path.escapes) == (isAbsolute, hasParents, escapes))
    }

    @Test(arguments: ["", "/", "./", ".", "//", "/./.", "a/.."]) func isRoot(_ name: String) {
        #expect(MemberPath(ByteString(name)).isRoot)
    }

    @Test(arguments: ["a", "..", "/..", "../a"]) func isNotRoot(_ name: String) {
        #expect(!MemberPath(ByteString(name)).isRoot)
    }

    @Test func startsFromADirectory() {
        #expect(MemberPath("../c", from: "a/b") == MemberPath("a/b/../c"))
        #expect(MemberPath("../../../c", from: "a/b").escapes)
        #expect(MemberPath("/c", from: "a/b").path == "c")
        #expect(MemberPath("a/b/c").directory == "a/b")
        #expect(MemberPath("a").directory == "")
    }

    @Test func takesNamesOfAnyLength() {
        let deep = ByteString(String(repeating: "a/", count: 100_000) + String(repeating: "../", count: 100_000))
        #expect(MemberPath(deep).isRoot)
    }
}
