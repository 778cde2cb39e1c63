import ModelArtifacts
import Testing

/// Python's `fnmatch.fnmatchcase`, which the AWS CLI uses: what matched there must match here.
@Suite struct GlobTests {
    static let table: [(pattern: ByteString, path: ByteString, matches: Bool)] = [
        ("", "", true), ("", "a", false), ("*", "", true), ("*", "a/b/c", true), ("**", "a", true), ("a", "a", true),
        ("a", "A", false), ("a*", "a/b", true), ("*a", "b/a", true), ("*.txt", "d/e.txt", true),
        ("*.txt", "e.txt.gz", false),
        ("a*b*c", "a/x/b/y/c", true), ("a*b*c", "a/x/c", false), ("?", "/", true), ("?", "", false), ("??", "é", false),
        ("?", "é", true), ("a/?", "a/b", true), ("[abc]", "b", true), ("[abc]", "d", false), ("[a-c]", "b", true),
        ("[!a-c]", "b", false), ("[!a-c]", "d", true), ("[^a]", "^", true), ("[^a]", "b", false), ("[]]", "]", true),
        ("[!]]", "]", false), ("[!]]", "a", true), ("[]-a]", "^", true), ("[", "[", true), ("[a", "[a", true),
        ("[!", "[!", true), ("[]", "[]", true), ("[a-]", "-", true), ("[-a]", "-", true), ("[c-a]", "b", false),
        ("[c-a]", "c", false), ("x[c-a]", "x", false), ("[!c-a]", "b", true), ("\\*", "\\a", true), ("\\*", "*", false),
        ("a.b", "aXb", false), ("[*]", "*", true), ("[*]", "a", false), ("[?]", "?", true), ("a[/]b", "a/b", true),
        ("*\n", "a\n", true), ("*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaa", false), (".*", ".git/HEAD", true),
        ("*.git*", "a/.git/x", true),
        ("a/*", "a", false), ("a/*", "a/", true), ("a/", "a/b", false), ("[a-c-e]", "d", false), ("[a-c-e]", "-", true),
        ("[a-c-e]", "e", true), ("[--0]", ".", true), ("[!-]", "-", false), ("[[]", "[", true), ("[a[]", "[", true),
    ]

    @Test(arguments: table.indices) func matches(_ index: Int) {
        let (pattern, path, expected) = Self.table[index]
        #expect(Glob(pattern).matches(path) == expected, "\(pattern) on \(path)")
    }

    @Test func bytesThatAreNotUTF8() {
        #expect(Glob("caf?").matches(ByteString(Array("caf".utf8) + [0xE9])))
        #expect(Glob(ByteString([0xE9, 0x2A])).matches(ByteString([0xE9, 0x61])))
        #expect(!Glob(ByteString([0xE9])).matches(ByteString([0xE8])))
    }

    /// Many stars take no time that grows without bounds.
    @Test func manyStars() {
        let path = ByteString([UInt8](repeating: UInt8(ascii: "a"), count: 5000))
        #expect(!Glob(ByteString(String(repeating: "*a", count: 100) + "b")).matches(path))
    }
}
