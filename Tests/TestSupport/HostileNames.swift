/// Names of files that try to be something else in a report.
package enum HostileNames {
    /// Names that a file can have.
    package static let text = [
        "a\nerror forged: x", "cr\r::error::forged", "]]>", "<failure message=\"x\">&amp;'", "</testsuites><!--",
        "%0A::error file=x::forged", "::error::forged", "::stop-commands::token", "a,line=7::forged", "##[error]forged",
        "  ::error::forged", "\u{3000}::warning::forged", "x##[warning]forged", "##vso[task.complete]x", "a###[error]",
        "{0} and {1}", "[click](http:example.com)", "\\[x](1)", "\"},{\"ruleId\":\"forged", "line\u{2028}two",
        "para\u{2029}two", "\u{202E}cod.exe", "\u{2066}x\u{2069}", "c1\u{9B}31m", "esc\u{1B}[2J", "bell\u{7}\u{8}",
        "del\u{7F}", "no\u{FFFE}character\u{FFFF}", "tag\u{E0041}", "\u{FEFF}mark", "back\\slash", "$(x)`y`",
        "${{ x }}",
        "a b%20c+d", "日本/e\u{301}", "😀",
    ]

    /// Names that are no text, or that only S3 can hold.
    package static let bytes: [[UInt8]] =
        text.map { Array($0.utf8) } + [
            [0xFF, 0xFE], Array("caf".utf8) + [0xE9], [0xED, 0xA0, 0x80], [0xC0, 0xAF], [0xF4, 0x90, 0x80, 0x80],
            [0x80],
        ]

    /// Every name as a file that rules have something to say about, as a JSON listing, which can hold NUL too.
    package static var listing: String {
        let names = text.filter { !$0.contains("/") } + ["nul\u{0}byte"]
        let keys = names.map { name in
            name.unicodeScalars.map { scalar in
                scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
                    ? "\\u" + String(repeating: "0", count: 4 - String(scalar.value, radix: 16).count)
                        + String(scalar.value, radix: 16)
                    : String(scalar)
            }.joined()
        }
        return "[" + keys.map { "\"m/\($0)/.DS_Store\", \"m/\($0).pyc\"" }.joined(separator: ",\n") + "]\n"
    }
}
