import ArgumentParser
import ModelArtifacts

/// Tells what somebody meant who named something as a source that no command can read.
enum MistakenPlace {
    /// Checks the sources that arguments name. What is there as a file is what it is, whatever its name.
    ///
    /// - Throws: `ValidationError` that says what it is, and what to give.
    static func check(_ arguments: some Sequence<ByteArgument>) throws {
        for argument in arguments { try check(argument.value) }
    }

    /// Checks one source.
    ///
    /// - Throws: `ValidationError` that says what it is, and what to give.
    static func check(_ place: ByteString) throws {
        guard let problem = problem(with: place), !exists(place) else { return }
        throw ValidationError(problem)
    }

    /// What is wrong with a name; nil if it can be a path or a place in S3.
    static func problem(with place: ByteString) -> String? {
        if place.isEmpty {
            return "the source is empty, as an unset variable of a script is; give a path or s3://bucket/prefix/"
        }
        guard !place.isInS3, let text = place.string, let colon = text.firstIndex(of: ":") else { return nil }
        let rest = text[text.index(after: colon)...]
        switch text[..<colon].lowercased() {
        case "arn": return arn(text)
        case "s3" where rest.hasPrefix("/"):
            let path = rest.drop { $0 == "/" }
            return path.isEmpty
                ? nil : "\(quoted(text)) is not how a place in S3 is written; give \(quoted("s3://" + path))"
        case "http" where rest.hasPrefix("//"), "https" where rest.hasPrefix("//"):
            return address(text, rest.dropFirst(2))
        case "file" where rest.hasPrefix("/"):
            let path = rest.hasPrefix("//") ? rest.dropFirst(2) : rest
            return "\(quoted(text)) is a URL; give the path: \(quoted(String(path)))"
        case "gs", "az", "hf", "ftp", "wasb", "abfs", "s3a", "s3n":
            guard rest.hasPrefix("//") else { return nil }
            return "\(quoted(text)) is not in S3; download it first, or give s3://bucket/prefix/"
        default: return nil
        }
    }

    /// What an Amazon Resource Name names.
    private static func arn(_ text: String) -> String {
        let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 6 else { return "\(quoted(text)) is no whole ARN; give a path or s3://bucket/prefix/" }
        let resource = parts[5]
        switch parts[2] {
        case "s3":
            return "\(quoted(text)) is an ARN; give the URI: \(quoted("s3://" + (parts[4].isEmpty ? resource : text)))"
        case "sagemaker" where resource.hasPrefix("model/"):
            let name = quoted(String(resource.dropFirst("model/".count)))
            return
                "\(quoted(text)) is the ARN of a model; 'aws sagemaker describe-model --model-name \(name) | optml check-request -' checks what it was made of"
        default: return "\(quoted(text)) is an ARN, and not model data; give a path or s3://bucket/prefix/"
        }
    }

    /// What the address of a page names.
    ///
    /// Addresses of S3: https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
    private static func address(_ text: String, _ rest: Substring) -> String {
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        let labels = rest[..<slash].split(separator: ".")
        let path = rest[slash...].prefix { $0 != "?" && $0 != "#" }.dropFirst()
        let isAmazon = rest[..<slash].hasSuffix(".amazonaws.com")
        guard isAmazon, let service = labels.firstIndex(where: { $0 == "s3" || $0.hasPrefix("s3-") }) else {
            return
                "\(quoted(text)) is a URL, and optml downloads nothing; download it first, or give s3://bucket/prefix/"
        }
        let bucket = labels[..<service].joined(separator: ".")
        let uri = bucket.isEmpty ? "s3://\(path)" : "s3://\(bucket)/\(path)"
        return "\(quoted(text)) is a URL; give the URI of S3: \(quoted(uri))"
    }

    private static func quoted(_ text: String) -> String { ShellWord.quoted(ByteString(text)) }

    private static func exists(_ path: ByteString) -> Bool { RealPath.of(path) != nil }
}
