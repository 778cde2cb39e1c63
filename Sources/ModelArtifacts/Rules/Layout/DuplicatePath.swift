/// Finds a path that more than one object or member produces.
final class DuplicatePath: LayoutCheck {
    static let rule = Rule(
        "duplicate-path", .error, "two objects or archive members produce the same path",
        explanation: """
            A path can hold one file. When an archive has two members of the same path, the extractor writes both and the \
            last one stays: what the first one held is lost without a word. `./weights` and `weights` are the same \
            path. Keys are unique in S3, so a key that a listing names twice means that the listing was put together \
            from pieces that do not belong together.
            """,
        remedy: "leave one of them out, and pack or list again",
        example: Rule.Example(
            bad: "weights.bin\n./weights.bin (both members of model.tar.gz)", good: "weights.bin\nweights-2.bin"),
        source: RuleSource.inferenceCode)

    static let directories = NameInterest.none

    func endOfDuplicates(_ path: Span<UInt8>, name: Int, times: Int, _ context: CheckContext) {
        // A folder marker makes no file, however often it is listed.
        guard name < path.count else { return }
        let isPacked = context.subject.combination.compressionType == .gzip
        context.report(Self.rule, at: path, count: times) { path in
            isPacked
                ? "'\(path)' is the path of \(times) members: each overwrites the one before, and the last one stays"
                : "'\(path)' is the path of \(times) objects, and only one of them can be there"
        }
    }
}
