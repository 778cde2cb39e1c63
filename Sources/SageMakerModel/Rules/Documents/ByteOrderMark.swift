import ModelArtifacts

/// Finds a document that begins with a byte order mark.
enum ByteOrderMark {
    static let rule = Rule(
        "request-byte-order-mark", .warning, "the document begins with a byte order mark",
        explanation: """
            Editors and shells of Windows put the bytes EF BB BF in front of a text. JSON has none (RFC 8259, section 8.1): \
            the AWS CLI refuses such a document ("Unexpected UTF-8 BOM"), as Python's own reader does, while other programs \
            read over it.
            """,
        remedy: "save the document as UTF-8 without a byte order mark (`sed -i '1s/^\\xEF\\xBB\\xBF//' FILE`)",
        example: Rule.Example(
            bad: "EF BB BF 7B … (the bytes of the file)", good: "7B … (the first byte is that of the brace)"),
        source: RequestSource.json)

    /// Reports it where the document is one that the AWS CLI would be given.
    static func check(_ document: RequestValue, _ context: RequestContext) {
        // The mark takes three bytes and no column.
        guard context.kind.isGivenToTheAWSCLI, let place = document.node.place,
            place.line == 1,
            place.offset == Int64(place.column) - 1 + 3
        else { return }
        context.report(rule, "the document begins with a byte order mark, which the AWS CLI refuses", at: document)
    }
}
