/// Finds a URI that `S3Uri` cannot take, or that can name nothing.
final class InvalidS3URI: SubjectCheck {
    static let concernsManyModels = true
    static let rule = Rule(
        "invalid-s3-uri", .error, "the S3 URI cannot be one",
        explanation: """
            The API takes `s3://BUCKET/KEY` (or https) of at most 1,024 characters: the pattern is \
            `(https|s3)://([^/]+)/?(.*)`. boto3 checks none of it, so a bad URI is found only when the model is created. \
            A name that no bucket can have, and an S3Object without a key, are reported as well.
            """,
        remedy:
            "write the URI as s3://BUCKET/KEY, with a bucket name of 3 to 63 lower-case letters, digits, dots, hyphens",
        example: Rule.Example(bad: "mybucket/model/", good: "s3://mybucket/model/"),
        source: RuleSource.modelDataSource)

    func check(_ subject: Subject, _ context: CheckContext) {
        guard let text = subject.uriText ?? subject.uri?.text else { return }
        for (problem, help) in Self.problems(of: text, subject) {
            context.report(Finding(Self.rule, "'\(text)' \(problem)", help: help))
        }
    }

    private static func problems(of text: ByteString, _ subject: Subject) -> [(String, help: String?)] {
        guard let uri = subject.uri else {
            return [("is not of the form s3://BUCKET/KEY, so SageMaker does not accept it", nil)]
        }
        var problems: [(String, help: String?)] = []
        if case .impossible(let reason) = BucketName.problem(of: uri.bucket) {
            problems.append(("names the bucket '\(uri.bucket)', which cannot be one: \(reason)", nil))
        }
        if uri.length > S3URI.maximumLength {
            problems.append(
                (
                    "has \(uri.length) characters, more than the \(S3URI.maximumLength) that the API takes",
                    "shorten the key, so that the whole URI has at most 1,024 characters"
                ))
        }
        if !text.isUTF8 {
            problems.append(("is not UTF-8, so no request can hold it", "choose a key in UTF-8"))
        } else if text.holdsLineBreak {
            problems.append(
                ("holds a line break, which the API's pattern does not admit", "choose a key without line breaks"))
        }
        if uri.key.isEmpty, subject.combination.dataType == .object {
            problems.append(("names a bucket and no object in it", "name the object: s3://BUCKET/KEY"))
        }
        return problems
    }
}

extension ByteString {
    /// Whether the bytes, which are UTF-8, hold the end of a line: a dot in the API's pattern stands for anything else.
    fileprivate var holdsLineBreak: Bool {
        if bytes.contains(UInt8(ascii: "\n")) || bytes.contains(UInt8(ascii: "\r")) { return true }
        return !isASCII && ["\u{85}", "\u{2028}", "\u{2029}"].contains(where: contains)
    }
}
