/// Finds names in one directory that are the same text in different bytes.
final class UnicodeClash: LookalikeCheck {
    static let rule = Rule(
        "unicode-clash", .warning, "two paths differ only by Unicode normalisation",
        explanation: """
            An accented letter can be written as one code point (NFC) or as a letter and a combining mark (NFD), and \
            macOS has long preferred the second. The two names look alike and are different keys and different files on \
            Linux. Mostly one was uploaded from another system than the other, and the model holds an old copy under a \
            name that nobody can tell apart; code that opens the file by name finds one of them, perhaps the wrong one.
            """,
        remedy: "keep one of the two and delete the other; plain ASCII names avoid the question",
        example: Rule.Example(
            bad: "s3://mybucket/model/é.txt (bytes C3 A9)\ns3://mybucket/model/é.txt (bytes 65 CC 81)",
            good: "s3://mybucket/model/é.txt (bytes C3 A9)"),
        source: "https://www.unicode.org/reports/tr15/")

    static let likeness = Likeness.text

    func check(name: Int, of path: Span<UInt8>, like earlier: ByteString, _ context: CheckContext) {
        let directory = ByteString(path.extracting(0..<name))
        context.report(
            Finding(
                Self.rule, "'\(ByteString(path))' is also there in other bytes for the same characters",
                at: context.location(path), related: [context.location(directory + earlier)]))
    }
}
