/// Finds what was saved under the name of weights and is something else.
final class NotWeights: ContentCheck {
    static let rule = Rule(
        "not-weights", .error, "an error page, a pointer or another text stands in the place of weights",
        explanation: """
            A download that failed saved the answer of the server under the name of the file: an HTML page, the XML of an error of \
            S3, the text "Entry not found". Or the file is the pointer that DVC, git-annex or Git-Xet keeps in a repository. Loaders \
            fail with "header too large", "invalid load key, '<'" or the like. Files are told by their first bytes, and only where \
            these are known; nothing is said of others.
            """,
        remedy:
            "download the file again, and look at what the server answers: it may want a token, or know the file by another name",
        example: Rule.Example(
            bad: "<?xml version=\"1.0\"?>\n<Error><Code>AccessDenied</Code>", good: "the weights themselves"),
        source: "https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html")

    static func needs(path: Span<UInt8>, name: Int, size: Int64, format: ContentFormat?) -> ContentNeeds {
        ContentNeeds(judgement: format != nil)
    }

    func check(_ contents: FileContents, path: Span<UInt8>, name: Int, size: Int64, _ context: CheckContext) {
        context.report(Self.rule, of: contents, .notWeights, at: path)
    }
}
