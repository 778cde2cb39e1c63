/// Finds files of JSON that loaders read and cannot.
final class InvalidJSON: ContentCheck {
    static let rule = Rule(
        "invalid-json", .error, "a file that loaders read as JSON is none",
        explanation: """
            Loaders read `config.json`, `tokenizer.json` and their like with Python's `json`, and fail with "is not a valid JSON file". \
            Commas behind the last item, comments, single quotes, a byte order mark, UTF-16 and marks of a merge are what is found. NaN, \
            names that occur twice and halves of surrogate pairs are taken by Python and not reported. Other files named `.json` are a \
            warning, and only if they break off.
            """,
        remedy: "mend it with an editor, and try it with `python -m json.tool FILE`",
        example: Rule.Example(bad: "{\"model_type\": \"bert\",}", good: "{\"model_type\": \"bert\"}"),
        source: "https://docs.python.org/3/library/json.html")

    func needs(path: Span<UInt8>, name: Int, size: Int64, format: ContentFormat?) -> ContentNeeds {
        ContentNeeds(judgement: format == .loaderJSON || format == .json)
    }

    func check(_ contents: FileContents, path: Span<UInt8>, name: Int, size: Int64, _ context: CheckContext) {
        if contents.format == .loaderJSON {
            context.report(Self.rule, of: contents, .invalidJSON, at: path)
            context.report(Self.rule, of: contents, .cutJSON, at: path)
        } else {
            context.report(Self.rule, of: contents, .cutJSON, at: path, severity: .warning)
        }
    }
}
