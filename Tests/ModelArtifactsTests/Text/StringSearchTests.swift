import ModelArtifacts
import Testing

@Suite struct StringSearchTests {
    @Test func findsBytes() {
        #expect("a.amazonaws.com".contains(".amazonaws.com"))
        #expect(!"a.amazonaws.co".contains(".amazonaws.com"))
        #expect("aab"[...].contains("ab"))
        // A mark that follows would be part of the slash for the standard library.
        #expect("a/\u{301}b".contains("a/"))
    }

    @Test func findsTheFirstPlace() throws {
        let text = "é: aaab ab"
        let range = try #require(text.firstRange(of: "ab"))
        #expect(text[..<range.lowerBound] == "é: aa" && text[range.upperBound...] == " ab")
        #expect(text.firstRange(of: "b ab ") == nil)
    }

    @Test func findsTheLastPlace() throws {
        let text = "é: ab aab."
        let range = try #require(text.lastRange(of: "ab"))
        #expect(text[..<range.lowerBound] == "é: ab a" && text[range.upperBound...] == ".")
        #expect(text.lastRange(of: "aab a") == nil && "".lastRange(of: "a") == nil)
    }

    @Test func replacesAll() {
        #expect("aXbXXc".replacing("X", with: "--") == "a--b----c")
        #expect("none".replacing("X", with: "Y") == "none")
        #expect("aa".replacing("a", with: "aa") == "aaaa")
    }
}
