import ModelArtifacts
import Testing

@Suite struct DisplayTextTests {
    @Test(arguments: [
        ("plain.txt", "plain.txt"), ("a\nb", "a\\nb"), ("\u{1B}[31m", "\\x1b[31m"), ("é", "é"),
        ("\u{202E}x", "\\u{202e}x"),
        ("back\\slash", "back\\\\slash"), ("\u{85}", "\\x85"), ("\u{2028}", "\\u{2028}"), ("日本", "日本"), ("🤗", "🤗"),
    ])
    func escapes(_ name: String, _ shown: String) {
        #expect(DisplayText.escaped(name) == shown)
    }

    @Test func escapesInvalidBytes() {
        #expect(
            DisplayText.escaped([0x61, 0xFF, 0xC3, 0xED, 0xA0, 0x80, 0xC0, 0xAF])
                == "a\\xff\\xc3\\xed\\xa0\\x80\\xc0\\xaf")
    }
}
