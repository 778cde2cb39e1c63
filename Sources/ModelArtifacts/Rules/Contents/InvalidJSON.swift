/// Finds files of JSON that loaders read and cannot.
final class InvalidJSON: ContentCheck, WeightsCheck {
    static let rule = Rule(
        "invalid-json", .error, "a file that loaders read as JSON is none",
        explanation: """
            Loaders read `config.json`, `tokenizer.json` and their like with Python's `json`, and fail with "is not a valid JSON file". \
            Commas behind the last item, comments, single quotes, a byte order mark, UTF-16 and marks of a merge are what is found. NaN, \
            names that occur twice and halves of surrogate pairs are taken by Python and not reported. Other files named `.json`, and all in \
            `code/`, are a warning, and only if they break off; at the top of a model for the XGBoost container, which loads it, that is an error. \
            What loaders take is an object: `null`, a list or a text in its place is a warning, and an error where the container that is told \
            reads the file ("argument of type 'NoneType' is not iterable" or the like). `modules.json` is a list, and of it nothing is said.
            """,
        remedy: "mend it with an editor, and try it with `python -m json.tool FILE`",
        example: Rule.Example(bad: "{\"model_type\": \"bert\",}", good: "{\"model_type\": \"bert\"}"),
        source: "https://docs.python.org/3/library/json.html")

    static func needs(path: Span<UInt8>, name: Int, size: Int64, format: ContentFormat?) -> ContentNeeds {
        ContentNeeds(judgement: format == .loaderJSON || format == .json)
    }

    func check(_ contents: FileContents, path: Span<UInt8>, name: Int, size: Int64, _ context: CheckContext) {
        // What lies beside code is read by that alone, which may take comments.
        if contents.format == .loaderJSON, !CodeDirectory.holds(path) {
            context.report(Self.rule, of: contents, .invalidJSON, at: path)
            context.report(Self.rule, of: contents, .cutJSON, at: path)
            guard let fault = contents.fault, fault.kind == .noObject, others.count < Self.mostKept,
                !path.extracting(name..<path.count).equals("modules.json")
            else { return }
            others.append((ByteString(path), fault))
        } else {
            // The XGBoost container loads what lies at the top, unless a script does that.
            let container = context.subject.container
            let isModel = container?.framework == .xgboost && name == 0 && container?.value("SAGEMAKER_PROGRAM") == nil
            context.report(Self.rule, of: contents, .cutJSON, at: path, severity: isModel ? .error : .warning)
        }
    }

    /// More such files than any model has.
    private static let mostKept = 1000
    /// The files that hold something else than an object.
    private var others: [(path: ByteString, fault: ContentFault)] = []

    func begin() { others = [] }

    func check(_ files: WeightFiles, _ context: CheckContext) {
        for (path, fault) in others {
            var finding = Finding(Self.rule, "'\(path)' \(fault.message)", at: context.location(path))
            // A script may want a list.
            let role = context.decision?.role(of: path)
            let isRead = role == .configuration || role == .tokenizer
            if !isRead { finding.severity = .warning }
            finding.help = "download it again, or save the model again with save_pretrained"
            context.report(finding)
        }
    }
}
