/// Finds an archive whose files all lie below one directory.
final class WrappedInDirectory: LayoutCheck {
    static let interest = NameInterest(
        suffixes: ["config.pbtxt", "saved_model.pb", "serving.properties"], traits: .top)
    static let directories = NameInterest(traits: .top)

    /// They look for the model in a directory, or enter a lone one.
    static let exceptFrameworks: Set<Framework> = [.triton, .djlLMI, .tensorFlowServing, .llamaCpp]

    static func applies(to subject: Subject) -> Bool {
        subject.combination == Combination(.object, .gzip) && [.archive, .directory].contains(subject.kind)
    }

    static let rule = Rule(
        "wrapped-in-directory", .warning, "all members share one top directory",
        explanation: """
            SageMaker unpacks the archive into /opt/ml/model as it is. When it was packed from outside the model's \
            directory, all files land in /opt/ml/model/NAME/, and the container finds no model where it looks. Not \
            reported are directories that belong there: a numeric version, `code`, and those with `config.pbtxt`, \
            `N/saved_model.pb` or `serving.properties`, which Triton, TensorFlow Serving and DJL take as they are.
            """,
        remedy: "pack from inside the directory: `tar -czf model.tar.gz -C NAME .`",
        example: Rule.Example(bad: "tar -czf model.tar.gz model/", good: "tar -czf model.tar.gz -C model ."),
        source: "https://github.com/aws/sagemaker-huggingface-inference-toolkit/issues/9")

    /// The only directory at the top with files in it, so far, and their number.
    private var top: (name: ByteString, files: Int)?
    private var hasSeveral = false
    private var isServedAsItIs = false

    func visitFile(_ path: Span<UInt8>, name: Int, _ file: borrowing LayoutFile, _ context: CheckContext) {
        guard file.kind != .folderMarker, !hasSeveral else { return }
        if name == 0 {
            hasSeveral = !JunkName.isPlatformMetadata(ByteString(path))
        } else if ["config.pbtxt", "saved_model.pb", "serving.properties"].contains(where: {
            path.ends(withComponents: $0)
        }) {
            let components = ByteString(path).bytes.split(separator: UInt8(ascii: "/"))
            let isTriton = components.count == 2 && path.ends(with: "config.pbtxt")
            let isTensorFlow = components.count == 3 && Self.isNumber(components[1])
            // DJL Serving enters a lone directory.
            let isDJL = components.count == 2 && path.ends(with: "serving.properties")
            if isTriton || isTensorFlow || isDJL { isServedAsItIs = true }
        }
    }

    func leaveDirectory(_ path: Span<UInt8>, name: Int, _ totals: DirectoryTotals, _ context: CheckContext) {
        guard name == 0, totals.filesBelow > 0 else { return }
        let directory = ByteString(path)
        // What macOS adds beside a directory does not make it any less a wrapping.
        guard !JunkName.isPlatformMetadata(directory) else { return }
        hasSeveral = hasSeveral || top != nil
        top = (directory, totals.filesBelow)
    }

    func finish(layout context: CheckContext) {
        let subject = context.subject
        guard let top, !hasSeveral, !isServedAsItIs, top.name != "code", !Self.isNumber(top.name.bytes[...])
        else { return }
        let outside = subject.location.hasSuffix("/") ? subject.location : subject.location + "/"
        let inside = subject.kind == .directory ? outside + top.name : top.name
        context.report(
            Finding(
                Self.rule, "'\(top.name)' holds all files, so they land in \(subject.mount)/\(top.name)/",
                at: context.location(top.name), count: top.files,
                help: "pack from inside the directory: `tar -czf model.tar.gz -C \(ShellWord.quoted(inside)) .`"))
    }

    private static func isNumber(_ name: ArraySlice<UInt8>) -> Bool {
        !name.isEmpty && name.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
    }
}
