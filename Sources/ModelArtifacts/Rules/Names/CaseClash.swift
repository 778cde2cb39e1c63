/// Finds names in one directory that differ only by case.
final class CaseClash: LayoutCheck {
    static let interest = NameInterest(traits: [.capital, .nonASCII])
    static let rule = Rule(
        "case-clash", .note, "two paths differ only by case",
        explanation: """
            The instances of SageMaker run Linux, where `Config.json` and `config.json` are two files, so the deployment \
            works. On macOS and Windows they are one file: whoever downloads or unpacks the model there loses one of \
            them, and often one of the two is left over from an earlier upload.
            """,
        remedy: "rename one of the two, or delete the one that is not needed",
        example: Rule.Example(
            bad: "s3://mybucket/model/Config.json\ns3://mybucket/model/config.json",
            good: "s3://mybucket/model/config.json"),
        source: RuleSource.objectKeys)

    private var siblings = SiblingNames(ignoresCase: true)

    var wantedLengths: UInt64 { siblings.plainLengths }

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
        // In byte order a name of small ASCII letters comes after the others that fold to it, so it need not be kept.
        let bytes = path.extracting(name..<path.count)
        let classes = ByteScan.classes(of: bytes, from: 0)
        let isKept = classes.hasCapital || classes.hasNonASCII
        guard isKept || siblings.plainLengths & (1 &<< UInt64(bytes.count)) != 0,
            let earlier = siblings.first(
                like: bytes, isASCII: !classes.hasNonASCII, isKept: isKept)
        else { return }
        let text = ByteString(bytes)
        guard earlier != text, earlier.string != text.string else { return }
        let directory = ByteString(path.extracting(0..<name))
        context.report(
            Finding(
                Self.rule, "'\(directory + text)' and '\(directory + earlier)' differ only by case",
                at: context.location(path), related: [context.location(directory + earlier)]))
    }
}
