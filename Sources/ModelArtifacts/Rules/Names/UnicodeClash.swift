/// Finds names in one directory that are the same text in different bytes.
final class UnicodeClash: LayoutCheck {
    static let interest = NameInterest(traits: .nonASCII)
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

    private var siblings = SiblingNames(ignoresCase: false)

    func enterDirectory(_ path: Span<UInt8>, name: Int, _ context: CheckContext) {
        look(at: path, name: name, context)
        siblings.enter()
    }

    func leaveDirectory(_ path: Span<UInt8>, name: Int, _ totals: DirectoryTotals, _ context: CheckContext) {
        siblings.leave()
    }

    func visitFile(_ path: Span<UInt8>, name: Int, _ file: borrowing LayoutFile, _ context: CheckContext) {
        if file.kind != .folderMarker { look(at: path, name: name, context) }
    }

    private func look(at path: Span<UInt8>, name: Int, _ context: CheckContext) {
        let bytes = path.extracting(name..<path.count)
        guard ByteScan.classes(of: bytes, from: 0).hasNonASCII,
            let earlier = siblings.first(like: bytes, isASCII: false)
        else { return }
        let text = ByteString(bytes)
        guard earlier != text else { return }
        let directory = ByteString(path.extracting(0..<name))
        context.report(
            Finding(
                Self.rule, "'\(directory + text)' is also there in other bytes for the same characters",
                at: context.location(path), related: [context.location(directory + earlier)]))
    }
}
